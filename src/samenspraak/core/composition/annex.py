"""The annex that tells who changed what when, for every commitment in a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from samenspraak.core.composition import phrases
from samenspraak.core.composition.material import Change
from samenspraak.core.composition.tree import Column, Heading, PageBreak, Paragraph, Report, Table, cell, words

TITLE = "Bijlage: het verloop"
COLUMNS = (Column("Wanneer", 0.14), Column("Wie", 0.18), Column("Afspraak", 0.24), Column("Wat", 0.44))


def with_history(report: Report, history: Sequence[Change]) -> Report:
    """Return the report with the annex behind it."""
    if not history:
        told: Paragraph | Table = Paragraph(words("In deze ronde is nog niets gemeld of veranderd."), is_small=True)
    else:
        rows = tuple((cell(phrases.day(c.on)), cell(c.who), cell(c.about), cell(c.what)) for c in history)
        told = Table("Wie wat wanneer heeft veranderd", COLUMNS, rows, note="Het nieuwste staat bovenaan.")
    return replace(report, blocks=(*report.blocks, PageBreak(), Heading(TITLE), told))
