"""A title and its text in one paragraph, parted where the sentence begins."""

from __future__ import annotations

import pytest

from samenspraak.core.extraction.blocks import BlockKind
from samenspraak.core.extraction.glued_titles import without_glued_titles
from tests.core.extraction.documents import block

PARTED = [
    (
        "Lokaal maatwerk De gemeente wijst in de haven grond aan voor dertig woningen.",
        ["Lokaal maatwerk", "De gemeente wijst in de haven grond aan voor dertig woningen."],
    ),
    (
        "1. Schuldhulp In de haven biedt de gemeente hulp aan huurders met schulden.",
        ["1. Schuldhulp", "In de haven biedt de gemeente hulp aan huurders met schulden."],
    ),
    (
        "K 1.1 Gemeente Bouwgrond Partijen zoeken samen naar grond voor dertig woningen.",
        ["K 1.1 Gemeente Bouwgrond", "Partijen zoeken samen naar grond voor dertig woningen."],
    ),
]
WHOLE = [
    "De gemeente wijst in de haven grond aan voor dertig woningen. De raad besluit daarover.",
    "De wethouder bezoekt De Linde en de huurders van de flats in de binnenstad van Waterhoven.",
    "Gemeente Waterhoven bouwt in de haven dertig woningen voor starters en senioren uit de stad.",
    "Plannen, cijfers en kaarten Voor de haven liggen die klaar in het stadhuis van Waterhoven.",
    "In overleg met Rietveld Wonen bouwt De Linde in de haven dertig woningen voor starters.",
    "Lokaal maatwerk De gemeente bouwt.",
    "lokaal maatwerk De gemeente wijst in de haven grond aan voor dertig woningen.",
    "Veel lange losse woorden zonder een werkwoord daarbij ergens tussen De gemeente bouwt daar woningen.",
]


@pytest.mark.parametrize(("text", "parts"), PARTED)
def test_a_title_is_parted_from_the_sentence_after_it(text: str, parts: list[str]) -> None:
    assert [b.text for b in without_glued_titles([block(text)])] == parts


@pytest.mark.parametrize("text", WHOLE)
def test_a_paragraph_without_a_title_stays_whole(text: str) -> None:
    assert [b.text for b in without_glued_titles([block(text)])] == [text]


def test_a_list_item_and_a_heading_stay_whole() -> None:
    for kind in (BlockKind.ITEM, BlockKind.HEADING):
        whole = block(PARTED[0][0], kind)
        assert without_glued_titles([whole]) == [whole]


def test_both_parts_keep_their_place_in_the_raw_text() -> None:
    text = PARTED[0][0]
    lines = f"{text}\nDaarna volgt de binnenstad."
    title, body = without_glued_titles([block(lines)])
    assert lines[title.start : title.end] == "Lokaal maatwerk"
    assert lines[body.start : body.end] == lines[len("Lokaal maatwerk ") :]
    at = body.text.index("volgt")
    assert body.span(at, at + 5).start == lines.index("volgt")
