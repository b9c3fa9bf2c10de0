"""Which organisation a name in a document may stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from rapidfuzz import fuzz

from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.parties.queries import fold_name
from samenspraak.apps.review.pages import Suggestion

MOST = 4
LIKE_ENOUGH = 55  # of 100; a wrong suggestion costs a glance, a missing one costs a double organisation


class Known(NamedTuple):
    """An organisation as plain values, its names folded once for all that are asked: a country has hundreds."""

    pk: int
    kind: str
    name: str
    folded: tuple[str, ...]


def known_of(kinds: Collection[str]) -> list[Known]:
    """Return the organisations of these kinds, by name (one query)."""
    rows = Organisation.objects.filter(kind__in=kinds).values_list("pk", "kind", "name", "other_names")
    return [
        Known(pk, kind, name, tuple(fold_name(each) for each in (name, *others))) for pk, kind, name, others in rows
    ]


def suggestions_for(name: str, organisations: Iterable[Known]) -> tuple[Suggestion, ...]:
    """Return the organisations whose names are most like this one, the likest first."""
    folded = fold_name(name)
    found = (
        Suggestion(one.pk, one.name, likeness)
        for one in organisations
        if (likeness := _likeness(folded, one.folded)) >= LIKE_ENOUGH
    )
    return tuple(sorted(found, key=lambda one: (-one.likeness, one.name)))[:MOST]


def _likeness(folded: str, names: Iterable[str]) -> int:
    """Return how alike a name is to any of the others, whatever the order of its words; a percentage."""
    return round(
        max(fuzz.token_sort_ratio(folded, name) * 0.5 + fuzz.token_set_ratio(folded, name) * 0.5 for name in names)
    )
