"""The tables of a document that hold data: as the file marks them, and those that became plain text."""

from __future__ import annotations

from collections.abc import Sequence

from samenspraak.core.extraction.cast import Cast
from samenspraak.core.extraction.glossary import is_glossary
from samenspraak.core.extraction.outline import PlacedBlock
from samenspraak.core.extraction.party_phrase import PartyPhrase
from samenspraak.core.extraction.result import FoundTable
from samenspraak.core.extraction.source import Table
from samenspraak.core.extraction.table_commitments import columns_of
from samenspraak.core.extraction.tables.building_starts import starts_tables
from samenspraak.core.extraction.tables.meeting_rhythm import meeting_tables
from samenspraak.core.extraction.tables.native import native_tables
from samenspraak.core.extraction.tables.numeric_rows import numeric_tables
from samenspraak.core.extraction.tables.printed import printed_lines
from samenspraak.core.extraction.tables.project_list import project_tables


def tables_of(placed: Sequence[PlacedBlock], cast: Cast) -> tuple[FoundTable, ...]:
    """Return the tables in the order of the document; one that stands twice is returned once.

    Tables of commitments (`table_commitments`) and of terms (`glossary`) are not among them.
    """
    parties = PartyPhrase(cast.names)

    def is_other(table: Table, title: str | None) -> bool:
        return columns_of(table, parties) is not None or is_glossary(table, title)

    found = native_tables(placed, is_other)
    flat = starts_tables(placed, parties)
    for lines in printed_lines(placed):
        flat += [*meeting_tables(lines), *numeric_tables(lines, cast.names), *project_tables(lines)]
    for table in flat:
        if not any(_overlap(table, other) for other in found):
            found.append(table)
    return _once_each(sorted(found, key=lambda table: table.span.start))


def _overlap(a: FoundTable, b: FoundTable) -> bool:
    return a.span.start < b.span.end and b.span.start < a.span.end


def _once_each(tables: Sequence[FoundTable]) -> tuple[FoundTable, ...]:
    seen: dict[object, FoundTable] = {}
    for table in tables:
        seen.setdefault((table.columns, table.rows), table)
    return tuple(seen.values())
