"""Which titles say nothing: in many documents the heading above a row of commitments is the title of them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from samenspraak.apps.agreements.pages import CommitmentRow


def shared_titles(rows: Iterable[CommitmentRow]) -> frozenset[str]:
    """Return the titles that several commitments without a number have in common, or have as their heading."""
    plain = [row for row in rows if not row.code]
    times = Counter(row.title for row in plain)
    return frozenset(row.title for row in plain if times[row.title] > 1 or row.title == row.heading)
