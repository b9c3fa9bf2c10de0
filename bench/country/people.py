"""Who there is in the country: organisations and the people who work there."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bench.country.piles import Piles
from bench.country.places import Place, association_name, tenants_name
from bench.country.vocabulary import FIRST_NAMES, LAST_NAMES

SINCE = datetime(2015, 1, 5, 9, tzinfo=UTC)
ADMINISTRATOR = "beheer@land.example"


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation and the first person who works there, by their numbers in the database."""

    number: int
    name: str
    person: int
    person_name: str


@dataclass(frozen=True, slots=True)
class Bodies:
    """The organisations by the numbers of municipalities and associations."""

    municipalities: dict[int, Body]
    associations: dict[int, Body]
    tenants: dict[int, Body]


def coordinator_of(cbs_code: str) -> str:
    """Return the address of who coordinates for a municipality."""
    return f"coordinator@{cbs_code.lower()}.example"


def add_people(piles: Piles, places: Sequence[Place]) -> Bodies:
    """Add the administrator, and the organisations of these places with their people."""
    administrator = piles.people.add("!", ADMINISTRATOR, "Beheer van het land", True, SINCE)
    associations = sorted({number for place in places for number in place.associations})
    maker = _Maker(piles, administrator)
    return Bodies(
        municipalities={
            place.number: maker.body(
                "municipality",
                place.municipality.name,
                place.municipality.cbs_code,
                coordinator_of(place.municipality.cbs_code),
            )
            for place in places
        },
        associations={
            number: maker.body("housing_association", association_name(number), "", f"wonen@a{number}.example")
            for number in associations
        },
        tenants={
            number: maker.body("tenants_organisation", tenants_name(number), "", f"huurders@h{number}.example")
            for number in associations
        },
    )


class _Maker:
    def __init__(self, piles: Piles, administrator: int) -> None:
        self._piles = piles
        self._administrator = administrator

    def body(self, kind: str, name: str, cbs_code: str, email: str) -> Body:
        """Add an organisation with a coordinator and a reader."""
        chance = random.Random(email)
        number = self._piles.organisations.add(kind, name, cbs_code, [], SINCE, self._administrator)
        people = [
            (self._person(chance, address), role)
            for address, role in ((email, "coordinator"), (f"lezer.{email}", "reader"))
        ]
        for (person, _), role in people:
            self._piles.memberships.add(person, number, role)
        return Body(number, name, *people[0][0])

    def _person(self, chance: random.Random, email: str) -> tuple[int, str]:
        name = f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}"
        return self._piles.people.add("!", email, name, False, SINCE), name
