"""Reading order: two columns are read one after the other, and what only looks like columns is not."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from samenspraak.core.extraction.source import Line
from samenspraak.engines.readers.pdf import read_pdf
from tests.engines.readers.pdf_samples import MARGIN, PAGE_HEIGHT, Style, drawn, lay_out_paragraphs

PARAGRAPHS = [
    f"Afspraak {number}: de gemeente Zonnedam en de corporatie Woonhaven overleggen met de huurders over de nieuwe"
    f" woningen in buurt {number}, en leggen de uitkomst voor de zomer van 2027 aan de raad voor."
    + " Daarna stellen zij samen een plan op, dat ook voor de jaren erna geldt."
    * (number % 3)
    for number in range(1, 15)
]


def texts_of(pdf: bytes) -> list[str]:
    return [line.text for line in read_pdf(pdf, name="proef.pdf").flow if isinstance(line, Line)]


def at(canvas: Canvas, x: float, from_top: float, text: str) -> None:
    canvas.drawString(x, PAGE_HEIGHT - from_top, text)


@pytest.mark.parametrize("row_by_row", [False, True])
def test_two_columns_are_read_one_after_the_other(row_by_row: bool) -> None:  # noqa: FBT001
    pdf = lay_out_paragraphs(PARAGRAPHS, Style(columns=2, row_by_row=row_by_row))
    assert " ".join(texts_of(pdf)) == " ".join(PARAGRAPHS)


def test_indents_and_white_space_are_those_of_the_column() -> None:
    pdf = lay_out_paragraphs(PARAGRAPHS, Style(columns=2))
    lines = [line for line in read_pdf(pdf, name="proef.pdf").flow if isinstance(line, Line)]
    right = [line for line in lines if line.box and line.box.left > 300]
    assert right
    assert {line.indent for line in lines} == {0.0}
    assert {line.space_before for line in lines} == {0.0, 1.0}
    assert right[0].space_before == 0


def test_a_heading_over_both_columns_stays_in_its_place() -> None:
    style = Style(columns=2)
    words = " ".join(PARAGRAPHS).split()
    rows = [" ".join(words[start : start + 5]) for start in range(0, 160, 5)]

    def draw(canvas: Canvas) -> None:
        for band, top in enumerate((100, 330)):
            at(
                canvas,
                MARGIN,
                top,
                f"{band + 1} Een kop die over beide kolommen van de bladzijde heen loopt, zo lang is hij",
            )
            for column in range(2):
                for row in range(8):
                    text = rows[band * 16 + column * 8 + row]
                    at(canvas, MARGIN + column * (style.column_width + 24), top + 30 + 13 * row, text)

    texts = texts_of(drawn(draw))
    assert [text for text in texts if text[0].isdigit() and "kop" in text] == [texts[0], texts[17]]
    assert texts[1:17] + texts[18:] == rows


def test_a_page_number_below_a_column_does_not_end_up_between_the_columns() -> None:
    pdf = lay_out_paragraphs(PARAGRAPHS * 3, Style(columns=2, page_numbers=True, running_head="Prestatieafspraken"))
    first_page = [line.text for line in read_pdf(pdf, name="a").flow if isinstance(line, Line) and line.page == 1]
    assert first_page[0] == "Prestatieafspraken"
    assert first_page[-1] == "1"


def test_a_page_of_one_column_is_left_as_it_is() -> None:
    assert " ".join(texts_of(lay_out_paragraphs(PARAGRAPHS))) == " ".join(PARAGRAPHS)


def test_codes_in_the_margin_are_no_column() -> None:
    def draw(canvas: Canvas) -> None:
        for row, paragraph in enumerate(PARAGRAPHS):
            at(canvas, MARGIN, 100 + 40 * row, f"K 1.{row + 1}")
            at(canvas, MARGIN + 60, 100 + 40 * row, paragraph[:70])
            at(canvas, MARGIN + 60, 113 + 40 * row, paragraph[70:140].strip())

    texts = texts_of(drawn(draw))
    assert texts[:3] == [f"K 1.1 {PARAGRAPHS[0][:70]}", PARAGRAPHS[0][70:140].strip(), f"K 1.2 {PARAGRAPHS[1][:70]}"]


def test_a_table_without_rules_is_read_row_by_row() -> None:
    """Left and right are drawn by turns and their rows begin level: cells, not columns."""
    left = ["Wij bouwen samen nieuwe woningen", "in de wijk aan het water, en wel", "in drie jaar tijds met elkaar."]
    right = [
        "De trekker is de corporatie, die",
        "daarover ieder kwartaal een brief",
        "aan de raad en de huurders stuurt.",
    ]

    def draw(canvas: Canvas) -> None:
        for row in range(8):
            for x, cell in ((MARGIN, left), (MARGIN + 240, right)):
                for number, line in enumerate(cell):
                    at(canvas, x, 100 + 55 * row + 13 * number, line)

    assert texts_of(drawn(draw)) == (left + right) * 8


def test_a_running_head_with_a_left_and_a_right_part_makes_no_columns() -> None:
    def draw(canvas: Canvas) -> None:
        at(canvas, MARGIN, 30, "Gemeente Zonnedam")
        at(canvas, 450, 30, "Prestatieafspraken")
        for row, paragraph in enumerate(PARAGRAPHS):
            at(canvas, MARGIN, 100 + 26 * row, paragraph[:80])

    assert texts_of(drawn(draw))[1:] == [paragraph[:80].strip() for paragraph in PARAGRAPHS]
