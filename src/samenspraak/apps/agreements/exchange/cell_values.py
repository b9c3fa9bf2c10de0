"""From a cell that somebody typed in any program to the value of a field."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from samenspraak.apps.agreements.exchange.columns import ExchangeColumn, names_in, quantities_in
from samenspraak.apps.agreements.exchange.table_rows import Words
from samenspraak.engines.writers.cells import Cell, plain
from samenspraak.engines.writers.xlsx import CUT

_DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def same_cell(column: ExchangeColumn, cell: Cell, current: Cell) -> bool:
    """Whether a cell still says what was written there; programs change white space and the type of a number."""
    if cell == current:
        return True
    said, written = _comparable(column, cell), _comparable(column, current)
    # What Excel could not hold whole was cut by ourselves: nobody changed it.
    return said == written or (
        said.endswith(CUT.strip()) and written.startswith(said.removesuffix(CUT.strip()).rstrip())
    )


def _comparable(column: ExchangeColumn, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.15g}"
    text = " ".join(plain(str(cell)).split())
    return _iso(text) if column.field == "deadline_on" else text


def value_of(column: ExchangeColumn, cell: Cell, words: Words) -> Any:  # noqa: ANN401 (a value of any field)
    """Return the value of a field; raises ValueError with the column."""
    text = plain("" if cell is None else _comparable(column, cell) if not isinstance(cell, str) else cell).strip()
    try:
        return _value(column.field, text, words)
    except ValueError as error:
        raise ValueError(f"kolom {column.name}: {error}") from error


def _value(name: str, text: str, words: Words) -> Any:  # noqa: ANN401 (a value of any field)
    if name in words.choices:
        return _choice(text, words.choices[name])
    if name in {"leads", "partners"}:
        return names_in(text)
    if name == "quantities":
        return quantities_in(text)
    if name == "deadline_on":
        return _iso(text)
    if name == "elaborates":
        return words.id_of.get(" ".join(text.split()).lower(), text)
    return text


def _choice(text: str, choices: Any) -> str:  # noqa: ANN401 (a mapping of values to words)
    if not text:
        return ""
    said = " ".join(text.split()).lower()
    for value, word in choices.items():
        if said in (word.lower(), value):
            return str(value)
    raise ValueError(f"“{text[:40]}” is geen keuze; kies uit {', '.join(choices.values())}.")


def _iso(text: str) -> str:
    found = _DUTCH_DAY.fullmatch(text)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else text
