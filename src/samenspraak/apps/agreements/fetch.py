"""Fetching what a person may see, with what its page needs, in a bounded number of queries."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from samenspraak.apps.agreements.counts import PROPOSED_ONES, accepted, count_of, counted
from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Agreement, AgreementDocument, AgreementParty, Commitment
from samenspraak.apps.agreements.visibility import visible_agreements
from samenspraak.apps.parties.models import Person

_PARTIES = Prefetch("parties", AgreementParty.objects.select_related("organisation__stands_as").order_by("order"))
_SOURCES = Prefetch(
    "sources",
    AgreementDocument.objects.select_related("document__uploaded_by")
    .prefetch_related("signatories")
    .annotate(
        found_count=count_of("agreements_commitment WHERE document_id = %s", "document_id"),
        open_count=count_of(f"{PROPOSED_ONES} AND document_id = %s", "document_id"),
    )
    .order_by("order"),
)


def agreement_for(person: Person, public_id: UUID) -> Agreement:
    """Return an agreement with what its head shows (four queries); raises NotFound."""
    return _one_of(with_head(visible_agreements(person)), public_id)


def only_agreement(person: Person, public_id: UUID) -> Agreement:
    """Return an agreement without what its head shows (one query); raises NotFound."""
    return _one_of(visible_agreements(person), public_id)


def _one_of(agreements: QuerySet[Agreement], public_id: UUID) -> Agreement:
    agreement = agreements.filter(public_id=public_id).first()
    if agreement is None:
        raise NotFound("Deze prestatieafspraken zijn er niet, of u kunt ze niet inzien.")
    return agreement


def with_head(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Return the same agreements with what their head shows."""
    return counted(with_parties(agreements)).select_related("registered_by").prefetch_related(_SOURCES)


def with_parties(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Return the same agreements with their parties."""
    return agreements.prefetch_related(_PARTIES)


def source_for(person: Person, document_id: UUID) -> AgreementDocument:
    """Return a document as source of an agreement that a person may see (one query); raises NotFound."""
    source = (
        AgreementDocument.objects.filter(document__public_id=document_id, agreement__in=visible_agreements(person))
        .select_related("document__uploaded_by", "agreement")
        .first()
    )
    if source is None:
        raise NotFound("Dit document is er niet, of u kunt het niet inzien.")
    return source


def register_of(agreement: Agreement) -> QuerySet[Commitment]:
    """Return the commitments that somebody took over into the register."""
    return accepted().filter(agreement=agreement)
