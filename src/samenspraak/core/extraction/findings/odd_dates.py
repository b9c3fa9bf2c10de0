"""Dates that cannot be, or cannot be meant: 31 november, signed when the year was over, due before it was signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samenspraak.core.extraction.findings.codes import IMPOSSIBLE_DATE, PAST_DEADLINE, SIGNED_LATE
from samenspraak.core.extraction.findings.material import Material, day
from samenspraak.core.extraction.result import CommitmentKind, DocumentKind, Finding, Period, SourceSpan
from samenspraak.core.vocabulary.dates import find_dates
from samenspraak.core.vocabulary.deadline import DeadlineKind

LAST_MONTH = 6  # by the end of June of its first year an agreement for one year is signed
LONGEST_BEFORE = 2  # years before its first year in which an agreement may be signed
DATED = frozenset({DeadlineKind.DATE, DeadlineKind.QUARTER, DeadlineKind.TERTIAL, DeadlineKind.YEAR})
# Reports look back on what was due and signed before.
SPEAKS_LATER = frozenset({DocumentKind.MONITOR, DocumentKind.COUNCIL_LETTER, DocumentKind.OTHER})


def impossible(material: Material) -> Iterator[Finding]:
    """Yield a finding for every day that no calendar has."""
    for entry in material.texts:
        for found in find_dates(entry.block.text):
            if found.is_impossible:
                span = entry.block.span(found.start, found.end)
                yield IMPOSSIBLE_DATE.finding(span, date=found.text, where=material.at(span))


def signing(material: Material) -> Iterator[Finding]:
    """Yield a finding when the day of signing does not fit the years that the agreement is about."""
    signed, period = material.facts.signed_on, material.facts.period
    if signed is None or period is None or material.facts.kind in SPEAKS_LATER or not is_odd(signed, period):
        return
    span = _span_of(signed, material)
    if span:
        years = str(period.start) if period.start == period.end else f"{period.start} tot en met {period.end}"
        yield SIGNED_LATE.finding(span, where=material.at(span), date=day(signed), period=years)


def is_odd(signed: date, period: Period) -> bool:
    """Say whether a day of signing is long after the beginning of a period, or long before it."""
    if signed.year < period.start - LONGEST_BEFORE:
        return True
    if period.start == period.end:
        return (signed.year, signed.month) > (period.start, LAST_MONTH)
    return signed.year > period.start


def _span_of(signed: date, material: Material) -> SourceSpan | None:
    """Return where the day of signing stands; a signature page is the last that names it."""
    for entry in reversed(material.texts):
        for found in find_dates(entry.block.text):
            if found.on == signed:
                return entry.block.span(found.start, found.end)
    return None


def past_deadlines(material: Material) -> Iterator[Finding]:
    """Yield a finding for every commitment that was due before it was signed."""
    signed, period = material.facts.signed_on, material.facts.period
    if signed is None or material.facts.kind in SPEAKS_LATER or (period and is_odd(signed, period)):
        return
    for commitment in material.commitments:
        deadline = commitment.deadline
        if commitment.kind is CommitmentKind.MONITOR or not deadline or deadline.kind not in DATED or not deadline.on:
            continue
        if deadline.on < signed:
            yield PAST_DEADLINE.finding(
                commitment.span, term=deadline.text, where=material.at(commitment.span), date=day(signed)
            )
