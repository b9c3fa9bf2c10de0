"""A commitment with the passage that it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, Subquery

from samenspraak.apps.agreements.change_pages import FieldChange
from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.fetch import register_of
from samenspraak.apps.agreements.models import (
    AgreementDocument,
    Commitment,
    CommitmentParty,
    CommitmentQuantity,
    CommitmentVersion,
)
from samenspraak.apps.agreements.pages import (
    AgreementTitle,
    CommitmentLink,
    CommitmentPage,
    Passage,
    PassagePage,
    QuantityView,
    RolePlayer,
)
from samenspraak.apps.agreements.passages import joined_text, marks_on
from samenspraak.apps.agreements.read_findings import findings_at
from samenspraak.apps.agreements.relatives import relatives_of
from samenspraak.apps.agreements.revisions.history import changes_of, field_changes, names_of, states_of, versions_of
from samenspraak.apps.agreements.revisions.values import values_of
from samenspraak.apps.agreements.titles import shares_title
from samenspraak.apps.agreements.views_of_rows import (
    deadline_view,
    document_link,
    link_to,
    name_of,
    rating_of,
    theme_of,
)
from samenspraak.apps.agreements.visibility import agreements_where, visible_agreements
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.audit.queries import EventRow, history_of
from samenspraak.apps.documents.queries import pages_between
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right
from samenspraak.core.review.flowing import flowing

_PARTIES = Prefetch("parties", CommitmentParty.objects.select_related("organisation").order_by("order"))

CONTEXT_LENGTH = 600  # characters of text shown before and after a passage


def commitment_page(person: Person, public_id: UUID) -> CommitmentPage:
    """Return a commitment with its passage, neighbours, relatives and history; raises NotFound."""
    commitment = _commitment_for(person, public_id)
    agreement = commitment.agreement
    source = commitment.document.agreement_source
    before, after = _neighbours(commitment)
    versions = versions_of(commitment)
    names = names_of(state.get("elaborates") for state in states_of(commitment, versions)) if versions else {}
    return CommitmentPage(
        agreement=AgreementTitle(agreement.public_id, agreement.title),
        public_id=commitment.public_id,
        code=commitment.code,
        title=commitment.title,
        text=commitment.text,
        kind=Commitment.Kind(commitment.kind),
        year=commitment.year,
        theme=theme_of(commitment),
        heading=commitment.heading,
        parties=_role_players(commitment),
        deadline=deadline_view(commitment),
        quantities=_quantities(commitment),
        priority=commitment.priority,
        rating=rating_of(commitment),
        rating_text=commitment.rating_text,
        progress=commitment.progress,
        state=Commitment.State(commitment.state),
        accepted_at=commitment.accepted_at,
        accepted_by=None if commitment.accepted_by is None else str(commitment.accepted_by),
        passage=passage(source, commitment.start, commitment.end),
        findings=findings_at(source, commitment.start, commitment.end),
        previous=before,
        next=after,
        relatives=relatives_of(person, commitment),
        version=commitment.version,
        may_edit=bool(getattr(commitment, "may_edit", False)),
        signed=_signed(commitment, versions, names),
        changes=changes_of(commitment, versions, names),
        history=_other_events(commitment),
    )


def _neighbours(commitment: Commitment) -> tuple[CommitmentLink | None, CommitmentLink | None]:
    """Return what stands before and after a commitment in its document (one query)."""
    register = register_of(commitment.agreement).filter(document=commitment.document_id)
    before = register.filter(order__lt=commitment.order).order_by("-order").values("pk")[:1]
    after = register.filter(order__gt=commitment.order).order_by("order").values("pk")[:1]
    both = register.filter(Q(pk=Subquery(before)) | Q(pk=Subquery(after)))
    rows = both.annotate(shares_title=shares_title(commitment.agreement))
    found: list[Any] = [*rows.values_list("order", "public_id", "code", "title", "text", "shares_title", named=True)]
    shared = frozenset(one.title for one in found if one.shares_title)
    previous = next((one for one in found if one.order < commitment.order), None)
    following = next((one for one in found if one.order > commitment.order), None)
    return link_to(previous, shared), link_to(following, shared)


def _signed(
    commitment: Commitment, versions: Sequence[CommitmentVersion], names: Mapping[str, str]
) -> tuple[FieldChange, ...]:
    """Return where the commitment as it was taken over differs from what it says now."""
    if not versions:
        return ()
    return field_changes(versions[0].values, values_of(commitment), names)


def _other_events(commitment: Commitment) -> tuple[EventRow, ...]:
    """Return what happened to a commitment beside the changes of its values, which say more by themselves."""
    told = {EventKind.COMMITMENT_REVISED, EventKind.REVISION_UNDONE}
    return tuple(event for event in history_of(commitment) if event.kind not in told)


def passage(source: AgreementDocument, start: int, end: int) -> Passage:
    """Return a stretch of a document with its surroundings (one query)."""
    around = pages_between(source.document, max(0, start - CONTEXT_LENGTH), end + CONTEXT_LENGTH)
    text, first = joined_text(around)
    if not source.document.has_pictures:
        text = flowing(text)
    inside = [page for page in around if page.start < end and page.end > start]
    return Passage(
        document=document_link(source),
        pages=tuple(PassagePage(page.number, page.width, page.height, marks_on(page, start, end)) for page in inside),
        before=text[max(0, start - CONTEXT_LENGTH - first) : max(0, start - first)],
        marked=text[max(0, start - first) : max(0, end - first)],
        after=text[max(0, end - first) : max(0, end - first) + CONTEXT_LENGTH],
    )


def _commitment_for(person: Person, public_id: UUID) -> Commitment:
    commitment = (
        Commitment.objects.filter(
            public_id=public_id, state=Commitment.State.ACCEPTED, agreement__in=visible_agreements(person)
        )
        .select_related("agreement", "accepted_by", "elaborates", "document__uploaded_by", "document__agreement_source")
        .annotate(may_edit=Exists(agreements_where(person, Right.EDIT_REGISTER).filter(pk=OuterRef("agreement"))))
        .prefetch_related(_PARTIES, "quantities")
        .first()
    )
    if commitment is None:
        raise NotFound("Deze afspraak is er niet, of u kunt haar niet inzien.")
    return commitment


def _role_players(commitment: Commitment) -> tuple[RolePlayer, ...]:
    return tuple(
        RolePlayer(party.name, CommitmentParty.Role(party.role), name_of(party.organisation))
        for party in commitment.parties.all()
    )


def _quantities(commitment: Commitment) -> tuple[QuantityView, ...]:
    return tuple(
        QuantityView(
            quantity.text, quantity.value, quantity.unit, CommitmentQuantity.Bound(quantity.bound), quantity.subject
        )
        for quantity in commitment.quantities.all()
    )
