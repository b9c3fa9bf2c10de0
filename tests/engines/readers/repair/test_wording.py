from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.extraction.source import Cell, Line, Table
from samenspraak.engines.readers.repair.edits import Edit
from samenspraak.engines.readers.repair.wording import Wording
from tests.engines.readers.repair.samples import joined, wording_of

WORD = re.compile(r"(?<![\w'.-])[^\W\d_]+(?![\w'-])")
LINES = st.lists(st.text(st.sampled_from("aAëß7²_-.' \t\xa0\u2003")))


@given(LINES)
def test_words_are_counted_as_if_every_line_was_searched(lines: list[str]) -> None:
    counts = wording_of(*lines).words(WORD)
    assert list(counts.items()) == list(Counter(word for line in lines for word in WORD.findall(line)).items())


@given(LINES, st.sets(st.sampled_from(["a", "A", "7", "-"])))
def test_lines_are_found_by_what_stands_in_them(lines: list[str], chunks: set[str]) -> None:
    found = wording_of(*lines).lines_with(chunks)
    assert found == [line for line in dict.fromkeys(lines) if chunks & set(line.split())]


def test_the_cells_of_a_table_count() -> None:
    table = Table(((Cell("vier\ntien", 5, 14), Cell("tien", 15, 19)),), 1, 5, 20)
    wording = Wording((Line("tien", 1, 0, 4), table))
    assert wording.chunks == {"tien": 3, "vier": 1}


def test_the_different_chunks_can_be_looked_through_at_once() -> None:
    assert wording_of("één woning", "2 woning").spaced == "één woning 2"


def test_a_document_without_edits_stays_the_same_object() -> None:
    wording = wording_of("vier woningen")
    assert wording.edited(lambda _: []) is wording


def test_an_edit_shows_in_all_that_is_counted() -> None:
    wording = wording_of("vier woningen")
    assert wording.spaced
    edited = wording.edited(lambda _: [Edit(0, 4, "zes")])
    assert joined(edited) == ["zes woningen"]
    assert edited.chunks == {"zes": 1, "woningen": 1}
