"""Which associations and tenants belong to which municipality: the same in a country of any size."""

from __future__ import annotations

import random
from dataclasses import dataclass

from bench.country.vocabulary import ASSOCIATION_ENDS, ASSOCIATION_FORMS, ASSOCIATION_STARTS
from samenspraak.core.vocabulary.municipality import Municipality
from samenspraak.engines.knowledge.municipalities import municipalities

COUNTRY = 342  # municipalities
ASSOCIATIONS = 270
MOST_ASSOCIATIONS = 4  # of one municipality


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality with the numbers (from 0) of the associations that work there."""

    number: int
    municipality: Municipality
    associations: tuple[int, ...]


def places(count: int) -> list[Place]:
    """Return the first municipalities of the country."""
    return [_place(number, found) for number, found in enumerate(municipalities()[:count])]


def association_name(number: int) -> str:
    """Return an invented name that no other association has."""
    form, rest = number % len(ASSOCIATION_FORMS), number // len(ASSOCIATION_FORMS)
    start, end = rest % len(ASSOCIATION_STARTS), rest // len(ASSOCIATION_STARTS)
    return f"{ASSOCIATION_FORMS[form]} {ASSOCIATION_STARTS[start]}{ASSOCIATION_ENDS[end]}"


def tenants_name(number: int) -> str:
    """Return the name of the tenants' organisation of an association."""
    return f"Huurdersraad {association_name(number)}"


def _place(number: int, municipality: Municipality) -> Place:
    chance = random.Random(municipality.cbs_code)
    nearby = number * ASSOCIATIONS // len(municipalities())
    more = chance.randint(0, MOST_ASSOCIATIONS - 1)
    others = {(nearby + step) % ASSOCIATIONS for step in chance.sample(range(1, 12), more)}
    return Place(number, municipality, (nearby, *sorted(others)))
