"""Every action of the figures, with everything that it needs made beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from samenspraak.apps.agreements.models import Commitment, CommitmentQuantity
from samenspraak.apps.figures import actions
from samenspraak.apps.figures.extracts import actions as extracts
from samenspraak.apps.figures.extracts.counting import count, look
from samenspraak.apps.figures.models import (
    AddedParameter,
    Extract,
    MunicipalNumber,
    Observation,
    OwnKeyFigure,
    SeriesBreak,
    Target,
)
from samenspraak.apps.figures.municipal import actions as municipal
from samenspraak.apps.figures.values import Measured, ParameterValues, TargetValues
from samenspraak.core.errors import SamenspraakError
from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.targets import PathPoint, Timing
from samenspraak.core.vocabulary.quantity import Bound
from tests.apps.acts.doing import Act, later
from tests.apps.cast import People
from tests.apps.figures.lists import NUMBER, OWN_FORM, counted, delivered, in_a_real_place, looked_at, place_of
from tests.apps.monitoring.board import make_board

SHARE = TargetValues(
    label="aandeel toewijzingen aan lage inkomens",
    unit="percent",
    nature=Nature.FLOW,
    bound=Bound.MIN,
    value=Decimal(65),
    timing=Timing.EVERY_YEAR,
    first_year=2024,
    last_year=2027,
    signal_value=Decimal(68),
    path=(PathPoint(2025, Decimal(66)), PathPoint(2026, None)),
)
LIMIT = ParameterValues("affordable_purchase_limit", "", Decimal(430_000), date(2027, 1, 1), date(2027, 12, 31), "Rijk")
MEASURED = Measured(Decimal("66.5"), date(2025, 12, 31), "opgave van de corporatie", since=date(2025, 1, 1))


def _commitment(people: People) -> Commitment:
    return make_board(people).round.items.all()[0].commitment


def a_target(people: People, values: TargetValues = SHARE) -> Target:
    """Return a target of a commitment of which Noor coordinates one party and Bas another."""
    return actions.set_target(commitment=_commitment(people), values=values, by=people.noor)


def an_observation(people: People) -> Observation:
    return actions.record_observations(target=a_target(people), measured=[MEASURED], by=people.noor)[0]


def a_parameter(people: People) -> AddedParameter:
    return actions.add_parameter(values=LIMIT, by=people.noor)


def _a_break(people: People) -> SeriesBreak:
    return actions.mark_break(target=a_target(people), on=date(2021, 1, 1), reason="NTA 8800", by=people.noor)


def _a_number(people: People) -> CommitmentQuantity:
    found = CommitmentQuantity.objects.filter(commitment__agreement=_commitment(people).agreement).first()
    assert found is not None
    return found


def a_list(people: People) -> Extract:
    """Return a list of De Linde that nobody looked at yet."""
    return delivered(in_a_real_place(_commitment(people).agreement), people.ada)


def _own_figure(people: People) -> OwnKeyFigure:
    agreement = Commitment.objects.first() or _commitment(people)
    in_a_real_place(agreement.agreement)
    return extracts.set_own_figure(organisation=place_of(agreement.agreement), form=OWN_FORM, by=people.noor)


def _looked_for(people: People) -> Callable[[], object]:
    extract = a_list(people)
    return later(extracts.note_look, extract=extract, taken=look(extract), by=people.ada)


def _counted_for(people: People) -> Callable[[], object]:
    extract = extracts.confirm_extract(extract=looked_at(a_list(people)), by=people.ada)
    done = count(extract)
    return later(extracts.finish_extract, extract=extract, taken=done.taken, values=done.values, by=people.ada)


def _municipal_number(people: People, **said: object) -> MunicipalNumber:
    agreement = (Commitment.objects.first() or _commitment(people)).agreement
    in_a_real_place(agreement)
    return municipal.set_municipal_number(**{**NUMBER, **said}, organisation=place_of(agreement), by=people.noor)  # type: ignore[arg-type]


ACTS: dict[str, Act] = {
    "set_municipal_number": lambda people: (_municipal_number(people), partial(_municipal_number, people, value=20))[1],
    "withdraw_municipal_number": lambda people: later(
        municipal.withdraw_municipal_number, number=_municipal_number(people), reason="verkeerd jaar", by=people.noor
    ),
    "set_target": lambda people: later(
        actions.set_target,
        commitment=_commitment(people),
        values=replace(SHARE, label="iets anders"),
        by=people.noor,
    ),
    "withdraw_target": lambda people: later(
        actions.withdraw_target, target=a_target(people), seen_version=1, reason="dubbel", by=people.noor
    ),
    "record_observations": lambda people: later(
        actions.record_observations, target=a_target(people), measured=[MEASURED], by=people.noor
    ),
    "withdraw_observation": lambda people: later(
        actions.withdraw_observation, observation=an_observation(people), reason="verkeerd jaar", by=people.noor
    ),
    "mark_break": lambda people: later(
        actions.mark_break, target=a_target(people), on=date(2021, 1, 1), reason="NTA 8800", by=people.noor
    ),
    "withdraw_break": lambda people: later(
        actions.withdraw_break, series_break=_a_break(people), reason="toch hetzelfde", by=people.noor
    ),
    "set_sharing_out": lambda people: later(
        actions.set_sharing_out,
        target=a_target(people, replace(SHARE, unit="dwelling", value=Decimal(10), signal_value=None, path=())),
        key="woningen",
        source="CBS",
        parts=[("Waterhoven", Decimal(2)), ("Zandhoek", Decimal(1))],
        by=people.noor,
    ),
    "dismiss_number": lambda people: later(actions.dismiss_number, quantity=_a_number(people), by=people.noor),
    "restore_number": lambda people: later(
        actions.restore_number,
        dismissed=actions.dismiss_number(quantity=_a_number(people), by=people.noor),
        by=people.noor,
    ),
    "set_measuring_policy": lambda people: later(
        actions.set_measuring_policy,
        agreement=_commitment(people).agreement,
        tolerance_percent=Decimal(5),
        outdated_days=400,
        by=people.noor,
    ),
    "add_parameter": lambda people: later(actions.add_parameter, values=LIMIT, by=people.noor),
    "deliver_extract": lambda people: partial(delivered, in_a_real_place(_commitment(people).agreement), people.ada),
    "map_columns": lambda people: later(
        extracts.map_columns, extract=looked_at(a_list(people)), columns={"unit": "id"}, by=people.ada
    ),
    "note_look": _looked_for,
    "confirm_extract": lambda people: later(extracts.confirm_extract, extract=looked_at(a_list(people)), by=people.ada),
    "finish_extract": _counted_for,
    "fail_extract": lambda people: later(
        extracts.fail_extract, extract=a_list(people), error=SamenspraakError("Niet te lezen."), by=people.ada
    ),
    "discard_extract": lambda people: later(extracts.discard_extract, extract=looked_at(a_list(people)), by=people.ada),
    "withdraw_extract": lambda people: later(
        extracts.withdraw_extract, extract=counted(a_list(people), people.ada), reason="verkeerd", by=people.ada
    ),
    "set_own_figure": lambda people: (_commitment(people), partial(_own_figure, people))[1],
    "withdraw_own_figure": lambda people: later(
        extracts.withdraw_own_figure, figure=_own_figure(people), by=people.noor
    ),
    "recount_extract": lambda people: later(
        extracts.recount_extract, extract=counted(a_list(people), people.ada), count=lambda _: [], by=people.ada
    ),
    "withdraw_parameter": lambda people: later(
        actions.withdraw_parameter, parameter=a_parameter(people), by=people.noor
    ),
}
