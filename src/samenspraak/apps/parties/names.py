"""When two spellings of an organisation's name are the same name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# "de gemeente X" and "X" are the same municipality; an association keeps its legal form, which can tell two apart.
_OFFICE = re.compile(r"^(?:de )?(?:gemeente|provincie) ")
KEPT = 8192  # the same names come back for every commitment of an agreement
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=KEPT)
def fold_name(name: str) -> str:
    """Return a name without capitals, accents, punctuation and the word for the office itself."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    words = _NOT_A_WORD.sub(" ", plain).strip()
    return _OFFICE.sub("", words)
