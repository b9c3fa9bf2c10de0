"""Draws charts: a Vega-Lite specification to a picture that scales and one that does not, without any network."""

from __future__ import annotations

import base64
from dataclasses import replace
from functools import lru_cache

from samenspraak.core.composition.tree import Chart, Figure, Report

VEGA_LITE = "5.20"  # the language in which specifications are written
DOTS_PER_POINT = 2.0
_KEPT = 32  # a report is often written in several formats, one after the other


def drawn(chart: Chart | Figure) -> Figure:
    """Return a chart as a figure; the same specification gives the same picture."""
    if isinstance(chart, Figure):
        return chart
    return Figure(
        chart.title, chart.alternative, _scalable(chart.drawing), _fixed(chart.drawing), chart.table, chart.width
    )


def drawn_for_screen(chart: Chart | Figure) -> str:
    """Return the SVG alone: a page needs no picture of dots, which costs more than all the rest."""
    return chart.svg if isinstance(chart, Figure) else _scalable(chart.drawing)


def drawn_for_telephone(chart: Chart | Figure) -> str:
    """Return the SVG of a chart in the width of a telephone; empty for a figure that was drawn already."""
    return "" if isinstance(chart, Figure) or not chart.narrow else _scalable(chart.narrow)


def with_pictures(report: Report) -> Report:
    """Return a report with all its charts drawn, to be kept as it is."""
    return replace(report, blocks=tuple(drawn(block) if isinstance(block, Chart) else block for block in report.blocks))


@lru_cache(maxsize=_KEPT)
def _scalable(drawing: str) -> str:
    # Late: it carries a whole JavaScript machine, which only a report with charts needs.
    import vl_convert  # noqa: PLC0415

    svg: str = vl_convert.vegalite_to_svg(drawing, vl_version=VEGA_LITE, format_locale="nl-NL", allowed_base_urls=[])
    return svg


@lru_cache(maxsize=_KEPT)
def _fixed(drawing: str) -> str:
    import vl_convert  # noqa: PLC0415 - as above

    return base64.b64encode(vl_convert.svg_to_png(_scalable(drawing), scale=DOTS_PER_POINT)).decode()
