"""From what extraction found to unsaved rows of the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from samenspraak.apps.agreements.codes import code_key
from samenspraak.apps.agreements.models import (
    Agreement,
    AgreementDocument,
    AgreementTable,
    Commitment,
    CommitmentParty,
    CommitmentQuantity,
    GlossaryTerm,
    Signatory,
)
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import KnownNames
from samenspraak.core.extraction.proposed_title import proposed_title
from samenspraak.core.extraction.result import AgreementFacts, Extraction, FoundCommitment
from samenspraak.core.vocabulary.deadline import Deadline


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who took the commitments over into the register, and when."""

    by: Person
    at: datetime


def fitted(text: str | None, length: int | None = None) -> str:
    """Return text that any database keeps: no NUL, and no longer than its column."""
    whole = (text or "").replace("\x00", " ")
    return whole if length is None or len(whole) <= length else whole[: length - 1] + "…"


def sides_of(facts: AgreementFacts) -> Iterator[tuple[Organisation.Kind, str]]:
    """Yield the parties of an agreement with the side they stand on, each once, in the document's order."""
    named = (
        (Organisation.Kind.MUNICIPALITY, facts.municipalities),
        (Organisation.Kind.HOUSING_ASSOCIATION, facts.housing_associations),
        (Organisation.Kind.TENANTS_ORGANISATION, facts.tenants_organisations),
    )
    for side, names in named:
        for name in dict.fromkeys(fitted(name, 300) for name in names):
            yield side, name


def agreement_of(facts: AgreementFacts, *, file_name: str) -> dict[str, Any]:
    """Return the values of a new agreement's fields; a document without a title goes by its file's name."""
    return {
        "title": fitted(proposed_title(facts) or file_name, 500),
        "kind": Agreement.Kind(facts.kind.value),
        "period_start": facts.period and facts.period.start,
        "period_end": facts.period and max(facts.period.start, facts.period.end),
        "signed_on": facts.signed_on,
    }


def commitment_row(
    found: FoundCommitment, *, order: int, source: AgreementDocument, accepted: Acceptance | None
) -> Commitment:
    """Return an unsaved commitment with its source span; without acceptance it is a proposal."""
    return Commitment(
        agreement=source.agreement,
        document=source.document,
        order=order,
        code=fitted(found.code, 60),
        code_key=code_key(fitted(found.code, 60)),
        title=fitted(found.title, 1000),
        text=fitted(found.text),
        kind=found.kind.value,
        year=found.year,
        theme="" if found.theme is None else found.theme.value,
        heading=fitted(found.heading, 1000),
        priority=fitted(found.priority, 200),
        rating="" if found.rating is None else found.rating.value,
        rating_text=" ".join(fitted(found.rating_text, 200).split()),
        progress=fitted(found.progress),
        page=found.span.page,
        start=found.span.start,
        end=max(found.span.start, found.span.end),
        confidence=min(1.0, max(0.0, found.confidence)),
        state=Commitment.State.ACCEPTED if accepted else Commitment.State.PROPOSED,
        accepted_by=None if accepted is None else accepted.by,
        accepted_at=None if accepted is None else accepted.at,
        **_deadline(found.deadline),
    )


def _deadline(deadline: Deadline | None) -> dict[str, Any]:
    if deadline is None:
        return {}
    return {
        "deadline_text": fitted(deadline.text, 500) or deadline.kind.value,
        "deadline_kind": deadline.kind.value,
        "deadline_on": deadline.on,
    }


def party_rows(commitment: Commitment, found: FoundCommitment, known: KnownNames) -> Iterator[CommitmentParty]:
    """Yield the parties of a commitment, each once per role."""
    named = dict.fromkeys((fitted(party.name, 300), party.role) for party in found.parties)
    for order, (name, role) in enumerate(named):
        yield CommitmentParty(
            commitment=commitment, name=name, role=role.value, organisation=known.find(name), order=order
        )


def quantity_rows(commitment: Commitment, found: FoundCommitment) -> Iterator[CommitmentQuantity]:
    """Yield the quantities of a commitment."""
    for order, quantity in enumerate(found.quantities):
        yield CommitmentQuantity(
            commitment=commitment,
            text=fitted(quantity.text, 500),
            value=quantity.value,
            unit=fitted(quantity.unit, 100),
            bound=quantity.bound.value,
            subject=fitted(quantity.subject, 500),
            order=order,
        )


def table_rows(source: AgreementDocument, extraction: Extraction) -> Iterator[AgreementTable]:
    """Yield the tables of a document."""
    for order, table in enumerate(extraction.tables):
        yield AgreementTable(
            source=source,
            title=fitted(table.title, 1000),
            columns=[fitted(column) for column in table.columns],
            rows=[[fitted(cell) if isinstance(cell, str) else cell for cell in row] for row in table.rows],
            page=table.span.page,
            start=table.span.start,
            end=table.span.end,
            order=order,
        )


def term_rows(source: AgreementDocument, extraction: Extraction) -> Iterator[GlossaryTerm]:
    """Yield the terms that a document explains."""
    for order, entry in enumerate(extraction.glossary):
        yield GlossaryTerm(
            source=source,
            term=fitted(entry.term, 500),
            definition=fitted(entry.definition),
            page=entry.span.page,
            start=entry.span.start,
            end=entry.span.end,
            order=order,
        )


def signatory_rows(source: AgreementDocument, facts: AgreementFacts) -> Iterator[Signatory]:
    """Yield who signed a document."""
    for order, signatory in enumerate(facts.signatories):
        yield Signatory(
            source=source,
            name=fitted(signatory.name, 300),
            function=fitted(signatory.role, 300),
            organisation_name=fitted(signatory.organisation, 300),
            order=order,
        )
