"""The charts of a report as a page shows them: the same pictures as in the files."""

from __future__ import annotations

from samenspraak.apps.reports.pages import Picture
from samenspraak.core.composition.tree import Chart, Figure, Report, text_of
from samenspraak.engines.writers.charts import drawn
from samenspraak.engines.writers.charts_on_screen import address_for_screen


def pictures_in(report: Report) -> tuple[Picture, ...]:
    """Return every chart of a report, drawn, with the table behind it."""
    return tuple(_picture(drawn(block)) for block in report.blocks if isinstance(block, Chart | Figure))


def _picture(figure: Figure) -> Picture:
    table = figure.table
    return Picture(
        title=figure.title,
        alternative=figure.alternative,
        address=address_for_screen(figure.svg),
        head=tuple(column.title for column in table.columns),
        rows=tuple(tuple(" ".join(text_of(line) for line in cell.lines) for cell in row) for row in table.rows),
        note=table.note,
    )
