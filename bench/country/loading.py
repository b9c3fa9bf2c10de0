"""Loading a country into the database that Django is connected to, in batches."""

from __future__ import annotations

import time

from django.core.management import call_command
from django.db import connection

from bench.country.people import add_people
from bench.country.piles import Piles
from bench.country.places import COUNTRY, places
from bench.country.tables import ROWS_AT_ONCE, analyse, finish, write
from bench.country.work import add_work
from bench.country.years import YEARS, add_years, cast_of


def load(municipalities: int = COUNTRY, years: int = YEARS) -> str:
    """Fill an empty database with so many municipalities; return a line that says what and how fast."""
    begin = time.monotonic()
    call_command("migrate", verbosity=0)
    piles = fill(municipalities, years)
    add_work()
    analyse()  # also what was added just now: without it PostgreSQL takes a full table for an empty one
    seconds = time.monotonic() - begin
    rows = sum(pile.count for pile in piles.all())
    return (
        f"{connection.vendor}: {municipalities} municipalities, {len(_associations(municipalities))} associations, "
        f"{piles.agreements.count:,} agreements, {piles.commitments.count:,} commitments, "
        f"{piles.events.count:,} events, {rows:,} rows in {seconds:.0f} s"
    )


def fill(municipalities: int, years: int) -> Piles:
    """Write the country into tables that are there and empty."""
    piles = Piles()
    found = places(municipalities)
    bodies = add_people(piles, found)
    for place in found:
        add_years(piles, cast_of(place, bodies), years)
        write(piles.all(), at_least=ROWS_AT_ONCE)
    write(piles.all())
    finish(piles.all())
    return piles


def _associations(municipalities: int) -> set[int]:
    return {number for place in places(municipalities) for number in place.associations}
