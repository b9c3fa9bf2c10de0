from __future__ import annotations

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.outline import Place, PlacedBlock
from samenspraak.core.extraction.result import FoundTable
from samenspraak.core.extraction.source import Table
from samenspraak.core.extraction.tables.native import native_tables
from tests.core.extraction.documents import block
from tests.core.extraction.tables.rows import native, rows_of


def tables(*parts: Table | str) -> list[FoundTable]:
    """Return the tables found among headings and tables."""
    blocks = [
        block(part, BlockKind.HEADING) if isinstance(part, str) else Block(BlockKind.TABLE, "", table=part)
        for part in parts
    ]
    return native_tables([PlacedBlock(each, Place()) for each in blocks], lambda _table, _title: False)


def test_the_first_row_names_the_columns_and_the_heading_above_is_the_title() -> None:
    (table,) = tables("3. Voorraad", native("Corporatie | 2025 | 2026\nDe Linde | 1.200 | n.t.b.\nSamen | 1.200 | 30"))
    assert table.title == "Voorraad"
    assert table.columns == ("Corporatie", "2025", "2026")
    assert rows_of(table) == [["De Linde", 1200.0, "n.t.b."], ["Samen", 1200.0, 30.0]]


def test_names_above_names_are_put_together() -> None:
    (table,) = tables(native(" | Huur | | Koop |\nJaar | klein | groot | klein | groot\n2025 | 1 | 2 | 3 | 4"))
    assert table.columns == ("Jaar", "Huur klein", "Huur groot", "Koop klein", "Koop groot")


def test_a_row_with_one_cell_above_the_header_is_the_title() -> None:
    (table,) = tables("Bijlage", native("Projecten van De Linde | \nProject | Aantal\nMolenhof | 40\nZuidrand | 12"))
    assert table.title == "Projecten van De Linde"
    assert table.columns == ("Project", "Aantal")


def test_facts_beside_their_names_have_no_header() -> None:
    (table,) = tables(native("Looptijd | 2026-2029\nPartijen | De Linde, gemeente"))
    assert table.columns == ("", "")
    assert len(table.rows) == 2


def test_a_table_that_runs_on_to_the_next_page_is_one_table() -> None:
    first = native("Project | Aantal\nMolenhof | 40", page=3)
    rest = native("Project | Aantal\nZuidrand | 12", page=4, start=100)
    (table,) = tables(first, rest)
    assert rows_of(table) == [["Molenhof", 40.0], ["Zuidrand", 12.0]]
    assert (table.span.page, table.span.start) == (3, 0)
    assert table.span.end > 100


def test_tables_with_text_between_them_stay_apart() -> None:
    first = native("Project | Aantal\nMolenhof | 40", page=3)
    again = native("Project | Aantal\nZuidrand | 12", page=4, start=100)
    assert len(tables(first, "Nog een lijst", again)) == 2


def test_signatures_contents_and_running_text_are_no_data() -> None:
    long = "Dit is een lange alinea die in een cel staat omdat iemand twee kolommen wilde. " * 3
    assert tables(native("Namens De Linde | Namens de gemeente\nDe heer A. Bos | Mevrouw B. Vos")) == []
    assert tables("Inhoudsopgave", native("Bouwen | 3\nBetalen | 5")) == []
    assert tables(native(f"{long} | {long}\n{long} | {long}")) == []
    assert tables(native("Alleen | een kop")) == []
