"""Several commitments at once: what a change would do to each, and what it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenspraak.apps.agreements.change_pages import FieldChange
from samenspraak.apps.agreements.errors import NotAllowed, NotFound
from samenspraak.apps.agreements.fetch import register_of
from samenspraak.apps.agreements.filtering import filtered
from samenspraak.apps.agreements.models import Agreement, Commitment, CommitmentVersion
from samenspraak.apps.agreements.pages import CommitmentFilter, CommitmentLink
from samenspraak.apps.agreements.revisions.cleaning import cleaned
from samenspraak.apps.agreements.revisions.history import field_changes, names_of
from samenspraak.apps.agreements.revisions.values import SIGNED_FIELDS, Values, values_of
from samenspraak.apps.agreements.titles import shared_titles
from samenspraak.apps.agreements.views_of_rows import commitment_link
from samenspraak.apps.agreements.visibility import may, visible_agreements
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right

MOST_CHOSEN = 500


@dataclass(frozen=True, slots=True)
class SelectedRow:
    """A commitment of a selection; `is_stale`: somebody changed it since this person looked."""

    public_id: UUID
    name: str
    version: int  # what stands now
    is_stale: bool
    changes: tuple[FieldChange, ...]  # empty: it says this already


@dataclass(frozen=True, slots=True)
class SelectionPage:
    """A selection, and what new values would do to it."""

    agreement_id: UUID
    agreement_title: str
    rows: tuple[SelectedRow, ...]  # in the order of the documents
    frameworks: tuple[CommitmentLink, ...]
    needs_reason: bool

    @property
    def changing(self) -> tuple[SelectedRow, ...]:
        """What would change."""
        return tuple(row for row in self.rows if row.changes and not row.is_stale)

    @property
    def stale(self) -> tuple[SelectedRow, ...]:
        """What another changed meanwhile."""
        return tuple(row for row in self.rows if row.is_stale)

    @property
    def same(self) -> tuple[SelectedRow, ...]:
        """What says this already."""
        return tuple(row for row in self.rows if not row.changes and not row.is_stale)


@dataclass(frozen=True, slots=True)
class SelectionDone:
    """What was changed as one; `standing` of them were not changed again since, and can be put back."""

    agreement_id: UUID
    agreement_title: str
    change: UUID
    by: str
    at: datetime
    reason: str
    rows: tuple[CommitmentLink, ...]
    standing: int


def selection_page(
    person: Person, agreement_id: UUID, *, seen: Mapping[UUID, int | None], values: Values
) -> SelectionPage:
    """Return what values would do to the chosen commitments; a version of None stands for the one of now.

    A bounded number of queries; raises NotFound, NotAllowed or InvalidValue.
    """
    agreement = _agreement(person, agreement_id)
    chosen = register_of(agreement).filter(public_id__in=list(seen)[:MOST_CHOSEN])
    fetched = chosen.select_related("elaborates").prefetch_related("parties", "quantities")
    commitments = list(fetched.order_by("document_id", "order"))
    new = cleaned(values)
    states = {one.pk: values_of(one) for one in commitments}
    names = names_of([new.get("elaborates"), *(state["elaborates"] for state in states.values())]) if new else {}
    shared = shared_titles(agreement)
    frameworks = register_of(agreement).filter(kind=Commitment.Kind.FRAMEWORK)
    ordered = frameworks.select_related("agreement").order_by("code_key", "document_id", "order")[:MOST_CHOSEN]
    return SelectionPage(
        agreement_id=agreement.public_id,
        agreement_title=agreement.title,
        rows=tuple(
            SelectedRow(
                public_id=one.public_id,
                name=_name(one, shared),
                version=one.version,
                is_stale=seen[one.public_id] not in (None, one.version),
                changes=field_changes(states[one.pk], {**states[one.pk], **new}, names),
            )
            for one in commitments
        ),
        frameworks=tuple(commitment_link(one, shared) for one in ordered),
        needs_reason=bool(SIGNED_FIELDS & set(new)),
    )


def chosen_by(person: Person, agreement_id: UUID, *, wanted: CommitmentFilter) -> tuple[UUID, ...]:
    """Return what a filter finds, as many as can be changed at once (two queries); raises NotFound, NotAllowed."""
    found = filtered(register_of(_agreement(person, agreement_id)), wanted)
    return tuple(found.order_by("document_id", "order").values_list("public_id", flat=True)[:MOST_CHOSEN])


def selection_done(person: Person, agreement_id: UUID, change: UUID) -> SelectionDone:
    """Return what was changed as one (five queries); raises NotFound or NotAllowed."""
    agreement = _agreement(person, agreement_id)
    found = CommitmentVersion.objects.filter(change=change, commitment__agreement=agreement)
    found = found.exclude(nature=CommitmentVersion.Nature.UNDO)
    versions = list(found.select_related("commitment", "replaced_by").order_by("commitment__order"))
    if not versions:
        raise NotFound("Deze wijziging is er niet.")
    shared = shared_titles(agreement)
    return SelectionDone(
        agreement_id=agreement.public_id,
        agreement_title=agreement.title,
        change=change,
        by=str(versions[0].replaced_by),
        at=versions[0].replaced_at,
        reason=versions[0].reason,
        rows=tuple(commitment_link(one.commitment, shared) for one in versions),
        standing=sum(one.commitment.version == one.version + 1 for one in versions),
    )


def _agreement(person: Person, public_id: UUID) -> Agreement:
    agreement = visible_agreements(person).filter(public_id=public_id).first()
    if agreement is None:
        raise NotFound("Deze prestatieafspraken zijn er niet, of u kunt ze niet inzien.")
    if not may(person, Right.EDIT_REGISTER, agreement):
        raise NotAllowed("U kunt deze afspraken lezen, maar niet wijzigen. Vraag een coördinator.")
    return agreement


def _name(commitment: Commitment, shared: frozenset[str]) -> str:
    link = commitment_link(commitment, shared)
    return f"{link.code} {link.title}".strip()
