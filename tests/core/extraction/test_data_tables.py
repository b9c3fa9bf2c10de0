from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.data_tables import tables_of
from samenspraak.core.extraction.glossary import glossary_of
from samenspraak.core.extraction.outline import Place, PlacedBlock
from tests.core.extraction.documents import CAST
from tests.core.extraction.tables.rows import native, placed_in

ROWS = "Molenhof 40 woningen 2026\nDijkzicht 25 woningen 2027\nZuidrand 12 woningen 2028"
# Lines that look like the parts of tables, in any order.
LIKELY = """
Wie Wat|V|oo|rj|aar|Ambtelijk 1|Ambtelijk 2 (met|huurders)|Aantal woningen|40 woningen|Molenhof|2026 12 t.b.|2027 13 14
De Linde|Rietveld Wonen De Linde|Totaal 45|Totaal Ca. 45 woningen|Begrippen|Bod: wat er komt.|Bijlage 1 Afkortingen
DAEB Dienst|1. Bouwen|• De Linde:|- Molenhof: 12 woningen||Een hele zin met een punt.
"""
LINES = st.lists(st.sampled_from(LIKELY.strip().replace("\n", "|").split("|")), max_size=14)


def test_a_table_that_stands_twice_is_returned_once() -> None:
    text = f"Projectenlijst wonen\n\n{ROWS}\n\nEen zin ertussen.\n\nProjectenlijst wonen\n\n{ROWS}"
    assert len(tables_of(placed_in(text), CAST)) == 1


def test_tables_come_in_the_order_of_the_document() -> None:
    text = f"""
        Bouwen
        • Molenhof: 24 appartementen
        • Dijkzicht: 12 woningen
        • Zuidrand: 40 woningen

        Overleg

        Wie Wat
        Ambtelijk 1 Terugblik
        Ambtelijk 2 Stand
        Bestuurlijk 1 Besluit

        Bijlage Projecten

        {ROWS.replace(chr(10), chr(10) + "        ")}
        """
    found = tables_of(placed_in(text), CAST)
    assert [table.columns[0] for table in found] == ["project", "wie", "project"]
    assert [table.span.start for table in found] == sorted(table.span.start for table in found)


def test_tables_of_commitments_and_of_terms_are_not_among_them() -> None:
    commitments = native(
        "Nr | Afspraak | Trekker\n1 | De Linde bouwt 40 woningen. | De Linde\n2 | Wij praten. | gemeente"
    )
    terms = native("Begrip | Definitie\nBod | Overzicht van werk", start=200)
    data = native("Project | Aantal\nMolenhof | 40", start=400)
    placed = [PlacedBlock(Block(BlockKind.TABLE, "", table=table), Place()) for table in (commitments, terms, data)]
    assert [table.columns for table in tables_of(placed, CAST)] == [("Project", "Aantal")]
    assert [entry.term for entry in glossary_of(placed)] == ["Bod"]


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_any_lines_give_tables_of_even_rows_inside_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    for table in tables_of(placed_in(text), CAST):
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert 0 <= table.span.start < table.span.end <= len(text)
    for entry in glossary_of(placed_in(text)):
        assert entry.term
        assert entry.definition
        assert 0 <= entry.span.start < entry.span.end <= len(text)
