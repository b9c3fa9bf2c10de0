"""Which framework commitment an annual one elaborates: by its number (J 2.2 under K 2), else by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from samenspraak.apps.agreements.beside import Beside, beside
from samenspraak.apps.agreements.fetch import register_of
from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.agreements.titles import Titled

MOST_FRAMEWORKS = 500
# Under this, two Dutch sentences of the field share little more than "de gemeente en de corporatie".
LEAST_LIKENESS = 62
_CODE = re.compile(r"^[A-Za-z]*[\s\-_]*(\d+)")


def frameworks_for(commitment: Commitment) -> list[Beside]:
    """Return the framework commitments that a commitment may elaborate, in the order of their numbers (one query)."""
    same = register_of(commitment.agreement).exclude(pk=commitment.pk)
    frameworks = same.filter(kind=Commitment.Kind.FRAMEWORK).order_by("code_key", "document_id", "order")
    return beside(frameworks[:MOST_FRAMEWORKS])


def proposed_framework(commitment: Commitment, frameworks: Sequence[Beside]) -> Beside | None:
    """Return the framework commitment that this one most likely elaborates; None when that would be a guess."""
    if commitment.kind != Commitment.Kind.ANNUAL:
        return None
    chapter = chapter_of(commitment.code)
    candidates = [one for one in frameworks if chapter and chapter_of(one.code) == chapter]
    if len(candidates) == 1:
        return candidates[0]
    likely = [(likeness(commitment, one), -index, one) for index, one in enumerate(candidates or frameworks)]
    best = max(likely, default=None, key=lambda item: item[:2])
    return best[2] if best is not None and best[0] >= LEAST_LIKENESS else None


def chapter_of(code: str) -> str:
    """Return the first number of a code, "2" of "J 2.2"; empty without one."""
    found = _CODE.match(code)
    return found[1].lstrip("0") if found else ""


def likeness(one: Titled, other: Titled) -> float:
    """Return how alike two commitments are, 0 to 100: in their titles, or in all that they say."""
    titles = fuzz.token_set_ratio(one.title, other.title, processor=str.lower) if one.title and other.title else 0
    return max(titles, fuzz.token_sort_ratio(_words(one), _words(other), processor=str.lower))


def says_the_same(one: Titled, other: Titled) -> bool:
    """Whether two commitments are the same promise, a word more or less apart."""
    return fuzz.ratio(_words(one), _words(other), processor=str.lower) >= 85


def _words(commitment: Titled) -> str:
    return " ".join(f"{commitment.title} {commitment.text}".split())[:2000]
