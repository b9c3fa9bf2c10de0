"""What the history of a commitment says of its numbers is what people say: no codes of units, nothing twice."""

from __future__ import annotations

import pytest

from samenspraak.apps.agreements.revisions.words import quantity_line


@pytest.mark.parametrize(
    ("value", "unit", "subject", "words"),
    [
        (240.0, "dwelling", "sociale huurwoningen", "ten minste 240 sociale huurwoningen"),
        (240.0, "dwelling", "in het centrum", "ten minste 240 woningen in het centrum"),
        (1.0, "dwelling", "", "ten minste 1 woning"),
        (62.5, "percent", "", "ten minste 62,5 procent"),
        (30.0, "laadpalen", "", "ten minste 30 laadpalen"),
        (12.0, "", "", "ten minste 12"),
    ],
)
def test_a_number_in_the_history_has_its_unit_in_words(value: float, unit: str, subject: str, words: str) -> None:
    one = {"value": value, "unit": unit, "bound": "min", "subject": subject}
    assert quantity_line(one) == words
