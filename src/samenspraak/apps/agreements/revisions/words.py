"""The values of a commitment in words of the language of the request."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenspraak.apps.agreements.models import Commitment, CommitmentQuantity
from samenspraak.core.composition.amounts import unit_words

_CHOICES = {
    "kind": Commitment.Kind,
    "theme": Commitment.Theme,
    "rating": Commitment.Rating,
    "deadline_kind": Commitment.DeadlineKind,
}


def value_words(name: str, value: object, names: Mapping[str, str] | None = None) -> str:
    """Return a value as people say it; an empty one gives an empty text. `names` tells what a reference points at."""
    if value in (None, "", []):
        return ""
    if name in _CHOICES:
        return str(_CHOICES[name](value).label) if value in _CHOICES[name].values else str(value)
    if name == "deadline_on":
        return date_format(date.fromisoformat(str(value)), "j F Y")
    if isinstance(value, list):
        return "; ".join(quantity_line(one) if isinstance(one, Mapping) else str(one) for one in value)
    if name == "elaborates":
        return (names or {}).get(str(value), _("een afspraak die er niet meer is"))
    return str(value)


def quantity_line(one: Mapping[str, Any]) -> str:
    """Return one number with its bound and unit; what is counted may say the unit itself."""
    number = f"{one['value']:.15g}".replace(".", ",")
    bound = CommitmentQuantity.Bound(one["bound"])
    words = [] if bound is CommitmentQuantity.Bound.EXACT else [str(bound.label)]
    unit = unit_words(one["unit"], one["value"])
    says_unit = one["subject"].casefold().endswith(unit.casefold())
    return " ".join(filter(None, [*words, number, "" if says_unit else unit, one["subject"]]))
