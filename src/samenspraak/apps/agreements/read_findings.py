"""Findings with the words they are about and the commitments that stand there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from samenspraak.apps.agreements.fetch import agreement_for, register_of
from samenspraak.apps.agreements.models import AgreementDocument, Commitment
from samenspraak.apps.agreements.pages import FindingPlace, FindingRow, FindingsPage
from samenspraak.apps.agreements.passages import overlaps
from samenspraak.apps.agreements.titles import shared_titles
from samenspraak.apps.agreements.views_of_rows import agreement_head, commitment_link
from samenspraak.apps.documents.models import Document, Finding
from samenspraak.apps.parties.models import Person

WRONG = "E"  # how the code of a finding begins that says that something is wrong; the others (W) ask


def findings_for(person: Person, agreement_id: UUID, *, kind: str = "") -> FindingsPage:
    """Return the findings of an agreement, in the order of its documents; raises NotFound."""
    agreement = agreement_for(person, agreement_id)
    documents = {source.document_id: source.document for source in agreement.sources.all()}
    findings = list(Finding.objects.filter(document__in=documents).order_by("document_id", "order"))
    counts = Counter(finding.kind for finding in findings)
    standing = _by_document(register_of(agreement).defer("progress", "heading").order_by("document_id", "start"))
    shared = shared_titles(agreement)
    rows = tuple(
        _finding_row(finding, documents[finding.document_id], standing[finding.document_id], shared)
        for finding in findings
        if kind in {"", finding.kind}
    )
    return FindingsPage(
        agreement=agreement_head(agreement),
        kind_counts=tuple((one, counts[one.value]) for one in Finding.Kind if counts[one.value]),
        kind=kind,
        rows=rows,
        total=len(findings),
    )


def findings_at(source: AgreementDocument, start: int, end: int) -> tuple[FindingRow, ...]:
    """Return the findings of a document that touch a stretch of its text (one query)."""
    document = source.document
    return tuple(
        _finding_row(finding, document, (), frozenset())
        for finding in document.findings.order_by("order")
        if any(overlaps(start, end, span["start"], span["end"]) for span in finding.spans)
    )


def places_called_wrong(source: AgreementDocument) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a document that a finding calls wrong: its code begins with E (one query)."""
    findings = source.document.findings.filter(code__startswith=WRONG)
    return tuple((span["start"], span["end"]) for finding in findings for span in finding.spans)


def _by_document(commitments: Iterable[Commitment]) -> defaultdict[int, list[Commitment]]:
    found: defaultdict[int, list[Commitment]] = defaultdict(list)
    for commitment in commitments:
        found[commitment.document_id].append(commitment)
    return found


def _finding_row(
    finding: Finding, document: Document, commitments: Sequence[Commitment], shared: frozenset[str]
) -> FindingRow:
    return FindingRow(
        code=finding.code,
        kind=Finding.Kind(finding.kind),
        message=finding.message,
        places=tuple(
            FindingPlace(
                document_id=document.public_id,
                document_name=document.name,
                page=span["page"],
                start=span["start"],
                end=span["end"],
                excerpt=span["excerpt"],
            )
            for span in finding.spans
        ),
        commitments=tuple(
            commitment_link(commitment, shared)
            for commitment in commitments
            if any(overlaps(commitment.start, commitment.end, span["start"], span["end"]) for span in finding.spans)
        ),
    )
