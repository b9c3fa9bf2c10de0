"""Lists of stock and allocations that fit on a page, and an association that delivers them. All of it is invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.figures.extracts import actions, jobs
from samenspraak.apps.figures.models import Extract
from samenspraak.apps.parties.models import Organisation, Person

CODE = "GM0399"
HEAD = "id;gemeente;wijk;netto huur;energielabel;primo;ultimo;zelfstandig;daeb"


def stock(units: Iterable[tuple[str, str]], *, head: str = HEAD, district: str = "Noord") -> bytes:
    """Return a list with a unit per rent and label."""
    lines = [f"{number};{CODE};{district};{rent};{label};1;1;1;DAE" for number, (rent, label) in enumerate(units, 1)]
    return "\n".join([head, *lines, ""]).encode()


def allocations(incomes: Iterable[int], *, day: str = "2024-03-01") -> bytes:
    """Return a list with an allocation to one person per income."""
    lines = [f"{number};{CODE};{day};600,00;{income};1" for number, income in enumerate(incomes, 1)]
    return "\n".join(["id;gemeente;datum toewijzing;rekenhuur;rekeninkomen;huishoudgrootte", *lines, ""]).encode()


TEN = [("550,00", "A"), ("560,00", "A"), ("640,00", "B"), ("650,00", "B"), ("660,00", "C"), ("670,00", "C")]
TEN += [("700,00", "D"), ("710,00", "E"), ("720,00", "F"), ("730,00", "G")]


# Cheap dwellings with a good label, of all dwellings at the end of the year.
OWN_FORM = {
    "code": "GOED",
    "subject": "stock",
    "unit": "share",
    "name": "goedkoop met een goed label",
    "definition": "woningen tot de lage aftoppingsgrens met label A of B",
    "count": "eind en prijsklasse in (GOE, BETL) en energielabel in (A, B)",
    "of": "eind",
}


# All dwellings of a municipality, of which ten are in the list above.
NUMBER: dict[str, Any] = {
    "kind": "dwellings",
    "year": 2024,
    "value": 40,
    "on": date(2025, 1, 1),
    "source": "CBS, tabel 81955NED",
    "is_final": True,
}


def place_of(agreement: Agreement) -> Organisation:
    """Return the municipality of an agreement."""
    found = agreement.parties.get(side=Organisation.Kind.MUNICIPALITY).organisation
    assert found is not None
    return found


def in_a_real_place(agreement: Agreement) -> Organisation:
    """Give the municipality of an agreement a code, and return the association."""
    parties = agreement.parties.filter(organisation__isnull=False)
    place = parties.get(side=Organisation.Kind.MUNICIPALITY).organisation
    association = parties.get(side=Organisation.Kind.HOUSING_ASSOCIATION).organisation
    assert place is not None
    assert association is not None
    Organisation.objects.filter(pk=place.pk).update(cbs_code=CODE)
    return association


def delivered(
    association: Organisation,
    by: Person,
    content: bytes | None = None,
    *,
    year: int = 2024,
    subject: str = "stock",
    is_final: bool = True,
) -> Extract:
    """Return a list that waits to be looked at."""
    file = SimpleUploadedFile("lijst.csv", stock(TEN) if content is None else content)
    return actions.deliver_extract(
        organisation=association, subject=subject, year=year, is_final=is_final, file=file, by=by
    )


def looked_at(extract: Extract) -> Extract:
    """Return a list after a worker looked at it."""
    jobs.look_at_extract(str(extract.public_id))
    extract.refresh_from_db()
    return extract


def counted(extract: Extract, by: Person) -> Extract:
    """Return a list after everything."""
    looked_at(extract)
    actions.confirm_extract(extract=extract, by=by)
    jobs.count_extract(str(extract.public_id))
    extract.refresh_from_db()
    return extract
