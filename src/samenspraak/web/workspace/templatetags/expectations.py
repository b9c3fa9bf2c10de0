"""What is to be expected of a target, in the language of the screen; the sentences themselves are those of reports."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from samenspraak.apps.figures.pages import Amount
from samenspraak.core.measurement.expectations import END_OF_YEAR
from samenspraak.core.measurement.forecast import Expected
from samenspraak.core.vocabulary.wording import Sentence
from samenspraak.web.design.quantities import quantity_words

register = template.Library()


@register.filter
def in_words(sentence: Sentence) -> str:
    """Return a sentence in the language of the screen."""
    return sentence.said(_)


@register.filter
def expected_words(one: Expected, like: Amount) -> str:
    """Return what is expected for the end of a year, in the unit of another number."""
    value, low, high = (quantity_words(Amount(float(each), like.unit)) for each in (one.value, one.low, one.high))
    return Sentence(END_OF_YEAR, {"year": one.year, "value": value, "low": low, "high": high}).said(_)
