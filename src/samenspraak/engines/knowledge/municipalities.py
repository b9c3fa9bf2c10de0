"""The Dutch municipalities, shipped as data (data/municipalities.csv; its source stands in data/NOTICE.md)."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from importlib.resources import files

from samenspraak.core.vocabulary.municipality import Municipality

# The list is the division of the country since this day; the next one comes as a new file with its own day.
VALID_FROM = date(2023, 1, 1)


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Return all municipalities in the order of their CBS codes."""
    text = (files(__package__) / "data" / "municipalities.csv").read_text(encoding="utf-8")
    return tuple(_municipality(row) for row in csv.DictReader(text.splitlines()))


def _municipality(row: dict[str, str]) -> Municipality:
    other_names = tuple(name for name in row["also_known_as"].split(";") if name)
    return Municipality(row["cbs_code"], row["name"], row["province"], other_names, VALID_FROM)
