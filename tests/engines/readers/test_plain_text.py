"""Plain text: lines, white space, indents and pages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.readers.errors import EmptyFile, FileTooLarge, UnknownFormat
from samenspraak.engines.readers.plain_text import MAX_TEXT_SIZE, read_plain_text
from tests.engines.readers.files import lines_of, texts_of
from tests.engines.readers.places import check_places


def read(text: str) -> SourceText:
    return read_plain_text(text.encode(), name="afspraken.txt")


def test_every_line_is_kept_in_order() -> None:
    assert texts_of(read("Afspraken\n\n1. Wij bouwen.\r\n• Wij slopen.\n")) == [
        "Afspraken",
        "1. Wij bouwen.",
        "• Wij slopen.",
    ]


def test_the_raw_text_is_the_file() -> None:
    text = " Een\t twee \r\n\n\u00addrie\n"
    assert read(text).raw == text


def test_blank_lines_are_the_white_space_above() -> None:
    assert [line.space_before for line in lines_of(read("a\nb\n\n \t \nc"))] == [0, 0, 2]


def test_the_indent_counts_spaces_and_tabs() -> None:
    assert [line.indent for line in lines_of(read("a\n  b\n\tc\n \td"))] == [0, 2, 4, 4]


def test_a_line_is_no_paragraph() -> None:
    assert not any(line.is_paragraph for line in lines_of(read("Wij bouwen\nzestig woningen.")))


def test_a_line_longer_than_any_page_is_a_paragraph() -> None:
    paragraph = "Wij bouwen samen zestig woningen voor mensen die nu te klein wonen en graag in hun wijk blijven. " * 3
    assert all(line.is_paragraph for line in lines_of(read(f"Bouwen\n{paragraph}\nWonen\n{paragraph}\n{paragraph}")))


def test_long_lines_that_run_on_below_are_printed_lines() -> None:
    text = "\n".join(
        ["Wij bouwen samen zestig woningen voor mensen die nu te klein wonen " * 3, "en dat doen wij graag."] * 4
    )
    assert not any(line.is_paragraph for line in lines_of(read(text)))


MARKED_UP = "# Afspraken 2026\n\n## Bouwen\n\nDe gemeente **bouwt** niet.\n\n**Wie doet wat**\n\n* Wij slopen.\n"


def test_the_marks_of_markdown_are_read_and_not_shown() -> None:
    lines = lines_of(read(MARKED_UP))
    assert [(line.text, line.heading_level, line.is_bold) for line in lines] == [
        ("Afspraken 2026", 1, False),
        ("Bouwen", 2, False),
        ("De gemeente bouwt niet.", None, False),
        ("Wie doet wat", None, True),
        ("* Wij slopen.", None, False),
    ]


def test_every_character_of_a_text_with_marks_has_its_place() -> None:
    check_places(read(MARKED_UP))


def test_a_few_signs_do_not_make_markdown() -> None:
    assert texts_of(read("# 3 van 12\nWij **bouwen**.")) == ["# 3 van 12", "Wij **bouwen**."]


@pytest.mark.parametrize(
    ("text", "pages", "count"),
    [
        ("a\nb", [1, 1], 1),
        ("a\n\fb\n\fc", [1, 2, 3], 3),
        ("a\fb", [1, 2], 2),
        ("a\n\f", [1], 1),
        ("\fa", [2], 2),
        ("a\n\f\n\fb", [1, 3], 3),
    ],
)
def test_a_form_feed_ends_a_page(text: str, pages: list[int], count: int) -> None:
    source = read(text)
    assert [line.page for line in lines_of(source)] == pages
    assert source.page_count == count


def test_a_form_feed_is_no_blank_line() -> None:
    assert [line.space_before for line in lines_of(read("a\n\fb"))] == [0, 0]


def test_pages_marked_with_a_space_are_counted() -> None:
    page = "Wij overleggen ieder kwartaal.\n" * 20
    source = read(f" Inleiding\n{page} Wonen\n{page}")
    assert source.page_count == 2
    second = next(line for line in lines_of(source) if line.text == "Wonen")
    assert (second.page, second.indent) == (2, 0)


@pytest.mark.parametrize("text", ["\n\n", " \t ", "\f"])
def test_white_space_alone_is_an_empty_file(text: str) -> None:
    with pytest.raises(EmptyFile):
        read(text)


def test_a_text_of_more_than_the_limit_is_refused_at_once() -> None:
    began = time.perf_counter()
    with pytest.raises(FileTooLarge):
        read_plain_text(b"a\n" * (MAX_TEXT_SIZE // 2 + 1), name="lang.txt")
    assert time.perf_counter() - began < 0.5


def test_zeros_are_no_text() -> None:
    with pytest.raises(UnknownFormat):
        read_plain_text(bytes(100), name="nul.txt")


@given(st.text(min_size=1, max_size=300).filter(lambda text: bool(text.strip())))
def test_any_text_keeps_its_places(text: str) -> None:
    data = text.encode("utf-8", errors="replace")
    try:
        check_places(read_plain_text(data, name="a.txt"))
    except (UnknownFormat, EmptyFile):
        return
