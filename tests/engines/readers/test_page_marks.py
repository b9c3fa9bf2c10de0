"""An extract from a PDF that marks its pages with a single space."""

from __future__ import annotations

from samenspraak.engines.readers.page_marks import marked_page_starts


def page(first: str, length: int = 30) -> list[str]:
    return [first, *["De partijen overleggen over de woningbouw."] * length]


def test_a_line_that_alone_begins_with_one_space_begins_a_page() -> None:
    lines = page(" Inleiding") + page(" Wonen") + page(" Zorg")
    assert marked_page_starts(lines) == {0, 31, 62}


def test_blank_lines_around_a_mark_change_nothing() -> None:
    lines = [" Inleiding", " ", "", *page("Doel"), " ", " Wonen", "", *page("Doel")]
    assert marked_page_starts(lines) == {0, 35}


def test_a_page_of_one_line_is_a_page() -> None:
    lines = page(" Inleiding") + page(" Wonen") * 10 + [" Bijlage 1"] + page(" Bijlage 2")
    assert len(lines) - 32 in marked_page_starts(lines)


def test_one_space_is_no_pattern() -> None:
    assert marked_page_starts(page("Inleiding") + page(" Wonen")) == frozenset()


def test_a_text_with_a_margin_of_one_space_has_no_marks() -> None:
    assert marked_page_starts([" De partijen overleggen."] * 100) == frozenset()


def test_indented_items_are_no_pages() -> None:
    lines = ["Wij spreken af:", " zestig woningen", "en", " een wijkagent", "en", " een wijkbudget"] * 10
    assert marked_page_starts(lines) == frozenset()


def test_a_text_with_deeper_indents_has_no_marks() -> None:
    lines = (page(" Inleiding") + ["   - een punt"] * 6) * 3
    assert marked_page_starts(lines) == frozenset()
