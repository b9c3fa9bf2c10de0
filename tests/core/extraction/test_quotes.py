from __future__ import annotations

import pytest

from samenspraak.core.extraction.quotes import Quotes
from samenspraak.core.extraction.source import Cell, Line, SourceText, Table

RAW = "Bij het staƟon\nPagina 3\nkomen woon-\nlasten aan bod.\nDe Linde | 12"
LINES = (
    Line("Bij het station", page=1, start=0, end=14, origins=(*range(12), 11, 12, 13)),
    Line("komen woonlasten", page=1, start=24, end=41, origins=(*range(24, 34), *range(36, 42))),
    Line("aan bod.", page=1, start=43, end=51),
)
CELLS = (Cell("De Linde", start=52, end=60), Cell("12", start=63, end=65), Cell("", start=65, end=65))
QUOTES = Quotes(
    SourceText(
        name="brief.txt",
        sha256="",
        media_type="text/plain",
        raw=RAW,
        flow=(*LINES, Table(rows=(CELLS,), page=1, start=52, end=65)),
    )
)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (0, 14, "Bij het station"),
        (8, 14, "station"),
        (0, 41, "Bij het station komen woonlasten"),
        (30, 51, "woonlasten aan bod."),
        (15, 23, "Pagina 3"),
        (52, 65, "De Linde 12"),
        (55, 60, "Linde"),
        (47, 63, "bod. De Linde"),
        (65, 65, ""),
    ],
)
def test_a_quote_is_mended_and_runs_from_place_to_place(start: int, end: int, words: str) -> None:
    assert QUOTES.between(start, end) == words


def test_a_cell_that_was_mended_is_quoted_whole() -> None:
    cell = Cell("het station", start=0, end=10)
    quotes = Quotes(SourceText("a", "", "", "het staƟon", (Table(((cell,),), page=1, start=0, end=10),)))
    assert quotes.between(4, 10) == "het station"
