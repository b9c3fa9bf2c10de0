"""Targets with their measurements as reports take them: what the page of a target draws, for many commitments."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import F, Model, QuerySet
from django.utils import timezone

from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.figures.models import Observation, PathStep, SeriesBreak, Target
from samenspraak.apps.figures.picturing import series_of
from samenspraak.apps.figures.reading import apart, expectation_on, forecast_of
from samenspraak.apps.parties.models import Person
from samenspraak.core.composition.series import Followed, Series

# By what a target reaches them, and what of each the rules read.
_PARTS: dict[str, tuple[type[Model], tuple[str, ...]]] = {
    "path": (PathStep, ("pk", "year", "value")),
    "breaks": (SeriesBreak, ("pk", "on", "reason")),
    "observations": (
        Observation,
        ("pk", "value", "on", "source", "since", "is_final", "margin", "definition_version", "withdrawn_at"),
    ),
}


def series_for(person: Person, commitment_ids: Collection[UUID]) -> dict[UUID, Followed]:
    """Return the targets in force of these commitments that a person may see, by commitment (one query)."""
    seen = Target.objects.filter(commitment__agreement__in=visible_agreements(person), withdrawn_at=None)
    known: dict[UUID, list[tuple[Target, Series]]] = {}
    for record in _whole(seen.filter(commitment__public_id__in=commitment_ids)):
        ahead = forecast_of(record)
        series = series_of(record, ahead)
        if series is not None:
            expectation = expectation_on(record, ahead, timezone.localdate())
            known.setdefault(record.commitment.public_id, []).append((record, replace(series, expectation=expectation)))
    return {
        number: Followed(tuple(series for _, series in found), apart([record for record, _ in found]))
        for number, found in known.items()
    }


def _whole(targets: QuerySet[Target]) -> Iterable[Target]:
    """Return targets with their path, breaks and measurements (one query: a row per combination of these).

    A page of a report has no room for a query per kind of part, and a target has few of each.
    """
    columns = {f"{part}_{name}": F(f"{part}__{name}") for part, (_model, names) in _PARTS.items() for name in names}
    records: dict[int, Target] = {}
    parts: dict[int, dict[str, dict[int, Any]]] = {}
    for row in targets.select_related("commitment__agreement__measuring_policy", "party").annotate(**columns):
        records.setdefault(row.pk, row)
        held = parts.setdefault(row.pk, {part: {} for part in _PARTS})
        for part, (model, names) in _PARTS.items():
            values = {name: getattr(row, f"{part}_{name}") for name in names}
            if values["pk"] is not None and values["pk"] not in held[part]:
                held[part][values["pk"]] = model(**values)
    for number, record in records.items():
        read = {part: [found[key] for key in sorted(found)] for part, found in parts[number].items()}
        read["path"].sort(key=lambda step: step.year)
        read["breaks"].sort(key=lambda each: each.on)
        read["observations"].sort(key=lambda each: each.on)
        # Where prefetch_related puts what it read.
        record._prefetched_objects_cache = read  # type: ignore[attr-defined]  # noqa: SLF001
    return records.values()
