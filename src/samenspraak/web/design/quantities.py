"""Quantities in words: "ten minste 65%", "4 keer per jaar", "€ 15 miljoen"."""

from __future__ import annotations

from typing import Protocol

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

_MILLION = 1_000_000
# Two digits behind the comma are what agreements use; more is noise of the machine's arithmetic.
_DIGITS = 2


class QuantityLike(Protocol):
    """What a quantity needs to have to be said."""

    @property
    def value(self) -> float: ...
    @property
    def unit(self) -> str: ...
    @property
    def bound(self) -> str: ...


def number_words(value: float) -> str:
    """Return a number as people write it here: 2.250 and 62,5 in Dutch, without needless zeros."""
    rounded = round(float(value), _DIGITS)
    digits = next(d for d in range(_DIGITS + 1) if round(rounded, d) == rounded)
    return number_format(rounded, decimal_pos=digits, use_l10n=True, force_grouping=True)


def quantity_words(quantity: QuantityLike) -> str:
    """Return bound, number and unit as one phrase."""
    amount = _amount(quantity.value, quantity.unit)
    match quantity.bound:
        case "min":
            return _("ten minste %(amount)s") % {"amount": amount}
        case "max":
            return _("ten hoogste %(amount)s") % {"amount": amount}
        case "about":
            return _("ongeveer %(amount)s") % {"amount": amount}
        case _other:
            return amount


def _amount(value: float, unit: str) -> str:
    number = number_words(value)
    if unit == "percent":
        return f"{number}%"
    if unit.startswith("EUR"):
        return _money(value, unit)
    return f"{number} {_unit_words(unit, value)}"


def _money(value: float, unit: str) -> str:
    if value >= _MILLION and round(value / _MILLION, _DIGITS) * _MILLION == value:
        amount = _("€ %(number)s miljoen") % {"number": number_words(value / _MILLION)}
    else:
        amount = f"€ {number_words(value)}"
    return _("%(amount)s per maand") % {"amount": amount} if unit == "EUR/month" else amount


def _unit_words(unit: str, value: float) -> str:
    """Return the unit for this number; a unit that is no code is the document's own noun."""
    count = 1 if value == 1 else 2
    match unit:
        case "dwelling":
            return ngettext("woning", "woningen", count)
        case "household":
            return ngettext("huishouden", "huishoudens", count)
        case "person":
            return ngettext("persoon", "personen", count)
        case "times/year":
            return _("keer per jaar")
        case _other:
            return _span_words(unit, count)


def _span_words(unit: str, count: int) -> str:
    # In Dutch "jaar" stays singular behind a number, the other spans of time do not.
    match unit:
        case "year":
            return ngettext("jaar", "jaar", count)
        case "month":
            return ngettext("maand", "maanden", count)
        case "week":
            return ngettext("week", "weken", count)
        case "day":
            return ngettext("dag", "dagen", count)
        case _other:
            return unit
