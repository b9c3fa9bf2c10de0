"""The same report as Word, OpenDocument, PDF and HTML says the same: read back with our own readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from samenspraak.core.composition.material import Source
from samenspraak.core.composition.monitor import monitor_report
from samenspraak.core.composition.tree import Report
from samenspraak.core.extraction.source import Line, SourceText, Table
from samenspraak.engines.readers import read_bytes
from samenspraak.engines.writers.reports.docx import write_docx
from samenspraak.engines.writers.reports.html import write_html
from samenspraak.engines.writers.reports.odt import write_odt
from samenspraak.engines.writers.reports.pdf import write_pdf
from tests.core.composition.waterhoven import LINES, MATERIAL
from tests.engines.writers.reports.sample import sample

Write = Callable[[Report], bytes]


def html(report: Report) -> bytes:
    return write_html(report).encode()


FORMATS: dict[str, Write] = {"docx": write_docx, "odt": write_odt, "pdf": write_pdf, "html": html}
OFFICE = ["docx", "odt", "html"]

each_format = pytest.mark.parametrize("name", FORMATS)


def read_back(name: str, report: Report) -> SourceText:
    return read_bytes(FORMATS[name](report), name=f"verslag.{name}", mend_text=False)


def squeezed(text: str) -> str:
    """Return the letters alone: where a line ends is the format's own affair."""
    return "".join(text.split())


SENTENCES = [
    "Monitor Waterhoven",
    "Tweede ronde 2026",
    "2 oktober 2026",
    "Dit is de stand",
    "Cijfers tot en met augustus.",
    "De afspraken zelf",
    "Rood en geel eerst.",
    "De Linde bouwt 47 woningen bij het station.",
    "De vergunning is er.",
    "Vraagt actie",
    "Nog niet bekend",
    "Bron: opgave van de trekkers.",
    "Stand per thema",
    "A. de Wit",
    "<b>vet</b> & ]]> {{ 7*7 }}",
    "Plaats en datum:",
]


@each_format
@pytest.mark.slow  # a PDF is laid out
def test_every_sentence_stands_in_every_format(name: str) -> None:
    raw = squeezed(read_back(name, sample()).raw)
    missing = [sentence for sentence in SENTENCES if squeezed(sentence) not in raw]
    if name == "pdf":  # a letter for an emoji, and what runs from right to left, are the font's affair
        missing = [sentence for sentence in missing if "vet" not in sentence]
    assert missing == []


@each_format
@pytest.mark.slow  # a PDF is laid out
def test_every_row_of_the_monitor_says_where_it_stands_in_every_format(name: str) -> None:
    sources = [Source(("afspraken.pdf", "aanvulling.pdf")[page % 2], page) for page in range(41, 41 + len(LINES))]
    lines = tuple(replace(line, source=source) for line, source in zip(LINES, sources, strict=True))
    raw = squeezed(read_back(name, monitor_report(replace(MATERIAL, lines=lines))).raw)
    numbers = {"aanvulling.pdf": 1, "afspraken.pdf": 2}
    places = [f"blz.{source.page})" for source in sources] + [f"(bron{numbers[one.document]}," for one in sources]
    assert [place for place in (*places, *numbers) if place not in raw] == []


@pytest.mark.parametrize("name", OFFICE)
def test_headings_keep_their_level(name: str) -> None:
    lines = [item for item in read_back(name, sample()).flow if isinstance(item, Line) and item.heading_level]
    levels = {line.text: line.heading_level for line in lines}
    assert levels["Bouwen"] == (levels["Passend wonen"] or 0) + 1
    assert levels["Ondertekening"] == levels["Leeswijzer"]


@pytest.mark.parametrize("name", OFFICE)
def test_a_table_keeps_its_cells(name: str) -> None:
    tables = [item for item in read_back(name, sample()).flow if isinstance(item, Table)]
    rows = [[squeezed(cell.text) for cell in row] for row in tables[0].rows]
    assert rows[0] == ["Nummer", "Afspraak", "Aantal", "Stand"]
    assert rows[1] == [
        squeezed(text)
        for text in ("J 1", "De Linde bouwt 41 woningen bij het station. De vergunning is er.", "41", "◆ Vraagt actie")
    ]
    assert len(rows) == 8


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_a_light_colours_its_cell(name: str) -> None:
    tables = [item for item in read_back(name, sample()).flow if isinstance(item, Table)]
    assert [row[3].shading for row in tables[0].rows[1:5]] == [
        "#fdf0d5",
        "#fbe6e6",
        "#eceff2",
        None if name == "docx" else tables[0].rows[4][3].shading,
    ]


def test_a_light_colours_its_cell_on_a_page_as_well() -> None:
    page = write_html(sample())
    assert [one.partition("'")[0] for one in page.split("<td class='ground--")[1:4]] == ["amber", "red", "grey"]


@each_format
@pytest.mark.slow  # a PDF is laid out twice
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert FORMATS[name](sample()) == FORMATS[name](sample())


@each_format
@pytest.mark.slow  # 300 rows over many pages
def test_a_table_of_three_hundred_rows_goes_on_over_the_pages(name: str) -> None:
    raw = squeezed(read_back(name, sample(300)).raw)
    assert all(squeezed(f"De Linde bouwt {number + 40} woningen") in raw for number in range(1, 301))


def test_html_fetches_nothing_and_runs_nothing() -> None:
    page = write_html(sample())
    assert "<script" not in page
    assert "<b>vet</b>" not in page
    assert [part for part in page.split("src='")[1:] if not part.startswith("data:")] == []
