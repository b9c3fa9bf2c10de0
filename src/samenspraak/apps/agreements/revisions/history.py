"""Looking back: what a commitment said before each change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from samenspraak.apps.agreements.change_pages import ChangeView, FieldChange
from samenspraak.apps.agreements.models import Commitment, CommitmentVersion
from samenspraak.apps.agreements.revisions.pages import FIELD_LABELS, FieldView
from samenspraak.apps.agreements.revisions.values import Values, changed_fields, values_of
from samenspraak.apps.agreements.revisions.words import value_words


def versions_of(commitment: Commitment) -> list[CommitmentVersion]:
    """Return the earlier versions, oldest first, each with whether others were changed with it (one query)."""
    others = CommitmentVersion.objects.filter(change=OuterRef("change")).exclude(commitment=OuterRef("commitment"))
    is_undo = Q(nature=CommitmentVersion.Nature.UNDO)
    versions = commitment.versions.annotate(is_joint=Exists(others) & ~is_undo)
    return list(versions.select_related("replaced_by").order_by("version"))


def states_of(commitment: Commitment, versions: Sequence[CommitmentVersion]) -> list[Values]:
    """Return what a commitment said in each version, as it is now last."""
    return [*(version.values for version in versions), values_of(commitment)]


def changes_of(
    commitment: Commitment, versions: Sequence[CommitmentVersion], names: Mapping[str, str]
) -> tuple[ChangeView, ...]:
    """Return every change, newest first; `names` are of what was elaborated, as `names_of` gives them."""
    states = states_of(commitment, versions)
    changes = [
        ChangeView(
            version=version.version,
            at=version.replaced_at,
            by=str(version.replaced_by),
            nature=CommitmentVersion.Nature(version.nature),
            reason=version.reason,
            fields=field_changes(states[index], states[index + 1], names),
            together=version.change if getattr(version, "is_joint", False) else None,
        )
        for index, version in enumerate(versions)
    ]
    return tuple(reversed(changes))


def field_changes(before: Values, after: Values, names: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """Return the fields in which two states differ, in words."""
    return tuple(
        FieldChange(
            name,
            str(FIELD_LABELS[name]),
            value_words(name, before.get(name), names),
            value_words(name, after.get(name), names),
        )
        for name in changed_fields(before, after)
    )


def field_views(values: Values, names: Mapping[str, str]) -> tuple[FieldView, ...]:
    """Return every field that says something, in words."""
    words = ((name, value_words(name, values.get(name), names)) for name in FIELD_LABELS)
    return tuple(FieldView(name, str(FIELD_LABELS[name]), said) for name, said in words if said)


def names_of(public_ids: Iterable[Any]) -> dict[str, str]:
    """Return what the commitments that are pointed at are called (no query when there are none)."""
    wanted = {one for one in public_ids if one}
    if not wanted:
        return {}
    return {str(one.public_id): str(one)[:120] for one in Commitment.objects.filter(public_id__in=wanted)}
