from __future__ import annotations

from samenspraak.core.extraction.source import Cell, Line, Table
from samenspraak.engines.readers.repair.edits import Edit, edit_flow, edit_line, edited
from tests.engines.readers.repair.samples import flow_of


def test_letters_out_of_one_character_share_its_place() -> None:
    line = edit_line(Line("par#jen", 1, 10, 17), [Edit(3, 4, "ti")])
    assert line.text == "partijen"
    assert line.origins == (10, 11, 12, 13, 13, 14, 15, 16)


def test_what_was_already_mapped_stays_mapped() -> None:
    line = edit_line(Line("ab#", 1, 0, 9, origins=(0, 4, 8)), [Edit(2, 3, "cd")])
    assert line.origins == (0, 4, 8, 8)


def test_an_insertion_takes_the_place_of_the_character_before_it() -> None:
    assert edit_line(Line("reae", 1, 5, 9), [Edit(3, 3, "ti")]).origins == (5, 6, 7, 7, 7, 8)


def test_a_shorter_text_keeps_the_places_of_its_characters() -> None:
    line = edit_line(Line("comrnissie", 1, 0, 10), [Edit(3, 5, "m")])
    assert (line.text, line.origins) == ("commissie", (0, 1, 2, 3, 5, 6, 7, 8, 9))


def test_a_line_without_edits_is_the_same_object() -> None:
    (line,) = flow_of("Niets aan de hand.")
    assert edit_line(line, []) is line


def test_cells_are_edited_too() -> None:
    table = Table(((Cell("par#jen", 0, 7), Cell("2026", 8, 12)),), 1, 0, 12)
    (mended,) = edit_flow((table,), lambda text: [Edit(3, 4, "ti")] if "#" in text else [])
    assert mended == Table(((Cell("partijen", 0, 7), Cell("2026", 8, 12)),), 1, 0, 12)


def test_edits_are_made_from_left_to_right() -> None:
    assert edited("a-b-c", [Edit(1, 2, "+"), Edit(3, 4, "")]) == "a+bc"
