"""What people hand in: other separators, merged cells, damaged files."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from samenspraak.core.errors import SamenspraakError
from samenspraak.engines.writers.cells import Column, Sheet
from samenspraak.engines.writers.errors import MergedCells, SheetTooLarge, UnreadableSheet
from samenspraak.engines.writers.ods import write_ods
from samenspraak.engines.writers.reading_back import column_letter, read_back


@pytest.mark.parametrize(
    "data",
    [
        "ID;Tekst\r\n1;é, ja\r\n".encode("utf-8-sig"),
        "ID;Tekst\n1;é, ja\n\n".encode(),
        'ID,Tekst\n1,"é, ja"'.encode(),
        "ID\tTekst\n1\té, ja".encode(),
        "ID;Tekst\r\n1;é, ja\r\n".encode("cp1252"),
    ],
)
def test_csv_is_read_as_offices_write_it(data: bytes) -> None:
    assert read_back(data, name="t.csv") == [["ID", "Tekst"], ["1", "é, ja"]]


def test_a_line_end_inside_quotes_stays_in_its_cell() -> None:
    assert read_back(b'ID;Tekst\n1;"a\nb"\n', name="t.csv")[1] == ["1", "a\nb"]


def merged_xlsx() -> bytes:
    file = io.BytesIO()
    with Workbook(file) as book:
        book.add_worksheet().merge_range("C3:C5", "samen")
    return file.getvalue()


def merged_ods() -> bytes:
    file = io.BytesIO()
    write_ods(file, [Sheet("T", [Column("A"), Column("B"), Column("C")], [["1", "2", "3"], ["1", "2", "samen"]])])
    result = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(result, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "content.xml":
                head, tail = content.rsplit(b"<table:table-cell", 1)
                content = head + b'<table:table-cell table:number-rows-spanned="2"' + tail
            new.writestr(part, content)
    return result.getvalue()


@pytest.mark.parametrize("data", [merged_xlsx(), merged_ods()], ids=["xlsx", "ods"])
def test_merged_cells_are_refused_with_their_place(data: bytes) -> None:
    with pytest.raises(MergedCells, match="rij 3, kolom C"):
        read_back(data, name="t")


@pytest.mark.parametrize("data", [b"", b"  \n", b"PK\x03\x04rommel", b"a\x00b", b"%PDF-1.7\x00", b"PK"], ids=range(6))
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableSheet):
        read_back(data, name="t")


def test_a_table_that_is_too_wide_or_too_long_is_refused() -> None:
    with pytest.raises(SheetTooLarge):
        read_back(b"a;" * 300, name="t")
    with pytest.raises(SheetTooLarge):
        read_back(b"a\n" * 50_010, name="t")


@given(data=st.binary(max_size=300) | st.binary(max_size=200).map(lambda rest: b"PK\x03\x04" + rest))
def test_whatever_comes_in_only_our_own_errors_come_out(data: bytes) -> None:
    try:
        rows = read_back(data, name="t")
    except SamenspraakError:
        return
    assert all(isinstance(row, list) for row in rows)


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_called_as_sheet_programs_do(index: int, letters: str) -> None:
    assert column_letter(index) == letters
