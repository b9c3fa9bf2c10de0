"""A block knows where each of its characters stands in the raw text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.extraction.blocks import Block, BlockKind, joined
from samenspraak.core.extraction.paragraphs import blocks_of
from samenspraak.core.extraction.source import Line
from tests.core.extraction.documents import source_of, table

JOINED = [
    (("De gemeente bouwt", "dertig woningen."), "De gemeente bouwt dertig woningen."),
    (("De Linde-", "organisatie"), "De Linde-organisatie"),
    (("huur-", "en koopwoningen"), "huur- en koopwoningen"),
    (("wonen -", "en zorg"), "wonen - en zorg"),
    (("wonen -", "zorg"), "wonen - zorg"),
    (("de haven-", "(en strand)plannen"), "de haven- (en strand)plannen"),
    (("2025-", "2028"), "2025-2028"),
    (("alleen",), "alleen"),
]


@pytest.mark.parametrize(("lines", "text"), JOINED)
def test_lines_are_joined_as_a_reader_would(lines: tuple[str, ...], text: str) -> None:
    made = [(Line(words, 1, 100 * at, 100 * at + len(words)), 0) for at, words in enumerate(lines)]
    assert joined(made)[0] == text


def test_a_passage_over_two_lines_has_the_offsets_of_the_raw_text() -> None:
    source = source_of("De gemeente bouwt dertig woningen in de haven en\nde corporaties verhuren ze.")
    (block,) = blocks_of(source.flow)
    first = block.text.index("woningen")
    last = block.text.index("verhuren") + len("verhuren")
    span = block.span(first, last)
    assert source.raw[span.start : span.end] == "woningen in de haven en\nde corporaties verhuren"


def test_what_was_skipped_of_a_line_is_no_part_of_the_passage() -> None:
    source = source_of("• De gemeente bouwt.")
    (block,) = blocks_of(source.flow)
    span = block.span()
    assert (block.text, source.raw[span.start : span.end]) == ("De gemeente bouwt.", "De gemeente bouwt.")
    assert source.raw[block.start : block.end] == "• De gemeente bouwt."


def test_mended_text_keeps_the_offsets_of_the_damaged_text() -> None:
    line = Line("activiteit", 1, 5, 14, origins=(5, 6, 7, 7, 8, 9, 10, 11, 12, 13))
    block = Block(BlockKind.PARAGRAPH, *joined([(line, 0)]))
    assert block.span(2, 4).start == 7
    assert block.span(4, 10) == block.span(4)


def test_a_table_is_one_passage() -> None:
    made = table(("Nr.", "Afspraak"), ("1", "Wij bouwen."))
    block = Block(BlockKind.TABLE, "", table=made)
    assert (block.start, block.end, block.span(3, 4).end) == (made.start, made.end, made.end)


@given(st.lists(st.text(alphabet="ab -.A1•", min_size=1, max_size=12), min_size=1, max_size=8), st.data())
def test_every_passage_lies_inside_its_block(lines: list[str], data: st.DataObject) -> None:
    source = source_of("x" + "\n".join(lines))
    for block in blocks_of(source.flow):
        first = data.draw(st.integers(0, len(block.text)))
        last = data.draw(st.integers(first, len(block.text)))
        span = block.span(first, last)
        assert block.start <= span.start <= span.end <= block.end
