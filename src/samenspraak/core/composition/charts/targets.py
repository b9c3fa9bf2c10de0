"""Targets beside what was measured: many at once as shares, or one over time with its path and its band."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from samenspraak.core.composition import phrases
from samenspraak.core.composition.amounts import amount, bounded, numeral, unit_words
from samenspraak.core.composition.charts.frame import (
    ACCENT,
    BAND,
    INK,
    MUTED,
    WIDTH,
    Spec,
    label,
    labels,
    rows_axis,
    specification,
)
from samenspraak.core.composition.series import Observation, Series
from samenspraak.core.composition.tree import Chart, Column, Table, cell

HEIGHT = 240
_DAYS_IN_YEAR = 365.25
_FARTHEST = 1.6  # a share above this is cut off in the picture, with its number beside it


def targets_chart(title: str, found: Sequence[Series]) -> Chart | None:
    """Return every target as a line at 100% with the latest measurement as a bar; None when nothing was measured."""
    measured = [series for series in found if series.share is not None]
    if not measured:
        return None
    names = labels([series.name for series in measured])
    rows = [_share_row(name, series) for name, series in zip(names, measured, strict=True)]
    return Chart(
        title=title,
        alternative="Staafdiagram van wat is gemeten als deel van het doel. " + " ".join(map(_told, measured)),
        drawing=specification(_shares(rows)),
        table=_targets_table(title, found),
    )


def _share_row(name: str, series: Series) -> Spec:
    share = series.share or 0.0
    latest = series.latest
    text = f"{numeral(latest.value) if latest else ''} van {bounded(series.target, series.unit, series.bound)}"
    return {"row": name, "share": min(max(share, 0.0), _FARTHEST), "text": text, "isCut": share > _FARTHEST}


def _told(series: Series) -> str:
    latest = series.latest
    told = f"{series.name}: {amount(latest.value, series.unit)} gemeten" if latest else f"{series.name}: niets gemeten"
    return f"{told}, het doel is {bounded(series.target, series.unit, series.bound)}."


def _shares(rows: Sequence[Spec]) -> Spec:
    farthest = max(1.1, *(float(row["share"]) for row in rows))
    y = rows_axis()
    return {
        "width": WIDTH,
        "height": {"step": 48},
        "data": {"values": list(rows)},
        "layer": [
            {
                "mark": {"type": "bar", "fill": BAND, "stroke": ACCENT, "strokeWidth": 1, "height": 20, "yOffset": 8},
                "encoding": {
                    "y": y,
                    "x": {
                        "field": "share",
                        "type": "quantitative",
                        "scale": {"domain": [0, farthest], "nice": False},
                        "axis": {"title": "Deel van het doel", "format": ".0%", "tickCount": 6},
                    },
                },
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 4, "yOffset": -11},
                "encoding": {"y": y, "x": {"datum": 0}, "text": {"field": "text"}},
            },
            {
                "transform": [{"filter": "datum.isCut"}],
                "mark": {"type": "text", "align": "right", "dx": -6, "yOffset": 8, "text": "meer"},
                "encoding": {"y": y, "x": {"field": "share", "type": "quantitative"}},
            },
            {
                "data": {"values": [{}]},
                "mark": {"type": "rule", "color": INK, "strokeWidth": 2, "strokeDash": [6, 3]},
                "encoding": {"x": {"datum": 1}},
            },
        ],
    }


def _targets_table(title: str, found: Sequence[Series]) -> Table:
    columns = (
        Column("Afspraak", 0.36),
        Column("Doel", 0.2),
        Column("Gemeten", 0.16, is_number=True),
        Column("Op", 0.14),
        Column("Verwacht", 0.14, is_number=True),
    )
    rows = tuple(
        (
            cell(series.name),
            cell(bounded(series.target, series.unit, series.bound)),
            cell(amount(series.latest.value, series.unit) if series.latest else "niet bekend"),
            cell(phrases.day(series.latest.on) if series.latest else ""),
            cell(_with_band(series.expected, series.unit) if series.expected else ""),
        )
        for series in found
    )
    return Table(f"{title}: de getallen", columns, rows)


def _with_band(one: Observation, unit: str) -> str:
    band = f" ({numeral(one.low)} tot {numeral(one.high)})" if one.low is not None and one.high is not None else ""
    return f"{amount(one.value, unit)}{band}"


def series_chart(series: Series, *, width: int = WIDTH) -> Chart | None:
    """Return one target over time: target and path as broken lines, measurements as points with their band.

    One of several beside each other is drawn narrower, so that its letters keep their size.
    """
    if not series.observations:
        return None
    latest = series.observations[-1]
    told = (
        f"Van {phrases.day(series.observations[0].on)} tot {phrases.day(latest.on)}."
        if series.path or len(series.observations) > 1
        else f"Op {phrases.day(latest.on)}."
    )
    return Chart(
        title=f"{series.name}: doel en meting",
        alternative=f"Lijndiagram. {told} {_told(series)}",
        drawing=specification(_over_time(series, width)),
        table=_series_table(series),
    )


def moment(on: date) -> float:
    """Return a day as a number of years: the axis then needs no calendar, and no zone of time."""
    return round(on.year + (on.timetuple().tm_yday - 1) / _DAYS_IN_YEAR, 4)


def _over_time(series: Series, width: int) -> Spec:
    measured = [_point(one) for one in series.observations]
    expected = [] if series.expected is None else [_point(series.expected)]
    banded = [point for point in (*measured, *expected) if "low" in point]
    path = [{"at": moment(on), "value": value} for on, value in series.path]
    times = [point["at"] for point in (*measured, *expected, *path)]
    times += [moment(series.due)] if series.due else []
    times += [moment(on) for on, _reason in series.breaks]
    first, last = int(min(times)), int(max(times)) + 1
    x = _years_axis(first, last, width)
    y = {
        "field": "value",
        "type": "quantitative",
        "axis": {"title": unit_words(series.unit), "tickCount": 6, "format": ",.10~f"},
    }
    band = {**y, "field": "low"}
    ends = [*measured[-1:], *expected]
    return {
        "width": width,
        "height": round(HEIGHT * min(1, (width / WIDTH) ** 0.5)),
        "layer": [
            _line(banded, {"type": "area", "color": BAND, "opacity": 0.7}, x, band, {"y2": {"field": "high"}}),
            _line(banded, {"type": "rule", "color": MUTED, "strokeWidth": 1.5}, x, band, {"y2": {"field": "high"}}),
            _line(path, {"type": "line", "color": MUTED, "strokeDash": [3, 3], "strokeWidth": 2}, x, y),
            _line([{"value": series.target}], {"type": "rule", "strokeDash": [8, 4], "strokeWidth": 2}, {}, y),
            _target_words(series, first, x, y),
            *_signal(series, last, x, y),
            *_breaks(series, x),
            _line(measured, {"type": "line", "color": ACCENT, "strokeWidth": 2.5}, x, y),
            _line(ends if expected else [], {"type": "line", "color": ACCENT, "strokeDash": [2, 3]}, x, y),
            _line(measured, {"type": "point", "filled": True, "size": 80, "color": ACCENT, "opacity": 1}, x, y),
            _line(
                expected,
                {"type": "point", "shape": "diamond", "size": 130, "fill": "#ffffff", "stroke": ACCENT, "opacity": 1},
                x,
                y,
            ),
            _words(measured[-1:], {"dy": -14, "align": "center"}, x, y),
            _words(expected, {"dx": -12, "dy": 18, "align": "right"}, x, y),
        ],
    }


def _years_axis(first: int, last: int, width: int) -> Spec:
    """Return the axis of years: each name in the middle of its year, so that 31 December is at its end."""
    return {
        "field": "at",
        "type": "quantitative",
        "scale": {"domain": [first, last], "nice": False},
        "axis": {
            "title": None,
            "values": list(range(first, last + 1)),
            "labelExpr": f"datum.value < {last} ? format(datum.value, 'd') : ''",
            "labelOffset": round(width / (last - first) / 2, 2),
        },
    }


def _point(one: Observation) -> Spec:
    found: Spec = {"at": moment(one.on), "value": one.value, "text": numeral(one.value)}
    return found | {"low": one.low, "high": one.high} if one.has_band else found


def _line(values: Sequence[Spec], mark: Spec, x: Spec, y: Spec, more: Spec | None = None) -> Spec:
    encoding = {"y": y, **({"x": x} if x else {}), **(more or {})}
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def _words(values: Sequence[Spec], place: Spec, x: Spec, y: Spec) -> Spec:
    mark = {"type": "text", "fontWeight": "bold", **place}
    return _line(values, mark, x, y, {"text": {"field": "text"}})


def _target_words(series: Series, first: int, x: Spec, y: Spec) -> Spec:
    words = label(f"doel: {bounded(series.target, series.unit, series.bound)}", 60)
    values = [{"at": first, "value": series.target, "text": words}]
    return _words(values, {"align": "left", "dx": 4, "dy": -9, "fontWeight": "normal"}, x, y)


def _signal(series: Series, last: int, x: Spec, y: Spec) -> list[Spec]:
    """Return the line at which parties are warned, with its words at the other end than those of the target."""
    if series.signal is None:
        return []
    value = {"at": last, "value": series.signal, "text": f"signaalwaarde: {amount(series.signal, series.unit)}"}
    line = {"type": "rule", "color": MUTED, "strokeDash": [1, 3], "strokeWidth": 2}
    return [
        _line([{"value": series.signal}], line, {}, y),
        _words([value], {"align": "right", "dx": -4, "dy": -9, "fontWeight": "normal"}, x, y),
    ]


def _breaks(series: Series, x: Spec) -> list[Spec]:
    """Return an upright line for every break in the series."""
    if not series.breaks:
        return []
    values = [{"at": moment(on), "text": "breuk"} for on, _reason in series.breaks]
    line = {"type": "rule", "color": INK, "strokeDash": [2, 2]}
    words = {"type": "text", "align": "left", "dx": 4, "dy": 8, "y": 0}
    return [
        {"data": {"values": values}, "mark": line, "encoding": {"x": x}},
        {"data": {"values": values}, "mark": words, "encoding": {"x": x, "text": {"field": "text"}}},
    ]


def _series_table(series: Series) -> Table:
    columns = (Column("Op", 0.4), Column("Wat", 0.3), Column(unit_words(series.unit).capitalize(), 0.3, is_number=True))
    rows = [(on, "gepland", numeral(value)) for on, value in series.path]
    rows += [(one.on, "gemeten", _with_band(one, series.unit)) for one in series.observations]
    rows += [(one.on, "verwacht", _with_band(one, series.unit)) for one in [series.expected] if one]
    rows += [(series.due, "doel", bounded(series.target, series.unit, series.bound))] if series.due else []
    rows += [(on, "breuk in de reeks", reason) for on, reason in series.breaks]
    rows.sort(key=lambda row: row[0])
    note = "" if series.due else f"Het doel is {bounded(series.target, series.unit, series.bound)}."
    if series.signal is not None:
        note = f"{note} De signaalwaarde is {amount(series.signal, series.unit)}.".strip()
    cells = tuple((cell(phrases.day(on)), cell(what), cell(number)) for on, what, number in rows)
    return Table(f"{series.name}: de getallen", columns, cells, note=note)
