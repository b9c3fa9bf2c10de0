"""Changes of what stands in the register: keyword-only, one transaction, one event; nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction

from samenspraak.apps.agreements.errors import NothingChanged
from samenspraak.apps.agreements.models import Agreement, Commitment, CommitmentVersion
from samenspraak.apps.agreements.revisions.values import Values
from samenspraak.apps.agreements.revisions.writing import (
    Nature,
    Revised,
    Stamp,
    locked,
    refuse_reader,
    refuse_stale,
    revised,
)
from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.parties.models import Person


@transaction.atomic
def revise_commitment(
    *, commitment: Commitment, values: Values, seen: int, nature: CommitmentVersion.Nature, reason: str, by: Person
) -> Commitment:
    """Set some or all fields of a commitment of which `seen` is the version that this person looked at.

    Raises NotAllowed, ChangedMeanwhile, InvalidValue, ReasonMissing or NothingChanged; then nothing was changed.
    """
    refuse_reader(by, commitment.agreement)
    (current,) = locked(Commitment.objects.filter(pk=commitment.pk))
    refuse_stale(current, seen)
    done = revised(current, values, Stamp.on(current.agreement, by=by, nature=nature, reason=reason))
    if done is None:
        raise NothingChanged("Er is niets gewijzigd.")
    record(
        EventKind.COMMITMENT_REVISED,
        target=current,
        by=by,
        before={**done.was, "version": seen},
        after={**done.became, "version": current.version, "nature": str(nature)},
        reason=reason.strip(),
    )
    return current


@transaction.atomic
def revise_commitments(
    *,
    agreement: Agreement,
    seen: Mapping[UUID, int],
    values: Values,
    nature: CommitmentVersion.Nature,
    reason: str,
    by: Person,
) -> UUID:
    """Set the same fields of several commitments at once; return the number by which to undo it.

    All of them change, or none. Raises what `revise_commitment` raises; commitments of other agreements are skipped.
    """
    refuse_reader(by, agreement)
    stamp = Stamp.on(agreement, by=by, nature=nature, reason=reason)
    changes: list[Revised | None] = []
    for commitment in locked(agreement.commitments.filter(public_id__in=seen)):
        refuse_stale(commitment, seen[commitment.public_id])
        changes.append(revised(commitment, values, stamp))
    done = [change for change in changes if change is not None]
    if not done:
        raise NothingChanged("Er is niets gewijzigd: de gekozen afspraken hadden deze waarden al.")
    record(
        EventKind.COMMITMENTS_REVISED,
        target=agreement,
        by=by,
        before={str(one.commitment.public_id): one.was for one in done},
        after={
            "change": str(stamp.change),
            "nature": str(nature),
            "commitments": {str(one.commitment.public_id): one.became for one in done},
        },
        reason=reason.strip(),
    )
    return stamp.change


@transaction.atomic
def undo_revision(*, commitment: Commitment, seen: int, by: Person) -> Commitment:
    """Put back what stood before the last change, as a new version; raises what `revise_commitment` raises."""
    refuse_reader(by, commitment.agreement)
    (current,) = locked(Commitment.objects.filter(pk=commitment.pk))
    refuse_stale(current, seen)
    last = current.versions.order_by("-version").first()
    if last is None:
        raise NothingChanged("Deze afspraak is nog niet gewijzigd; er valt niets ongedaan te maken.")
    done = _put_back(current, last, Stamp.on(current.agreement, by=by, nature=Nature.UNDO, reason=_undoes(last)))
    record(
        EventKind.REVISION_UNDONE,
        target=current,
        by=by,
        before={**done.was, "version": seen},
        after={**done.became, "version": current.version},
        reason=_undoes(last),
    )
    return current


@transaction.atomic
def undo_revisions(*, agreement: Agreement, change: UUID, by: Person) -> tuple[int, int]:
    """Undo what was changed as one; return how many were put back, and how many were changed again since and stay."""
    refuse_reader(by, agreement)
    rows = CommitmentVersion.objects.filter(change=change, commitment__agreement=agreement)
    kept = {row.commitment_id: row for row in rows}
    stamp = Stamp.on(agreement, by=by, nature=Nature.UNDO, reason=_undoes(next(iter(kept.values()), None)))
    current = locked(agreement.commitments.filter(pk__in=kept))
    untouched = [one for one in current if one.version == kept[one.pk].version + 1]
    done = [_put_back(one, kept[one.pk], stamp) for one in untouched]
    if not done:
        raise NothingChanged("Er valt niets ongedaan te maken: deze afspraken zijn daarna opnieuw gewijzigd.")
    _record_undone(agreement, done, change, by)
    return len(done), len(current) - len(done)


def _record_undone(agreement: Agreement, done: Sequence[Revised], change: UUID, by: Person) -> None:
    record(
        EventKind.REVISIONS_UNDONE,
        target=agreement,
        by=by,
        before={str(one.commitment.public_id): one.was for one in done},
        after={"change": str(change), "commitments": {str(one.commitment.public_id): one.became for one in done}},
    )


def _put_back(commitment: Commitment, version: CommitmentVersion, stamp: Stamp) -> Revised:
    done = revised(commitment, version.values, stamp)
    if done is None:
        raise NothingChanged("Er valt niets ongedaan te maken.")
    return done


def _undoes(version: CommitmentVersion | None) -> str:
    number = "" if version is None else f" naar wat versie {version.version} zei"
    return f"Teruggezet{number}."
