"""How far reading a list is: never back, never more than there is, and unknown where the file does not say."""

# ruff: noqa: S608 - SQL of our own

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.engines.extracts import cleaning, progress, workbooks
from samenspraak.engines.extracts.errors import ExtractTooLarge
from samenspraak.engines.extracts.progress import Doing, let_watch, percent_of, watched
from samenspraak.engines.extracts.taking import Question, look_at, take_in
from samenspraak.engines.knowledge.parameters import load_parameters

HEAD = ["id", "corporatie", "gemeente", "netto huur", "primo", "ultimo", "zelfstandig"]
QUESTION = Question(Subject.STOCK, 2024, {}, load_parameters())


class Heard:
    """Keeps what was told."""

    def __init__(self) -> None:
        self.steps: list[tuple[Doing, int, int]] = []

    def __call__(self, doing: Doing, done: int, total: int) -> None:
        self.steps.append((doing, done, total))

    def percents(self) -> list[int | None]:
        return [percent_of(*step, is_counted=True) for step in self.steps]


def rows(count: int) -> list[list[object]]:
    return [[number, "L0943", "Heiloo", 500 + number % 300, 1, 1, "ja"] for number in range(1, count + 1)]


def as_csv(folder: Path, count: int) -> Path:
    path = folder / "bezit.csv"
    path.write_text("\n".join(";".join(str(cell) for cell in row) for row in [HEAD, *rows(count)]), encoding="utf-8")
    return path


def as_workbook(folder: Path, content: Sequence[Sequence[object]], *, says_how_many: bool = True) -> Path:
    path = folder / "bezit.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for number, row in enumerate([HEAD, *content]):
        sheet.write_row(number, 0, row)
    book.close()
    if not says_how_many:
        bare = folder / "zonder.xlsx"
        with zipfile.ZipFile(path) as there, zipfile.ZipFile(bare, "w") as here:
            for name in there.namelist():
                here.writestr(name, re.sub(rb"<dimension[^>]*/>", b"", there.read(name)))
        shutil.move(bare, path)
    return path


def test_taking_in_a_list_goes_through_all_steps_and_never_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "LOOK_SECONDS", 0.001)
    monkeypatch.setattr(cleaning, "ROWS_AT_ONCE", 1_000)
    heard = Heard()
    taken = take_in(as_csv(tmp_path, 20_000), QUESTION, tmp_path / "kept", tell=heard)
    assert taken.row_count == 20_000
    assert [each[1] for each in heard.steps if each[0] is Doing.UNDERSTANDING] == list(range(0, 20_000, 1_000))
    percents = [each for each in heard.percents() if each is not None]
    assert len(percents) == len(heard.steps)
    assert percents == sorted(percents)
    assert heard.steps[-1][0] is Doing.COUNTING


@pytest.mark.parametrize(("says", "total"), [(True, 31), (False, 0)])
def test_a_sheet_counts_its_rows_where_it_says_how_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, says: bool, total: int
) -> None:
    monkeypatch.setattr(workbooks, "_TOLD", 10)
    heard = Heard()
    look_at(as_workbook(tmp_path, rows(30), says_how_many=says), QUESTION, tell=heard)
    read = [(done, of) for doing, done, of in heard.steps if doing is Doing.READING_ROWS]
    assert read == [(done, total) for done in (0, 10, 20, 30)]
    assert (heard.percents()[0] is None) is not says


def test_parquet_says_by_itself_how_many_rows_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "LOOK_SECONDS", 0.0001)
    path, heard = tmp_path / "bezit.parquet", Heard()
    duckdb.sql(
        f"COPY (SELECT * FROM read_csv('{as_csv(tmp_path, 5_000)}', all_varchar = true)) TO '{path}' (FORMAT parquet)"
    )
    look_at(path, QUESTION, tell=heard)
    assert {of for doing, _, of in heard.steps if doing is Doing.READING_ROWS} <= {5_000}


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_more_rows_than_may_be_are_refused_with_both_numbers_and_what_to_do(tmp_path: Path, kind: str) -> None:
    path = as_workbook(tmp_path, rows(1_200)) if kind == "xlsx" else as_csv(tmp_path, 1_200)
    if kind == "parquet":
        path, text = tmp_path / "bezit.parquet", path
        duckdb.sql(f"COPY (SELECT * FROM read_csv('{text}', all_varchar = true)) TO '{path}' (FORMAT parquet)")
    with pytest.raises(ExtractTooLarge) as raised:
        look_at(path, Question(Subject.STOCK, 2024, {}, load_parameters(), most_rows=1_000))
    for part in ("1.200 rijen", "1.000", "vraag de beheerder"):
        assert part in str(raised.value)
    assert look_at(path, Question(Subject.STOCK, 2024, {}, load_parameters(), most_rows=1_200)).row_count == 1_200


def test_who_is_told_can_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "LOOK_SECONDS", 0.01)

    def refuse(_part: float) -> None:
        raise ExtractTooLarge("genoeg")

    with duckdb.connect() as connection:
        let_watch(connection)
        with pytest.raises(ExtractTooLarge):
            watched(
                connection, "SELECT COUNT(*) FROM range(2000000) a, range(20000000) b WHERE hash(a) = hash(b)", refuse
            )
        assert connection.execute("SELECT 1").fetchall() == [(1,)]


@given(
    doing=st.sampled_from(list(Doing)),
    done=st.integers(0, 10**12),
    total=st.integers(-1, 10**12),
    is_counted=st.booleans(),
)
def test_it_is_never_done_before_it_is_done(doing: Doing, done: int, total: int, *, is_counted: bool) -> None:
    found = percent_of(doing, done, total, is_counted=is_counted)
    assert found is None if total <= 0 else found is not None and 0 <= found <= 99
