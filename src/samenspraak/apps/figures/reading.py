"""Targets as pages show them: with their observed light, their forecast and their picture."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations

from samenspraak.apps.figures import models
from samenspraak.apps.figures.agreed_models import policy_of
from samenspraak.apps.figures.pages import Amount, BreakView, ObservationView, PathRow, TargetRow
from samenspraak.apps.figures.values import breaks_of, exact, observations_of, plain, target_of
from samenspraak.core.measurement.comparing import Figure, NotComparable, compare
from samenspraak.core.measurement.expectations import Expectation, expectation_of
from samenspraak.core.measurement.forecast import Forecast, TooFewPoints, forecast
from samenspraak.core.measurement.indicators import Difference, Refusal
from samenspraak.core.measurement.observations import in_order
from samenspraak.core.measurement.observed_light import ObservedLight, observed_light
from samenspraak.core.measurement.targets import Timing, path_of_the_whole
from samenspraak.core.measurement.totals import totals_of

_MOST_BESIDE = 6  # targets of one commitment that are compared with each other


def row_of(record: models.Target, today: date) -> TargetRow:
    """Return a target with what its measurements say on a day."""
    target, known = target_of(record), observations_of(record)
    light = light_on(record, today)
    latest = in_order(known)[-1] if known else None
    totals = totals_of(target, known, breaks_of(record)) if target.timing is Timing.IN_TOTAL else ()
    return TargetRow(
        public_id=record.public_id,
        label=record.label,
        whose=target.whose,
        aim=_amount(target.value, record.unit, record.bound),
        signal=_amount(target.signal_value, record.unit),
        timing=models.Target.Timing(record.timing),
        first_year=record.first_year,
        last_year=record.last_year,
        price_year=record.price_year,
        light=light.light.value if light.light else "",
        reason=light.reason.value,
        latest=_amount(latest.value if latest else None, record.unit),
        latest_on=totals[-1].on if totals else latest.on if latest else None,
        is_final=totals[-1].is_final if totals else latest is None or latest.is_final,
        total=_amount(totals[-1].value if totals else None, record.unit),
    )


def light_on(record: models.Target, today: date) -> ObservedLight:
    """Return what the measurements say of a target on a day, by the policy of its agreement."""
    policy = policy_of(record.commitment.agreement)
    return observed_light(target_of(record), observations_of(record), breaks_of(record), policy, today)


def expectation_on(record: models.Target, ahead: Forecast | TooFewPoints, today: date) -> Expectation:
    """Return in sentences what is to be expected of a target."""
    return expectation_of(target_of(record), light_on(record, today).reason, ahead)


def forecast_of(record: models.Target) -> Forecast | TooFewPoints:
    """Return what is to be expected of a target."""
    return forecast(target_of(record), observations_of(record), breaks_of(record))


def observation_views(record: models.Target, withdrawable: set[int]) -> tuple[ObservationView, ...]:
    """Return the measurements of a target, newest first, withdrawn ones among them."""
    return tuple(
        ObservationView(
            number=each.pk,
            amount=Amount(float(each.value), record.unit),
            on=each.on,
            since=each.since,
            source=each.source,
            definition_version=each.definition_version,
            differs=each.definition_version != record.definition_version,
            is_final=each.is_final,
            margin=_amount(exact(each.margin), record.unit),
            entered_by=str(each.entered_by),
            entered_at=each.entered_at,
            is_withdrawn=each.withdrawn_at is not None,
            withdrawn_reason=each.withdrawn_reason,
            may_withdraw=each.withdrawn_at is None and each.entered_by_id in withdrawable,
        )
        for each in sorted(record.observations.all(), key=lambda each: (each.on, each.pk), reverse=True)
    )


def path_rows(record: models.Target) -> tuple[PathRow, ...]:
    """Return the planned path of a target."""
    return tuple(PathRow(step.year, _amount(exact(step.value), record.unit)) for step in record.path.all())


def break_views(record: models.Target) -> tuple[BreakView, ...]:
    """Return the breaks in a series."""
    return tuple(BreakView(each.pk, each.on, each.reason) for each in record.breaks.all())


def apart(records: list[models.Target]) -> tuple[NotComparable, ...]:
    """Return which targets for all parties look alike, for they have one unit, and yet do not compare, with why.

    Where all of them differ in the same, that is said once and not of every two.
    """
    alike = [record for record in records if record.party_id is None][:_MOST_BESIDE]
    found: dict[tuple[Difference, ...], list[tuple[str, str]]] = {}
    for one, other in combinations(alike, 2):
        result = compare(figure_of(one), figure_of(other))
        if one.unit == other.unit and isinstance(result, Refusal):
            found.setdefault(result.differences, []).append((one.label, other.label))
    said = []
    for differing, pairs in found.items():
        labels = tuple(dict.fromkeys(label for pair in pairs for label in pair))
        is_each = set(combinations(labels, 2)) <= set(pairs)
        said += [NotComparable(each, differing) for each in ([labels] if is_each else pairs)]
    return tuple(said)


def figure_of(record: models.Target) -> Figure:
    """Return a target as a number to hold beside others."""
    target = target_of(record)
    return Figure(record.label, target.indicator, target.value, record.first_year, record.last_year)


def together(records: list[models.Target]) -> tuple[PathRow, ...]:
    """Return what the parties plan together per year, with who has not said; nothing for one party."""
    if len(records) < 2:
        return ()
    rows = []
    for year, total in path_of_the_whole([target_of(record) for record in records]):
        if isinstance(total, Refusal):
            rows.append(PathRow(year, None, refused=total.sentence))
        else:
            is_known = len(total.unknown) < len(records)
            planned = _amount(total.value, records[0].unit) if is_known else None
            rows.append(PathRow(year, planned, total.unknown if is_known else ()))
    return tuple(rows)


def _amount(value: Decimal | None, unit: str, bound: str = "") -> Amount | None:
    return None if value is None else Amount(float(plain(value)), unit, bound)
