"""The raw text and the flow grow together."""

from __future__ import annotations

from samenspraak.core.extraction.source import Line, Table
from samenspraak.engines.readers.flow_builder import CellText, FlowBuilder, LineForm
from tests.engines.readers.places import check_places


def test_lines_tables_and_asides_share_one_raw_text() -> None:
    builder = FlowBuilder()
    builder.add_line("  Wonen \t en zorg", LineForm(heading_level=1))
    builder.add_aside("Inhoud")
    builder.add_table([[CellText(("K 1", "Bouwen")), CellText()], [CellText((" x ",), "#00ff00")]], page=1)
    builder.add_line("Slot", LineForm())
    source = builder.source(b"", name="a", media_type="text/html")
    assert source.raw == "  Wonen \t en zorg\nInhoud\nK 1\nBouwen\t\nx\nSlot\n"
    heading, table, last = source.flow
    assert isinstance(heading, Line)
    assert (heading.text, heading.heading_level) == ("Wonen en zorg", 1)
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["K 1\nBouwen", ""], ["x"]]
    assert source.raw[last.start : last.end] == "Slot"
    check_places(source)


def test_a_table_that_shows_nothing_is_left_out() -> None:
    builder = FlowBuilder()
    builder.add_table([[CellText(), CellText((" ",))]], page=1)
    assert builder.source(b"", name="a", media_type="text/html").flow == ()


def test_pages_that_are_pictures_are_pointed_out() -> None:
    builder = FlowBuilder()
    builder.add_line("Bijlage", LineForm())
    assert "2" in builder.picture_notices(2)[0]
    builder.add_line("Een bladzijde vol woorden. " * 20, LineForm())
    assert builder.picture_notices(2) == ()
