"""One target over time: its path, what was measured, and what is expected with its band."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from samenspraak.core.composition import phrases
from samenspraak.core.composition.amounts import amount, numeral, unit_words
from samenspraak.core.composition.charts.frame import BAND, INK, LINE, MUTED, PAPER, WIDTH, Spec, specification
from samenspraak.core.composition.charts.key import BREAK, POINTS, RULES, Mark, key
from samenspraak.core.composition.charts.said import aim, aim_named, measured_words, told, told_ahead, with_band
from samenspraak.core.composition.series import Observation, Series
from samenspraak.core.composition.tree import Chart, Column, Table, cell

HEIGHT = 240
NARROW = 250  # for a telephone, so that letters keep their size
_DAYS_IN_YEAR = 365.25


def series_chart(series: Series, *, width: int = WIDTH, has_key: bool = True) -> Chart | None:
    """Return one target over time: target and path as broken lines, measurements as points with their band.

    One of several beside each other is drawn narrower, so that its letters keep their size, and needs no own key.
    """
    if not series.observations:
        return None
    latest = series.observations[-1]
    span = (
        f"Van {phrases.day(series.observations[0].on)} tot {phrases.day(latest.on)}."
        if series.path or len(series.observations) > 1
        else f"Op {phrases.day(latest.on)}."
    )
    return Chart(
        title=f"{phrases.capital(series.name)}: doel en meting",
        alternative=f"Lijndiagram. {span} {told(series)} {told_ahead(series)}".strip(),
        drawing=_drawing(series, width, has_key=has_key),
        narrow=_drawing(series, NARROW, has_key=has_key),
        table=_table(series),
    )


def _drawing(series: Series, width: int, *, has_key: bool) -> str:
    picture = _over_time(series, width)
    if has_key:
        picture = {"vconcat": [picture, key(_entries(series), width)], "spacing": 10}
    return specification(picture)


def moment(on: date) -> float:
    """Return a day as a number of years: the axis then needs no calendar, and no zone of time."""
    return round(on.year + (on.timetuple().tm_yday - 1) / _DAYS_IN_YEAR, 4)


def _entries(series: Series) -> list[tuple[Mark, str]]:
    """Return what stands in the picture, in words."""
    found = [(Mark.SIGNAL if series.is_signal else Mark.TARGET, aim_named(series))]
    if series.signal is not None:
        found.append((Mark.SIGNAL, f"signaalwaarde: {amount(series.signal, series.unit)}"))
    if any(one.is_final for one in series.observations):
        found.append((Mark.MEASURED, f"gemeten{_since(series)}"))
    if not all(one.is_final for one in series.observations):
        found.append((Mark.PROVISIONAL, "gemeten, voorlopig"))
    if series.path:
        found.append((Mark.PLANNED, "gepland pad"))
    if series.gaps:
        found.append((Mark.GAP, "niet gemeten (?)"))
    if series.unknown:
        found.append((Mark.UNKNOWN, "pad nog niet bepaald (t.b.)"))
    if series.expected:
        found.append((Mark.EXPECTED, "verwacht"))
        if series.expected.has_band:
            found.append((Mark.BAND, "band: klopt 4 van de 5 keer"))
    if _breaks_within(series):
        found.append((Mark.BREAK, "vanaf hier anders geteld"))
    return found


def _since(series: Series) -> str:
    """Return since when measurements are added up; with a gap in short, for which a telephone has room."""
    if series.gaps:
        return f" sinds {series.total_since}, ten minste"
    return f", samen sinds {series.total_since}" if series.total_since else ""


def _over_time(series: Series, width: int) -> Spec:
    measured = [_point(one, series.unit) for one in series.observations]
    ahead = [_point(one, series.unit) for one in series.ahead or ([series.expected] if series.expected else [])]
    first, last = _years(series)
    x, y = _years_axis(first, last, width), _amounts_axis(series.unit)
    aim_mark = Mark.SIGNAL if series.is_signal else Mark.TARGET
    return {
        "width": width,
        "height": round(HEIGHT * min(1.0, (width / WIDTH) ** 0.4)),
        "layer": [
            *_unknown(series, x),
            *_gaps(series, x),
            *_band(measured, ahead, x, y),
            *_path(series, x, y),
            *_level(series.target, aim_mark, y),
            *(() if series.signal is None else _level(series.signal, Mark.SIGNAL, y)),
            *_breaks(series, x),
            *_margins(measured, x, y),
            *_measured(series, x, y),
            *_line([*measured[-1:], *ahead] if ahead else [], {"type": "line", **RULES[Mark.EXPECTED]}, x, y),
            *_points(series, x, y),
            *_line(ahead[-1:], {"type": "point", "opacity": 1, **POINTS[Mark.EXPECTED]}, x, y),
            *_numbers(measured, ahead, x, y),
        ],
    }


def _years(series: Series) -> tuple[float, float]:
    days = [one.on for one in (*series.observations, *series.ahead)]
    days += [on for on, _value in series.path] + [date(year, 12, 31) for year in series.unknown]
    days += [series.expected.on] if series.expected else []
    days += [series.due] if series.due else []
    days += [day for gap in series.gaps for day in gap]
    return min(days).year, max(days).year + 1


def _years_axis(first: float, last: float, width: int) -> Spec:
    """Return the axis of years: each name in the middle of its year, so that 31 December is at its end."""
    return {
        "field": "at",
        "type": "quantitative",
        "scale": {"domain": [first, last], "nice": False},
        "axis": {
            "title": None,
            "values": list(range(int(first), int(last) + 1)),
            "labelExpr": f"datum.value < {last} ? format(datum.value, 'd') : ''",
            "labelOffset": round(width / (last - first) / 2, 2),
            "labelFlush": False,
            "labelOverlap": "parity",
            "labelSeparation": 6,
        },
    }


def _amounts_axis(unit: str) -> Spec:
    """Return the upright axis; a share says so at every number."""
    axis: Spec = {"title": unit_words(unit), "tickCount": 6, "format": ",.10~f"}
    if unit == "percent":
        axis = {"title": None, "tickCount": 6, "labelExpr": "format(datum.value, ',.10~f') + '%'"}
    return {"field": "value", "type": "quantitative", "axis": axis}


def _point(one: Observation, unit: str) -> Spec:
    text = amount(one.value, unit) if unit == "percent" else numeral(one.value)
    found: Spec = {"at": moment(one.on), "value": one.value, "text": text}
    return found | {"low": one.low, "high": one.high} if one.has_band else found


def _line(values: Sequence[Spec], mark: Spec, x: Spec, y: Spec, more: Spec | None = None) -> list[Spec]:
    """Return a layer; none where there is nothing to draw."""
    if not values:
        return []
    return [{"data": {"values": list(values)}, "mark": mark, "encoding": {"x": x, "y": y, **(more or {})}}]


def _unknown(series: Series, x: Spec) -> list[Spec]:
    """Return a grey field over each stretch of years of which the path is to be determined."""
    runs: list[list[int]] = []
    for year in sorted(series.unknown):
        if runs and runs[-1][1] == year:
            runs[-1][1] = year + 1
        else:
            runs.append([year, year + 1])
    grey = {"color": LINE, "opacity": 0.55}
    return _fields([(float(first), float(last)) for first, last in runs], "t.b.", grey, x)


def _gaps(series: Series, x: Spec) -> list[Spec]:
    """Return an empty field, with broken lines around it, over each stretch of days that nothing covers."""
    runs = [(moment(first), moment(last + timedelta(days=1))) for first, last in series.gaps]
    return _fields(runs, "?", {"fill": PAPER, "stroke": MUTED, "strokeDash": [4, 3]}, x)


def _fields(runs: Sequence[tuple[float, float]], said: str, look: Spec, x: Spec) -> list[Spec]:
    """Return a field over each run of years, with a word at its top."""
    fields = [{"at": first, "to": last, "middle": (first + last) / 2, "text": said} for first, last in runs]
    if not fields:
        return []
    words = {"type": "text", "y": 11, "color": INK}
    return [
        {"data": {"values": fields}, "mark": {"type": "rect", **look}, "encoding": {"x": x, "x2": {"field": "to"}}},
        {
            "data": {"values": fields},
            "mark": words,
            "encoding": {"x": {**x, "field": "middle"}, "text": {"field": "text"}},
        },
    ]


def _path(series: Series, x: Spec, y: Spec) -> list[Spec]:
    """Return the planned path; no line runs through years of which nothing was planned."""
    stretches: dict[int, list[Spec]] = {}
    for on, value in series.path:
        before = sum(1 for year in series.unknown if year < on.year)
        stretches.setdefault(before, []).append({"at": moment(on), "value": value})
    layers: list[Spec] = []
    for points in stretches.values():
        layers += _line(points, {"type": "line", **RULES[Mark.PLANNED]}, x, y)
        layers += _line(points, {"type": "point", "opacity": 1, **POINTS[Mark.PLANNED]}, x, y)
    return layers


def _band(measured: Sequence[Spec], ahead: Sequence[Spec], x: Spec, y: Spec) -> list[Spec]:
    """Return the band of what is expected: from the latest measurement to the last year, with its end as a line."""
    banded = [point for point in ahead if "low" in point]
    if not banded:
        return []
    start = measured[-1]
    area = [{"at": start["at"], "low": start["value"], "high": start["value"]}, *banded]
    low, high = {**y, "field": "low"}, {"y2": {"field": "high"}}
    return [
        *_line(area, {"type": "area", "color": BAND, "opacity": 0.7}, x, low, high),
        *_line(banded[-1:], {"type": "rule", "color": MUTED, "strokeWidth": 1.5}, x, low, high),
    ]


def _margins(measured: Sequence[Spec], x: Spec, y: Spec) -> list[Spec]:
    banded = [point for point in measured if "low" in point]
    rule = {"type": "rule", "color": MUTED, "strokeWidth": 1.5}
    return _line(banded, rule, x, {**y, "field": "low"}, {"y2": {"field": "high"}})


def _level(value: float, mark: Mark, y: Spec) -> list[Spec]:
    return [{"data": {"values": [{"value": value}]}, "mark": {"type": "rule", **RULES[mark]}, "encoding": {"y": y}}]


def _breaks_within(series: Series) -> list[date]:
    """Return the days from which was counted otherwise, as far as something was measured before."""
    first, (_start, end) = series.observations[0].on, _years(series)
    return [on for on, _reason in series.breaks if first < on and on.year < end]


def _breaks(series: Series, x: Spec) -> list[Spec]:
    """Return an upright line for every break in the series."""
    found = [{"at": moment(on)} for on in _breaks_within(series)]
    return [{"data": {"values": found}, "mark": {"type": "rule", **BREAK}, "encoding": {"x": x}}] if found else []


def _stretches(series: Series) -> list[list[Observation]]:
    """Return the measurements between breaks and gaps: what does not compare or follow is not joined by a line."""
    breaks = [*_breaks_within(series), *(last for _first, last in series.gaps)]
    found: dict[int, list[Observation]] = {}
    for one in series.observations:
        found.setdefault(sum(1 for on in breaks if on <= one.on), []).append(one)
    return list(found.values())


def _measured(series: Series, x: Spec, y: Spec) -> list[Spec]:
    layers: list[Spec] = []
    for stretch in _stretches(series):
        layers += _line([_point(one, series.unit) for one in stretch], {"type": "line", **RULES[Mark.MEASURED]}, x, y)
    return layers


def _points(series: Series, x: Spec, y: Spec) -> list[Spec]:
    """Return the measurements as points, provisional ones open."""
    layers: list[Spec] = []
    for is_final, mark in ((True, Mark.MEASURED), (False, Mark.PROVISIONAL)):
        points = [_point(one, series.unit) for one in series.observations if one.is_final is is_final]
        layers += _line(points, {"type": "point", "opacity": 1, **POINTS[mark]}, x, y)
    return layers


def _numbers(measured: Sequence[Spec], ahead: Sequence[Spec], x: Spec, y: Spec) -> list[Spec]:
    """Return the latest and the last number, where the lines leave them room."""
    layers = _words(measured[-1:], {"dy": -15, "align": "center"}, x, y)
    if ahead:
        rises = ahead[-1]["value"] >= measured[-1]["value"]
        layers += _words(ahead[-1:], {"dx": -10, "dy": -15 if rises else 18, "align": "right"}, x, y)
    return layers


def _words(values: Sequence[Spec], place: Spec, x: Spec, y: Spec) -> list[Spec]:
    """Return numbers on an edge of their own, so that no line runs through them."""
    words = {"text": {"field": "text"}}
    edge = {"type": "text", "fontWeight": "bold", "stroke": PAPER, "strokeWidth": 4, "strokeJoin": "round", **place}
    mark = {"type": "text", "fontWeight": "bold", **place}
    return [*_line(values, edge, x, y, words), *_line(values, mark, x, y, words)]


def _table(series: Series) -> Table:
    """Return the numbers behind the picture: a row per day, with a column for each kind that there is."""
    planned = {on: amount(value, series.unit) for on, value in series.path}
    planned |= {date(year, 12, 31): "t.b." for year in series.unknown}
    measured = {one.on: measured_words(series, one) for one in series.observations}
    ahead = {one.on: with_band(one, series.unit) for one in series.ahead or [series.expected] if one}
    kinds = [("Gepland", planned), ("Gemeten", measured), ("Verwacht", ahead)]
    kinds = [(name, found) for name, found in kinds if found]
    columns = (Column("Op", 0.25), *(Column(name, 0.75 / len(kinds), is_number=True) for name, _found in kinds))
    days = sorted({on for _name, found in kinds for on in found})
    cells = tuple((cell(phrases.day(on)), *(cell(found.get(on, "")) for _name, found in kinds)) for on in days)
    return Table(f"{phrases.capital(series.name)}: de getallen", columns, cells, note=_note(series))


def _note(series: Series) -> str:
    due = f" op {phrases.day(series.due)}" if series.due else ""
    due = f", elk jaar tot en met {series.due.year}" if series.due and series.is_yearly else due
    said = [
        f"{'De signaalwaarde' if series.is_signal else 'Het doel'} is {aim(series)}{'' if series.is_signal else due}."
    ]
    if series.signal is not None:
        said.append(f"De signaalwaarde is {amount(series.signal, series.unit)}.")
    if series.total_since:
        said.append(f"Alle getallen zijn samen sinds begin {series.total_since}.")
    said += [
        f"Van {phrases.day(first)} tot en met {phrases.day(last)} is niets gemeten, of anders geteld: de getallen zijn"
        " zonder dat deel."
        for first, last in series.gaps
    ]
    said += [f"Vanaf {phrases.day(on)} is anders geteld: {reason.rstrip('.')}." for on, reason in series.breaks]
    return " ".join(said)
