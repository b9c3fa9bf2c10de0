"""Joins words that were divided over two lines, and decides whether their hyphen belongs to the word.

"huur-" + "prijs" was divided by the typesetter; "CO2-" + "reductie" has its hyphen by the rules of spelling
(Taalunie, Leidraad chapter 6); in "huur-" + "en koopwoningen" the hyphen stands for a word left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from samenspraak.core.extraction.source import Line, RepairKind, Table
from samenspraak.engines.knowledge.lexicon import Lexicon
from samenspraak.engines.readers.repair.damage import HYPHENS, is_strong
from samenspraak.engines.readers.repair.edits import Edit, Flow
from samenspraak.engines.readers.repair.tally import Tally
from samenspraak.engines.readers.repair.wording import Wording

_LETTER = r"[^\W\d_]"
_PART = r"[\w'’]"
_BEFORE = rf"(?:{_PART}+-)*{_PART}*{_LETTER}[0-9]?|\b[12][0-9]{{3}}"
_DIVIDED = re.compile(rf"({_BEFORE})([{HYPHENS}])$")
_CHUNK = re.compile(rf"(({_PART}+(?:-{_PART}+)*)\S*)\s*")
_IN_CELL = re.compile(rf"({_BEFORE})([{HYPHENS}]\n({_PART}+(?:-{_PART}+)*)(\S*)(?: |(?=\n)|$))")
# Invisible hyphens inside a line: the reader joined two lines, or the file marks where a word may be divided.
_INSIDE = re.compile(rf"({_LETTER}+)([\u00ad\ufffe] ?)(?=({_LETTER}+))")
_HYPHENATED = re.compile(rf"{_PART}+(?:-{_PART}+)+")

_INVISIBLE = frozenset("\u00ad\ufffe")
_ENDS_DIVIDED = tuple(HYPHENS)

_LEFT_OUT = frozenset("en of tot noch dan als resp respectievelijk ofwel maar cq en/of".split())
# Vowels that would be read as one when they meet; Dutch then writes a hyphen in a compound.
_CLASHES = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu éé".split())
_SHORT_WORD = 3
_LONGEST_WORD = 60

Join = Callable[[str, str], str | None]


def join_divided_words(wording: Wording, lexicon: Lexicon, tally: Tally) -> Wording:
    """Move the second half of a divided word up to its first half; the lower line begins after it."""
    spelling = _Spelling(lexicon, wording)

    def join(before: str, after: str) -> str | None:
        word = spelling.join(before, after)
        if word is not None:
            tally.add(RepairKind.HYPHENATION, f"{before}-|{after}", word)
        return word

    edited = wording.edited(lambda text: _inner_edits(text, join)) if _can_be_divided_inside(wording) else wording
    return edited.replaced(_with_joined_lines(edited.flow, join))


def _can_be_divided_inside(wording: Wording) -> bool:
    text = "".join(wording.lines)
    if any(sign in text for sign in _INVISIBLE):
        return True
    return any(isinstance(item, Table) or "\n" in item.text for item in wording.flow)


def _with_joined_lines(flow: Flow, join: Join) -> Flow:
    joined: list[Line | Table] = []
    is_divided = False  # whether the last line ends in a hyphen
    for item in flow:
        lines = _joined(joined[-1], item, join) if is_divided else None
        if lines:
            joined[-1:] = lines
        else:
            joined.append(item)
        is_divided = isinstance(joined[-1], Line) and joined[-1].text.endswith(_ENDS_DIVIDED)
    return tuple(joined)


@dataclass(frozen=True)
class _Spelling:
    """How words are written: by the language, and by the document at hand."""

    lexicon: Lexicon
    wording: Wording

    @cached_property
    def hyphenated(self) -> frozenset[str]:
        """The words that the document writes with a hyphen inside a line, in lower case."""
        chunks = (chunk for chunk in self.wording.chunks if "-" in chunk)
        return frozenset(word.lower() for chunk in chunks for word in _HYPHENATED.findall(chunk))

    def join(self, before: str, after: str) -> str | None:
        """Return the word that the halves make, None when they are two words ("huur-" and "en")."""
        if after.lower() in _LEFT_OUT or len(before) + len(after) > _LONGEST_WORD:
            return None
        hyphenated = f"{before}-{after}"
        if hyphenated.lower() in self.hyphenated:
            return hyphenated
        if is_strong(before[-1]) or is_strong(after[0]):
            return before + after  # a broken ligature; it can be mended when it has its word around it
        last = before.rpartition("-")[2].strip("'’")
        if not after[0].islower():
            # "Zuid-" + "Holland", "2024-" + "2027"; but a small letter before a capital is two columns side by side.
            return None if last[0].islower() else hyphenated
        if last.isupper() or last[-1].isdigit() or not self._is_closed(last, after.partition("-")[0].strip("'’")):
            return hyphenated
        return before + after

    def _is_closed(self, before: str, after: str) -> bool:
        joined = before + after
        if self.lexicon.is_listed(joined):
            return True
        if self.lexicon.is_listed(f"{before}-{after}"):
            return False
        if self.lexicon.is_word(joined):
            return before[-1:] + after[:1] not in _CLASHES
        # Two words that make no compound keep their hyphen; two fragments are a name or a rare word.
        is_word = self.lexicon.is_word(before)
        return not is_word or (len(before) > _SHORT_WORD and not self.lexicon.is_word(after))


def _inner_edits(text: str, join: Join) -> list[Edit]:
    """Join what is divided inside one text: by an invisible hyphen, or over the lines of a table cell."""
    edits: list[Edit] = []
    if "\n" not in text and not any(sign in text for sign in _INVISIBLE):
        return edits
    for match in _INSIDE.finditer(text):
        word = join(match[1], match[3])
        hyphen = "" if word == match[1] + match[3] else "-"
        edits.append(Edit(*match.span(2), hyphen))
    for match in _IN_CELL.finditer(text):
        word = None if match[4][-1:] in tuple(HYPHENS) else join(match[1], match[3])
        if word is not None:
            rest = word[len(match[1]) :] + match[4]
            edits.append(Edit(*match.span(2), rest + ("\n" if match[0].endswith(" ") else "")))
    return sorted(edits, key=lambda edit: edit.start)


def _joined(upper: Line | Table, lower: Line | Table, join: Join) -> list[Line | Table] | None:
    """Return the two lines with their divided word joined (one line when nothing is left), None when there is none."""
    if isinstance(upper, Table) or isinstance(lower, Table) or not 0 <= lower.page - upper.page <= 1:
        return None
    divided, chunk = _DIVIDED.search(upper.text), _CHUNK.match(lower.text)
    if not divided or not chunk:
        return None
    is_all = chunk.end() == len(lower.text)
    if chunk[1][-1] in HYPHENS and not is_all:
        return None
    word = join(divided[1], chunk[2])
    if word is None:
        return None
    first = _with_end(upper, lower, hyphen="" if word == divided[1] + chunk[2] else "-", length=len(chunk[1]))
    return [first] if is_all else [first, _without_start(lower, chunk.end())]


def _with_end(upper: Line, lower: Line, *, hyphen: str, length: int) -> Line:
    """Return the upper line with the first characters of the lower one instead of its own hyphen."""
    kept = len(upper.text) - 1 + len(hyphen)
    origins = (*(upper.origin(index) for index in range(kept)), *(lower.origin(index) for index in range(length)))
    text = upper.text[:-1] + hyphen + lower.text[:length]
    return replace(upper, text=text, origins=origins, end=lower.origin(length - 1) + 1)


def _without_start(line: Line, length: int) -> Line:
    origins = None if line.origins is None else line.origins[length:]
    return replace(line, text=line.text[length:], origins=origins, start=line.origin(length))
