"""What stands in a cell: amounts, dates, shares, flags and codes as extracts write them. Pure functions over a text.

Each gives the stored value, None where the cell says that it is not known, and raises ValueError where it cannot be
read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from samenspraak.core.measurement.key_figures.raw_columns import RawColumn, RawKind

Stored = str | int | date | None

NOT_KNOWN = {"", *"- onbekend onb n.v.t. nvt n.b. nb leeg null none geen ? n/a #n/b".split()}
_PREFIX = re.compile(r"^[A-Z]+\.")  # ENERGIELABEL.A
_DUTCH_AMOUNT = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
_ENGLISH_AMOUNT = re.compile(r"-?\d{1,3}(,\d{3})+\.\d+")
_YES = {"1", "ja", "j", "true", "waar", "yes", "y", "x", "1.0", "1,0"}
_NO = {"0", "nee", "n", "false", "onwaar", "no", "0.0", "0,0"}
_DAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%Y%m%d", "%d.%m.%Y", "%d-%m-%y", "%Y/%m/%d")
_SYNONYMS = {
    "A++++": "AP4", "A+++": "AP3", "A++": "APP", "A+": "AP", "A4+": "AP4", "A3+": "AP3", "A2+": "APP",
    "DAEB": "DAE", "NIET-DAEB": "NDA", "NIET DAEB": "NDA", "NON-DAEB": "NDA", "NON DAEB": "NDA", "NDAEB": "NDA",
    "DEFINITIEF": "DEF", "VOORLOPIG": "VOO", "NTA8800": "NTA", "NTA 8800": "NTA",
    "PASSEND": "PAS", "NIET PASSEND": "NIE", "NIET-PASSEND": "NIE",
    "NIEUWBOUW": "NIE", "AANKOOP": "AAN", "SLOOP": "SLO",
    "URGENT": "URG", "URGENTIE": "URG", "STATUSHOUDER": "STA", "STATUSHOUDERS": "STH", "MONUMENT": "MON",
    "NULTREDEN": "NUL", "NULTREDENWONING": "NUL",
}  # fmt: skip
_HIGHEST = 2_000_000_000  # what fits where whole numbers are stored


def number_in(text: str) -> Decimal:
    """Return a number written in Dutch, in English or bare; raises ValueError."""
    bare = re.sub(r"[€\s\u00a0%]|EUR", "", text).removesuffix(",-")
    if _DUTCH_AMOUNT.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif _ENGLISH_AMOUNT.fullmatch(bare):
        bare = bare.replace(",", "")
    else:
        bare = bare.replace(",", ".")
    try:
        found = Decimal(bare)
    except InvalidOperation:
        raise ValueError(text) from None
    if not found.is_finite() or abs(found) > _HIGHEST:
        raise ValueError(text)
    return found


def cents_in(text: str) -> int:
    """Return an amount in whole cents."""
    cents = int((number_in(text) * 100).to_integral_value(rounding="ROUND_HALF_UP"))
    if abs(cents) > _HIGHEST:
        raise ValueError(text)
    return cents


def share_in(text: str) -> int:
    """Return a percentage in hundredths of a per cent; a part of one (0.5) counts as a share."""
    found = number_in(text)
    if "%" not in text and 0 < found <= 1:
        found *= 100
    if not 0 <= found <= 100:
        raise ValueError(text)
    return int((found * 100).to_integral_value())


def whole_in(text: str) -> int:
    """Return a whole number."""
    found = number_in(text)
    if found != int(found):
        raise ValueError(text)
    return int(found)


def flag_in(text: str) -> int:
    """Return 1 or 0."""
    lowered = text.lower()
    if lowered in _YES or lowered in _NO:
        return int(lowered in _YES)
    raise ValueError(text)


def day_in(text: str) -> date:
    """Return a day in one of the usual notations, with or without a time behind it."""
    bare = re.split(r"[ T]", text.strip())[0]
    for notation in _DAYS:
        try:
            return datetime.strptime(bare, notation).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ValueError(text)


def code_in(text: str, codes: tuple[str, ...]) -> str:
    """Return one of the codes; VERA's prefix and common words are understood."""
    upper = _PREFIX.sub("", text.upper())
    found = upper if upper in codes else _SYNONYMS.get(upper, "")
    if found not in codes:
        raise ValueError(text)
    return found


_READERS: dict[RawKind, Callable[[str], Stored]] = {
    RawKind.CENTS: cents_in,
    RawKind.SHARE: share_in,
    RawKind.WHOLE: whole_in,
    RawKind.FLAG: flag_in,
    RawKind.DAY: day_in,
}


def cell_value(text: str, column: RawColumn) -> Stored:
    """Return what is stored for a cell of a column; raises ValueError where it cannot be read."""
    stripped = text.strip()
    if stripped.lower() in NOT_KNOWN:
        return None
    if stripped.startswith("="):
        raise ValueError(stripped)
    if column.kind is RawKind.TEXT:
        return stripped[:200]
    if column.kind is RawKind.CODE:
        return code_in(stripped, column.codes)
    if column.kind is RawKind.WHOLE and whole_in(stripped) < column.least:
        raise ValueError(stripped)
    return _READERS[column.kind](stripped)
