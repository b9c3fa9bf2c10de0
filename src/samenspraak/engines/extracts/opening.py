"""From a file to a table of texts in DuckDB: encoding, separator, which row is the head, and rows that do not fit."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.engines.extracts.errors import ExtractUnreadable, HeaderNotFound
from samenspraak.engines.extracts.matching import recognised
from samenspraak.engines.extracts.problems import MOST_EXAMPLES, Problem
from samenspraak.engines.extracts.progress import Doing, Tell, silent, watched
from samenspraak.engines.extracts.workbooks import Merged, refuse_merged, rows_of_workbook

HEAD_ROWS = 10  # a title or a remark may stand above the head
_HEAD_BYTES = 400_000
_PIECE = 1 << 20
_SEPARATORS = ";,\t|"


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of which the head is known and the rows can be read."""

    source: str  # an SQL expression whose columns are c0, c1, …
    names: Sequence[str]
    first_row: int  # what a sheet program calls the first row of data
    head_row: int = 1
    problems: tuple[Problem, ...] = ()
    doing: Doing = Doing.READING_BYTES
    total: int = 0  # bytes or rows that are still to be read; 0: reading takes no time to speak of


def open_extract(path: Path, subject: Subject, work: Path, *, known: Sequence[str] = (), tell: Tell = silent) -> Opened:
    """Return how a file is read; `known` are names of columns that a mapping knows. `work` is a folder of our own."""
    with path.open("rb") as file:
        start = file.read(8)
    if not start:
        raise ExtractUnreadable("Het bestand is leeg. Maak het extract opnieuw.", where=path.name)
    if start[:4] == b"PAR1":
        return _parquet(path)
    notices: tuple[Problem, ...] = ()
    total, merged = path.stat().st_size, list[Merged]()
    if start[:2] == b"PK":
        text, total = work / "sheet.csv", 0
        told = rows_of_workbook(path, lambda done, rows: tell(Doing.READING_ROWS, done, rows), merged=merged)
        _write(text, told)
    elif start[:4] == b"\xd0\xcf\x11\xe0":
        raise ExtractUnreadable("Dit is een oud Excel-bestand (XLS). Bewaar het als XLSX of CSV.", where=path.name)
    else:
        text, notices = _as_utf8(path, work)
    opened = _text_table(text, path.name, subject, known, notices)
    refuse_merged(merged, opened.head_row, path.name)
    return replace(opened, total=total)


def first_cells(path: Path) -> list[str]:
    """Return the cells of the first row in which something stands; empty for a file that is no table."""
    with TemporaryDirectory(prefix="samenspraak-") as folder, path.open("rb") as file:
        start, work = file.read(4), Path(folder)
        if start == b"PAR1":
            return list(_parquet(path).names)
        text = work / "sheet.csv"
        if start[:2] == b"PK":
            _write(text, rows_of_workbook(path))
        else:
            text, _notices = _as_utf8(path, work)
        with text.open(encoding="utf-8-sig", errors="replace", newline="") as table:
            head = table.read(_HEAD_BYTES)
    separator = max(_SEPARATORS, key=head.partition("\n")[0].count)
    filled = ([cell.strip() for cell in row if cell.strip()] for row in _rows(head, separator))
    return next((row for row in filled if row), [])


def _parquet(path: Path) -> Opened:
    quoted = _quoted(path)
    with duckdb.connect() as connection:
        try:
            described = connection.execute(f"DESCRIBE SELECT * FROM read_parquet({quoted})").fetchall()
            (count,) = connection.execute(f"SELECT COUNT(*) FROM read_parquet({quoted})").fetchall()[0]
        except duckdb.Error as error:
            raise ExtractUnreadable("Dit Parquet-bestand is beschadigd. Maak het opnieuw.", where=path.name) from error
    names = [str(row[0]) for row in described]
    listed = ", ".join(
        f'CAST("{name.replace(chr(34), chr(34) * 2)}" AS VARCHAR) AS c{i}' for i, name in enumerate(names)
    )
    source = f"(SELECT {listed} FROM read_parquet({quoted}))"
    return Opened(source, names, 1, doing=Doing.READING_ROWS, total=int(count))


