"""Counts what was mended, for the report to the reader."""

from __future__ import annotations

from collections import Counter

from samenspraak.core.extraction.source import Repair, RepairKind


class Tally:
    """Collects repairs; equal ones are counted together."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[RepairKind, str, str]] = Counter()

    def add(self, kind: RepairKind, before: str, after: str, count: int = 1) -> None:
        """Note that `before` became `after`, `count` times."""
        self._counts[kind, before, after] += count

    def repairs(self) -> tuple[Repair, ...]:
        """Return the repairs, the most frequent of a kind first."""
        ranked = sorted(self._counts.items(), key=lambda entry: (entry[0][0], -entry[1], entry[0][1:]))
        return tuple(Repair(kind, before, after, count) for (kind, before, after), count in ranked)
