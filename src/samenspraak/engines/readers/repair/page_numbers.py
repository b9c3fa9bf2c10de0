"""Reads page numbers: alone on a line, or before or after the words of a running head."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LABEL = r"(?:pagina|pag\.?|p\.|blz\.?|bladzijde|page)"
_OF_TOTAL = r"(?:\s*(?:van|/|of)\s*[0-9]{1,4})?"
_SEPARATORS = "|–—•·-"
_MARGIN = r"[\s|–—•·\[\]()/-]*"
_COUNT = r"[0-9]{1,3}"
_ROMAN = r"(?:(?:xl|l?x{0,3})(?:i[xv]|v?i{0,3}))"

_BARE = re.compile(rf"{_MARGIN}{_LABEL}?\s*[|:]?\s*(?P<number>{_COUNT}){_OF_TOTAL}{_MARGIN}", re.IGNORECASE)
_BARE_ROMAN = re.compile(rf"{_MARGIN}(?P<number>(?=[ivxl]){_ROMAN}){_MARGIN}", re.IGNORECASE)
# The number may touch the words ("8Meerjarenafspraken") but not another number, and no item number: "8. Zorg".
_IN_FRONT = re.compile(
    rf"{_MARGIN}(?:{_LABEL}\s*)?(?P<number>{_COUNT}){_OF_TOTAL}(?:\s*[{_SEPARATORS}]\s*|\s+|)(?=[^\W\d_])",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"(?:(?<=[\s{_SEPARATORS}])|(?<=[^\W\d_]))(?:{_LABEL}\s*[|:]?\s*)?(?P<number>{_COUNT}){_OF_TOTAL}{_MARGIN}$",
    re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]")
_NUMBER_AT_END = re.compile(rf"[0-9]{_MARGIN}$")
_LONGEST_NUMBER = 30  # characters of "Pagina 3 van 12" with the white space around it

# Words that are followed by a number of their own, in the text and above it.
_NUMBERED_PARTS = frozenset(
    """artikel art hoofdstuk paragraaf bijlage annex deel thema fase stap actie afspraak punt doel doelstelling
    pijler opgave tabel figuur kaart onderdeel speerpunt project projecten categorie prioriteit jaar kwartaal tertiaal
    periode week maand label woningen complex versie nummer nr lid variant scenario ambtelijk bestuurlijk""".split()
)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that can be a page number with words around it; `rest` is "" for the number alone."""

    rest: str
    number: int


def read_page_number(text: str) -> Numbered | None:
    """Return the page number in a line, None when there is none or when the number belongs to the words."""
    if not _DIGIT.search(text):  # as in most lines
        return _read_roman(text) if len(text) <= _LONGEST_NUMBER else None
    if len(text) <= _LONGEST_NUMBER:
        bare = _BARE.fullmatch(text)
        if bare:
            return Numbered("", int(bare["number"]))
    tail = max(0, len(text) - _LONGEST_NUMBER)
    # Looked for with care only where there is a number at all.
    behind = _BEHIND.search(text, tail) if _NUMBER_AT_END.search(text, tail) else None
    if behind:
        return _with_words(text[: behind.start()], behind["number"])
    in_front = _IN_FRONT.match(text)
    return _with_words(text[in_front.end() :], in_front["number"]) if in_front else None


def _read_roman(text: str) -> Numbered | None:
    roman = _BARE_ROMAN.fullmatch(text)
    return Numbered("", _roman_value(roman["number"].lower())) if roman else None


def _with_words(text: str, number: str) -> Numbered | None:
    rest = " ".join(text.split()).strip(f" {_SEPARATORS}")
    return None if _has_own_number(rest) else Numbered(rest, int(number))


def _has_own_number(rest: str) -> bool:
    words = rest.lower().split()
    return not words or words[-1].strip(".:") in _NUMBERED_PARTS or (len(words) == 1 and words[0] in _NUMBERED_PARTS)


def _roman_value(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
