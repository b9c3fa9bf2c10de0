"""From records to what a page shows of them."""

from __future__ import annotations

from collections.abc import Iterable

from samenspraak.apps.agreements.counts import count_on
from samenspraak.apps.agreements.models import (
    Agreement,
    AgreementDocument,
    AgreementParty,
    Commitment,
    CommitmentParty,
)
from samenspraak.apps.agreements.pages import (
    AgreementHead,
    CommitmentLink,
    CommitmentRow,
    DeadlineView,
    DocumentLink,
    PartyMention,
    SignatoryView,
)
from samenspraak.apps.agreements.titles import Titled, title_of_its_own
from samenspraak.apps.parties.models import Organisation

TITLE_LENGTH = 100


def agreement_head(agreement: Agreement) -> AgreementHead:
    """Return the head of an agreement that was fetched by `fetch.agreement_for`."""
    sources = agreement.sources.all()
    return AgreementHead(
        public_id=agreement.public_id,
        title=agreement.title,
        kind=Agreement.Kind(agreement.kind),
        period_start=agreement.period_start,
        period_end=agreement.period_end,
        signed_on=agreement.signed_on,
        registered_at=agreement.registered_at,
        registered_by=str(agreement.registered_by),
        parties=party_mentions(agreement.parties.all()),
        documents=tuple(document_link(source) for source in sources),
        signatories=_signatories(sources),
        commitment_count=count_on(agreement, "commitment_count"),
        finding_count=count_on(agreement, "finding_count"),
        table_count=count_on(agreement, "table_count"),
        glossary_count=count_on(agreement, "glossary_count"),
    )


def _signatories(sources: Iterable[AgreementDocument]) -> tuple[SignatoryView, ...]:
    """Return who signed; who signed two documents of an agreement is named once."""
    found = (SignatoryView(s.name, s.function, s.organisation_name) for one in sources for s in one.signatories.all())
    return tuple(dict.fromkeys(found))


def party_mentions(parties: Iterable[AgreementParty]) -> tuple[PartyMention, ...]:
    """Return the parties as the document names them, with what the register calls them."""
    return tuple(
        PartyMention(
            name=party.name,
            side=Organisation.Kind(party.side),
            organisation=name_of(party.organisation),
            is_confirmed=party.organisation is not None and party.organisation.is_confirmed,
            joined_on=party.joined_on,
            left_on=party.left_on,
            stands_as=name_of(party.organisation.stands_as) or "" if party.organisation and party.left_on else "",
        )
        for party in parties
    )


def name_of(organisation: Organisation | None) -> str | None:
    """Return what the register calls an organisation, if it knows which one it is."""
    return None if organisation is None else organisation.name


def document_link(source: AgreementDocument) -> DocumentLink:
    """Return a document with the kind that it was found to be."""
    document = source.document
    return DocumentLink(
        public_id=document.public_id,
        name=document.name,
        kind=Agreement.Kind(source.kind),
        media_type=document.media_type,
        page_count=document.page_count,
        has_pages=document.has_pages,
        has_pictures=document.has_pictures,
        sha256=document.sha256,
        uploaded_at=document.uploaded_at,
        uploaded_by=str(document.uploaded_by),
    )


def link_to(commitment: Titled | None, shared: frozenset[str]) -> CommitmentLink | None:
    """Return a link to a commitment, if there is one."""
    return None if commitment is None else commitment_link(commitment, shared)


def commitment_link(commitment: Titled, shared: frozenset[str]) -> CommitmentLink:
    """Return a commitment as a link; without a title of its own it goes by the beginning of its text."""
    title = title_of_its_own(commitment, shared) or beginning(commitment.text)
    return CommitmentLink(commitment.public_id, commitment.code, title)


def beginning(text: str) -> str:
    """Return the first words of a text."""
    words = " ".join(text.split())
    if len(words) <= TITLE_LENGTH:
        return words
    return words[:TITLE_LENGTH].rsplit(" ", 1)[0] + "…"


def deadline_view(commitment: Commitment) -> DeadlineView | None:
    """Return until when, if the commitment says so."""
    if not commitment.deadline_kind:
        return None
    kind = Commitment.DeadlineKind(commitment.deadline_kind)
    return DeadlineView(commitment.deadline_text, kind, commitment.deadline_on)


def commitment_row(commitment: Commitment, document: DocumentLink, shared: frozenset[str]) -> CommitmentRow:
    """Return a line of the register; the parties must be prefetched."""
    parties = list(commitment.parties.all())
    return CommitmentRow(
        public_id=commitment.public_id,
        code=commitment.code,
        title=commitment.title,
        has_own_title=bool(title_of_its_own(commitment, shared)),
        text=commitment.text,
        kind=Commitment.Kind(commitment.kind),
        year=commitment.year,
        theme=theme_of(commitment),
        heading=commitment.heading,
        leads=tuple(party.name for party in parties if party.role == CommitmentParty.Role.LEAD),
        partners=tuple(party.name for party in parties if party.role == CommitmentParty.Role.PARTNER),
        deadline=deadline_view(commitment),
        priority=commitment.priority,
        rating=rating_of(commitment),
        document=document,
        page=commitment.page,
        state=Commitment.State(commitment.state),
    )


def theme_of(commitment: Commitment) -> Commitment.Theme | None:
    """Return the theme, if there is one."""
    return Commitment.Theme(commitment.theme) if commitment.theme else None


def rating_of(commitment: Commitment) -> Commitment.Rating | None:
    """Return the traffic light, if there is one."""
    return Commitment.Rating(commitment.rating) if commitment.rating else None
