"""Word tables: merged cells, shading, frames."""

from __future__ import annotations

import docx
import pytest

from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.readers.docx import read_docx
from tests.engines.readers.files import paragraph, saved_word, shadings_of, table_of, texts_of, word_file
from tests.engines.readers.places import check_places


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def read(body: str) -> SourceText:
    source = read_docx(word_file(body), name="a.docx")
    check_places(source)
    return source


def test_a_table_of_word_itself_is_read() -> None:
    document = docx.Document()
    grid = document.add_table(rows=2, cols=3)
    grid.cell(0, 0).text = "Code"
    grid.cell(0, 1).merge(grid.cell(0, 2)).text = "Afspraak"
    grid.cell(1, 0).text = "K 1"
    grid.cell(1, 1).text = "Bouwen\nen slopen"
    source = read_docx(saved_word(document), name="a.docx")
    assert table_of(source) == [["Code", "Afspraak", ""], ["K 1", "Bouwen\nen slopen", ""]]


def test_a_cell_over_rows_is_repeated_with_empty_text() -> None:
    body = table(
        row(cell("Wonen", '<w:vMerge w:val="restart"/>'), cell("K 1")),
        row(cell("", "<w:vMerge/>"), cell("K 2")),
    )
    assert table_of(read(body)) == [["Wonen", "K 1"], ["", "K 2"]]


def test_a_row_that_begins_late_is_filled_up() -> None:
    body = table(row(cell("a"), cell("b")), row(cell("c"), properties='<w:gridBefore w:val="1"/>'))
    assert table_of(read(body)) == [["a", "b"], ["", "c"]]


@pytest.mark.parametrize(
    ("shading", "color"),
    [
        ('<w:shd w:val="clear" w:fill="92D050"/>', "#92d050"),
        ('<w:shd w:val="clear" w:fill="auto"/>', None),
        ('<w:shd w:val="solid" w:color="FF0000" w:fill="auto"/>', "#ff0000"),
        ('<w:shd w:val="clear" w:fill="rood"/>', None),
        ("", None),
    ],
)
def test_the_shading_of_a_cell_is_its_fill(shading: str, color: str | None) -> None:
    assert shadings_of(read(table(row(cell("K 1", shading), cell("x")))))[0] == [color, None]


def test_a_coloured_dot_is_the_light_of_its_cell() -> None:
    dot = '<w:tc><w:p><w:r><w:rPr><w:color w:val="FFC000"/></w:rPr><w:t>●</w:t></w:r></w:p></w:tc>'
    black = "<w:tc><w:p><w:r><w:t>●</w:t></w:r></w:p></w:tc>"
    assert shadings_of(read(table(row(dot, black)))) == [["#ffc000", None]]


def test_a_table_of_one_column_is_a_frame_round_text() -> None:
    body = table(row(cell("In het kader")), row(cell("staat tekst")))
    assert texts_of(read(body)) == ["In het kader", "staat tekst"]


def test_a_table_in_a_cell_is_text_of_that_cell() -> None:
    inner = table(row(cell("links"), cell("rechts")))
    body = table(row(f"<w:tc>{paragraph('boven')}{inner}</w:tc>", cell("ernaast")))
    assert table_of(read(body)) == [["boven\nlinks\nrechts", "ernaast"]]


def test_a_deleted_row_is_gone() -> None:
    body = table(row(cell("a"), cell("b")), row(cell("weg"), cell("weg"), properties="<w:del/>"))
    assert table_of(read(body)) == [["a", "b"]]


def test_a_deleted_cell_is_gone() -> None:
    assert table_of(read(table(row(cell("a"), cell("weg", "<w:cellDel/>"), cell("b"))))) == [["a", "b"]]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{cell('b')}</w:sdtContent></w:sdt>"
    body = table(f"<w:sdt><w:sdtContent>{row(cell('a'), wrapped)}</w:sdtContent></w:sdt>")
    assert table_of(read(body)) == [["a", "b"]]


def test_a_table_stands_where_it_stands() -> None:
    body = paragraph("voor") + table(row(cell("a"), cell("b"))) + paragraph("na")
    assert [type(part).__name__ for part in read(body).flow] == ["Line", "Table", "Line"]
