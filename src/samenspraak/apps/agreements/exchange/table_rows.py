"""Commitments as rows of the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from samenspraak.apps.agreements.exchange.columns import FIELDS, dutch_words, list_cell, quantities_cell
from samenspraak.apps.agreements.exchange.kept import Kept
from samenspraak.apps.agreements.fetch import register_of
from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.agreements.revisions.values import Values
from samenspraak.engines.writers.cells import Cell

_NAMES = tuple(column.field for column in FIELDS)
Write: TypeAlias = Callable[[Any], Cell]


@dataclass(frozen=True)
class Words:
    """What the cells of an agreement are written with: Dutch words, and the numbers of what is elaborated."""

    choices: Mapping[str, Mapping[str, str]]
    code_of: Mapping[str, str]  # by public id: the code, where no other framework has the same

    @cached_property
    def id_of(self) -> dict[str, str]:
        """The public id by code, in small letters."""
        return {code.lower(): public_id for public_id, code in self.code_of.items()}

    @cached_property
    def writing(self) -> tuple[tuple[int, Write], ...]:
        """The places in FIELDS of what is no cell as it is, and how such a value becomes one."""
        own: dict[str, Write] = {name: _Spoken(choices).__getitem__ for name, choices in self.choices.items()}
        own |= {"deadline_on": date.fromisoformat, "leads": list_cell, "partners": list_cell}
        own |= {"quantities": quantities_cell, "elaborates": _Spoken(self.code_of).__getitem__, "year": int}
        return tuple((_NAMES.index(name), write) for name, write in own.items())


class _Spoken(dict[str, str]):
    """The word of a value; what has no word is said as it is."""

    def __missing__(self, value: str) -> str:
        return value


def words_of(agreement: Agreement) -> Words:
    """Return the words for an agreement's table (one query)."""
    found = register_of(agreement).filter(kind=Commitment.Kind.FRAMEWORK).exclude(code="").order_by()
    codes = {str(public_id): " ".join(code.split()) for public_id, code in found.values_list("public_id", "code")}
    times = Counter(code.lower() for code in codes.values())
    return Words(dutch_words(), {one: code for one, code in codes.items() if times[code.lower()] == 1})


def cells_of(values: Values, words: Words) -> list[Cell]:
    """Return the cells of what a commitment says, in the order of FIELDS; what is not there is empty."""
    cells = list(map(values.get, _NAMES))
    for place, write in words.writing:
        cells[place] = write(cells[place]) if cells[place] else ""
    return cells


def row_of(one: Kept, words: Words) -> list[Cell]:
    """Return a commitment as a row, in the order of COLUMNS."""
    return [one.public_id, one.version, *cells_of(one.values, words), one.document, one.page, None]
