"""The charts of a report as a page shows them: the same pictures as in the files."""

from __future__ import annotations

from samenspraak.apps.reports.pages import Picture
from samenspraak.core.composition.tree import Chart, Figure, Report, text_of
from samenspraak.engines.writers.charts import drawn_for_screen, drawn_for_telephone
from samenspraak.engines.writers.charts_on_screen import address_for_screen


def pictures_in(report: Report) -> tuple[Picture, ...]:
    """Return every chart of a report, drawn, with the table behind it."""
    return tuple(_picture(block) for block in report.blocks if isinstance(block, Chart | Figure))


def _picture(figure: Chart | Figure) -> Picture:
    table, narrow = figure.table, drawn_for_telephone(figure)
    return Picture(
        title=figure.title,
        alternative=figure.alternative,
        address=address_for_screen(drawn_for_screen(figure)),
        narrow=address_for_screen(narrow) if narrow else "",
        head=tuple(column.title for column in table.columns),
        rows=tuple(tuple(" ".join(text_of(line) for line in cell.lines) for cell in row) for row in table.rows),
        note=table.note,
    )
