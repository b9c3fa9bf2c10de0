"""The chart of a target: the same picture as in reports, with the table behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from samenspraak.apps.figures import models
from samenspraak.apps.figures.pages import Picture
from samenspraak.apps.figures.values import breaks_of, observations_of, target_of
from samenspraak.core.composition.charts.over_time import NARROW, series_chart
from samenspraak.core.composition.series import Observation, Series
from samenspraak.core.composition.tree import Chart, text_of
from samenspraak.core.measurement.forecast import Expected, Forecast, TooFewPoints
from samenspraak.core.measurement.observations import Observation as Measurement
from samenspraak.core.measurement.observations import in_order
from samenspraak.core.measurement.targets import Target, Timing
from samenspraak.core.measurement.totals import least_totals_of, totals_of
from samenspraak.engines.writers.charts import drawn_for_screen, drawn_for_telephone
from samenspraak.engines.writers.charts_on_screen import address_for_screen


def picture_of(record: models.Target, ahead: Forecast | TooFewPoints, *, is_small: bool = False) -> Picture | None:
    """Return the chart of a target, also as a telephone shows it; one of several beside each other only so.

    None where there is nothing to draw yet, or nothing to draw it beside.
    """
    series = series_of(record, ahead)
    if series is None:
        return None
    chart = series_chart(series, width=NARROW, has_key=False) if is_small else series_chart(series)
    return None if chart is None else _picture(chart)


def series_of(record: models.Target, ahead: Forecast | TooFewPoints) -> Series | None:
    """Return a target with its measurements as charts and reports take them.

    What is to be reached over a whole period stands beside what there was in total since it began.
    """
    target = target_of(record)
    counted, gaps = _counted(record, target, ahead)
    aim = target.value if target.value is not None else target.signal_value
    if aim is None:
        return None
    expected = tuple(map(_expected, ahead.years)) if isinstance(ahead, Forecast) else ()
    return Series(
        name=str(record),
        target=float(aim),
        unit=record.unit,
        bound=target.bound,
        due=target.due_on,
        observations=tuple(_measured(each) for each in counted),
        expected=expected[-1] if expected else None,
        ahead=expected,
        path=tuple((date(step.year, 12, 31), float(step.value)) for step in target.path if step.value is not None),
        unknown=tuple(step.year for step in target.path if step.value is None),
        signal=None if target.signal_value is None or target.value is None else float(target.signal_value),
        is_signal=target.value is None,
        is_yearly=target.timing is Timing.EVERY_YEAR,
        total_since=target.first_year if target.timing is Timing.IN_TOTAL else None,
        gaps=gaps,
        breaks=tuple((each.on, each.reason) for each in breaks_of(record)),
    )


def _counted(
    record: models.Target, target: Target, ahead: Forecast | TooFewPoints
) -> tuple[Sequence[Measurement], tuple[tuple[date, date], ...]]:
    """Return the comparable measurements, one per day, those of a whole period added up; and the days they are without.

    Where something is expected it rests on the total up to the first gap, and that is drawn. Else what is known is:
    the total that there was at least.
    """
    known = observations_of(record)
    if target.timing is not Timing.IN_TOTAL:
        return list({each.on: each for each in in_order(known) if not each.fits(target.indicator)}.values()), ()
    if isinstance(ahead, Forecast):
        return totals_of(target, known, breaks_of(record)), ()
    least = least_totals_of(target, known, breaks_of(record))
    return least.totals, least.gaps


def _measured(each: Measurement) -> Observation:
    margin = each.margin
    return Observation(
        each.on,
        float(each.value),
        None if margin is None else float(each.value - margin),
        None if margin is None else float(each.value + margin),
        each.is_final,
    )


def _expected(one: Expected) -> Observation:
    return Observation(date(one.year, 12, 31), float(one.value), float(one.low), float(one.high))


def _picture(chart: Chart) -> Picture:
    table = chart.table
    return Picture(
        title=chart.title,
        alternative=chart.alternative,
        address=address_for_screen(drawn_for_screen(chart)),
        narrow=address_for_screen(drawn_for_telephone(chart)),
        head=tuple(column.title for column in table.columns),
        rows=tuple(tuple(" ".join(text_of(line) for line in cell.lines) for cell in row) for row in table.rows),
        note=table.note,
    )
