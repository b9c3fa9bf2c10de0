from __future__ import annotations

import re

import pytest

from samenspraak.core.extraction.source import Repair, RepairKind
from samenspraak.engines.knowledge.lexicon import dutch_lexicon
from samenspraak.engines.readers.repair.tally import Tally
from samenspraak.engines.readers.repair.vanished import restore_vanished
from tests.engines.readers.repair.own_text import SENTENCES
from tests.engines.readers.repair.samples import joined, wording_of


def restored(*lines: str) -> list[str]:
    return joined(restore_vanished(wording_of(*lines), dutch_lexicon(), Tally()))


@pytest.mark.parametrize("gap", ["", " "], ids=["nothing", "a space"])
def test_vanished_letters_come_back_and_nothing_else_changes(gap: str) -> None:
    broken = [re.sub("ti", gap, sentence) for sentence in SENTENCES]
    lost, back, invented = 0, 0, set()
    for sentence, damage, mending in zip(SENTENCES, broken, restored(*broken), strict=True):
        words, left, now = set(sentence.split()), set(damage.split()), set(mending.split())
        lost += len(words - left)
        back += len((words - left) & now)
        invented |= now - left - words
    assert back >= 0.6 * lost
    assert len(invented) <= 0.02 * lost


def test_words_broken_by_a_space_are_whole_again() -> None:
    lines = restored("de presta eafspraken", "twee organisa es", "hun huisves ng", "een reali eit", "de informa e")
    assert lines[:3] == ["de prestatieafspraken", "twee organisaties", "hun huisvesting"]


def test_what_was_put_back_is_reported_word_by_word() -> None:
    tally = Tally()
    line = "informae realisae situae organisae, en nog eens realisae"
    restore_vanished(wording_of(line), dutch_lexicon(), tally)
    assert Repair(RepairKind.LIGATURE, "realisae", "realisatie", 2) in tally.repairs()


def test_a_known_word_is_never_touched() -> None:
    assert restored("informae realisae situae organisae", "hee wat een moe man")[1] == "hee wat een moe man"


@pytest.mark.parametrize("lines", [SENTENCES, ["De realisae van twaalf woningen", "door Wooncompas en Woonborg"]])
def test_a_document_without_many_such_words_stays_as_it_is(lines: list[str]) -> None:
    assert restored(*lines) == list(lines)


@pytest.mark.parametrize("space", ["\t", "\u00a0", "  "])
def test_only_a_single_space_can_be_a_gap(space: str) -> None:
    lines = ["presta eafspraken organisa es", f"de{space}huisves ng van informa e", f"de reali{space}eit"]
    assert restored(*lines)[1:] == [f"de{space}huisvesting van informatie", f"de reali{space}eit"]
