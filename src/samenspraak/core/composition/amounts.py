"""Numbers with their unit, as people write them in Dutch."""

from __future__ import annotations

from samenspraak.core.vocabulary.quantity import Bound

_BOUNDS = {Bound.MIN: "ten minste", Bound.MAX: "ten hoogste", Bound.EXACT: "", Bound.ABOUT: "ongeveer"}
# One and many; what is not here is a Dutch noun already.
_UNITS = {
    "dwelling": ("woning", "woningen"),
    "household": ("huishouden", "huishoudens"),
    "person": ("persoon", "personen"),
    "times": ("keer", "keer"),
    "year": ("jaar", "jaar"),
    "month": ("maand", "maanden"),
    "week": ("week", "weken"),
    "day": ("dag", "dagen"),
}
_PACES = {"year": "per jaar", "month": "per maand"}


def numeral(value: float) -> str:
    """Return a number as people write it: 1.250 or 12,5; at most two digits behind the comma."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def unit_words(unit: str, value: float = 2) -> str:
    """Return a unit in words: woningen, procent, euro per maand."""
    name, _, pace = unit.partition("/")
    if name == "percent":
        found = "procent"
    elif name == "EUR":
        found = "euro"
    else:
        one, many = _UNITS.get(name, (name, name))
        found = one if value == 1 else many
    return f"{found} {_PACES.get(pace, f'per {pace}')}" if pace else found


def amount(value: float, unit: str) -> str:
    """Return a number with its unit: 1.250 woningen, 70%, € 640 per maand."""
    name, _, pace = unit.partition("/")
    along = f" {_PACES.get(pace, f'per {pace}')}" if pace else ""
    if name == "percent":
        return f"{numeral(value)}%{along}"
    if name == "EUR":
        return f"€ {numeral(value)}{along}"
    return f"{numeral(value)} {unit_words(unit, value)}".strip()


def bounded(value: float, unit: str, bound: Bound) -> str:
    """Return a target with its bound: ten minste 60 woningen."""
    return f"{_BOUNDS[bound]} {amount(value, unit)}".strip()
