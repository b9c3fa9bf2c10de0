"""Markers at the beginning of a line: bullets, numbers and codes of commitments."""

from __future__ import annotations

import re
from dataclasses import dataclass

BULLET = re.compile(r"^(?P<mark>[•▪◦●○■□▫‣⁃∙➢➤►❖✓✔☐☑→»·*\ue000-\uf8ff]|[–—>+-](?=\s)|o(?=\s+[A-Z]))\s*")
SECOND_LEVEL = frozenset("◦○o▫–—⁃")
LETTERED = re.compile(r"^(?P<mark>\(?[a-z]\)|[a-z]\.)\s+(?=\S)")
NUMBERED = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?P<dot>[.)]?)\s+(?P<rule>[|│]\s+)?(?=\S)")
ARTICLE = re.compile(r"^(?:Artikel|ARTIKEL|Art\.|Lid)\s+(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})(?:\s?[.:–-])?\s*(?=\S|$)")
WORD_CODE = re.compile(
    r"^(?P<word>Afspraak|Prestatieafspraak|Kaderafspraak|Jaarafspraak|Actie|Actiepunt|Doel|Maatregel|Inzet)\s*"
    r"(?:nr\.?|nummer)?\s*(?P<number>[A-Z]?\d{1,3}(?:\.\d{1,2}){0,2}(?:\.?[a-z])?)(?![\w.]\w)\s*[.:–-]?\s*(?=\S|$)"
)
# "Afspraak: De gemeente ...": a block of labelled lines without a number.
UNNUMBERED = re.compile(r"^(?P<word>Afspraak|Prestatieafspraak|Actie|Maatregel)\s?:\s+(?=[A-ZÀ-Ý\d])")
WORD_INITIALS = frozenset("APKJDMI")
MAY_BE_NUMBERED = WORD_INITIALS | frozenset("AL")  # "Artikel", "Lid"
# "K 1.1", "K1.12", "K.1.14", "J. 2.7", "A1", "B-3": one to three capitals and a number.
CODE = re.compile(
    r"^(?P<letters>[A-Z]{1,3})(?P<gap>\s?[.-]?\s?)(?P<number>\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?)[.:)]?(?=\s|$)\s*"
)
# "1A", "3.b", "2c.": a chapter's number and a letter. "2e" without a stop is an ordinal, "5m" a measure.
CHAPTER_LETTER = re.compile(
    r"^(?P<number>\d{1,2}\.?(?:[A-Z](?:[.:)]|(?=\s))|[a-z][.:)]|[abcd](?=\s+[A-Z‘'])))\s+(?=\S)"
)
# A code's letter alone on a line, its number on the next.
CODE_LETTER = re.compile(r"^(?P<letters>[A-Z]{1,2})\.?$")
CODE_NUMBER = re.compile(r"^(?P<number>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)[.:]?$")
# Capitals with a number that are never a code: quarters, tertials, CO2, paper, roads' halves.
NOT_A_CODE = re.compile(r"^(?:[QTK]\s?[1-4]\b(?!\.\d)|CO\s?2|NTA|BW|EN\s|NEN|ISO|EU|UR\s)")

# What an item may begin with besides a word: a number of something.
COUNTED = re.compile(r"\d[\d.]*%? [a-z]{3,}")

# Lines below a statement that name a field: "Trekker: gemeente", "Planning: Q3 2026".
LABEL = (
    r"(?:Trekkers?|Initiatief(?:nemer)?|Actiehouder|Eigenaar|Regie|Wie|Partij(?:en)?|"
    r"Betrokken(?:en| partijen)?|Planning|Wanneer|Termijn|Deadline|"
    r"Gereed|Einddatum|Uiterlijk|Resultaat|Prioriteit|Status|Stand|Voortgang|Stand van zaken|"
    r"Samen met|Meedenken(?:d)?|Ondersteuning|Uitvoer(?:ing|der)|Verantwoordelijke?|Partners?|In samenwerking met|"
    r"Budget|Indicator|Monitoring|Toelichting)"
)
LABELLED = re.compile(rf"^(?P<label>{LABEL})\s*:\s*(?P<value>\S.*)$")
NEXT_LABEL = re.compile(rf"\s+(?={LABEL}\s*:\s)")


@dataclass(frozen=True, slots=True)
class Code:
    """A printed code: its family ("K", "", "Afspraak") and number, and how many characters it takes."""

    family: str
    number: str
    width: int

    @property
    def normal(self) -> str:
        """Return the code as it is kept: letter, space, number ("K 1.12"); a bare number as it is; of a label ""."""
        return f"{self.family} {self.number}" if len(self.family) in (1, 2, 3) else self.number

    @property
    def parts(self) -> tuple[int, ...]:
        """Return the numbers between the dots: "1.12" gives (1, 12)."""
        return tuple(int(digits) for digits in re.findall(r"\d+", self.number))


def labels_in(text: str) -> list[tuple[str, str]]:
    """Return the labels of a line with their values: "Wie: gemeente Wanneer: 2027" has two, running text has none."""
    found = LABELLED.match(text) if ":" in text else None
    if not found:
        return []
    parts = NEXT_LABEL.split(found["value"])
    return [(found["label"], parts[0]), *(pair for part in parts[1:] for pair in labels_in(part))]


def bullet_of(text: str) -> re.Match[str] | None:
    """Return the match of a bullet with its white space, or None."""
    return None if text[:1].isalnum() and text[:1] != "o" else BULLET.match(text)


def begins_with_word(text: str) -> bool:
    """Say whether a text begins with a word that is no part of a code or an article's number, as most lines do."""
    return text[1:2].islower() and text[0] not in MAY_BE_NUMBERED


def code_of(text: str) -> Code | None:
    """Return the code at the beginning of a line, or None."""
    if not text[:1].isupper():
        found = CHAPTER_LETTER.match(text) if text[:1].isdigit() else None
        return Code("", found["number"].rstrip(".:)"), found.end()) if found else None
    if text[1:2].islower() and text[0] not in WORD_INITIALS:  # as in most lines
        return None
    if NOT_A_CODE.match(text):
        return None
    if word := WORD_CODE.match(text):
        return Code(word["word"].capitalize(), word["number"], word.end())
    if word := UNNUMBERED.match(text):
        return Code(f"{word['word']}:", "", word.end())
    if found := CODE.match(text):
        return Code(found["letters"], found["number"], found.end())
    return None


def number_of(text: str) -> Code | None:
    """Return the number at the beginning of a line ("1.", "2.3", "Artikel 4"), or None."""
    first = text[:1]
    if first in "AL" and (article := ARTICLE.match(text)):
        return Code("Artikel", article["number"], article.end())
    found = NUMBERED.match(text) if first.isdigit() else None
    if not found or not _is_item_number(found, text):
        return None
    return Code("", found["number"], found.end())


def _is_item_number(found: re.Match[str], text: str) -> bool:
    """Tell "1. Doorstroming", "8. 140 woningen" and "1 Schuldhulp" from "12 juli", "30 woningen" and "2 à 3"."""
    rest = text[found.end() :]
    if found["dot"] and rest[:1].isdigit() and COUNTED.match(rest):
        return True
    if not rest[:1].isalpha() and rest[:1] not in "‘'\"“<(":
        return False
    if found["dot"] or "." in found["number"]:
        return True
    return rest[:1].isupper()
