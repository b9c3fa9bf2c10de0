"""Rows that are kept are read with their key only, and a change is seen."""

from __future__ import annotations

import base64
import os
from datetime import date
from pathlib import Path

import duckdb
import pytest

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.engines.extracts.errors import ExtractRefused, KeptRowsUnreadable, RowsKeyWrong
from samenspraak.engines.extracts.keeping import PIECE, TAG_BYTES, KeptRows, kept_rows_in, keys_of
from samenspraak.engines.extracts.taking import Question, take_in
from samenspraak.engines.knowledge.parameters import load_parameters

NEW, OLD = (base64.urlsafe_b64encode(bytes([number]) * 32).decode() for number in (1, 2))


def kept(folder: Path, data: bytes, name: str = "stock-2025-x") -> KeptRows:
    rows = KeptRows(folder / "kept", keys_of([OLD]))
    plain = folder / "plain"
    plain.write_bytes(data)
    rows.keep(plain, name)
    return rows


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])
def test_what_is_kept_comes_back_byte_for_byte(tmp_path: Path, size: int) -> None:
    data = os.urandom(size)
    assert b"".join(kept(tmp_path, data).pieces("stock-2025-x")) == data


def test_nothing_of_the_rows_stands_in_the_file_and_others_may_not_read_it(tmp_path: Path) -> None:
    kept(tmp_path, b"income 23456" * 100)
    path = tmp_path / "kept" / "stock-2025-x.rows"
    assert b"income" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data[: -PIECE // 2],
        lambda data: data[: 20 + PIECE + TAG_BYTES],
        lambda data: data[:20] + data[20 + PIECE + TAG_BYTES :],
        lambda data: b"other" + data,
        lambda data: data[:7],
    ],
    ids=["a bit", "the end", "the last piece", "the first piece", "the head", "all but the head"],
)
def test_what_was_changed_is_refused(tmp_path: Path, change: object) -> None:
    rows = kept(tmp_path, os.urandom(2 * PIECE))
    path = tmp_path / "kept" / "stock-2025-x.rows"
    path.write_bytes(change(path.read_bytes()))  # type: ignore[operator]
    with pytest.raises(KeptRowsUnreadable):
        b"".join(rows.pieces("stock-2025-x"))


def test_a_file_does_not_stand_in_for_another(tmp_path: Path) -> None:
    rows = kept(tmp_path, b"rows")
    (tmp_path / "kept" / "stock-2025-x.rows").rename(tmp_path / "kept" / "stock-2024-x.rows")
    with pytest.raises(KeptRowsUnreadable, match="veranderd"):
        b"".join(rows.pieces("stock-2024-x"))


def test_another_key_reads_nothing_and_says_which_setting_is_meant(tmp_path: Path) -> None:
    kept(tmp_path, b"rows")
    with pytest.raises(KeptRowsUnreadable, match="SAMENSPRAAK_ROWS_KEYS"):
        b"".join(KeptRows(tmp_path / "kept", keys_of([NEW])).pieces("stock-2025-x"))


def test_after_rotating_the_new_key_is_enough_and_the_day_stays(tmp_path: Path) -> None:
    kept(tmp_path, b"rows")
    path = tmp_path / "kept" / "stock-2025-x.rows"
    os.utime(path, (1_700_000_000, 1_700_000_000))
    both = KeptRows(tmp_path / "kept", keys_of([NEW, OLD]))
    assert (both.rotate(), both.rotate()) == (1, 0)
    assert b"".join(KeptRows(tmp_path / "kept", keys_of([NEW])).pieces("stock-2025-x")) == b"rows"
    assert path.stat().st_mtime == 1_700_000_000
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_is_older_than_the_period_is_taken_away(tmp_path: Path) -> None:
    rows = kept(tmp_path, b"old")
    os.utime(tmp_path / "kept" / "stock-2025-x.rows", (1_700_000_000, 1_700_000_000))  # 14 November 2023
    kept(tmp_path, b"new", "stock-2026-y")
    assert rows.delete_older(date(2023, 11, 20), 30) == []
    assert rows.delete_older(date(2024, 1, 20), 30) == ["stock-2025-x"]
    assert rows.names() == ["stock-2026-y"]
    rows.delete("stock-2026-y")
    assert rows.names() == []


@pytest.mark.parametrize("text", ["", "short", "é" * 43, NEW + "A", NEW.replace("A", "!")])
def test_what_is_no_key_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(RowsKeyWrong) as raised:
        keys_of([OLD, text])
    assert "Sleutel 2" in str(raised.value)
    assert not text or text not in str(raised.value)


@pytest.mark.parametrize("name", ["", "../x", "a/b"])
def test_a_name_stays_in_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(KeptRowsUnreadable):
        kept(tmp_path, b"rows", name)


def test_only_rows_that_were_understood_are_kept_and_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "bezit.csv"
    path.write_text("VHE-nummer;Corporatie;Gemeente;Netto huur;Geheim\n1;L1;Heiloo;500,00;zzz\n", encoding="utf-8")
    question, rows = Question(Subject.STOCK, 2025, {}, load_parameters()), KeptRows(tmp_path / "kept", keys_of([NEW]))
    take_in(path, question, tmp_path / "without")
    assert rows.names() == []
    taken = take_in(path, question, tmp_path / "with", keep=rows)
    assert taken.snapshot is not None
    (tmp_path / "back.parquet").write_bytes(b"".join(rows.pieces(taken.snapshot.stem)))
    with duckdb.connect() as connection:
        found = connection.execute(f"SELECT * FROM '{tmp_path / 'back.parquet'}'")  # noqa: S608 - our own path
        columns = {column[0] for column in found.description or ()}
        assert "zzz" not in str(found.fetchall())
    assert {"unit", "rent_cents"} <= columns


def test_of_a_file_that_is_refused_no_row_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "bezit.csv"
    path.write_text("VHE-nummer;Corporatie;Gemeente\n1;L1;Heiloo\n1;L1;Heiloo\n", encoding="utf-8")
    rows = KeptRows(tmp_path / "kept", keys_of([NEW]))
    with pytest.raises(ExtractRefused):
        take_in(path, Question(Subject.STOCK, 2025, {}, load_parameters()), tmp_path / "with", keep=rows)
    assert rows.names() == []


def test_without_a_key_nothing_is_kept(tmp_path: Path) -> None:
    assert kept_rows_in(tmp_path, []) is None
    assert kept_rows_in(tmp_path, [NEW]) is not None
