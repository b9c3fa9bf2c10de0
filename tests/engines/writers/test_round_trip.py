"""What is written comes back: each format, with the oddest text there is."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspraak.engines.writers.cells import Cell, CellKind, Column, Sheet, plain
from samenspraak.engines.writers.csv_sheet import armed, csv_pieces, disarmed
from samenspraak.engines.writers.json_rows import json_pieces
from samenspraak.engines.writers.ods import write_ods
from samenspraak.engines.writers.reading_back import read_back
from samenspraak.engines.writers.xlsx import CUT, LONGEST_CELL, write_xlsx

COLUMNS = (Column("ID", 38), Column("Tekst", 60), Column("Jaar", 8, CellKind.NUMBER), Column("Dag", 12, CellKind.DATE))
FORMATS = ("csv", "xlsx", "ods")
NASTY = [
    "=1+1",
    "+31 6",
    "-80%",
    "@SUM(A1)",
    "'=1+1",
    "'",
    "''@x",
    "\t=1",
    "|calc",
    "a;b,c\td",
    'zegt "ja"',
    "regel 1\nregel 2\n\nregel 4",
    "  twee spaties  erin  ",
    "<b>&amp;</b>",
    "_x0041_ en _x005F_",
    "\u202eomgekeerd \u0627\u0644\u0639",
    "👩‍👩‍👧 coördinator € Ɵ",
    "https://voorbeeld.example",
    "0012",
    "1e5",
    "WAAR",
    "]]>",
    "x" * 10_000,
]


def written(kind: str, rows: list[list[Cell]]) -> bytes:
    sheet = Sheet("Afspraken", COLUMNS, iter(rows))
    if kind == "csv":
        return b"".join(csv_pieces(sheet))
    file = io.BytesIO()
    (write_xlsx if kind == "xlsx" else write_ods)(file, [sheet, Sheet("Uitleg", COLUMNS[:2], [("a", "b")])])
    return file.getvalue()


def texts(kind: str, given_texts: list[str]) -> list[str]:
    rows = read_back(written(kind, [["id", text, 1, date(2026, 1, 1)] for text in given_texts]), name="t")
    return [str(row[1]) for row in rows[1:]]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_a_text_comes_back_as_it_was(kind: str, text: str) -> None:
    assert texts(kind, [text]) == [text]


@pytest.mark.slow  # fifty files per format
@pytest.mark.parametrize("kind", FORMATS)
@settings(max_examples=60, deadline=None)
@given(found=st.lists(st.text(st.characters(codec="utf-8"), max_size=60), min_size=1, max_size=8))
def test_whatever_the_text_it_comes_back(kind: str, found: list[str]) -> None:
    assert texts(kind, found) == [plain(text) for text in found]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_numbers_and_days_keep_their_type(kind: str) -> None:
    assert read_back(written(kind, [["a", "b", 2026, date(2027, 6, 20)]]), name="t")[1] == [
        "a",
        "b",
        2026,
        date(2027, 6, 20),
    ]


def test_csv_is_for_a_dutch_office() -> None:
    text = written("csv", [["a", "b", 2.5, date(2027, 6, 20)], ["c", None, None, None]]).decode()
    assert text == "\ufeffID;Tekst;Jaar;Dag\r\na;b;2,5;2027-06-20\r\nc;;;\r\n"


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "'=1", "'''=1"])
def test_nothing_in_csv_is_run(text: str) -> None:
    assert disarmed(text).startswith("'")
    assert armed(disarmed(text)) == text


ANY_CELL = st.one_of(
    st.text("ab;\"'=-%é \n\r\t\x01", max_size=6), st.integers(), st.floats(-1e9, 1e9), st.dates(), st.none()
)


@given(row=st.lists(ANY_CELL, min_size=1, max_size=5))
def test_a_line_of_csv_is_what_python_itself_would_write(row: list[Cell]) -> None:
    def said(cell: Cell) -> str:
        if isinstance(cell, str):
            return disarmed(plain(cell))
        number = f"{cell:.15g}".replace(".", ",") if isinstance(cell, float) else cell
        return "" if number is None else str(number)

    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(map(said, row))
    sheet = Sheet("Afspraken", COLUMNS[:1], [row])
    assert b"".join(csv_pieces(sheet)).decode() == f"\ufeffID\r\n{text.getvalue()}"


@given(text=st.text())
def test_disarming_loses_nothing(text: str) -> None:
    assert armed(disarmed(text)) == text


def test_a_text_that_excel_cannot_hold_says_that_it_was_cut() -> None:
    for text in ("x" * 40_000, "👩" * 20_000):
        back = texts("xlsx", [text])[0]
        assert back.endswith(CUT)
        assert len(back.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert texts("ods", ["x" * 40_000]) == ["x" * 40_000]


def test_json_is_one_object_with_a_row_a_line() -> None:
    rows = [{"id": n, "text": "“é”"} for n in range(450)]
    pieces = list(json_pieces({"made": "vandaag"}, "commitments", rows))
    assert len(pieces) == 3
    assert json.loads(b"".join(pieces)) == {"made": "vandaag", "commitments": rows}
    assert json.loads(b"".join(json_pieces({}, "rows", []))) == {"rows": []}
