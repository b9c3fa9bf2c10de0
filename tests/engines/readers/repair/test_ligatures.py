from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspraak.core.extraction.source import Repair, RepairKind
from samenspraak.engines.knowledge.lexicon import dutch_lexicon
from samenspraak.engines.readers.repair.ligatures import LigatureMender
from samenspraak.engines.readers.repair.tally import Tally
from tests.engines.readers.repair.own_text import SENTENCES
from tests.engines.readers.repair.samples import joined, wording_of

GROUPS = ("ffi", "tti", "fti", "tt", "ti", "ft", "fb", "fh", "fk", "fi", "fl", "ff", "tf")
# Letters of other alphabets, private use, "unknown character": anything a broken font can make of a ligature.
ODD = [chr(code) for code in (*range(0x100, 0x240), *range(0x391, 0x3CA), *range(0x410, 0x450)) if chr(code).isalpha()]
ODD += [chr(code) for code in (*range(0xE000, 0xE080), 0xFFFD)]


def mended(*lines: str) -> list[str]:
    return joined(LigatureMender(dutch_lexicon(), Tally()).mend(wording_of(*lines)))


def damaged(sentence: str, meaning: dict[str, str]) -> str:
    groups = sorted(meaning, key=len, reverse=True)
    return re.sub("|".join(groups), lambda match: meaning[match[0]], sentence)


def restored_share(sentences: list[str], meaning: dict[str, str]) -> float:
    """Return which share of the damaged words is whole again."""
    broken = [damaged(sentence, meaning) for sentence in sentences]
    pairs = {
        (word, result)
        for sentence, damage, mending in zip(sentences, broken, mended(*broken), strict=True)
        for word, part, result in zip(sentence.split(), damage.split(), mending.split(), strict=True)
        if word != part
    }
    return sum(word == result for word, result in pairs) / max(1, len(pairs))


@settings(max_examples=12)
@given(st.randoms(use_true_random=False))
def test_words_are_restored_whatever_the_characters_are(dice: random.Random) -> None:
    groups = dice.sample(GROUPS, 6)
    meaning = dict(zip(groups, dice.sample(ODD, len(groups)), strict=True))
    assert restored_share(SENTENCES, meaning) >= 0.98


@settings(max_examples=6)
@given(st.sampled_from(ODD))
def test_one_character_can_stand_for_every_ligature(character: str) -> None:
    assert restored_share(SENTENCES, dict.fromkeys(("ti", "tt", "tti", "ft", "fi", "ff"), character)) >= 0.95


@pytest.mark.parametrize("sign", ["!", "%", "5", "9", "K", "X", "=", "~"])
def test_an_everyday_sign_is_mended_when_it_stands_inside_many_words(sign: str) -> None:
    words = "wooncorpora#e huisves#ng reali#satie organisa#e afspraken informa#e par#jen".replace("i#s", "is")
    assert mended(words.replace("#", sign)) == [words.replace("#", "ti")]


@pytest.mark.parametrize(
    ("damaged_line", "whole_line"),
    [
        ("de leeǁaarheid in de buurt", "de leefbaarheid in de buurt"),
        ("een inkomensaǂankelijke huurverhoging", "een inkomensafhankelijke huurverhoging"),
        ("het aǃoppelen van regenwater", "het afkoppelen van regenwater"),
    ],
)
def test_a_character_that_occurs_once_is_mended_when_one_word_fits(damaged_line: str, whole_line: str) -> None:
    assert mended(damaged_line) == [whole_line]


def test_small_letters_stay_small_and_capitals_stay_capitals() -> None:
    lines = mended("Ωjdelijke woningen", "ParΩjen en HuisvesΩng", "PRESTAΩES", "de parΩj")
    assert lines == ["tijdelijke woningen", "Partijen en Huisvesting", "PRESTATIES", "de partij"]


def test_the_ligature_of_a_capital_t_gives_a_capital() -> None:
    assert mended("Ꙫema wonen", "Ꙫuis in de wijk", "Ꙫeater") == ["Thema wonen", "Thuis in de wijk", "Theater"]


def test_a_word_divided_over_two_lines_is_judged_as_a_whole() -> None:
    assert mended("de volkshuisves-", "Ʊng en de organisa-", "Ʊe") == [
        "de volkshuisves-",
        "ting en de organisa-",
        "tie",
    ]


def test_a_character_that_is_understood_also_mends_unknown_names() -> None:
    words = [f"{word}Ʊe" for word in ("organisa", "situa", "informa", "realisa", "loca")]
    assert mended(" ".join(words), "aan de BunƱnkerweg")[1] == "aan de Buntinkerweg"


@pytest.mark.parametrize(
    "line",
    [
        "Šibenik, Łódź en Győr zijn zustersteden",
        "de heer Dvořák, mevrouw Işık en mevrouw Đorđević",
        "Škoda, Ørsted en Åse Hansen",
        "Noardeast-Fryslân en Súdwest-Fryslân",
        "CO2-reductie van 50% op 130 m² in Q1",
        "een SoortenManagementPlan met de VvE via WhatsApp",
        "\uf0b7Partijen \uf0b7Huurders \uf0b7Gemeente",
        "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw",
        "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar",
    ],
)
def test_what_is_not_broken_stays_as_it_is(line: str) -> None:
    assert mended(line) == [line]


def test_a_foreign_name_stays_in_a_document_with_damage() -> None:
    words = " ".join(f"{word}Ōe" for word in ("organisa", "situa", "informa"))
    assert mended(words, "de stad Ōsaka")[1] == "de stad Ōsaka"


def test_every_meaning_is_reported_with_its_count() -> None:
    tally = Tally()
    lines = ("par\ue001jen en par\ue001j", "preƫge woningen, uitzeƫng")
    LigatureMender(dutch_lexicon(), tally).mend(wording_of(*lines))
    assert set(tally.repairs()) == {
        Repair(RepairKind.LIGATURE, "\ue001", "ti", 2),
        Repair(RepairKind.LIGATURE, "ƫ", "tti", 2),
    }


def test_beyond_what_fonts_explain_only_typical_groups_are_tried() -> None:
    signs = [chr(code) for code in range(0xE000, 0xE03D)]
    assert mended(f"huisvest{signs[0]}g") == ["huisvesting"]
    assert mended(*(f"huisvest{sign}g" for sign in signs))[0] == f"huisvest{signs[0]}g"
    assert mended(*(f"realisa{sign}e" for sign in signs))[0] == "realisatie"
