"""The stock from one year's end to the next as a bridge: opening, what came, what went, what was relabelled, closing.

Two bridges: of all units (BRIDGE), and of the social stock, label DAE (SOCIAL_BRIDGE). Liberalisation is a change of
label, no exit. A bridge closes whatever the data say: its steps cut the rows into parts that do not overlap.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from samenspraak.core.measurement.key_figures.results import FigureValue

OPENING, CLOSING = "OPENING", "CLOSING"
# What each step does to the stock.
SIGNS = {
    "NEW_BUILD": 1,
    "BOUGHT": 1,
    "OTHER_IN": 1,
    "DEMOLISHED": -1,
    "SOLD": -1,
    "OTHER_OUT": -1,
    "RELABELLED_IN": 1,
    "RELABELLED_OUT": -1,
    "LABEL_FOUND": 1,
    "LABEL_LOST": -1,
}


@dataclass(frozen=True, slots=True)
class Bridge:
    """Opening, the steps with their sign, and closing; `gap` is what the steps do not explain and should be nought."""

    opening: Fraction
    steps: tuple[tuple[str, Fraction], ...]
    closing: Fraction

    @property
    def gap(self) -> Fraction:
        """Return closing less opening and steps."""
        return self.closing - self.opening - sum((change for _, change in self.steps), Fraction())


def bridge_of(values: Iterable[FigureValue], kind: str) -> Bridge | None:
    """Return the bridge of one group and year, or None when a part of it is not known."""
    parts = {value.code.removeprefix(f"{kind}."): value.value for value in values if value.code.startswith(f"{kind}.")}
    if not parts or any(value is None for value in parts.values()):
        return None
    known = {code: value for code, value in parts.items() if value is not None}
    steps = tuple((code, SIGNS[code] * known[code]) for code in SIGNS if code in known)
    return Bridge(known[OPENING], steps, known[CLOSING])
