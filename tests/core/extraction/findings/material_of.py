"""A document to question, made from Dutch text, for the tests of findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from samenspraak.core.extraction.findings.material import Material
from samenspraak.core.extraction.outline import outline
from samenspraak.core.extraction.repetition import Repeated
from samenspraak.core.extraction.result import (
    AgreementFacts,
    CommitmentKind,
    DocumentKind,
    FoundCommitment,
    FoundTable,
    NamedParty,
    PartyRole,
    Period,
    SourceSpan,
)
from samenspraak.core.vocabulary.deadline_finder import find_deadline
from samenspraak.core.vocabulary.quantity_finder import find_quantities
from tests.core.extraction.documents import CAST, PARTIES, blocks_in, source_of

FACTS = AgreementFacts(
    title="Prestatieafspraken Waterhoven",
    kind=DocumentKind.MULTI_YEAR,
    period=Period(2026, 2029),
    municipalities=CAST.municipalities,
    housing_associations=CAST.housing_associations,
    tenants_organisations=CAST.tenants_organisations,
    signatories=(),
    signed_on=None,
)


def material_of(
    text: str = "Waterhoven",
    *,
    commitments: Sequence[FoundCommitment] = (),
    tables: Sequence[FoundTable] = (),
    facts: AgreementFacts = FACTS,
    notices: tuple[str, ...] = (),
    repeated: Sequence[Repeated] = (),
) -> Material:
    """Return a text as read and understood, its commitments and tables as given."""
    source = replace(source_of(text), notices=notices)
    return Material(source, outline(blocks_in(text), PARTIES), CAST, facts, commitments, tables, repeated)


def commitment(
    text: str,
    *,
    code: str | None = None,
    title: str | None = None,
    parties: Sequence[str] = ("De Linde",),
    page: int = 1,
    start: int = 0,
) -> FoundCommitment:
    """Return a commitment with what its words say; `parties` are those that carry it out."""
    return FoundCommitment(
        code=code,
        title=title,
        text=text,
        kind=CommitmentKind.FRAMEWORK,
        year=None,
        theme=None,
        heading=None,
        parties=tuple(NamedParty(name, PartyRole.PARTNER) for name in parties),
        deadline=find_deadline(text, period_end=2029, document_year=2026),
        quantities=find_quantities(text),
        priority=None,
        rating=None,
        progress=None,
        span=SourceSpan(page, start, start + len(text)),
        confidence=1.0,
    )


def signed(on: date, period: Period, kind: DocumentKind = DocumentKind.MULTI_YEAR) -> AgreementFacts:
    """Return the facts of an agreement that was signed on a day."""
    return replace(FACTS, signed_on=on, period=period, kind=kind)
