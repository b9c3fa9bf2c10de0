"""Where in a text the words stand that were asked for, and the stretch that shows them best."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from samenspraak.core.search.forms import STOP_WORDS, FormsOf, WordForms, indexed
from samenspraak.core.search.question import Phrase, Question, Word
from samenspraak.core.search.tokens import Token, joined_by_hyphen, tokens
from samenspraak.core.vocabulary.sentences import sentence_at

SNIPPET_LENGTH = 320


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that answers clause number `clause` of what was asked."""

    start: int
    end: int
    clause: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a snippet; `is_marked` for what was asked."""

    text: str
    is_marked: bool


def marks(text: str, question: Question, forms_of: FormsOf) -> list[Mark]:
    """Return what answers the question, in the order of the text, without overlap."""
    row = _row(text, question, forms_of)
    phrases = [
        (number, wanted)
        for number, clause in enumerate(question.wanted)
        for wanted in clause.any_of
        if isinstance(wanted, Phrase)
    ]
    found = [*_words(text, row, question, forms_of)]
    for number, phrase in phrases:
        found.extend(_phrases(row, phrase, number))
    found.sort(key=lambda mark: (mark.start, -mark.end))
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _row(text: str, question: Question, forms_of: FormsOf) -> list[Token]:
    """Return the words among which the marks are: all of them, or where only words are asked those near an answer."""
    wanted = [one for clause in question.wanted for one in clause.any_of]
    keys: set[str] = set()
    for one in wanted:
        # A phrase is a matter of what follows what, and a code or number may have a space inside.
        if isinstance(one, Phrase) or not (one.form.isalpha() and one.stem.isalpha()):
            return list(tokens(text))
        keys.update((one.form, one.stem, *one.shorter))
    near: list[Token] = []
    for start, end in _stretches(text, keys, forms_of):
        # A code may begin with a letter before the white space.
        for token in tokens(text, max(0, start - 2)):
            if token.start >= end:
                break
            if token.start >= start:
                near.append(token)
    return near


def _stretches(text: str, keys: set[str], forms_of: FormsOf) -> list[tuple[int, int]]:
    """Return the stretches without white space that are found by one of the keys, in the order of the text."""
    found: list[tuple[int, int]] = []
    for stretch in set(text.split()):
        if keys.isdisjoint(_found_by(stretch, forms_of)):
            continue
        start = text.find(stretch)
        while start >= 0:
            end = start + len(stretch)
            if text[start - 1 : start].strip() == "" == text[end : end + 1].strip():
                found.append((start, end))
            start = text.find(stretch, end)
    return sorted(found)


@lru_cache(maxsize=20_000)
def _found_by(stretch: str, forms_of: FormsOf) -> frozenset[str]:
    words = indexed(stretch, forms_of)
    return frozenset((*words.exact, *words.stems, *words.parts))


def _phrases(row: list[Token], wanted: Phrase, number: int) -> Iterator[Mark]:
    length = len(wanted.forms)
    for at in range(len(row) - length + 1):
        if row[at].form == wanted.forms[0] and tuple(token.form for token in row[at : at + length]) == wanted.forms:
            yield Mark(row[at].start, row[at + length - 1].end, number)


def _words(text: str, row: list[Token], question: Question, forms_of: FormsOf) -> Iterator[Mark]:
    """Yield the single words that answer; a word that returns in the text is judged once."""
    wanted = [
        (number, word)
        for number, clause in enumerate(question.wanted)
        for word in clause.any_of
        if isinstance(word, Word)
    ]
    if not wanted:
        return
    judged: dict[tuple[str, bool], list[int]] = {}
    previous: Token | None = None
    for token in row:
        key = token.word, token.is_word
        numbers = judged.get(key)
        if numbers is None:
            numbers = judged[key] = [number for number, word in wanted if _answers(token, word, forms_of)]
        for number in numbers:
            yield Mark(token.start, token.end, number)
        if previous is not None and joined_by_hyphen(text, previous, token):
            forms = forms_of(previous.word + token.word)
            for number, word in wanted:
                if number not in numbers and _is_found_by(forms, word):
                    yield Mark(previous.start, token.end, number)
        previous = token


def _answers(token: Token, wanted: Word, forms_of: FormsOf) -> bool:
    if token.form == wanted.form:
        return True
    if not token.is_word:
        return wanted.stem in (token.form, token.number)
    return token.form not in STOP_WORDS and _is_found_by(forms_of(token.word), wanted)


def _is_found_by(forms: WordForms, wanted: Word) -> bool:
    return forms.stem == wanted.stem or wanted.stem in forms.parts or forms.stem in wanted.shorter


def snippet(text: str, question: Question, forms_of: FormsOf, *, length: int = SNIPPET_LENGTH) -> tuple[Piece, ...]:
    """Return the sentence that answers most of the question, cut to a length, with the words marked."""
    found = marks(text, question, forms_of)
    start, end = _best_stretch(text, found, length)
    return tuple(_pieces(text, [mark for mark in found if start <= mark.start and mark.end <= end], start, end))


def marked(text: str, question: Question, forms_of: FormsOf) -> tuple[Piece, ...]:
    """Return a whole text in pieces with the words marked."""
    return tuple(_pieces(text, marks(text, question, forms_of), 0, len(text)))


def _best_stretch(text: str, found: list[Mark], length: int) -> tuple[int, int]:
    if len(text) <= length:
        return 0, len(text)
    if not found:
        return 0, _word_end(text, length)
    best = max(found, key=lambda mark: (_clauses_from(found, mark.start, length), -mark.start))
    start, end = _sentence_around(text, best)
    if best.start - start > length // 3:
        start = _word_start(text, best.start - length // 3)
    return start, max(_word_end(text, start + length) if end - start > length else end, best.end)


def _clauses_from(found: list[Mark], start: int, length: int) -> int:
    """Return how many different things that were asked stand close behind a place."""
    return len({mark.clause for mark in found if start <= mark.start < start + 2 * length // 3})


def _sentence_around(text: str, mark: Mark) -> tuple[int, int]:
    sentence = sentence_at(text, mark.start)
    return (mark.start, len(text)) if sentence is None else (sentence.start, sentence.end)


def _word_start(text: str, at: int) -> int:
    space = text.find(" ", at)
    return space + 1 if 0 <= space < at + 40 else at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", max(0, at - 40), at)
    return space if space > 0 else at


def _pieces(text: str, found: list[Mark], start: int, end: int) -> Iterator[Piece]:
    if start > 0:
        yield Piece("… ", is_marked=False)
    at = start
    for mark in found:
        if mark.start > at:
            yield Piece(text[at : mark.start], is_marked=False)
        yield Piece(text[mark.start : mark.end], is_marked=True)
        at = mark.end
    if at < end:
        yield Piece(text[at:end], is_marked=False)
    if end < len(text):
        yield Piece(" …", is_marked=False)
