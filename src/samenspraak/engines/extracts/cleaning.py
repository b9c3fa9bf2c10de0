"""From texts to values, a column at a time: each different text is read once, in Python, and joined back."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import duckdb

from samenspraak.core.measurement.key_figures.raw_columns import SQL_TYPES, RawColumn, RawKind
from samenspraak.engines.extracts.cells import Stored, cell_value
from samenspraak.engines.extracts.municipalities import code_of_municipality
from samenspraak.engines.extracts.problems import MOST_EXAMPLES, Problem
from samenspraak.engines.extracts.progress import Doing, Tell, silent

ROWS_AT_ONCE = 250_000
_FIRST_ROWS = f"list_slice(list(row_no ORDER BY row_no), 1, {MOST_EXAMPLES})"
_WANTED = {
    RawKind.CENTS: "Schrijf een bedrag als 652,10.",
    RawKind.SHARE: "Schrijf een percentage als 50.",
    RawKind.WHOLE: "Schrijf een heel getal.",
    RawKind.FLAG: "Schrijf 1 of 0, of ja of nee.",
    RawKind.DAY: "Schrijf een datum als 31-12-2025.",
    RawKind.TEXT: "Gebruik de CBS-code, zoals GM0399, of de naam zoals het CBS haar schrijft.",
}


def clean(
    connection: duckdb.DuckDBPyConnection,
    columns: Mapping[str, RawColumn],
    names: Mapping[str, str],
    same_for_all: Mapping[str, Stored],
    work: Path,
    tell: Tell = silent,
) -> list[Problem]:
    """Make the table `clean` of the table `raw`; return what could not be read, which is not known then."""
    problems: list[Problem] = []
    selected, joins = ["raw.row_no"], []
    for name, column in columns.items():
        if name in same_for_all:
            continue
        if column.kind is RawKind.TEXT and name != "municipality":
            problems.extend(_formulas(connection, name, names[name]))
            selected.append(f"NULLIF(LEFT(TRIM(raw.{name}), 200), '') AS {name}")
            continue
        problems.extend(_read(connection, column, names[name], work))
        selected.append(f"read_{name}.value AS {name}")
        joins.append(f"LEFT JOIN read_{name} ON raw.{name} = read_{name}.text")
    for name, value in same_for_all.items():
        kind = columns[name].kind
        written = "NULL" if value is None else f"'{str(value).replace(chr(39), chr(39) * 2)}'"
        selected.append(f"CAST({written} AS {SQL_TYPES[kind]}) AS {name}")
    _fill(connection, f"SELECT {', '.join(selected)} FROM raw {' '.join(joins)}", tell)
    return problems


def _fill(connection: duckdb.DuckDBPyConnection, query: str, tell: Tell) -> None:
    """Make the table `clean` a part of the rows at a time, so that it can be told how far it is."""
    connection.execute(f"CREATE TABLE clean AS {query} LIMIT 0")
    first, last = connection.execute("SELECT COALESCE(MIN(row_no), 0), COALESCE(MAX(row_no), -1) FROM raw").fetchall()[
        0
    ]
    for start in range(first, last + 1, ROWS_AT_ONCE):
        tell(Doing.UNDERSTANDING, start - first, last + 1 - first)
        connection.execute(
            f"INSERT INTO clean {query} WHERE raw.row_no >= {start} AND raw.row_no < {start + ROWS_AT_ONCE}"
        )


def _read(connection: duckdb.DuckDBPyConnection, column: RawColumn, theirs: str, work: Path) -> list[Problem]:
    """Make the table of what each text of a column stands for."""
    name = column.name
    different = connection.execute(f"SELECT DISTINCT {name} FROM raw WHERE {name} IS NOT NULL").fetchall()
    unread: list[str] = []
    passage = work / f"{name}.csv"
    with passage.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        for (text,) in different:
            try:
                value = _municipality(text) if name == "municipality" else cell_value(text, column)
            except ValueError:
                unread.append(text)
                continue
            if value is not None:
                writer.writerow([text, value])
    quoted = str(passage).replace("'", "''")
    kind = SQL_TYPES[column.kind]
    connection.execute(
        f"CREATE TABLE read_{name} AS SELECT * FROM read_csv('{quoted}', header = false, auto_detect = false,"
        f" delim = ',', quote = '\"', escape = '\"', columns = {{'text': 'VARCHAR', 'value': '{kind}'}})"
    )
    return _unread(connection, column, theirs, unread)


def _municipality(text: str) -> str | None:
    return code_of_municipality(text) if cell_value(text, _ANY_TEXT) is not None else None


_ANY_TEXT = RawColumn("municipality", "de gemeente", RawKind.TEXT)


def _unread(connection: duckdb.DuckDBPyConnection, column: RawColumn, theirs: str, texts: list[str]) -> list[Problem]:
    """Return a problem for each of the first few texts, and one for all others."""
    problems: list[Problem] = []
    for text in texts[:MOST_EXAMPLES]:
        asked = f"SELECT COUNT(*), {_FIRST_ROWS} FROM raw WHERE {column.name} = ?"
        (count, rows) = connection.execute(asked, [text]).fetchall()[0]
        problems.append(_problem(column, theirs, text, int(count), tuple(rows)))
    if len(texts) > MOST_EXAMPLES:
        rest = len(texts) - MOST_EXAMPLES
        problems.append(
            Problem(
                "E843",
                theirs,
                f"nog {rest} andere waarden zijn niet te lezen als {column.dutch}.",
                _advice(column),
                rest,
            )
        )
    return problems


def _problem(column: RawColumn, theirs: str, text: str, count: int, rows: tuple[int, ...]) -> Problem:
    if text.strip().startswith("="):
        return Problem(
            "E844", theirs, f"“{text[:40]}” is een formule.", "Plak de waarde in plaats van de formule.", count, rows
        )
    return Problem("E843", theirs, f"“{text[:40]}” is niet te lezen als {column.dutch}.", _advice(column), count, rows)


def _advice(column: RawColumn) -> str:
    if column.kind is RawKind.CODE:
        return f"Kies uit: {', '.join(column.codes)}; laat leeg wat niet bekend is."
    return _WANTED[column.kind]


def _formulas(connection: duckdb.DuckDBPyConnection, name: str, theirs: str) -> list[Problem]:
    asked = f"SELECT COUNT(*), {_FIRST_ROWS}, min({name}) FROM raw WHERE {name} LIKE '=%'"
    (count, rows, text) = connection.execute(asked).fetchall()[0]
    column = RawColumn(name, theirs, RawKind.TEXT)
    return [_problem(column, theirs, str(text), int(count), tuple(rows))] if count else []
