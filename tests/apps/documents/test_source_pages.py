from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.apps.documents.models import Document, SourcePage
from samenspraak.apps.documents.source_pages import LEAF_LENGTH, source_pages
from samenspraak.core.extraction.source import Box, Cell, Line, PageSize, SourceText, Table
from tests.apps.cast import TEXT, source


def pages_of(read: SourceText) -> list[SourcePage]:
    return list(source_pages(Document(), read))


def test_each_page_has_its_own_text_and_the_places_of_its_lines() -> None:
    first, second = pages_of(source())
    assert first.raw.startswith("Beschikbaarheid\nDe Linde")
    assert second.raw.startswith("Betaalbaarheid\n")
    assert (first.width, first.height) == (595, 842)
    assert first.lines[0] == [0, 15, 70, 100, 500, 112]
    assert second.lines[0][0] == second.start


def test_a_page_without_text_is_empty_and_the_others_keep_theirs() -> None:
    read = source()
    without = replace(
        read, flow=tuple(replace(item, page=3 if item.page == 2 else 1) for item in read.flow), page_count=3
    )
    assert [page.raw[:15] for page in pages_of(without)] == ["Beschikbaarheid", "", "Betaalbaarheid\n"]


def test_a_running_head_belongs_to_the_page_below_the_break() -> None:
    line = Line("Tekst", page=2, start=10, end=15)
    read = SourceText("t.pdf", "", "application/pdf", "Een\fKop p2\nTekst", (line,), (PageSize(9, 9),) * 2, 2)
    assert [page.raw for page in pages_of(read)] == ["Een\f", "Kop p2\nTekst"]


def test_a_cell_of_a_table_is_marked_as_a_line_is() -> None:
    cells = (Cell("J 1", 0, 3, box=Box(1, 2, 3, 4)), Cell("", 3, 3, box=Box(5, 6, 7, 8)))
    read = SourceText("t.pdf", "", "application/pdf", "J 1", (Table((cells,), 1, 0, 3),), (PageSize(10, 10),))
    assert pages_of(read)[0].lines == [[0, 3, 1, 2, 3, 4]]


def test_text_without_pages_is_cut_into_leaves_at_the_end_of_a_line() -> None:
    raw = ("regel " * 20 + "\n") * 200
    leaves = pages_of(replace(source(media_type=TEXT), raw=raw))
    assert len(leaves) > 1
    assert all(leaf.raw.endswith("\n") and len(leaf.raw) <= LEAF_LENGTH for leaf in leaves)


@pytest.mark.parametrize("media_type", ["application/pdf", TEXT])
@given(raw=st.text(max_size=60), repeat=st.integers(1, 400), starts=st.lists(st.integers(0, 20_000), max_size=6))
def test_the_pages_together_are_the_whole_text_whatever_the_reader_says(
    media_type: str, raw: str, repeat: int, starts: list[int]
) -> None:
    text = raw * repeat
    flow = tuple(
        Line("x", page=page, start=min(start, len(text)), end=len(text)) for page, start in enumerate(starts, 1)
    )
    read = replace(source(media_type=media_type), raw=text, flow=flow)
    pages = pages_of(read)
    assert "".join(page.raw for page in pages) == text.replace("\x00", " ")
    assert all(page.end - page.start == len(page.raw) for page in pages)