def _text_table(text: Path, name: str, subject: Subject, known: Sequence[str], notices: tuple[Problem, ...]) -> Opened:
    with text.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        start = file.read(_HEAD_BYTES)
    if "\x00" in start:
        raise ExtractUnreadable("Dit is geen tabel. Lever CSV, XLSX of Parquet aan.", where=name)
    separator, place, rows = _head(start, subject, known)
    if place is None:
        seen = "; ".join(cell for cell in rows[0][:8]) if rows else ""
        raise HeaderNotFound(
            f"In de eerste {HEAD_ROWS} rijen staan geen kolomnamen die wij kennen. De eerste rij is: {seen}."
            " Gebruik de namen van VERA of de WOZ-bezitstabel, of geef een indeling.",
            where=name,
        )
    names = [cell.strip() for cell in rows[place]]
    skipped = place + 1
    if len(rows) > skipped and _is_second_head(rows[skipped], subject):
        skipped += 1
        notices += (
            Problem("W842", "", "er staan twee rijen met kolomnamen.", "De tweede is overgeslagen.", 1, (skipped,)),
        )
    columns = ", ".join(f"'c{i}': 'VARCHAR'" for i in range(len(names)))
    source = (
        f"read_csv({_quoted(text)}, delim = '{separator}', quote = '\"', escape = '\"', header = false,"
        f" skip = {skipped},"
        f" auto_detect = false, columns = {{{columns}}}, store_rejects = true, null_padding = false)"
    )
    return Opened(source, names, skipped + 1, place + 1, notices)


def _head(start: str, subject: Subject, known: Sequence[str]) -> tuple[str, int | None, list[list[str]]]:
    """Return the separator, the place of the row that names the most columns, and the first rows."""
    best: tuple[int, str, int | None, list[list[str]]] = (0, ";", None, [])
    wanted = {name.strip().lower() for name in known}
    for separator in _SEPARATORS:
        rows = list(islice(_rows(start, separator), HEAD_ROWS + 2))
        for place, row in enumerate(rows[:HEAD_ROWS]):
            score = recognised(row, subject) + len({cell.strip().lower() for cell in row} & wanted)
            if score > best[0]:
                best = (score, separator, place, rows)
        if not best[3]:
            best = (0, separator, None, rows)
    return best[1], best[2], best[3]


def _rows(start: str, separator: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(start.splitlines(), delimiter=separator)
    except csv.Error:
        return


def _is_second_head(row: Sequence[str], subject: Subject) -> bool:
    """Names once more, or words for people below the technical names: no digit stands in such a row."""
    filled = [cell for cell in row if cell.strip()]
    return recognised(row, subject) >= 2 or (len(filled) >= 3 and not re.search(r"\d", "".join(filled)))


def _as_utf8(path: Path, work: Path) -> tuple[Path, tuple[Problem, ...]]:
    """Return the file itself where it is UTF-8, else a copy that is."""
    encoding = _encoding(path)
    if encoding == "utf-8":
        return path, ()
    copy = work / "utf8.csv"
    with (
        path.open(encoding=encoding, errors="replace", newline="") as file,
        copy.open("w", encoding="utf-8", newline="") as out,
    ):
        while piece := file.read(_PIECE):
            out.write(piece)
    if encoding != "cp1252":
        return copy, ()
    return copy, (
        Problem(
            "W847",
            "",
            "de tekst is geen UTF-8 en is gelezen als Windows-tekst.",
            "Kijk of letters met accenten kloppen.",
        ),
    )


def _encoding(path: Path) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        start = file.read(4096)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if start[1::2].count(0) > len(start) // 4:
            return "utf-16-le"
        try:
            piece = start
            while piece:
                decoder.decode(piece)
                piece = file.read(_PIECE)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _write(path: Path, rows: Iterator[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def load_raw(
    connection: duckdb.DuckDBPyConnection, opened: Opened, places: Mapping[str, int], tell: Tell = silent
) -> list[Problem]:
    """Make the table `raw` with the columns that are used, and return the rows that did not fit."""
    listed = ", ".join(f"c{place} AS {name}" for name, place in places.items())

    def told(part: float) -> None:
        if opened.total:
            tell(opened.doing, int(part * opened.total), opened.total)

    watched(
        connection,
        f"CREATE TABLE raw AS SELECT row_number() OVER () + {opened.first_row - 1} AS row_no, {listed}"
        f" FROM {opened.source}",
        told,
    )
    if not opened.source.startswith("read_csv"):
        return []
    lines = [
        int(row[0]) for row in connection.execute("SELECT DISTINCT line FROM reject_errors ORDER BY line").fetchall()
    ]
    if not lines:
        return []
    # The rows behind a row that was left out have moved up.
    if len(lines) < 1_000:
        for line in lines:
            connection.execute(f"UPDATE raw SET row_no = row_no + 1 WHERE row_no >= {line}")
    return [
        Problem(
            "E846", "",
            f"de rij heeft niet {len(opened.names)} cellen; de inhoud is verschoven of een aanhalingsteken ontbreekt.",
            "Kijk of in die rij een scheidingsteken te veel of te weinig staat.",
            len(lines), tuple(lines[:MOST_EXAMPLES]),
        )
    ]  # fmt: skip
