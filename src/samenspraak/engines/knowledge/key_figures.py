"""The key figures that are shipped (data/key_figures.toml), declared in the form that offices use for their own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from samenspraak.core.measurement.key_figures.declaration import Comparability, KeyFigure
from samenspraak.core.measurement.key_figures.declaring import declared, own_figure
from samenspraak.core.measurement.key_figures.errors import KeyFigureIncomplete
from samenspraak.core.measurement.observations import SeriesBreak

KEY_FIGURES_FILE = "key_figures.toml"

# A table of the file, as Python reads TOML: what is in it is checked here, once.
Table = Mapping[str, Any]


@cache
def load_key_figures() -> tuple[KeyFigure, ...]:
    """Return the shipped key figures in their order."""
    text = files(__package__).joinpath("data", KEY_FIGURES_FILE).read_text(encoding="utf-8")
    return key_figures_in(text)


def key_figures_in(text: str) -> tuple[KeyFigure, ...]:
    """Read a file of key figures."""
    content = tomllib.loads(text)
    breaks = {name: SeriesBreak(each["on"], each["reason"]) for name, each in content["break"].items()}
    known = {name: _comparability(each, breaks) for name, each in content["comparability"].items()}
    return tuple(declared(_texts(each), comparability=known[each["comparability"]]) for each in content["figure"])


def own_key_figures(text: str) -> tuple[KeyFigure, ...]:
    """Read the figures of an office: blocks `[[figure]]` and nothing else; raises KeyFigureIncomplete."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KeyFigureIncomplete(
            f"Het bestand met eigen kengetallen is geen goede TOML{_place_in(str(error))}. Kijk of daar een"
            " aanhalingsteken of is-teken ontbreekt; de vorm staat in het handboek."
        ) from error
    forms = content.get("figure")
    if not isinstance(forms, list) or not all(isinstance(form, dict) for form in forms):
        raise KeyFigureIncomplete("In het bestand met eigen kengetallen staat geen blok [[figure]].")
    return tuple(own_figure(_texts(form)) for form in forms)


def _place_in(told: str) -> str:
    """Return where a file is wrong, in Dutch, as far as the reader says so."""
    found = re.search(r"at line (\d+), column (\d+)", told)
    return f": bij regel {found[1]}, teken {found[2]}" if found else " (aan het eind van het bestand)"


def _comparability(table: Table, breaks: Mapping[str, SeriesBreak]) -> Comparability:
    return Comparability(table["note"], table["note_en"], tuple(breaks[name] for name in table.get("breaks", ())))


def _texts(table: Table) -> dict[str, str]:
    return {name: str(value) for name, value in table.items()}
