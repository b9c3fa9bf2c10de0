"""Limits of the law (aftoppingsgrens, liberalisatiegrens) that are given with different amounts.

They change every year (Wet op de huurtoeslag, art. 13 and 20), so two amounts are only right for two years.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from samenspraak.core.extraction.findings.codes import OTHER_LIMIT
from samenspraak.core.extraction.findings.material import Material
from samenspraak.core.extraction.result import Finding, SourceSpan

LIMIT = re.compile(
    r"(?:\b(?P<which>lage|laagste|eerste|hoge|hoogste|tweede)\s+)?(?P<name>aftoppingsgrens|liberalisatiegrens|kwaliteitskortingsgrens)\b"
    r"[^€.;\d]{0,30}(?:\(?\s?(?:in\s|prijspeil\s)?(?P<before>20\d\d)\)?[^€.;\d]{0,12})?€\s?(?P<amount>\d{3,4}(?:[.,]\d{2,3})?(?:,\d\d)?)"
    r"(?:[^€.;\d)]{0,12}(?P<year>20\d\d))?",
    re.IGNORECASE,
)
LOWER = frozenset({"lage", "laagste", "eerste"})
HIGHER = frozenset({"hoge", "hoogste", "tweede"})
YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit with the amount and the year that the text gives."""

    amount: str
    year: str | None
    span: SourceSpan


def findings(material: Material) -> Iterator[Finding]:
    """Yield a finding for every limit that has two amounts for the same year or without a year."""
    for name, limits in _limits(material).items():
        pair = next(
            (
                (first, again)
                for index, first in enumerate(limits)
                for again in limits[index + 1 :]
                if first.amount != again.amount and (first.year == again.year or None in (first.year, again.year))
            ),
            None,
        )
        if pair:
            first, again = pair
            here, there = material.at_both([first.span], [again.span])
            yield OTHER_LIMIT.finding(
                first.span,
                again.span,
                limit=name,
                first=here,
                again=there,
                amount=_amount(first),
                other=_amount(again),
            )


def _limits(material: Material) -> dict[str, list[Limit]]:
    result: dict[str, list[Limit]] = defaultdict(list)
    for entry in material.texts:
        if "€" not in entry.block.text:
            continue
        for match in LIMIT.finditer(entry.block.text):
            which = (match["which"] or "").lower()
            side = "lage " if which in LOWER else "hoge " if which in HIGHER else ""
            if not side and match["name"].lower() == "aftoppingsgrens":
                continue  # there are two of them, and the text does not say which
            headings = YEAR.findall(f"{entry.place.section} {entry.place.chapter}")
            year = match["year"] or match["before"] or (headings[0] if len(headings) == 1 else None)
            span = entry.block.span(match.start(), match.end())
            result[f"{side}{match['name'].lower()}"].append(Limit(match["amount"], year, span))
    return result


def _amount(limit: Limit) -> str:
    return f"€ {limit.amount} ({limit.year or 'zonder jaar'})"
