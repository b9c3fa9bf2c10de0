"""What a person should know about a document that was read, beside its result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from samenspraak.engines.intake.taking_in import Intake

# Words without which nobody writes Dutch, and which no neighbouring language spells the same.
_DUTCH = set("het een van voor dat met zijn wordt worden aan niet ook bij naar deze om er onze wij".split())
_WORD = re.compile(r"[a-zà-ÿ]+")
ENOUGH_WORDS = 40
DUTCH_SHARE = 0.05
WORDS_LOOKED_AT = 5_000


def sentences_about(path: Path, intake: Intake) -> Iterator[str]:
    """Yield what could not be read, and that there are no commitments when there are none."""
    for notice in intake.source.notices:
        yield f"{path.name}: {notice}"
    if intake.extraction.commitments:
        return
    if is_other_language(intake.source.raw):
        yield f"{path.name}: gelezen, maar de tekst lijkt niet Nederlands; alleen Nederlandse afspraken worden herkend."
    else:
        yield f"{path.name}: gelezen, maar er staan geen afspraken in die Samenspraak herkent."


def is_other_language(text: str) -> bool:
    """Whether a text is long enough to tell, and hardly has a Dutch word in it."""
    words = _WORD.findall(text[: WORDS_LOOKED_AT * 10].lower())
    return len(words) >= ENOUGH_WORDS and sum(word in _DUTCH for word in words) < DUTCH_SHARE * len(words)
