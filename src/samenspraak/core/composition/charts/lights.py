"""How many commitments have which light: per theme, per round, or per agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenspraak.core.composition.charts.frame import (
    INK,
    WIDTH,
    Spec,
    label,
    labels,
    rows_axis,
    specification,
)
from samenspraak.core.composition.charts.frame import wide_enough as fits
from samenspraak.core.composition.look import LIGHTS
from samenspraak.core.composition.tree import Chart, Column, Table, cell
from samenspraak.core.vocabulary.traffic_light import TrafficLight

Counts = Mapping[TrafficLight | None, int]
ROW_HEIGHT = 34
_ORDER: tuple[TrafficLight | None, ...] = (*TrafficLight, None)
_SHORT = 22  # words up to this length stand three beside each other, longer ones two


def lights_chart(
    title: str, head: str, rows: Sequence[tuple[str, Counts]], words: Mapping[TrafficLight | None, str]
) -> Chart | None:
    """Return bars of counts per row, `head` naming what the rows are; None when there is nothing to count."""
    rows = [(name, counts) for name, counts in rows if sum(counts.values())]
    if not rows:
        return None
    used = [light for light in _ORDER if any(counts.get(light) for _name, counts in rows)]
    return Chart(
        title=title,
        alternative=_in_words(rows, words, used),
        drawing=specification({"vconcat": [_bars(rows), _legend(words, used)], "spacing": 14}),
        table=_table(title, head, rows, words, used),
    )


def _in_words(
    rows: Sequence[tuple[str, Counts]],
    words: Mapping[TrafficLight | None, str],
    used: Sequence[TrafficLight | None],
) -> str:
    told = (
        f"{name}: {', '.join(f'{counts[light]} {words[light].lower()}' for light in used if counts.get(light))}."
        for name, counts in rows
    )
    return f"Staafdiagram van het aantal afspraken. {' '.join(told)}"


def _table(
    title: str,
    head: str,
    rows: Sequence[tuple[str, Counts]],
    words: Mapping[TrafficLight | None, str],
    used: Sequence[TrafficLight | None],
) -> Table:
    width = 0.62 / (len(used) + 1)
    columns = (
        Column(head, 0.38),
        *(Column(words[light], width, is_number=True) for light in used),
        Column("Samen", width, is_number=True),
    )
    cells = tuple(
        (
            cell(name),
            *(cell(str(counts.get(light, 0))) for light in used),
            cell(str(sum(counts.values()))),
        )
        for name, counts in rows
    )
    return Table(f"{title}: de getallen", columns, cells)


def _bars(rows: Sequence[tuple[str, Counts]]) -> Spec:
    whole = max(sum(counts.values()) for _name, counts in rows)
    names = labels([name for name, _counts in rows])
    parts = [part for name, (_, counts) in zip(names, rows, strict=True) for part in _parts(name, counts, whole)]
    place = {"field": "middle", "type": "quantitative"}
    return {
        "width": WIDTH,
        "height": {"step": ROW_HEIGHT},
        "data": {"values": parts},
        "encoding": {"y": rows_axis()},
        "layer": [
            {
                "mark": {"type": "bar", "stroke": INK, "strokeWidth": 0.8},
                "encoding": {
                    "x": {
                        "field": "from",
                        "type": "quantitative",
                        "scale": {"domain": [0, whole], "nice": False},
                        "axis": {
                            "title": "Aantal afspraken",
                            "tickMinStep": 1,
                            "tickCount": min(8, whole),
                            "format": ",d",
                        },
                    },
                    "x2": {"field": "to"},
                    "fill": _as_is("fill"),
                },
            },
            {
                "transform": [{"filter": "datum.hasSign"}],
                "mark": {"type": "point", "size": 70, "opacity": 1, "filled": True, "xOffset": -10},
                "encoding": {"x": place, "shape": _as_is("shape"), "color": _as_is("on")},
            },
            _numbers("datum.hasSign", place, 8),
            _numbers("datum.hasNumber && !datum.hasSign", place, 0),
        ],
    }


def _numbers(which: str, place: Spec, shift: int) -> Spec:
    return {
        "transform": [{"filter": which}],
        "mark": {"type": "text", "fontWeight": "bold", "dx": shift},
        "encoding": {"x": place, "text": {"field": "text"}, "color": _as_is("on")},
    }


def _parts(name: str, counts: Counts, whole: int) -> list[Spec]:
    found: list[Spec] = []
    start = 0
    for light in _ORDER:
        count = counts.get(light, 0)
        if not count:
            continue
        look = LIGHTS[light]
        found.append(
            {
                "row": name,
                "from": start,
                "to": start + count,
                "middle": start + count / 2,
                "text": str(count),
                "fill": look.fill,
                "on": look.on_fill,
                "shape": look.shape,
                "hasSign": fits(count, whole, len(str(count)) + 4),
                "hasNumber": fits(count, whole, len(str(count))),
            }
        )
        start += count
    return found


def _legend(words: Mapping[TrafficLight | None, str], used: Sequence[TrafficLight | None]) -> Spec:
    """Return what the colours and shapes mean, drawn as marks: colour, shape and word stand together."""
    per_line = 3 if all(len(words[light]) <= _SHORT for light in used) else 2
    entries = [
        {
            "word": label(words[light], _SHORT if per_line == 3 else 36),
            "x": number % per_line * WIDTH / per_line,
            "y": number // per_line * 24 + 12,
            "fill": LIGHTS[light].fill,
            "on": LIGHTS[light].on_fill,
            "shape": LIGHTS[light].shape,
        }
        for number, light in enumerate(used)
    ]
    place = {field: {"field": field, "type": "quantitative", "scale": None, "axis": None} for field in ("x", "y")}
    box = {"type": "square", "size": 330, "opacity": 1, "stroke": INK, "strokeWidth": 0.8, "xOffset": 10}
    return {
        "width": WIDTH,
        "height": ((len(used) - 1) // per_line + 1) * 24,
        "data": {"values": entries},
        "encoding": place,
        "layer": [
            {"mark": box, "encoding": {"fill": _as_is("fill")}},
            {
                "mark": {"type": "point", "size": 60, "opacity": 1, "filled": True, "xOffset": 10},
                "encoding": {"shape": _as_is("shape"), "color": _as_is("on")},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 26},
                "encoding": {"text": {"field": "word"}},
            },
        ],
    }


def _as_is(field: str) -> Spec:
    """Return an encoding whose values are the colours or shapes themselves."""
    return {"field": field, "type": "nominal", "scale": None, "legend": None}
