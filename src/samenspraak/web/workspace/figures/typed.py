"""Numbers per year as people type or paste them, one per line: "2024: 474", "2028 t.b.", "30-10-2025: 62,5"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from samenspraak.apps.figures.queries import number_in
from samenspraak.core.measurement.targets import PathPoint

_LINE = re.compile(r"\s*(?P<when>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4}|\d{4})\s*[:;=\t ]\s*(?P<number>.*?)\s*")
_UNKNOWN = {"", "-", "–", "?", "t.b.", "t.b", "tb", "n.t.b.", "n.t.b", "ntb", "n.b.", "onbekend", "p.m."}


class NotReadable(ValueError):
    """A line that is no day or year with a number."""


def path_in(text: str) -> tuple[PathPoint, ...]:
    """Return a planned path; raises NotReadable with the line."""
    return tuple(PathPoint(_year(when, line), number) for line, when, number in _lines(text))


def measured_in(text: str) -> list[tuple[date, Decimal]]:
    """Return days with what was measured; a year is its last day. Raises NotReadable with the line."""
    found = []
    for line, when, number in _lines(text):
        if number is None:
            raise NotReadable(
                _("“%(line)s” heeft geen getal. Laat de regel weg als er niet is gemeten.") % {"line": line}
            )
        found.append((_day(when, line), number))
    return found


def as_lines(cells: Iterable[tuple[int, Decimal | None]]) -> str:
    """Return numbers per year as they are typed."""
    return "\n".join(f"{year}: {'t.b.' if number is None else shown(number)}" for year, number in cells)


def shown(number: Decimal | None) -> str:
    """Return a number as it is typed: 62,5."""
    return "" if number is None else f"{number:f}".replace(".", ",")


def _lines(text: str) -> Iterable[tuple[str, str, Decimal | None]]:
    for line in text.splitlines():
        if not line.strip():
            continue
        match = _LINE.fullmatch(line)
        number = number_in(match["number"]) if match else None
        if match is None or (number is None and match["number"].casefold() not in _UNKNOWN):
            raise NotReadable(
                _("“%(line)s” is geen jaar met een getal. Schrijf het als 2026: 253.") % {"line": line.strip()[:80]}
            )
        yield line.strip(), match["when"], number


def _year(when: str, line: str) -> int:
    if len(when) != len("2026"):
        raise NotReadable(_("In het pad staat per jaar één getal: “%(line)s” noemt een dag.") % {"line": line})
    return int(when)


def _day(when: str, line: str) -> date:
    parts = [int(part) for part in when.split("-")]
    if len(parts) == 1:
        parts = [parts[0], 12, 31]
    elif parts[0] < 100:
        parts.reverse()
    try:
        return date(*parts)
    except ValueError:
        raise NotReadable(_("De dag in “%(line)s” bestaat niet.") % {"line": line}) from None
