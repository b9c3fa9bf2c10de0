"""How many commitments have which light: per theme, per round, or per agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenspraak.core.composition.charts.frame import (
    INK,
    LETTER_WIDTH,
    NARROW,
    WIDTH,
    Spec,
    above,
    label,
    labels,
    named_above,
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
_SIGN = 34  # the room that a mark of the legend takes, with the space around it


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
        drawing=_drawing(rows, words, used, WIDTH),
        narrow=_drawing(rows, words, used, NARROW),
        table=_table(title, head, rows, words, used),
    )


def _drawing(
    rows: Sequence[tuple[str, Counts]],
    words: Mapping[TrafficLight | None, str],
    used: Sequence[TrafficLight | None],
    width: int,
) -> str:
    return specification({"vconcat": [_bars(rows, width), _legend(words, used, width)], "spacing": 14})


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


def _bars(rows: Sequence[tuple[str, Counts]], width: int) -> Spec:
    whole = max(sum(counts.values()) for _name, counts in rows)
    names = labels([name for name, _counts in rows])
    parts = [part for name, (_, counts) in zip(names, rows, strict=True) for part in _parts(name, counts, width, whole)]
    is_narrow = width < WIDTH
    shift = {"yOffset": 13} if is_narrow else {}
    place = {"field": "middle", "type": "quantitative"}
    return {
        "width": width,
        "height": {"step": 58 if is_narrow else ROW_HEIGHT},
        "data": {"values": parts},
        "encoding": {"y": rows_axis(width)},
        "layer": [
            {
                "mark": {"type": "bar", "stroke": INK, "strokeWidth": 0.8, **(shift | {"height": 24} if shift else {})},
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
                "mark": {"type": "point", "size": 70, "opacity": 1, "filled": True, "xOffset": -10, **shift},
                "encoding": {"x": place, "shape": _as_is("shape"), "color": _as_is("on")},
            },
            _numbers("datum.hasSign", place, {"dx": 8, **shift}),
            _numbers("datum.hasNumber && !datum.hasSign", place, shift),
            *([{"transform": [{"filter": "datum.from == 0"}], **above("name", -21)}] if is_narrow else ()),
        ],
    }


def _numbers(which: str, place: Spec, shift: Spec) -> Spec:
    return {
        "transform": [{"filter": which}],
        "mark": {"type": "text", "fontWeight": "bold", **shift},
        "encoding": {"x": place, "text": {"field": "text"}, "color": _as_is("on")},
    }


def _parts(name: str, counts: Counts, width: int, whole: int) -> list[Spec]:
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
                "name": named_above(name),
                "from": start,
                "to": start + count,
                "middle": start + count / 2,
                "text": str(count),
                "fill": look.fill,
                "on": look.on_fill,
                "shape": look.shape,
                "hasSign": fits(count, whole, len(str(count)) + 4, width),
                "hasNumber": fits(count, whole, len(str(count)), width),
            }
        )
        start += count
    return found


def _legend(words: Mapping[TrafficLight | None, str], used: Sequence[TrafficLight | None], width: int) -> Spec:
    """Return what the colours and shapes mean, drawn as marks: colour, shape and word stand together."""
    longest = max(len(words[light]) for light in used)
    per_line = next((many for many in (3, 2) if longest <= _letters(width, many)), 2 if width == WIDTH else 1)
    entries = [
        {
            "word": label(words[light], _letters(width, per_line)),
            "x": number % per_line * width / per_line,
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
        "width": width,
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


def _letters(width: int, per_line: int) -> int:
    """Return how many letters a word of the legend has room for."""
    return int((width / per_line - _SIGN) / LETTER_WIDTH)


def _as_is(field: str) -> Spec:
    """Return an encoding whose values are the colours or shapes themselves."""
    return {"field": field, "type": "nominal", "scale": None, "legend": None}
