"""Pages of a Word file, as far as it says."""

from __future__ import annotations

import docx

from samenspraak.core.extraction.source import Table
from samenspraak.engines.readers.docx import read_docx
from tests.engines.readers.files import lines_of, paragraph, saved_word, word_file

_BY_HAND = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_LAID_OUT = "<w:lastRenderedPageBreak/>"


def pages(body: str) -> list[int]:
    return [line.page for line in lines_of(read_docx(word_file(body), name="a.docx"))]


def test_a_break_by_hand_begins_a_page() -> None:
    document = docx.Document()
    document.add_paragraph("een")
    document.add_page_break()
    document.add_paragraph("twee")
    source = read_docx(saved_word(document), name="a.docx")
    assert [line.page for line in lines_of(source)] == [1, 2]
    assert source.page_count == 2


def test_a_break_inside_a_paragraph_divides_it_over_two_pages() -> None:
    assert pages('<w:p><w:r><w:t>een</w:t><w:br w:type="page"/><w:t>twee</w:t></w:r></w:p>') == [1, 2]


def test_where_word_laid_the_text_out_only_that_counts() -> None:
    second = f"<w:p><w:r>{_LAID_OUT}<w:t>twee</w:t></w:r></w:p>"
    assert pages(paragraph("een") + _BY_HAND + second + paragraph("ook twee")) == [1, 2, 2]


def test_a_style_can_begin_a_page() -> None:
    assert pages(paragraph("een") + paragraph("twee", "<w:pageBreakBefore/>")) == [1, 2]


def test_a_section_begins_a_page_unless_it_runs_on() -> None:
    body = (
        paragraph("een", "<w:sectPr/>")
        + paragraph("twee", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>')
        + paragraph("ook twee")
    )
    assert pages(body) == [1, 2, 2]


def test_a_break_before_the_first_word_opens_no_page() -> None:
    assert pages(_BY_HAND + paragraph("een")) == [1]


def test_a_table_stands_on_the_page_of_its_first_words() -> None:
    cell = f"<w:tc><w:p><w:r>{_LAID_OUT}<w:t>K 1</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>"
    source = read_docx(word_file(paragraph("een") + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"), name="a.docx")
    assert [part.page for part in source.flow if isinstance(part, Table)] == [2]
