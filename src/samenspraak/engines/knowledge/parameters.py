"""The limits and rules that are shipped (data/parameters.toml), as `core.measurement` asks for them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from samenspraak.core.measurement.households import Household
from samenspraak.core.measurement.parameters import (
    Parameter,
    ParameterName,
    Parameters,
    ParameterState,
    ParameterValue,
)

PARAMETERS_FILE = "parameters.toml"

# A table of the file, as Python reads TOML: what is in it is checked here, once.
Table = Mapping[str, Any]


@cache
def load_parameters() -> Parameters:
    """Return the shipped parameters; an office adds its own with `supplemented_by`."""
    text = files(__package__).joinpath("data", PARAMETERS_FILE).read_text(encoding="utf-8")
    return parameters_in(text)


def parameters_in(text: str) -> Parameters:
    """Read a file of parameters; what is not in it is not known."""
    content = tomllib.loads(text, parse_float=Decimal)
    sources = content.pop("sources")
    described = {name: _parameter(ParameterName(name), table) for name, table in content.items()}
    values = [value for name, table in content.items() for value in _values(described[name], table, sources)]
    return Parameters(described.values(), values)


def _parameter(name: ParameterName, table: Table) -> Parameter:
    named = {key for row in table["rows"] for key in row}
    households = tuple(household for household in Household if household in named)
    return Parameter(name, table["label"], table["label_en"], table["unit"], table.get("limit_included"), households)


def _values(parameter: Parameter, table: Table, sources: Mapping[str, str]) -> Iterator[ParameterValue]:
    starts = sorted({row["from"] for row in table["rows"]})
    for row in table["rows"]:
        ends = row.get("until") or _last_day(row["from"], table["holds"], starts)
        for household in parameter.households or (None,):
            amount = row.get(household or "value")
            if amount is not None:
                yield ParameterValue(
                    parameter,
                    Decimal(amount),
                    row["from"],
                    ends,
                    household,
                    ParameterState(row.get("state", ParameterState.OFFICIAL)),
                    sources[row["source"]] if row["source"] else "",
                    row.get("note", ""),
                )


def _last_day(start: date, holds: str, starts: list[date]) -> date | None:
    """Return until when a row holds: its year, or the day before the next row."""
    if holds == "year":
        return date(start.year, 12, 31)
    following = next((later for later in starts if later > start), None)
    return following - timedelta(days=1) if following else None
