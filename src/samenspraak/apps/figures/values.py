"""What people fill in about figures, as plain values; and records as the rules of `core.measurement` see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samenspraak.apps.figures import models
from samenspraak.core.measurement.indicators import Indicator, Nature
from samenspraak.core.measurement.observations import Observation, SeriesBreak
from samenspraak.core.measurement.targets import PathPoint, Target, Timing
from samenspraak.core.vocabulary.quantity import Bound


@dataclass(frozen=True, slots=True)
class TargetValues:
    """A target as a person confirms it; None is to be determined."""

    label: str
    unit: str
    nature: Nature
    bound: Bound
    value: Decimal | None
    timing: Timing
    first_year: int
    last_year: int
    definition: str = ""
    definition_version: str = "1"
    price_year: int | None = None
    party_id: int | None = None
    signal_value: Decimal | None = None
    path: tuple[PathPoint, ...] = ()
    from_text: str = ""
    key_figure: str = ""  # the code of the key figure that measurements follow from


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement as a person records it."""

    value: Decimal
    on: date
    source: str
    since: date | None = None
    is_final: bool = True
    margin: Decimal | None = None
    definition_version: str = ""  # empty: the target's own


@dataclass(frozen=True, slots=True)
class ParameterValues:
    """A limit of the law as a person adds it; `household` empty: for all."""

    name: str
    household: str
    value: Decimal
    valid_from: date
    valid_to: date | None
    source: str


def exact(value: Decimal | None) -> Decimal | None:
    """Return a stored number without the zeros that the column added: 474, not 474.0000."""
    return None if value is None else plain(value)


def plain(value: Decimal) -> Decimal:
    """Return a number without needless zeros, and without an exponent."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def target_of(target: models.Target) -> Target:
    """Return a record as the rules see it; its path is read with it."""
    return Target(
        indicator_of(target),
        Bound(target.bound),
        exact(target.value),
        Timing(target.timing),
        target.first_year,
        target.last_year,
        target.party.name if target.party else "",
        tuple(PathPoint(step.year, exact(step.value)) for step in target.path.all()),
        exact(target.signal_value),
    )


def indicator_of(target: models.Target, version: str = "") -> Indicator:
    """Return what a target counts, by its own version of the definition or by another."""
    return Indicator(
        target.key_figure or target.label,
        target.label,
        target.unit,
        Nature(target.nature),
        version or target.definition_version,
        target.price_year,
    )


def observations_of(target: models.Target) -> tuple[Observation, ...]:
    """Return the measurements that were not withdrawn, as the rules see them."""
    return tuple(
        Observation(
            indicator_of(target, each.definition_version),
            plain(each.value),
            each.on,
            each.source,
            each.since,
            each.is_final,
            exact(each.margin),
        )
        for each in target.observations.all()
        if each.withdrawn_at is None
    )


def breaks_of(target: models.Target) -> Sequence[SeriesBreak]:
    """Return the breaks of a series, as the rules see them."""
    return [SeriesBreak(each.on, each.reason) for each in target.breaks.all()]
