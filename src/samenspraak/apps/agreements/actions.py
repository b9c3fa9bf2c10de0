"""Writes about agreements: keyword-only, one transaction, one event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from samenspraak.apps.agreements.errors import AlreadyRegistered
from samenspraak.apps.agreements.models import (
    Agreement,
    AgreementDocument,
    AgreementParty,
    AgreementTable,
    Commitment,
    CommitmentParty,
    CommitmentQuantity,
    GlossaryTerm,
    Signatory,
)
from samenspraak.apps.agreements.names_here import names_in
from samenspraak.apps.agreements.rows import (
    Acceptance,
    agreement_of,
    commitment_row,
    party_rows,
    quantity_rows,
    sides_of,
    signatory_rows,
    table_rows,
    term_rows,
)
from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.documents.models import Document
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import KnownNames, fold_name, known_names, organisation_acting_for
from samenspraak.core.extraction.result import AgreementFacts, Extraction, FoundCommitment

ROWS_AT_ONCE = 500
REMEMBERED = 2000  # parties of earlier agreements whose names are looked up
Named = TypeVar("Named", AgreementParty, CommitmentParty)


@transaction.atomic
def register_extraction(
    *,
    document: Document,
    extraction: Extraction,
    by: Person,
    agreement: Agreement | None = None,
    for_review: bool = False,
) -> Agreement:
    """Put what was found in a document into the register: as a new agreement, or added to an existing one.

    Whoever registers vouches for it, unless `for_review`: then the commitments are proposals, and the facts of a
    new agreement are not confirmed either. Raises AlreadyRegistered when the document feeds an agreement already.
    """
    if AgreementDocument.objects.filter(document=document).exists():
        raise AlreadyRegistered("Dit document staat al in het register.", where=document.name)
    accepted = None if for_review else Acceptance(by=by, at=timezone.now())
    if agreement is None:
        agreement = _new_agreement(document, extraction.agreement, by, accepted)
    else:  # held: of two documents at once, the second sees which parties the first brought
        agreement = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    known = known_names()
    source = AgreementDocument.objects.create(
        agreement=agreement,
        document=document,
        kind=Agreement.Kind(extraction.agreement.kind.value),
        order=agreement.sources.count(),
    )
    _add_parties(agreement, extraction.agreement, known)
    _add_commitments(source, extraction.commitments, accepted=accepted, known=names_in(agreement, known))
    AgreementTable.objects.bulk_create(table_rows(source, extraction))
    GlossaryTerm.objects.bulk_create(term_rows(source, extraction))
    Signatory.objects.bulk_create(signatory_rows(source, extraction.agreement))
    record(
        EventKind.AGREEMENT_REGISTERED,
        target=agreement,
        by=by,
        after={
            "document": document.name,
            "sha256": document.sha256,
            "commitments": len(extraction.commitments),
            "parties": agreement.parties.count(),
            "for_review": for_review,
        },
    )
    return agreement


@transaction.atomic
def recognise_organisation(*, organisation: Organisation, by: Person) -> int:
    """Link a confirmed organisation to the places where agreements already name it; return how many parties."""
    known = KnownNames(
        by_name={fold_name(name): organisation for name in (organisation.name, *organisation.other_names)}
    )
    parties = _named(AgreementParty.objects.filter(organisation=None, side=organisation.kind), known)
    agreements = {party.agreement_id for party in parties}
    players = _named(CommitmentParty.objects.filter(organisation=None, commitment__agreement__in=agreements), known)
    AgreementParty.objects.bulk_update(parties, ["organisation"], batch_size=ROWS_AT_ONCE)
    CommitmentParty.objects.bulk_update(players, ["organisation"], batch_size=ROWS_AT_ONCE)
    record(
        EventKind.ORGANISATION_RECOGNISED,
        target=organisation,
        by=by,
        after={"agreement_parties": len(parties), "commitment_parties": len(players)},
    )
    return len(parties)


def _named(rows: QuerySet[Named], known: KnownNames) -> list[Named]:
    """Return the rows that name an organisation that is known, linked to it but not saved."""
    found = [row for row in rows if known.find(row.name) is not None]
    for row in found:
        row.organisation = known.find(row.name)
    return found


def _new_agreement(document: Document, facts: AgreementFacts, by: Person, accepted: Acceptance | None) -> Agreement:
    return Agreement.objects.create(
        registered_by=by,
        entered_for=organisation_acting_for(by),
        facts_confirmed_at=None if accepted is None else accepted.at,
        facts_confirmed_by=None if accepted is None else accepted.by,
        **agreement_of(facts, file_name=document.name),
    )


def _add_parties(agreement: Agreement, facts: AgreementFacts, known: KnownNames) -> None:
    """Add the parties that are not there yet: under the same name, or under another name of the same organisation."""
    present = list(agreement.parties.select_related("organisation"))
    names = {(party.side, fold_name(party.name)) for party in present}
    organisations = {party.organisation for party in present if party.organisation_id}
    new: list[AgreementParty] = []
    remembered = _remembered_parties(agreement)
    for side, name in sides_of(facts):
        organisation = known.find(name, side.value) or remembered.get((side.value, fold_name(name)))
        if (side.value, fold_name(name)) in names or organisation in organisations:
            continue
        names.add((side.value, fold_name(name)))
        if organisation is not None:
            organisations.add(organisation)
        order = len(present) + len(new)
        new.append(AgreementParty(agreement=agreement, side=side, name=name, organisation=organisation, order=order))
    AgreementParty.objects.bulk_create(new)


def _remembered_parties(agreement: Agreement) -> dict[tuple[str, str], Organisation]:
    """Return who went by a name in the documents that the same organisation brought in before (one query).

    Only its own: otherwise whoever gives a name to an organisation would decide what others' documents mean.
    """
    if agreement.entered_for_id is None:
        return {}
    earlier = AgreementParty.objects.filter(agreement__entered_for=agreement.entered_for_id, organisation__isnull=False)
    rows = earlier.select_related("organisation").order_by("-pk")[:REMEMBERED]
    return {(row.side, fold_name(row.name)): row.organisation for row in reversed(rows) if row.organisation}


def _add_commitments(
    source: AgreementDocument, found: Sequence[FoundCommitment], *, accepted: Acceptance | None, known: KnownNames
) -> None:
    rows = Commitment.objects.bulk_create(
        (commitment_row(item, order=order, source=source, accepted=accepted) for order, item in enumerate(found)),
        batch_size=ROWS_AT_ONCE,
    )
    pairs = list(zip(rows, found, strict=True))
    CommitmentParty.objects.bulk_create(
        (row for commitment, item in pairs for row in party_rows(commitment, item, known)), batch_size=ROWS_AT_ONCE
    )
    CommitmentQuantity.objects.bulk_create(
        (row for commitment, item in pairs for row in quantity_rows(commitment, item)), batch_size=ROWS_AT_ONCE
    )
