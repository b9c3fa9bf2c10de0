"""Tokens, questions, marks: whatever the text, only words come out, and every mark lies in the text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.search.forms import Indexed, WordForms, indexed
from samenspraak.core.search.marks import marks, snippet
from samenspraak.core.search.question import Clause, Phrase, Question, Word, asked
from samenspraak.core.search.tokens import LONGEST_FORM, tokens

SAFE = re.compile(r"[a-z0-9.]+")


def plain(word: str) -> WordForms:
    """Know nothing of Dutch: a word's stem is its first four letters, as far as these are ours."""
    return WordForms("".join(char for char in word if char.isascii() and char.isalnum())[:4] or "x")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("De coördinatie in Súdwest-Fryslân", ["de", "coordinatie", "in", "sudwest", "fryslan"]),
        ("auto's, 's-Hertogenbosch", ["autos", "s", "hertogenbosch"]),
        ("Afspraak K 3.5 en J4.5", ["afspraak", "k3.5", "en", "j4.5"]),
        ("In 2024-2027 zijn 2.250 woningen", ["in", "2024", "2027", "zijn", "2250", "woningen"]),
        ("65,5% van 1.000.000 euro", ["65.5", "van", "1000000", "euro"]),
        ("CO2, A++ en EFG-labels", ["co2", "a", "en", "efg", "labels"]),
        ("𝑨𝑩 K ٣.5 ٤٢", ["ab", "k3.5", "42"]),  # letters and digits of other sorts
        ("\x00 -- \"' 🏠 ()*^:", []),
        ("Ɵ ﬁets", ["u275", "fiets"]),
    ],
)
def test_a_text_falls_apart_into_words_and_codes(text: str, forms: list[str]) -> None:
    assert [token.form for token in tokens(text)] == forms


@given(st.text(max_size=300))
def test_every_form_is_what_any_database_keeps(text: str) -> None:
    for token in tokens(text):
        assert SAFE.fullmatch(token.form)
        assert len(token.form) <= LONGEST_FORM
        assert 0 <= token.start < token.end <= len(text)


@given(st.text(max_size=600))
def test_whatever_is_typed_gives_a_question_of_words(text: str) -> None:
    for clause in asked(text, plain).clauses:
        for wanted in clause.any_of:
            forms = wanted.forms if isinstance(wanted, Phrase) else (wanted.form, wanted.stem)
            assert all(SAFE.fullmatch(form) for form in forms)


ODD_TEXT = st.text("abK3 .-\u2010'\u2019\u00a0\né", max_size=60)


@given(ODD_TEXT, st.lists(st.sampled_from(["a", "ab", "ba", "k", "kab", "é"]), min_size=1, max_size=3))
def test_looking_near_the_answers_only_gives_the_same_marks(text: str, words: list[str]) -> None:
    question = asked(" ".join(words), plain)
    # With a phrase, which is not in the text, all words are looked at.
    whole = Question((*question.clauses, Clause((Phrase(("zzz",)),))))
    assert marks(text, question, plain) == marks(text, whole, plain)


@given(st.text(max_size=300), st.text(max_size=40))
def test_marks_lie_in_the_text_in_order_and_a_snippet_is_made_of_it(text: str, typed: str) -> None:
    question = asked(typed, plain)
    found = marks(text, question, plain)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(0 <= mark.start < mark.end <= len(text) for mark in found)
    pieces = snippet(text, question, plain, length=80)
    assert "".join(piece.text for piece in pieces).strip("… ") in text


def test_a_phrase_a_minus_and_words_each_mean_something_of_their_own() -> None:
    question = asked('huur "sociale woningen" -koop -"dure huur"', plain)
    assert [clause.any_of for clause in question.wanted] == [
        (Word("huur", "huur"),),
        (Phrase(("sociale", "woningen")),),
    ]
    assert [clause.any_of for clause in question.excluded] == [(Word("koop", "koop"),), (Phrase(("dure", "huur")),)]


@pytest.mark.parametrize("typed", ["", "  ", '"', "-", '""', "- -", "()*:^", "\x00"])
def test_signs_alone_ask_nothing(typed: str) -> None:
    assert asked(typed, plain).wanted == ()


def test_words_of_grammar_are_left_out_unless_nothing_else_is_asked() -> None:
    assert asked("de bouw van het huis", plain).words == ("bouw", "huis")
    assert asked("de van", plain).words == ("de", "van")


def test_a_hyphen_in_a_word_is_no_minus() -> None:
    (clause,) = asked("energie-transitie", plain).clauses
    assert clause.any_of == (Word("energietransitie", "ener"), Phrase(("energie", "transitie")))


def test_of_a_very_long_question_the_beginning_counts() -> None:
    assert asked("woning " + "x" * 10_000, plain).words[0] == "woning"
    assert len(asked(" ".join(f"w{n}w" for n in range(500)), plain).clauses) == 16


def test_the_index_keeps_words_in_order_stems_without_grammar_and_words_joined_by_a_hyphen() -> None:
    assert indexed("De energie-transitie: K 3.5", plain) == Indexed(
        exact=("de", "energie", "transitie", "k3.5"), stems=("ener", "ener", "tran", "k3.5", "3.5"), parts=()
    )


LONG = "Dit gaat nergens over. " * 30 + "Partijen bouwen samen 80 woningen in de wijk. " + "En nog iets anders. " * 30


def test_a_snippet_is_the_sentence_with_the_words_marked() -> None:
    pieces = snippet(LONG, asked("woningen wijk", plain), plain)
    assert [piece.text for piece in pieces if piece.is_marked] == ["woningen", "wijk"]
    assert pieces[0].text == "… "
    assert pieces[1].text == "Partijen bouwen samen 80 "


def test_a_snippet_without_a_mark_is_the_beginning() -> None:
    (beginning, more) = snippet(LONG, asked("fiets", plain), plain)
    assert LONG.startswith(beginning.text)
    assert more.text == " …"
