"""One code for two different commitments."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from samenspraak.core.extraction.findings.codes import CODE_CLASH
from samenspraak.core.extraction.findings.material import Material, cut
from samenspraak.core.extraction.result import CommitmentKind, Finding, FoundCommitment

LETTERED = re.compile(r"^[A-Z]{1,3} ?\d")
RESTARTS = 0.25  # of the codes that stand twice, from which the numbering simply begins anew per part
SAME_SUBJECT = 0.2  # of the shorter one's words that both use, from which they are about the same
SAME_UNDER_OTHER_TITLE = 0.45  # the same when their titles have no word in common
LONG_WORD = 5  # letters
BEGINNING = 8  # letters that tell one word from another, whatever its ending


def findings(material: Material) -> Iterator[Finding]:
    """Yield a finding for every code with letters that stands for two commitments on different subjects."""
    by_code: dict[str, list[FoundCommitment]] = defaultdict(list)
    for commitment in material.commitments:
        if commitment.code and LETTERED.match(commitment.code) and commitment.kind is not CommitmentKind.MONITOR:
            by_code[commitment.code].append(commitment)
    clashes = {code: pair for code, group in by_code.items() if (pair := _clash(group))}
    if len(clashes) > RESTARTS * len(by_code):
        return
    for code, (first, again) in clashes.items():
        here, there = material.at_both([first.span], [again.span])
        yield CODE_CLASH.finding(
            first.span,
            again.span,
            code=code,
            first=here,
            again=there,
            title=cut(first.title or first.text, 60),
            other=cut(again.title or again.text, 60),
        )


def _clash(group: Sequence[FoundCommitment]) -> tuple[FoundCommitment, FoundCommitment] | None:
    """Return the first two that are about different things."""
    for index, first in enumerate(group):
        for again in group[index + 1 :]:
            if _shared(first, again) < _least_shared(first, again):
                return first, again
    return None


def _least_shared(a: FoundCommitment, b: FoundCommitment) -> float:
    ours, theirs = _words(a.title or "", a), _words(b.title or "", b)
    return SAME_UNDER_OTHER_TITLE if ours and theirs and not ours & theirs else SAME_SUBJECT


def _shared(a: FoundCommitment, b: FoundCommitment) -> float:
    ours, theirs = (_words(f"{each.title or ''} {each.text}", each) for each in (a, b))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _words(text: str, commitment: FoundCommitment) -> set[str]:
    """Return the beginnings of the long words, the parties' names left out."""
    names = {word for party in commitment.parties for word in party.name.lower().split()}
    words = re.findall(r"[^\W\d_]+", text.lower())
    return {word[:BEGINNING] for word in words if len(word) >= LONG_WORD and word not in names}
