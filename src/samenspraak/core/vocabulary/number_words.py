"""Dutch number words: een ... negenhonderdduizend, their compounds, and ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samenspraak.core.vocabulary.hints import has_any

_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = ("tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien").split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_ORDINAL_DIGITS = re.compile(r"([0-9]{1,2})(?:e|de|ste)")
_ORDINALS = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde".split()


def _below_hundred() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_ONES, start=1)}
    words |= {word: value for value, word in enumerate(_TEENS, start=10)}
    for tens_value, tens in enumerate(_TENS, start=2):
        words[tens] = 10 * tens_value
        for ones_value, ones in enumerate(_ONES, start=1):
            words[f"{ones}en{tens}"] = 10 * tens_value + ones_value
    return words


def _all_words() -> dict[str, int]:
    small = _below_hundred()
    hundreds = {"honderd": 100}
    # vijftienhonderd is as common as duizend vijfhonderd, so every count of hundreds may stand in front.
    hundreds |= {f"{word}honderd": 100 * value for word, value in small.items() if value >= 2 and value % 10}
    words = small | hundreds
    for hundred, hundred_value in hundreds.items():
        for word, value in small.items():
            words[f"{hundred}{word}"] = words[f"{hundred}en{word}"] = hundred_value + value
    words["duizend"] = 1000
    words |= {f"{word}duizend": 1000 * value for word, value in (small | hundreds).items() if value > 1}
    return words


_WORDS: dict[str, float] = {**_all_words(), "anderhalf": 1.5, "anderhalve": 1.5, "tweeenhalf": 2.5, "tweeenhalve": 2.5}
_PLAIN_LETTERS = str.maketrans("éèëïóÉÈËÏÓİ", "eeeioeeeioi")  # "İ" would be two characters in lower case
_WHOLE_WORD = re.compile(r"(?<![\w-])[^\W\d_]{3,40}(?![\w-])")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
# Every number word has one of these in it, except "een", which counts with accents or beside one of the others.
_PARTS = (
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "twintig", "dertig",
    "veertig", "honderd", "duizend", "anderhal",
)  # fmt: skip
_BESIDE_ONE = ("keer", "maal", "minste", "minstens", "hoogste", "hoogstens", "hooguit")


def number_word(word: str) -> float | None:
    """Return the value of a Dutch number word ("vijfentwintig" -> 25), None for any other word."""
    return _WORDS.get(_plain(word))


def number_words_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the number words of a text, in no order; not "een" where nothing in the text can make it count."""
    plain = _plain(text)
    if not _may_count(plain, text):
        return
    for word in _WORDS.keys() & _LETTERS.findall(plain):
        start = plain.find(word)
        while start >= 0:
            match = _WHOLE_WORD.match(text, start)
            if match and match.end() == start + len(word):
                yield match
            start = plain.find(word, start + len(word))


def _may_count(plain: str, text: str) -> bool:
    if has_any(plain, _PARTS):
        return True
    ones = plain.count("een")
    return ones > 0 and (has_any(plain, _BESIDE_ONE) or ones > text.lower().count("een"))


def _plain(text: str) -> str:
    """Return a text of the same length in lower case and without accents."""
    return (text if text.isascii() else text.translate(_PLAIN_LETTERS)).lower()


def ordinal_word(word: str) -> int | None:
    """Return the rank of an ordinal ("derde", "3e", "3de" -> 3), None for any other word."""
    lowered = word.lower()
    if lowered in _ORDINALS:
        return _ORDINALS.index(lowered) + 1
    digits = _ORDINAL_DIGITS.fullmatch(lowered)
    return int(digits[1]) if digits else None
