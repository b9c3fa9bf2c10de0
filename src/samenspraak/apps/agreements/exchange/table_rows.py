"""Commitments as rows of the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenspraak.apps.agreements.exchange.columns import (
    DOCUMENT,
    FIELDS,
    ID,
    PAGE,
    REASON,
    VERSION,
    dutch_words,
    list_cell,
    quantities_cell,
)
from samenspraak.apps.agreements.exchange.kept import Kept
from samenspraak.apps.agreements.fetch import register_of
from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.agreements.revisions.values import Values
from samenspraak.engines.writers.cells import Cell


@dataclass(frozen=True, slots=True)
class Words:
    """What the cells of an agreement are written with: Dutch words, and the numbers of what is elaborated."""

    choices: Mapping[str, Mapping[str, str]]
    code_of: Mapping[str, str]  # by public id: the code, where no other framework has the same

    @property
    def id_of(self) -> dict[str, str]:
        """The public id by code, in small letters."""
        return {code.lower(): public_id for public_id, code in self.code_of.items()}


def words_of(agreement: Agreement) -> Words:
    """Return the words for an agreement's table (one query)."""
    found = register_of(agreement).filter(kind=Commitment.Kind.FRAMEWORK).exclude(code="").order_by()
    codes = {str(public_id): " ".join(code.split()) for public_id, code in found.values_list("public_id", "code")}
    times = Counter(code.lower() for code in codes.values())
    return Words(dutch_words(), {one: code for one, code in codes.items() if times[code.lower()] == 1})


def cells_of(values: Values, words: Words) -> dict[str, Cell]:
    """Return the cells of what a commitment says, by column."""
    return {column.name: _cell(column.field, values.get(column.field), words) for column in FIELDS}


def _cell(name: str, value: Any, words: Words) -> Cell:  # noqa: ANN401 (a value of any field)
    if value in (None, "", []):
        return None
    if name in words.choices:
        return words.choices[name].get(value, str(value))
    if name == "deadline_on":
        return date.fromisoformat(value)
    if name in {"leads", "partners"}:
        return list_cell(value)
    if name == "quantities":
        return quantities_cell(value)
    if name == "elaborates":
        return words.code_of.get(value, str(value))
    return value if isinstance(value, int) else str(value)


def row_of(one: Kept, words: Words) -> dict[str, Cell]:
    """Return a commitment as a row, by column."""
    return {
        ID: str(one.public_id),
        VERSION: one.version,
        **cells_of(one.values, words),
        DOCUMENT: one.document,
        PAGE: one.page,
        REASON: None,
    }
