"""Units in a field that people fill in: the language of the screen, there and back."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspraak.web.design.quantities import unit_words

_NOUNS = ("dwelling", "household", "person", "times", "year", "month", "week", "day")
_SPANS = ("year", "month", "week", "day", "dwelling", "household", "person")


def unit_name(unit: str) -> str:
    """Return what people call a unit: "woningen", "euro per maand"; one that is no code is the document's own noun."""
    counted, _slash, per = unit.partition("/")
    name = _counted_name(counted)
    return _("%(amount)s per %(unit)s") % {"amount": name, "unit": unit_words(per, 1)} if per else name


def unit_of_name(name: str) -> str:
    """Return the unit that people call so; other words stand for themselves."""
    plain = " ".join(name.split())
    for counted in (*_NOUNS, "percent", "EUR"):
        for unit in (counted, *(f"{counted}/{per}" for per in _SPANS)):
            if unit_name(unit).casefold() == plain.casefold():
                return unit
    return plain


def _counted_name(unit: str) -> str:
    match unit:
        case "percent":
            return pgettext("unit", "procent")
        case "EUR":
            return pgettext("unit", "euro")
        case _other:
            return unit_words(unit, 2)
