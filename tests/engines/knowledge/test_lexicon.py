from __future__ import annotations

import pytest

from samenspraak.engines.knowledge.lexicon import Lexicon, dutch_lexicon, fixed_phrases, read_frequencies


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return dutch_lexicon()


@pytest.mark.parametrize(
    "word",
    [
        "huis",
        "heeft",
        "Gemeente",
        "WONINGEN",
        "geïnformeerd",
        "foto's",
        "foto’s",
        "kwaliteitskortingsgrens",
        "huurdersorganisaties",
        "prestatieafspraken",
        "huurverhogingsbeleid",  # compounds that no list holds
        "doorstroomadviseurs",
        "woningbouwplanlijst",
        "wijkuitvoeringsplannen",
        "zorg-",
        "EFG-labels",  # abbreviations in compounds
        "Wmo-loket",
        "CO2-reductie",
        "sociaal-cultureel",
        "Zaanstad",
        "2026",
        "2.250",
        "92,5%",
    ],
)
def test_dutch_words_compounds_and_numbers_are_words(lexicon: Lexicon, word: str) -> None:
    assert lexicon.is_word(word)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "-",
        "presta",
        "realisae",
        "leeaarheid",
        "categorieen",
        "geinformeerd",
        "xqzt",
        "hetwoning",
        "gerneente",
        "parjen",
    ],
)
def test_fragments_and_misspellings_are_no_words(lexicon: Lexicon, word: str) -> None:
    assert not lexicon.is_word(word)


def test_common_words_are_more_frequent_than_rare_ones(lexicon: Lexicon) -> None:
    order = ["de", "heeft", "woning", "realisatie", "doorstroomkampioenen", "realisae"]
    frequencies = [lexicon.frequency(word) for word in order]
    assert frequencies == sorted(frequencies, reverse=True)
    assert frequencies[-1] == 0.0


def test_housing_terms_are_common_words_here(lexicon: Lexicon) -> None:
    assert lexicon.frequency("aftoppingsgrens") >= 4


def test_fillers_are_found_in_words_and_in_compounds(lexicon: Lexicon) -> None:
    groups = ("ti", "fb", "fh", "tt", "s")
    assert set(lexicon.fillers("realisa", "e", groups)) == {"ti"}
    assert "fb" in lexicon.fillers("lee", "aarheidsmonitor", groups)
    assert set(lexicon.fillers("inkomensa", "ankelijke", groups)) == {"fh"}
    assert lexicon.fillers("xqz", "zqx", groups) == {}


def test_a_lexicon_of_ones_own_is_judged_by_its_own_words() -> None:
    lexicon = Lexicon({"boom": 5.0, "gaard": 4.0, "huis": 5.0})
    assert lexicon.is_word("boomgaard")
    assert lexicon.is_word("boomhuis")
    assert not lexicon.is_word("huurhuis")


def test_the_lexicon_is_read_once() -> None:
    assert dutch_lexicon() is dutch_lexicon()


def test_the_word_file_holds_plain_words_on_the_zipf_scale() -> None:
    frequencies = read_frequencies()
    assert 200_000 < len(frequencies) < 400_000
    assert all(0 < zipf < 8 for zipf in frequencies.values())
    assert not any(" " in word or word != word.lower() for word in frequencies)


def test_fixed_phrases_have_three_words_or_more_and_only_dutch_ones(lexicon: Lexicon) -> None:
    assert all(len(phrase) >= 3 for phrase in fixed_phrases())
    assert [word for phrase in fixed_phrases() for word in phrase if not lexicon.is_word(word)] == []
