"""What a person wrote stays when the data change, and the difference can be seen."""

from __future__ import annotations

from dataclasses import replace

from samenspraak.core.composition.council_letter import council_letter
from samenspraak.core.composition.editing import Edit, lost_edits, passages, with_edits
from tests.core.composition.reading import headings, under
from tests.core.composition.waterhoven import LINES, MATERIAL

LETTER = council_letter(MATERIAL)
STATE = "Stand van zaken#1"


def proposed(key: str) -> str:
    return next(passage.proposed for passage in passages(LETTER, {}) if passage.key == key)


def test_every_paragraph_can_be_edited_and_none_has_the_key_of_another() -> None:
    keys = [passage.key for passage in passages(LETTER, {})]
    assert "Wat achterloopt > J 1.5 Evenwichtig aanbod#1" in keys
    assert len(keys) == len(set(keys))


def test_what_was_written_takes_the_place_of_the_proposal() -> None:
    edited = with_edits(LETTER, {STATE: Edit("Het gaat goed.\n\nWe zijn er nog niet.", proposed(STATE))})
    assert under(edited, "Stand van zaken") == "Het gaat goed.\nWe zijn er nog niet."
    assert headings(edited) == headings(LETTER)


def test_an_empty_text_leaves_the_paragraph_out() -> None:
    assert under(with_edits(LETTER, {STATE: Edit(" ", "")}), "Stand van zaken") == ""


def test_without_edits_the_report_is_as_proposed() -> None:
    assert with_edits(LETTER, {}) == LETTER


def test_what_was_written_stays_when_the_data_change_and_the_change_is_seen() -> None:
    edits = {STATE: Edit("Ons eigen verhaal.", proposed(STATE))}
    later = council_letter(replace(MATERIAL, lines=LINES[:3]))
    passage = next(one for one in passages(later, edits) if one.key == STATE)
    assert passage.text == "Ons eigen verhaal."
    assert passage.has_moved_on
    assert not next(one for one in passages(LETTER, edits) if one.key == STATE).has_moved_on


def test_what_was_written_under_a_heading_that_is_gone_is_not_thrown_away() -> None:
    edits = {"Wat achterloopt > J 1.5 Evenwichtig aanbod#1": Edit("Uitleg.", "")}
    later = council_letter(replace(MATERIAL, lines=LINES[:2]))
    assert lost_edits(later, edits) == edits
    assert lost_edits(LETTER, edits) == {}


def test_what_nobody_can_write_is_left_out() -> None:
    edited = with_edits(LETTER, {STATE: Edit("Goed\x00 zo", "")})
    assert under(edited, "Stand van zaken") == "Goed zo"
