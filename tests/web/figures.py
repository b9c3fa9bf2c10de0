"""A target that the page tests know: made when the first page asks for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from samenspraak.apps.figures import actions
from samenspraak.apps.figures.extracts.actions import set_own_figure
from samenspraak.apps.figures.models import (
    AddedParameter,
    DismissedNumber,
    Extract,
    MunicipalNumber,
    Observation,
    OwnKeyFigure,
    Target,
)
from samenspraak.apps.figures.municipal.actions import set_municipal_number
from samenspraak.apps.figures.values import Measured, ParameterValues, TargetValues
from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.targets import PathPoint, Timing
from samenspraak.core.vocabulary.quantity import Bound
from tests.apps.figures.lists import NUMBER, OWN_FORM, counted, delivered, in_a_real_place, place_of
from tests.web.cast import Cast

VALUES = TargetValues(
    label="woningen met label E, F of G",
    unit="dwelling",
    nature=Nature.STOCK,
    bound=Bound.MAX,
    value=Decimal(0),
    timing=Timing.AT_THE_END,
    first_year=2022,
    last_year=2028,
    definition="Alle zelfstandige woningen.",
    path=(PathPoint(2022, Decimal(598)), PathPoint(2024, Decimal(474)), PathPoint(2028, None)),
)


def target_in(cast: Cast) -> Target:
    """Return a target of the first commitment, with two measurements of Noor's."""
    found = Target.objects.filter(commitment=cast.first, withdrawn_at=None).first()
    if found is not None:
        return found
    made = actions.set_target(commitment=cast.first, values=VALUES, by=cast.noor)
    measured = [
        Measured(Decimal(598), date(2022, 12, 31), "opgave"),
        Measured(Decimal(559), date(2023, 12, 31), "opgave"),
    ]
    actions.record_observations(target=made, measured=measured, by=cast.noor)
    return made


def of_target(cast: Cast) -> list[Any]:
    return [target_in(cast).public_id]


def of_observation(cast: Cast) -> list[Any]:
    target = target_in(cast)
    open_one = Observation.objects.filter(target=target, withdrawn_at=None).first()
    return [target.public_id, open_one.pk if open_one else target.observations.all()[0].pk]


def of_commitment(cast: Cast) -> list[Any]:
    return [cast.first.public_id]


def of_parameter(cast: Cast) -> list[Any]:
    found = AddedParameter.objects.first() or actions.add_parameter(
        values=ParameterValues(
            "affordable_purchase_limit", "", Decimal(430_000), date(2027, 1, 1), date(2027, 12, 31), "Rijksoverheid"
        ),
        by=cast.noor,
    )
    return [found.pk]


def list_in(cast: Cast) -> Extract:
    """Return a counted list of De Linde, delivered by Bas."""
    found = Extract.objects.filter(status=Extract.Status.DONE).first()
    return found or counted(delivered(in_a_real_place(cast.agreement), cast.bas), cast.bas)


def of_list(cast: Cast) -> list[Any]:
    return [list_in(cast).public_id]


def of_key_figure(cast: Cast) -> list[Any]:
    list_in(cast)
    return [cast.agreement.public_id, "EFG.SHARE"]


def of_own_figure(cast: Cast) -> list[Any]:
    in_a_real_place(cast.agreement)
    found = OwnKeyFigure.objects.first() or set_own_figure(
        organisation=place_of(cast.agreement), form=OWN_FORM, by=cast.noor
    )
    return [found.pk]


def of_municipal_number(cast: Cast) -> list[Any]:
    in_a_real_place(cast.agreement)
    found = MunicipalNumber.objects.filter(withdrawn_at=None).first() or set_municipal_number(
        organisation=place_of(cast.agreement), by=cast.noor, **NUMBER
    )
    return [found.pk]


def of_break(cast: Cast) -> list[Any]:
    target = target_in(cast)
    found = target.breaks.first() or actions.mark_break(
        target=target, on=date(2021, 1, 1), reason="NTA 8800", by=cast.noor
    )
    return [target.public_id, found.pk]


def of_number(cast: Cast) -> list[Any]:
    return [cast.first.quantities.all()[0].pk]


def of_dismissed(cast: Cast) -> list[Any]:
    found = DismissedNumber.objects.first() or actions.dismiss_number(
        quantity=cast.first.quantities.all()[0], by=cast.noor
    )
    return [found.pk]
