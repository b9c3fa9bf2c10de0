"""From a text to the words that can be searched, each with its place.

A word is held in one normal form: lower case, without accents and apostrophes, so that é is e and "auto's" is "autos".
A code is one word whatever stands between its letter and its number: "K 3.5", "K-3.5" and "k3.5" are the same. Of
letters that are no Latin ones the number in Unicode stands in the form: every database then sees the same words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST_FORM = 60  # longer is no word; cut, so that a database never refuses it

_NUMBER = r"\d+(?:[.,]\d+)*"
_WORD = r"[^\W_]+(?:['\u2019][^\W_]+)*"
# One letter may stand apart from its number ("K 3.5"); more letters stand against it ("CO2", "EFG-1").
_CODE = r"[A-Z][ \u00a0]?[-.]?\d+(?:\.\d+)*[a-z]?(?![^\W_])|[A-Z]{2,3}[-.]?\d+(?:\.\d+)*[a-z]?(?![^\W_])"
_IN_TEXT = re.compile(rf"(?<![^\W_])(?P<code>{_CODE})|(?P<number>{_NUMBER})(?![^\W_])|(?P<word>{_WORD})")
_IN_QUESTION = re.compile(_IN_TEXT.pattern.replace("[A-Z]", "[A-Za-z]"))
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)")
_HYPHENS = "-\u2010\u2011"


class Token(NamedTuple):
    """A word of a text: its normal form, the word in lower case as written, and where it stands.

    A tuple, for a page has hundreds and a search looks through twenty pages.
    """

    form: str
    word: str
    start: int
    end: int
    is_word: bool = True  # False for a code and a number: these have no other forms

    @property
    def number(self) -> str:
        """The number of a code ("3.5" of "K 3.5"), or nothing."""
        return "" if self.is_word or self.form[0].isdigit() else self.form.lstrip("abcdefghijklmnopqrstuvwxyz")


def tokens(text: str, begin: int = 0) -> Iterator[Token]:
    """Yield the words of a text from a place on, in their order; a code has a capital."""
    return _found(_IN_TEXT, text, begin)


def asked_tokens(text: str) -> Iterator[Token]:
    """Yield the words of a question; people type codes without capitals as well."""
    return _found(_IN_QUESTION, text, 0)


def _found(pattern: re.Pattern[str], text: str, begin: int) -> Iterator[Token]:
    for match in pattern.finditer(text, begin):
        form, word, is_word = _read(match.lastgroup, match.group())
        if form:
            yield Token(form, word, match.start(), match.end(), is_word)


@lru_cache(maxsize=100_000)
def _read(kind: str | None, written: str) -> tuple[str, str, bool]:
    """Return the normal form of what is written, what is written in lower case, and whether it is a word."""
    if kind == "code":
        return _code_form(written), written.lower(), False
    if kind == "number":
        return _number_form(written), written, False
    return folded(written), written.lower().replace("\u2019", "'"), True


def _code_form(written: str) -> str:
    letters = re.match(r"[A-Za-z]+", written)
    prefix = "" if letters is None else letters.group()
    number = written[len(prefix) :].lstrip(" \u00a0-.")
    return (prefix + folded_digits(number)).lower()[:LONGEST_FORM]


def _number_form(written: str) -> str:
    plain = folded_digits(written)
    if _THOUSANDS.fullmatch(plain):
        return plain.replace(".", "")[:LONGEST_FORM]
    return plain.replace(",", ".")[:LONGEST_FORM]


def folded_digits(written: str) -> str:
    """Return the same number in the digits that we are used to."""
    return "".join(char if char.isascii() else str(unicodedata.digit(char, 0)) for char in written)


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """Return the normal form of a word: lower case, no accents, no apostrophes, nothing but ASCII."""
    # Twice: a bold letter is a capital only once it is taken apart, and in lower case it may come apart again.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    kept = (char for char in decomposed if char.isalnum())
    return "".join(char if char.isascii() else f"u{ord(char):x}" for char in kept)[:LONGEST_FORM]


def joined_by_hyphen(text: str, left: Token, right: Token) -> bool:
    """Tell whether two words that follow each other are one word with a hyphen in it."""
    return right.start - left.end == 1 and text[left.end] in _HYPHENS and left.is_word and right.is_word
