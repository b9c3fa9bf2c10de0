"""What somebody typed, made into values that a commitment can have, or refused with the field's name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import TextChoices

from samenspraak.apps.agreements.errors import InvalidValue
from samenspraak.apps.agreements.models import Commitment, CommitmentQuantity
from samenspraak.apps.agreements.revisions.pages import FIELD_LABELS
from samenspraak.apps.agreements.revisions.values import QuantityValues, Values

LONGEST_TEXT = 100_000
LONGEST_NAME = 300
MOST_NAMES = 100
_LENGTHS = {
    "code": 60,
    "title": 1000,
    "text": LONGEST_TEXT,
    "heading": 1000,
    "deadline_text": 500,
    "priority": 200,
    "rating_text": 200,
    "progress": LONGEST_TEXT,
}
_CHOICES: Mapping[str, type[TextChoices]] = {
    "kind": Commitment.Kind,
    "theme": Commitment.Theme,
    "rating": Commitment.Rating,
    "deadline_kind": Commitment.DeadlineKind,
}
_YEARS = range(1900, 2200)


def cleaned(values: Values) -> dict[str, Any]:
    """Return the values as they are kept; raises InvalidValue with the Dutch name of the field."""
    return {name: _CLEANERS[name](name, values[name]) for name in FIELD_LABELS if name in values}


def refuse_half_a_deadline(values: Values) -> None:
    """Raise InvalidValue when a deadline has a kind without words or the other way round, or a text is missing."""
    if not values["text"]:
        raise _invalid("text", "Een afspraak zonder tekst kan niet.")
    if bool(values["deadline_text"]) != bool(values["deadline_kind"]):
        name = "deadline_text" if values["deadline_kind"] else "deadline_kind"
        raise _invalid(name, "Vul bij een termijn zowel de woorden als de soort in.")
    if values["deadline_on"] and not values["deadline_kind"]:
        raise _invalid("deadline_kind", "Vul bij een uiterste dag ook de woorden en de soort van de termijn in.")


def _text(name: str, value: object) -> str:
    text = str(value or "").replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > _LENGTHS[name]:
        raise _invalid(name, f"Dit is langer dan {_LENGTHS[name]} tekens.")
    return text


def _choice(name: str, value: object) -> str:
    word = str(value or "")
    if word not in _CHOICES[name].values and (word or name == "kind"):
        raise _invalid(name, f"“{word[:40]}” is geen keuze.")
    return word


def _year(name: str, value: object) -> int | None:
    if value in (None, ""):
        return None
    try:
        year = int(str(value))
    except ValueError as error:
        raise _invalid(name, "Dit is geen jaar.") from error
    if year not in _YEARS:
        raise _invalid(name, "Dit is geen jaar.")
    return year


def _day(name: str, value: object) -> str | None:
    if value in (None, ""):
        return None
    if isinstance(value, date):
        return value.isoformat()
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise _invalid(name, "Deze dag bestaat niet; schrijf hem als 2027-06-30.") from error


def _names(name: str, value: Iterable[str]) -> list[str]:
    names = list(dict.fromkeys(" ".join(str(one).replace("\x00", "").split()) for one in value))
    names = [one for one in names if one]
    if len(names) > MOST_NAMES or any(len(one) > LONGEST_NAME for one in names):
        raise _invalid(name, f"Ten hoogste {MOST_NAMES} namen van ten hoogste {LONGEST_NAME} tekens.")
    return names


def _quantities(name: str, value: Iterable[Mapping[str, Any]]) -> list[QuantityValues]:
    return [_quantity(name, one) for one in value]


def _quantity(name: str, one: Mapping[str, Any]) -> QuantityValues:
    bound = str(one.get("bound") or CommitmentQuantity.Bound.EXACT.value)
    try:
        number = float(one["value"])
    except (TypeError, ValueError, KeyError) as error:
        raise _invalid(name, "Een getal ontbreekt of is geen getal.") from error
    if bound not in CommitmentQuantity.Bound.values:
        raise _invalid(name, f"“{bound[:40]}” is geen grens.")
    if not abs(number) < 1e15:
        raise _invalid(name, "Dit getal is te groot.")
    text, unit, subject = (" ".join(str(one.get(key) or "").split()) for key in ("text", "unit", "subject"))
    if len(text) > 500 or len(unit) > 100 or len(subject) > 500:
        raise _invalid(name, "De woorden bij een getal zijn te lang.")
    return QuantityValues(text=text or f"{number:g}", value=number, unit=unit, bound=bound, subject=subject)


def _reference(name: str, value: object) -> str | None:
    return str(value) if value else None


def _invalid(name: str, message: str) -> InvalidValue:
    return InvalidValue(message, where=str(FIELD_LABELS[name]))


_CLEANERS: Mapping[str, Callable[[str, Any], Any]] = {
    **dict.fromkeys(_LENGTHS, _text),
    **dict.fromkeys(_CHOICES, _choice),
    "year": _year,
    "deadline_on": _day,
    "leads": _names,
    "partners": _names,
    "quantities": _quantities,
    "elaborates": _reference,
}
