"""Targets beside what was measured, many at once: what was measured last as a share of each target."""

from __future__ import annotations

from collections.abc import Sequence

from samenspraak.core.composition import phrases
from samenspraak.core.composition.amounts import amount
from samenspraak.core.composition.charts.frame import (
    ACCENT,
    BAND,
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
from samenspraak.core.composition.charts.said import aim, aim_named, told, with_band
from samenspraak.core.composition.series import Series
from samenspraak.core.composition.tree import Chart, Column, Table, cell

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
        alternative="Staafdiagram van wat is gemeten als deel van het doel. " + " ".join(map(told, measured)),
        drawing=specification(_shares(rows, WIDTH)),
        narrow=specification(_shares(rows, NARROW)),
        table=_targets_table(title, found),
    )


def _share_row(name: str, series: Series) -> Spec:
    share = series.share or 0.0
    parts = (f"{_latest(series) or 'niets'} gemeten", aim_named(series))
    lines = [named_above(name), *(label(part, int(NARROW / LETTER_WIDTH)) for part in parts)]
    return {
        "row": name,
        "share": min(max(share, 0.0), _FARTHEST),
        "text": "; ".join(parts),
        "lines": "\n".join(lines),
        "isCut": share > _FARTHEST,
    }


def _latest(series: Series) -> str:
    """Return what was measured last; empty where nothing was."""
    if series.latest is None:
        return ""
    return f"{'ten minste ' if series.is_at_least(series.latest) else ''}{amount(series.latest.value, series.unit)}"


def _shares(rows: Sequence[Spec], width: int) -> Spec:
    farthest = max(1.1, *(float(row["share"]) for row in rows))
    y, is_narrow = rows_axis(width), width < WIDTH
    placed = {"yOffset": 28 if is_narrow else 8}
    return {
        "width": width,
        "height": {"step": 92 if is_narrow else 48},
        "data": {"values": list(rows)},
        "layer": [
            {
                "mark": {"type": "bar", "fill": BAND, "stroke": ACCENT, "strokeWidth": 1, **placed, "height": 20},
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
            _said(y, is_narrow=is_narrow),
            {
                "transform": [{"filter": "datum.isCut"}],
                "mark": {"type": "text", "align": "right", "dx": -6, "text": "meer", **placed},
                "encoding": {"y": y, "x": {"field": "share", "type": "quantitative"}},
            },
            {
                "data": {"values": [{}]},
                "mark": {"type": "rule", "color": INK, "strokeWidth": 2, "strokeDash": [6, 3]},
                "encoding": {"x": {"datum": 1}},
            },
        ],
    }


def _said(y: Spec, *, is_narrow: bool) -> Spec:
    """Return the numbers above each bar; in a narrow chart with the name of the row, on lines of their own."""
    if is_narrow:
        layer = above("lines", -36)
        return {**layer, "encoding": {"y": y, **layer["encoding"]}}
    mark = {"type": "text", "align": "left", "dx": 4, "yOffset": -11}
    return {"mark": mark, "encoding": {"y": y, "x": {"datum": 0}, "text": {"field": "text"}}}


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
            cell(phrases.capital(f"signaalwaarde {aim(series)}") if series.is_signal else aim(series)),
            cell(_latest(series) or "niet bekend"),
            cell(phrases.day(series.latest.on) if series.latest else ""),
            cell(with_band(series.expected, series.unit) if series.expected else ""),
        )
        for series in found
    )
    return Table(f"{title}: de getallen", columns, rows)
