"""What there is to check, and all proposals of one document."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, Q

from samenspraak.apps.agreements.models import AgreementDocument, Commitment
from samenspraak.apps.agreements.queries import document_link, overlaps, places_called_wrong, reviewed_by, source_for
from samenspraak.apps.parties.models import Person
from samenspraak.apps.review.heads import State, review_head
from samenspraak.apps.review.models import ReviewStep
from samenspraak.apps.review.pages import OverviewPage, ProposalRow, ReviewCount, ReviewRow, StepRow
from samenspraak.apps.review.snapshots import label_of

THRESHOLDS = (95, 90, 80, 70, 50)  # percentages that can be chosen for accepting many at once
STEPS_SHOWN = 30
MOST_ROWS = 200
FINISHED_SHOWN = 6
_BEGINNING = 110  # characters of a text that stand for it


def reviews_for(person: Person) -> tuple[ReviewRow, ...]:
    """Return the documents that a person may check and that are not finished, the newest first (one query)."""
    return _reviews(person, Q(proposed__gt=0) | Q(agreement__facts_confirmed_at=None), MOST_ROWS)


def finished_reviews_for(person: Person) -> tuple[ReviewRow, ...]:
    """Return the last few documents of which everything was checked (one query)."""
    is_checked = Q(proposed=0, agreement__facts_confirmed_at__isnull=False, review_steps__isnull=False)
    return _reviews(person, is_checked, FINISHED_SHOWN)


def _reviews(person: Person, wanted: Q, most: int) -> tuple[ReviewRow, ...]:
    states = {
        name: Count("document__commitments", filter=Q(document__commitments__state=state), distinct=True)
        for name, state in (("accepted", State.ACCEPTED), ("skipped", State.SKIPPED), ("proposed", State.PROPOSED))
    }
    sources = (
        AgreementDocument.objects.filter(agreement__in=reviewed_by(person))
        .select_related("document__uploaded_by", "agreement")
        .annotate(**states)
        .filter(wanted)
        .order_by("-pk")[:most]
    )
    return tuple(
        ReviewRow(
            document=document_link(source),
            agreement_id=source.agreement.public_id,
            agreement_title=source.agreement.title,
            count=_counted(source),
            has_confirmed_facts=source.agreement.facts_confirmed_at is not None,
        )
        for source in sources
    )


def _counted(source: AgreementDocument) -> ReviewCount:
    """Return what the database counted beside a source."""
    accepted, skipped, proposed = (int(getattr(source, name)) for name in ("accepted", "skipped", "proposed"))
    return ReviewCount(accepted + skipped + proposed, accepted, skipped)


def overview_page(person: Person, document_id: UUID) -> OverviewPage:
    """Return all proposals of a document with what was done (five queries); raises NotFound."""
    source = source_for(person, document_id)
    rows = tuple(_rows(source))
    open_rows = [row for row in rows if row.state == State.PROPOSED]
    return OverviewPage(
        head=review_head(person, source, [row.state for row in rows]),
        rows=rows,
        steps=tuple(_step_row(step) for step in source.review_steps.select_related("by").order_by("-pk")[:STEPS_SHOWN]),
        first_open=open_rows[0].public_id if open_rows else None,
        unknown=sum(row.confidence is None for row in open_rows),
        thresholds=tuple((share, len(certain_enough(rows, share))) for share in THRESHOLDS),
    )


def certain_enough(rows: Sequence[ProposalRow], percentage: int) -> tuple[ProposalRow, ...]:
    """Return the open proposals that are at least this certain and that no finding calls wrong."""
    return tuple(row for row in _at_least(rows, percentage) if not row.is_questioned)


def held_back(rows: Sequence[ProposalRow], percentage: int) -> tuple[ProposalRow, ...]:
    """Return the open proposals that are certain enough, but that a person has to look at for what is wrong there."""
    return tuple(row for row in _at_least(rows, percentage) if row.is_questioned)


def _at_least(rows: Sequence[ProposalRow], percentage: int) -> list[ProposalRow]:
    """Return the open proposals that are at least this certain; one whose certainty is not known is not."""
    open_rows = (row for row in rows if row.state == State.PROPOSED and row.confidence is not None)
    return [row for row in open_rows if (row.confidence or 0) * 100 >= percentage - 1e-6]


def _rows(source: AgreementDocument) -> list[ProposalRow]:
    fields = ("public_id", "code", "title", "text", "page", "start", "end", "confidence", "state", "version")
    found = Commitment.objects.filter(document=source.document_id).order_by("order").values_list(*fields, named=True)
    wrong = places_called_wrong(source)
    return [
        ProposalRow(
            public_id=one.public_id,
            number=number,
            code=one.code,
            # Without a number the title is often the heading above a whole row: the words tell them apart.
            title=(one.code and one.title) or _beginning(one.text),
            page=one.page,
            confidence=one.confidence,
            state=State(one.state),
            version=one.version,
            is_questioned=any(overlaps(one.start, one.end, *place) for place in wrong),
        )
        for number, one in enumerate(found, start=1)
    ]


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _BEGINNING else words[:_BEGINNING].rsplit(" ", 1)[0] + "…"


def _step_row(step: ReviewStep) -> StepRow:
    touched = step.before or step.after
    taken = sum(one["state"] == State.ACCEPTED for one in step.after)
    return StepRow(
        public_id=step.public_id,
        kind=ReviewStep.Kind(step.kind),
        label=str(taken) if step.kind == ReviewStep.Kind.BATCH_ACCEPTED or not touched else label_of(touched),
        by=str(step.by),
        at=step.at,
        is_undone=step.undone_at is not None,
    )
