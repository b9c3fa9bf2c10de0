"""Tables as the file marks them: the columns by their header or by what they hold, and a row as a commitment."""

from __future__ import annotations

import pytest

from samenspraak.core.extraction.outline import Place
from samenspraak.core.extraction.result import CommitmentKind
from samenspraak.core.extraction.source import Line, Table
from samenspraak.core.extraction.table_commitments import columns_of, rows_of
from samenspraak.core.extraction.table_layout import without_layout_tables
from samenspraak.core.vocabulary.traffic_light import TrafficLight
from tests.core.extraction.documents import PARTIES, table

STATEMENT = "De gemeente wijst in de haven grond aan voor dertig woningen."
HEADERS = [
    (("Nr.", "Afspraak", "Wie", "Wanneer"), {"code": 0, "text": 1, "parties": 2, "deadline": 3}),
    (("Actie", "Trekker", "Status"), {"text": 0, "lead": 1, "rating": 2}),
    (("Jaarafspraak", "Prioriteit", "Voortgang"), {"text": 0, "priority": 1, "progress": 2}),
]


@pytest.mark.parametrize(("header", "kinds"), HEADERS)
def test_columns_are_known_by_their_header(header: tuple[str, ...], kinds: dict[str, int]) -> None:
    found = columns_of(table(header, (STATEMENT,) * len(header)), PARTIES)
    assert found is not None
    assert (found.kinds, found.first_row) == (kinds, 1)


def test_a_header_may_stand_in_the_second_row() -> None:
    found = columns_of(table(("Thema Bouwen", "", ""), HEADERS[0][0][:3], ("1", STATEMENT, "Gemeente")), PARTIES)
    assert found is not None
    assert found.first_row == 2


def test_without_a_header_a_column_of_codes_and_one_of_statements_will_do() -> None:
    found = columns_of(table(("K 1.1", "Gemeente", STATEMENT), ("K 1.2", "De Linde", STATEMENT)), PARTIES)
    assert found is not None
    assert (found.kinds, found.first_row) == ({"code": 0, "parties": 1, "text": 2}, 0)


OTHER = {
    "figures": table(("Jaar", "Woningen"), ("2026", "30"), ("2027", "40")),
    "a project list": table(("Locatie", "Woningen", "Oplevering"), ("De haven", "30", "2027")),
    "a list of words": table(("Begrip", "Uitleg"), ("Schouw", "Een wandeling door de wijk met huurders.")),
    "a header and nothing below it": table(("Nr.", "Afspraak", "Wie")),
    "nothing": Table((), 1, 0, 0),
    "empty rows": Table(((), ()), 1, 0, 0),
}


@pytest.mark.parametrize("other", OTHER.values(), ids=OTHER)
def test_any_other_table_holds_no_commitments(other: Table) -> None:
    assert columns_of(other, PARTIES) is None


def test_a_row_gives_its_cells() -> None:
    made = table(
        ("Nr.", "Afspraak", "Wie", "Trekker", "Wanneer"),
        ("K1.1", f"Bouwgrond\n{STATEMENT}", "gemeente, De Linde", "gemeente", "eind 2026"),
    )
    columns = columns_of(made, PARTIES)
    assert columns is not None
    (found,) = rows_of(made, columns, Place())
    assert (found.code, found.title, found.text) == ("K 1.1", "Bouwgrond", STATEMENT)
    assert (found.column, found.lead, found.term) == ("gemeente, De Linde", "gemeente", "eind 2026")
    assert found.span.start == made.rows[1][1].start


@pytest.mark.parametrize(
    ("words", "light"), [("op schema", TrafficLight.GREEN), ("volgt later", None), ("Groen", TrafficLight.GREEN)]
)
def test_a_light_keeps_the_words_that_stand_there(words: str, light: TrafficLight | None) -> None:
    made = table(("Actie", "Trekker", "Status"), (STATEMENT, "gemeente", words), (STATEMENT, "gemeente", ""))
    columns = columns_of(made, PARTIES)
    assert columns is not None
    assert [(row.rating, row.rating_text) for row in rows_of(made, columns, Place())] == [(light, words), (None, None)]


CODES = [
    (("1.", STATEMENT), "1", STATEMENT),
    (("2.3", STATEMENT), "2.3", STATEMENT),
    (("K.1.14", STATEMENT), "K 1.14", STATEMENT),
    (("", f"K 1.2 {STATEMENT}"), "K 1.2", STATEMENT),
    (("", STATEMENT), None, STATEMENT),
    (("haven", STATEMENT), "haven", STATEMENT),
]


@pytest.mark.parametrize(("cells", "code", "text"), CODES)
def test_the_code_stands_in_its_column_or_before_the_statement(
    cells: tuple[str, str], code: str | None, text: str
) -> None:
    made = table(("Nr.", "Afspraak"), cells)
    columns = columns_of(made, PARTIES)
    assert columns is not None
    (found,) = rows_of(made, columns, Place())
    assert (found.code, found.text) == (code, text)


