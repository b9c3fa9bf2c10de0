"""Text pasted from a PDF: every printed line became a paragraph."""

from __future__ import annotations

import docx
import pytest
from docx.shared import Pt

from samenspraak.core.extraction.source import Line
from samenspraak.engines.readers import read_bytes
from tests.engines.readers.files import lines_of, saved_word

_PRINTED = [
    "De gemeente en de corporatie spreken af dat zij in de komende vier jaren",
    "samen zestig woningen bouwen voor mensen die nu te klein wonen en die",
    "graag in hun eigen wijk willen blijven.",
    "",
]


def read(texts: list[str], below: int = 0) -> list[Line]:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text).paragraph_format.space_after = Pt(below)
    return lines_of(read_bytes(saved_word(document), name="a.docx", mend_text=False))


@pytest.mark.parametrize("below", [0, 10], ids=["tight", "spaced"])
def test_printed_lines_are_lines_and_blank_ones_divide_them(below: int) -> None:
    lines = read(_PRINTED * 8, below)
    assert not any(line.is_paragraph for line in lines)
    assert [line.space_before for line in lines[3:9]] == [1, 0, 0, 1, 0, 0]


def test_paragraphs_stay_paragraphs() -> None:
    lines = read([" ".join(_PRINTED)] * 12)
    assert all(line.is_paragraph for line in lines)


def test_short_items_without_full_stops_stay_paragraphs() -> None:
    items = ["Partijen zetten zich in voor:", "betaalbare huren in alle wijken", "zorgzame buurten met een huiskamer"]
    paragraphs = [" ".join(_PRINTED)] * 5
    assert all(line.is_paragraph for line in read((items + paragraphs) * 4))


def test_a_few_lines_prove_nothing() -> None:
    assert all(line.is_paragraph for line in read(_PRINTED))
