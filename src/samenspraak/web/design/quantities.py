"""Quantities in words: "ten minste 65%", "4 keer per jaar", "€ 15 miljoen"."""

from __future__ import annotations

from typing import Protocol

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import npgettext

_MILLION = 1_000_000
# Two digits behind the comma are what agreements use; more is noise of the machine's arithmetic.
_DIGITS = 2
# Documents are Dutch, whatever the language of the screen.
_DUTCH_NOUNS = {"dwelling": ("woning", "woningen"), "household": ("huishouden", "huishoudens")}


class QuantityLike(Protocol):
    """What a quantity needs to have to be said."""

    @property
    def value(self) -> float: ...
    @property
    def unit(self) -> str: ...
    @property
    def bound(self) -> str: ...
    @property
    def subject(self) -> str: ...


def number_words(value: float) -> str:
    """Return a number as people write it here: 2.250 and 62,5 in Dutch, without needless zeros."""
    rounded = round(float(value), _DIGITS)
    digits = next(d for d in range(_DIGITS + 1) if round(rounded, d) == rounded)
    return number_format(rounded, decimal_pos=digits, use_l10n=True, force_grouping=True)


def quantity_words(quantity: QuantityLike) -> str:
    """Return bound, number, unit and what is counted as one phrase: "ten minste 240 sociale huurwoningen"."""
    if subject_says_unit(quantity):
        amount = f"{number_words(quantity.value)} {quantity.subject}"
    else:
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


def subject_says_unit(quantity: QuantityLike) -> bool:
    """Return whether what is counted ends in the unit itself: "sociale huurwoningen" are dwellings."""
    last = (quantity.subject.split() or [""])[-1].casefold()
    return last.endswith(_DUTCH_NOUNS.get(quantity.unit, ("\x00",)))


def _amount(value: float, unit: str) -> str:
    """Return number and unit; "EUR/month" is an amount per month."""
    counted, _slash, per = unit.partition("/")
    amount = _counted(value, counted)
    return _("%(amount)s per %(unit)s") % {"amount": amount, "unit": unit_words(per, 1)} if per else amount


def _counted(value: float, unit: str) -> str:
    if unit == "percent":
        return f"{number_words(value)}%"
    if unit == "EUR":
        return _money(value)
    return f"{number_words(value)} {unit_words(unit, value)}"


def _money(value: float) -> str:
    if value >= _MILLION and round(value / _MILLION, _DIGITS) * _MILLION == value:
        return _("€ %(number)s miljoen") % {"number": number_words(value / _MILLION)}
    if value != round(value):
        return f"€ {number_format(round(value, 2), decimal_pos=2, use_l10n=True, force_grouping=True)}"
    return f"€ {number_words(value)}"


def unit_words(unit: str, value: float) -> str:
    """Return the unit for this number; a unit that is no code is the document's own noun."""
    count = 1 if value == 1 else 2
    match unit:
        case "dwelling":
            return npgettext("unit", "woning", "woningen", count)
        case "household":
            return npgettext("unit", "huishouden", "huishoudens", count)
        case "person":
            return npgettext("unit", "persoon", "personen", count)
        case "times":
            return npgettext("unit", "keer", "keer", count)
        case _other:
            return _span_words(unit, count)


def _span_words(unit: str, count: int) -> str:
    # In Dutch "jaar" stays singular behind a number, the other spans of time do not.
    match unit:
        case "year":
            return npgettext("unit", "jaar", "jaar", count)
        case "month":
            return npgettext("unit", "maand", "maanden", count)
        case "week":
            return npgettext("unit", "week", "weken", count)
        case "day":
            return npgettext("unit", "dag", "dagen", count)
        case _other:
            return unit