def test_rows_without_a_statement_and_repeated_headers_are_passed_over() -> None:
    made = table(("Nr.", "Afspraak"), ("1", STATEMENT), ("", ""), ("Nr.", "Afspraak"), ("2", STATEMENT))
    columns = columns_of(made, PARTIES)
    assert columns is not None
    assert [c.code for c in rows_of(made, columns, Place())] == ["1", "2"]


def test_a_table_that_tracks_progress_is_a_monitor() -> None:
    made = table(
        ("Nr.", "Afspraak", "Prioriteit", "Stoplicht", "Voortgang"),
        ("J 1.1", STATEMENT, "T1", "", "De raad stelt het plan vast."),
        shading={(1, 3): "#00b050"},
    )
    columns = columns_of(made, PARTIES)
    assert columns is not None
    (found,) = rows_of(made, columns, Place())
    assert (found.kind, found.in_monitor, found.rating) == (CommitmentKind.MONITOR, True, TrafficLight.GREEN)
    assert (found.priority, found.progress) == ("T1", "De raad stelt het plan vast.")


KINDS = [("J 1.1", CommitmentKind.ANNUAL), ("K 1.1", CommitmentKind.FRAMEWORK), ("3", CommitmentKind.FRAMEWORK)]


@pytest.mark.parametrize(("code", "kind"), KINDS)
def test_a_code_with_a_j_is_for_one_year(code: str, kind: CommitmentKind) -> None:
    made = table(("Nr.", "Afspraak"), (code, STATEMENT))
    columns = columns_of(made, PARTIES)
    assert columns is not None
    assert rows_of(made, columns, Place())[0].kind is kind


def lines(flow: list[Line | Table]) -> list[str]:
    """Return the texts of the lines of a flow."""
    return [element.text for element in flow if isinstance(element, Line)]


def test_a_table_that_only_frames_text_is_read_as_text() -> None:
    framed = table((f"{STATEMENT}\nDat doet zij in 2026.",))
    beside = table(("", STATEMENT), ("", STATEMENT))
    assert lines(without_layout_tables([framed, beside])) == [STATEMENT, "Dat doet zij in 2026.", STATEMENT, STATEMENT]


def test_a_line_of_a_frame_keeps_its_offsets() -> None:
    (first, second) = without_layout_tables([table((f"{STATEMENT}\nDat doet zij in 2026.",))])
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert (first.start, first.end) == (0, len(STATEMENT))
    assert second.origin(4) == len(STATEMENT) + 1 + 4


def test_a_table_with_data_stays_a_table() -> None:
    data = table(("Jaar", "Woningen"), ("2026", "30"))
    assert without_layout_tables([data]) == [data]


def test_an_empty_table_is_nothing() -> None:
    assert without_layout_tables([table(("", " ")), Table((), 1, 0, 0)]) == []


def test_columns_without_a_header_are_told_apart_by_what_most_cells_hold() -> None:
    rows = [("haven", "gemeente", STATEMENT), ("K 1.1", "Bouwen", STATEMENT), ("K 1.2", "Verkopen", STATEMENT)]
    found = columns_of(table(*rows), PARTIES)
    assert found is not None
    assert found.kinds == {"code": 0, "text": 2}
    assert columns_of(table(*rows[:2]), PARTIES) is None


def test_a_frame_around_a_short_word_is_no_table() -> None:
    assert lines(without_layout_tables([table(("Let op",))])) == ["Let op"]


def test_a_column_of_short_words_is_a_table() -> None:
    short = table(("Starters",), ("Gezinnen",), ("Ouderen",))
    assert without_layout_tables([short]) == [short]


TITLES = [
    (f"Bouwgrond\n{STATEMENT}", "Bouwgrond", STATEMENT),
    (f"De gemeente bouwt.\n{STATEMENT}", None, f"De gemeente bouwt.\n{STATEMENT}"),
    (f"{'Bouwgrond ' * 12}\n{STATEMENT}", None, f"{'Bouwgrond ' * 12}\n{STATEMENT}"),
    ("Bouwgrond", None, "Bouwgrond"),
]


@pytest.mark.parametrize(("cell", "title", "text"), TITLES)
def test_a_short_first_paragraph_of_a_cell_is_its_title(cell: str, title: str | None, text: str) -> None:
    made = table(("Nr.", "Afspraak"), ("1", cell))
    columns = columns_of(made, PARTIES)
    assert columns is not None
    (found,) = rows_of(made, columns, Place())
    assert (found.title, found.text) == (title, text)


def test_paragraphs_of_a_frame_stay_apart() -> None:
    framed = without_layout_tables([table((f"{STATEMENT}\nen dan nog dit.",))])
    assert all(isinstance(line, Line) and line.is_paragraph for line in framed)
