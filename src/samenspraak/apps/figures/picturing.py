"""The chart of a target: the same picture as in reports, with the table behind it."""

from __future__ import annotations

from datetime import date

from samenspraak.apps.figures import models
from samenspraak.apps.figures.pages import Picture
from samenspraak.apps.figures.values import breaks_of, observations_of, target_of
from samenspraak.core.composition.charts.frame import WIDTH
from samenspraak.core.composition.charts.targets import series_chart
from samenspraak.core.composition.series import Observation, Series
from samenspraak.core.composition.tree import Chart, text_of
from samenspraak.core.measurement.forecast import Forecast
from samenspraak.core.measurement.observations import in_order
from samenspraak.engines.writers.charts import drawn
from samenspraak.engines.writers.charts_on_screen import address_for_screen

SMALL = 270  # one of several beside each other


def picture_of(record: models.Target, ahead: Forecast | None, *, is_small: bool = False) -> Picture | None:
    """Return the chart of a target; None where there is nothing to draw yet, or nothing to draw it beside."""
    series = series_of(record, ahead)
    chart = None if series is None else series_chart(series, width=SMALL if is_small else WIDTH)
    return None if chart is None else _picture(chart)


def series_of(record: models.Target, ahead: Forecast | None) -> Series | None:
    """Return a target with its measurements as charts and reports take them."""
    target = target_of(record)
    aim = target.value if target.value is not None else target.signal_value
    if aim is None:
        return None
    measured = {each.on: each for each in in_order(observations_of(record)) if not each.fits(target.indicator)}
    return Series(
        name=str(record),
        target=float(aim),
        unit=record.unit,
        bound=target.bound,
        due=target.due_on,
        observations=tuple(
            Observation(
                each.on,
                float(each.value),
                None if each.margin is None else float(each.value - each.margin),
                None if each.margin is None else float(each.value + each.margin),
            )
            for each in measured.values()
        ),
        expected=None if ahead is None else _expected(ahead),
        path=tuple((date(step.year, 12, 31), float(step.value)) for step in target.path if step.value is not None),
        signal=None if target.signal_value is None or target.value is None else float(target.signal_value),
        breaks=tuple((each.on, each.reason) for each in breaks_of(record)),
    )


def _expected(ahead: Forecast) -> Observation:
    end = ahead.at_the_end
    return Observation(date(end.year, 12, 31), float(end.value), float(end.low), float(end.high))


def _picture(chart: Chart) -> Picture:
    figure = drawn(chart)
    table = figure.table
    return Picture(
        title=figure.title,
        alternative=figure.alternative,
        address=address_for_screen(figure.svg),
        head=tuple(column.title for column in table.columns),
        rows=tuple(tuple(" ".join(text_of(line) for line in cell.lines) for cell in row) for row in table.rows),
        note=table.note,
    )
