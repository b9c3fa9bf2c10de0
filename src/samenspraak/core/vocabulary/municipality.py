"""A Dutch municipality (gemeente) as the national statistics office (CBS) numbers it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_SUFFIX = re.compile(r"\s*\([^)]*\)$")


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality under one CBS code; a code ends when municipalities merge, so it has a first day.

    `name` is the official one, which may end in a suffix ("Bergen (NH.)"); `names` are the forms that documents
    write. Two municipalities can share a written name: only the province or the company it keeps tells them apart.
    """

    cbs_code: str  # "GM0373"
    name: str
    province: str  # two letters as in addresses of the provinces: "NH"
    other_names: tuple[str, ...] = ()
    valid_from: date = date(2023, 1, 1)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names as documents write them, the official one without its suffix first."""
        written = _SUFFIX.sub("", self.name)
        return tuple(dict.fromkeys((written, *self.other_names)))
