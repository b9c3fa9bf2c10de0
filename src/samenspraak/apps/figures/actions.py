"""Writes about figures: keyword-only, one transaction, one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from samenspraak.apps.agreements.models import Agreement, Commitment, CommitmentQuantity
from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.figures.checks import (
    FIRST_YEAR,
    LAST_YEAR,
    checked_measured,
    checked_measurer,
    checked_parameter,
    checked_planner,
    checked_values,
    checked_withdrawer,
    fresh_target,
    may_add_parameters,
)
from samenspraak.apps.figures.errors import FigureNotPossible, MayNotSetTargets
from samenspraak.apps.figures.extracts.feeding import as_counted, feed_from_lists
from samenspraak.apps.figures.known_parameters import as_value, hold_parameters, parameters_now
from samenspraak.apps.figures.models import (
    AddedParameter,
    DismissedNumber,
    MeasuringPolicy,
    Observation,
    PathStep,
    SeriesBreak,
    SharingOut,
    Target,
)
from samenspraak.apps.figures.sharing import shares_of
from samenspraak.apps.figures.values import Measured, ParameterValues, TargetValues
from samenspraak.apps.parties.models import Person

_SHORTEST_REASON = 3
MOST_TOLERANCE, FEWEST_DAYS, MOST_DAYS = 50, 30, 3650


@transaction.atomic
def set_target(
    *, commitment: Commitment, values: TargetValues, by: Person, target: Target | None = None, seen_version: int = 0
) -> Target:
    """Confirm a target of a commitment, or change one; the path is kept with it.

    Raises MayNotSetTargets, TargetChangedMeanwhile, FigureNotPossible and SignalOnWrongSide.
    """
    checked_planner(by, commitment.agreement)
    values = as_counted(values, commitment.agreement)
    checked_values(values)
    if values.party_id is not None and not commitment.agreement.parties.filter(pk=values.party_id).exists():
        raise FigureNotPossible("Deze partij hoort niet bij de afspraken. Kies een andere.")
    before = None
    if target is None:
        kept = Target(commitment=commitment)
    else:
        kept = fresh_target(target, seen_version)
        before = _as_logged(kept)
        kept.version += 1
    for field in fields(values):
        if field.name != "path":
            setattr(kept, field.name, getattr(values, field.name))
    kept.confirmed_by = by
    kept.save()
    kept.path.all().delete()
    PathStep.objects.bulk_create(PathStep(target=kept, year=step.year, value=step.value) for step in values.path)
    feed_from_lists(kept, by)
    record(EventKind.TARGET_SET, target=kept, by=by, before=before, after=_as_logged(kept))
    return kept


@transaction.atomic
def withdraw_target(*, target: Target, seen_version: int, reason: str, by: Person) -> Target:
    """Take a target out of what is watched; it and its measurements stay to be looked back at in the log."""
    checked_planner(by, target.commitment.agreement)
    kept = fresh_target(target, seen_version)
    _check_reason(reason)
    kept.withdrawn_at, kept.version = timezone.now(), kept.version + 1
    kept.save(update_fields=["withdrawn_at", "version"])
    record(EventKind.TARGET_WITHDRAWN, target=kept, by=by, before=_as_logged(kept), reason=reason.strip())
    return kept


@transaction.atomic
def record_observations(*, target: Target, measured: Sequence[Measured], by: Person) -> list[Observation]:
    """Keep measurements of a target, all or none; raises MayNotMeasure and FigureNotPossible."""
    checked_measurer(by, target.commitment.agreement)
    checked_measured(target, measured, timezone.localdate())
    kept = Observation.objects.bulk_create(
        Observation(
            target=target,
            value=each.value,
            on=each.on,
            since=each.since,
            source=each.source.strip()[:500],
            definition_version=each.definition_version.strip()[:40] or target.definition_version,
            is_final=each.is_final,
            margin=each.margin,
            entered_by=by,
        )
        for each in measured
    )
    after = {each.on.isoformat(): f"{each.value} ({each.source})" for each in measured}
    record(EventKind.OBSERVATIONS_RECORDED, target=target, by=by, after=after)
    return kept


@transaction.atomic
def withdraw_observation(*, observation: Observation, reason: str, by: Person) -> Observation:
    """Say that a measurement was wrong; it stays visible as withdrawn, with the reason."""
    checked_withdrawer(by, observation)
    _check_reason(reason)
    held = Observation.objects.select_for_update(of=("self",)).get(pk=observation.pk)
    if held.withdrawn_at is not None:
        raise FigureNotPossible("Deze meting was al ingetrokken.")
    held.withdrawn_at, held.withdrawn_reason = timezone.now(), reason.strip()
    held.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    record(
        EventKind.OBSERVATION_WITHDRAWN,
        target=observation.target,
        by=by,
        before={held.on.isoformat(): f"{held.value} ({held.source})"},
        reason=reason.strip(),
    )
    return held


@transaction.atomic
def mark_break(*, target: Target, on: date, reason: str, by: Person) -> SeriesBreak:
    """Say that figures before a day do not compare with those from it on; the same day again changes the reason."""
    checked_planner(by, target.commitment.agreement)
    _check_reason(reason)
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        raise FigureNotPossible("De dag van de breuk kan niet. Kijk het jaar na.")
    kept, _is_new = SeriesBreak.objects.update_or_create(
        target=target, on=on, defaults={"reason": reason.strip()[:500], "marked_by": by}
    )
    record(EventKind.SERIES_BREAK_MARKED, target=target, by=by, after={on.isoformat(): kept.reason})
    return kept


@transaction.atomic
def withdraw_break(*, series_break: SeriesBreak, reason: str, by: Person) -> None:
    """Say that there was no break after all: figures before and after compare again."""
    target = series_break.target
    checked_planner(by, target.commitment.agreement)
    _check_reason(reason)
    before = {series_break.on.isoformat(): series_break.reason}
    record(EventKind.SERIES_BREAK_WITHDRAWN, target=target, by=by, before=before, reason=reason.strip())
    series_break.delete()


@transaction.atomic
def set_sharing_out(
    *, target: Target, key: str, source: str, parts: Sequence[tuple[str, Decimal]], by: Person
) -> SharingOut:
    """Keep by which key a target is divided; raises FigureNotPossible, NothingToDivideBy for what cannot be."""
    checked_planner(by, target.commitment.agreement)
    if not key.strip() or not source.strip():
        raise FigureNotPossible("Noem de sleutel (woningen, inwoners) en de bron ervan: een ander moet het na kunnen.")
    if len({name for name, _ in parts}) < len(parts):
        raise FigureNotPossible("Een naam staat er twee keer. Laat er één van staan.")
    shares_of(target, parts)
    kept, _is_new = SharingOut.objects.update_or_create(
        target=target,
        defaults={
            "key": key.strip()[:200],
            "source": source.strip()[:500],
            "parts": [[name, str(number)] for name, number in parts],
            "set_by": by,
        },
    )
    record(EventKind.SHARING_OUT_SET, target=target, by=by, after={"key": kept.key, "parts": kept.parts})
    return kept


@transaction.atomic
def dismiss_number(*, quantity: CommitmentQuantity, by: Person) -> DismissedNumber:
    """Say that a number of a commitment is no target, so that it is not proposed any more."""
    commitment = quantity.commitment
    checked_planner(by, commitment.agreement)
    kept, _is_new = DismissedNumber.objects.get_or_create(
        commitment=commitment, text=quantity.text[:500], defaults={"dismissed_by": by}
    )
    record(EventKind.NUMBER_DISMISSED, target=commitment, by=by, after={"number": kept.text})
    return kept


@transaction.atomic
def restore_number(*, dismissed: DismissedNumber, by: Person) -> None:
    """Propose a number again that was set aside."""
    checked_planner(by, dismissed.commitment.agreement)
    record(EventKind.NUMBER_RESTORED, target=dismissed.commitment, by=by, before={"number": dismissed.text})
    dismissed.delete()


@transaction.atomic
def set_measuring_policy(
    *, agreement: Agreement, tolerance_percent: Decimal, outdated_days: int, by: Person
) -> MeasuringPolicy:
    """Keep by which numbers the measurements of an agreement are judged; raises FigureNotPossible."""
    checked_planner(by, agreement)
    if not 0 <= tolerance_percent <= MOST_TOLERANCE or not FEWEST_DAYS <= outdated_days <= MOST_DAYS:
        raise FigureNotPossible("De marge ligt tussen 0 en 50 procent, en verouderd is iets na 30 dagen tot tien jaar.")
    before = MeasuringPolicy.objects.filter(agreement=agreement).values("tolerance_percent", "outdated_days").first()
    kept, _is_new = MeasuringPolicy.objects.update_or_create(
        agreement=agreement,
        defaults={"tolerance_percent": tolerance_percent, "outdated_days": outdated_days, "set_by": by},
    )
    after = {"tolerance_percent": str(tolerance_percent), "outdated_days": outdated_days}
    logged = {name: str(value) for name, value in before.items()} if before else None
    record(EventKind.MEASURING_POLICY_SET, target=agreement, by=by, before=logged, after=after)
    return kept


@transaction.atomic
def add_parameter(*, values: ParameterValues, by: Person) -> AddedParameter:
    """Add a limit of the law for days for which none is known for sure.

    Raises ParameterAlreadyKnown where an official amount holds, FigureNotPossible, MayNotSetTargets.
    """
    if not may_add_parameters(by):
        raise MayNotSetTargets("Alleen een coördinator kan een grens toevoegen.")
    checked_parameter(values)
    hold_parameters()
    made = AddedParameter(**asdict(values), added_by=by)
    value = as_value(made)
    if value.parameter.unit.startswith("EUR") and value.value != round(value.value, 2):
        raise FigureNotPossible("Een bedrag heeft hoogstens twee cijfers achter de komma.")
    parameters_now().supplemented_by([value])
    made.save()
    after = {"value": str(values.value), "from": values.valid_from.isoformat(), "source": values.source}
    record(EventKind.PARAMETER_ADDED, target=made, by=by, after=after)
    return made


@transaction.atomic
def withdraw_parameter(*, parameter: AddedParameter, by: Person) -> None:
    """Take back a limit that somebody added themselves, or the administrator of the installation any."""
    if parameter.added_by_id != by.pk and not by.is_administrator:
        raise MayNotSetTargets(f"Deze grens is toegevoegd door {parameter.added_by}. Alleen die kan haar terugnemen.")
    before = {"value": str(parameter.value), "from": parameter.valid_from.isoformat(), "source": parameter.source}
    record(EventKind.PARAMETER_WITHDRAWN, target=parameter, by=by, before=before)
    parameter.delete()


def _check_reason(reason: str) -> None:
    if len(reason.strip()) < _SHORTEST_REASON:
        raise FigureNotPossible("Schrijf op waarom. Anderen lezen dit terug.")


def _as_logged(target: Target) -> dict[str, Any]:
    """Return what the log keeps of a target."""
    names = (
        "label unit nature bound value timing first_year last_year definition definition_version price_year party_id "
        "signal_value key_figure"
    )
    kept = {name: getattr(target, name) for name in names.split()}
    path = {str(step.year): None if step.value is None else str(step.value) for step in target.path.all()}
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in kept.items()} | {"path": path}
