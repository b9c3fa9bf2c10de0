"""Characters that Unicode itself spells out in plain letters: ﬁ is "fi", and "e" with a loose diaeresis is "ë"."""

from __future__ import annotations

import re
import unicodedata

from samenspraak.core.extraction.source import RepairKind
from samenspraak.engines.readers.repair.edits import Edit
from samenspraak.engines.readers.repair.tally import Tally
from samenspraak.engines.readers.repair.wording import Wording

# The alphabetic presentation forms U+FB00-FB06, the digraph ij, and a letter with its loose accents.
_SPELLED_OUT = re.compile(r"[\ufb00-\ufb06\u0132\u0133]|[^\W\d_][\u0300-\u036f]+")
_TAKES_PART = re.compile(r"[\ufb00-\ufb06\u0132\u0133\u0300-\u036f]")  # one of these, always


def spell_out(wording: Wording, tally: Tally) -> Wording:
    """Replace presentation forms by their letters and join letters with their loose accents."""
    if not _TAKES_PART.search(wording.spaced):
        return wording

    def find(text: str) -> list[Edit]:
        if text.isascii():
            return []
        edits = [Edit(match.start(), match.end(), _plain(match[0])) for match in _SPELLED_OUT.finditer(text)]
        edits = [edit for edit in edits if edit.text != text[edit.start : edit.end]]
        for edit in edits:
            is_ligature = edit.end - edit.start == 1
            kind = RepairKind.LIGATURE if is_ligature else RepairKind.OTHER
            tally.add(kind, text[edit.start : edit.end], edit.text)
        return edits

    return wording.edited(find)


def _plain(characters: str) -> str:
    return unicodedata.normalize("NFKC" if len(characters) == 1 else "NFC", characters)
