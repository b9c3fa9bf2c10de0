"""Dutch number words: een ... negenhonderdduizend, their compounds, and ordinals."""

from __future__ import annotations

import re

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
_PLAIN_LETTERS = str.maketrans("éèëïóÉË", "eeeioee")
# Every number word has one of these in it, except "een", which counts with accents or beside one of the others.
_PARTS = (
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "twintig", "dertig",
    "veertig", "honderd", "duizend", "anderhal",
)  # fmt: skip
_BESIDE_ONE = ("keer", "maal", "minste", "minstens", "hoogste", "hoogstens", "hooguit")


def number_word(word: str) -> float | None:
    """Return the value of a Dutch number word ("vijfentwintig" -> 25), None for any other word."""
    return _WORDS.get(_plain(word))


def may_count(text: str) -> bool:
    """Whether a search for number words in a text can find any; "een" counts as "één" or beside "minimaal", "keer"."""
    plain = _plain(text)
    if has_any(plain, _PARTS):
        return True
    ones = plain.count("een")
    return ones > 0 and (has_any(plain, _BESIDE_ONE) or ones > text.lower().count("een"))


def _plain(text: str) -> str:
    lowered = text.lower()
    return lowered if lowered.isascii() else lowered.translate(_PLAIN_LETTERS)


def ordinal_word(word: str) -> int | None:
    """Return the rank of an ordinal ("derde", "3e", "3de" -> 3), None for any other word."""
    lowered = word.lower()
    if lowered in _ORDINALS:
        return _ORDINALS.index(lowered) + 1
    digits = _ORDINAL_DIGITS.fullmatch(lowered)
    return int(digits[1]) if digits else None
