"""Findings: what a careful reader would question in a document that was read well."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from samenspraak.core.extraction.findings import (
    code_clash,
    completeness,
    legal_limits,
    odd_dates,
    other_numbers,
    repeated_text,
    sentence_totals,
    table_totals,
    unreadable,
)
from samenspraak.core.extraction.findings.material import Material
from samenspraak.core.extraction.result import Finding

__all__ = ["Material", "findings_of"]

CHECKS: tuple[Callable[[Material], Iterator[Finding]], ...] = (
    other_numbers.findings,
    legal_limits.findings,
    code_clash.findings,
    table_totals.findings,
    sentence_totals.findings,
    odd_dates.impossible,
    odd_dates.signing,
    odd_dates.past_deadlines,
    unreadable.garbage,
    unreadable.notices,
    repeated_text.findings,
    completeness.without_owner,
    completeness.without_deadline,
    completeness.not_measurable,
)


def findings_of(material: Material) -> tuple[Finding, ...]:
    """Return the findings by code, those of one code in the order of the document."""
    found = [finding for check in CHECKS for finding in check(material)]
    return tuple(sorted(found, key=lambda finding: (finding.code, _start(finding))))


def _start(finding: Finding) -> int:
    return finding.spans[0].start if finding.spans else 0
