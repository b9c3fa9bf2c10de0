"""Footnote digits that stick to a word are no part of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.extraction.footnote_marks import without_footnote_marks
from samenspraak.core.extraction.source import Line
from tests.core.extraction.documents import source_of, table

NOTES = "\n\n1 Zie het besluit van de raad.\n2 De lijst staat op de website."


def first_line(text: str) -> str:
    """Return the first line of a document without footnote marks."""
    line = without_footnote_marks(source_of(text).flow)[0]
    assert isinstance(line, Line)
    return line.text


MARKS = [
    ("De gemeente1 maakt een plan2.", "De gemeente maakt een plan."),
    ("De raad (van Waterhoven)2 besluit.", "De raad (van Waterhoven) besluit."),
    ("De gemeente3 maakt een plan.", "De gemeente3 maakt een plan."),
    ("Elke flat heeft 40 m2 ruimte.", "Elke flat heeft 40 m2 ruimte."),
    ("De stad is 12 km2 groot.", "De stad is 12 km2 groot."),
    ("De CO2 daalt in fase 2 van K1.", "De CO2 daalt in fase 2 van K1."),
    ("In 2021 en 2022 kwam er weinig bij.", "In 2021 en 2022 kwam er weinig bij."),
    ("Zie https://waterhoven.example/plan2026 daarvoor.", "Zie https://waterhoven.example/plan2026 daarvoor."),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_a_digit_goes_where_the_document_has_that_footnote(text: str, expected: str) -> None:
    assert first_line(text + NOTES) == expected


def test_without_footnotes_every_digit_stays() -> None:
    assert first_line("De gemeente1 maakt een plan2.") == "De gemeente1 maakt een plan2."


def test_what_is_left_keeps_its_place_in_the_raw_text() -> None:
    source = source_of("De gemeente1 maakt een plan2." + NOTES)
    line = without_footnote_marks(source.flow)[0]
    assert isinstance(line, Line)
    assert "".join(source.raw[line.origin(index)] for index in range(len(line.text))) == line.text
    assert line.origin(line.text.index("maakt")) == source.raw.index("maakt")


def test_tables_pass_unchanged() -> None:
    made = table(("gemeente1", "2"))
    assert without_footnote_marks([*source_of(NOTES).flow, made])[-1] == made


@given(st.text(alphabet="ab12 .)", max_size=40))
def test_only_digits_go(text: str) -> None:
    flow = source_of(f"x{text}{NOTES}").flow
    for before, after in zip(flow, without_footnote_marks(flow), strict=True):
        assert isinstance(before, Line)
        assert isinstance(after, Line)
        assert [c for c in after.text if not c.isdigit()] == [c for c in before.text if not c.isdigit()]
