"""What is odd about rows that could be read: the same unit twice, another year, amounts that cannot be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import duckdb

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.raw_columns import RAW
from samenspraak.engines.extracts.problems import MOST_EXAMPLES, Problem, dotted
from samenspraak.engines.warehouse.on_duckdb import DuckDb

HIGHEST_RENT = 500_000  # cents; more is a value in another column, or a price
EMPTY, FORMULA = "E847", "E844"
UNREADABLE, SHIFTED = "E843", 3  # so many cells of a row that cannot be read are not so many slips
NOT_LET_YET = 1  # the WOZ-bezitstabel writes 0.01 for a new dwelling that was never let


def check(
    connection: duckdb.DuckDBPyConnection, subject: Subject, year: int, names: Mapping[str, str], folder: Path | None
) -> list[Problem]:
    """Return what is wrong in the table `clean`, and correct there what has one meaning only."""
    return [
        *_empty(connection, subject, names),
        *_another_year(connection, subject, year, names),
        *_rents(connection, names),
        *(_units(connection, names) if subject is Subject.STOCK else ()),
        *(_again(connection, subject, year, folder) if folder is not None else ()),
        *(_opening(connection, year, folder) if subject is Subject.STOCK and folder is not None else ()),
    ]


def unreadable(problems: Iterable[Problem]) -> Counter[str]:
    """Return in how many cells of each column something stands that could not be read."""
    found: Counter[str] = Counter()
    for problem in problems:
        if problem.code in {UNREADABLE, FORMULA}:
            found[problem.column] += problem.count
    return found


def shifted(problems: Iterable[Problem]) -> list[Problem]:
    """Return the one thing to say of rows in which cell after cell does not fit its column."""
    columns = Counter(row for problem in problems if problem.code == UNREADABLE for row in problem.rows)
    rows = tuple(sorted(row for row, count in columns.items() if count >= SHIFTED))
    if not rows:
        return []
    most = max(columns.values())
    return [
        Problem(
            "E853",
            "",
            f"wel {most} cellen passen niet bij hun kolom: de inhoud lijkt verschoven.",
            "Kijk of er een cel te veel of te weinig staat, in de rij of in de kolomnamen.",
            len(rows),
            rows[:MOST_EXAMPLES],
        )
    ]


def _where(connection: duckdb.DuckDBPyConnection, condition: str) -> tuple[int, tuple[int, ...]]:
    asked = (
        f"SELECT COUNT(*), list_slice(list(row_no ORDER BY row_no), 1, {MOST_EXAMPLES}) FROM clean WHERE {condition}"
    )
    (count, rows) = connection.execute(asked).fetchall()[0]
    return int(count), tuple(rows or ())


def _empty(connection: duckdb.DuckDBPyConnection, subject: Subject, names: Mapping[str, str]) -> Iterator[Problem]:
    for column in RAW[subject].values():
        if column.name not in names or not (column.is_required or column.name in {"association", "edition"}):
            continue
        count, rows = _where(connection, f"{column.name} IS NULL")
        if count:
            yield Problem(
                EMPTY,
                names[column.name],
                f"{column.dutch} is leeg of niet te lezen.",
                "Vul het in, of haal de rij weg.",
                count,
                rows,
            )


def _another_year(
    connection: duckdb.DuckDBPyConnection, subject: Subject, year: int, names: Mapping[str, str]
) -> Iterator[Problem]:
    if "edition" in names:
        count, rows = _where(connection, f"edition <> {year}")
        (total,) = connection.execute("SELECT COUNT(*) FROM clean").fetchall()[0]
        if count:
            code = "E848" if count == total else "W848"
            yield Problem(
                code, names["edition"], f"{count} van de {total} rijen zijn niet van {year}.",
                f"Die zijn niet geteld: elk jaar heeft eigen grenzen. Lees ze apart in met hun jaar.", count, rows,  # noqa: F541
            )  # fmt: skip
            connection.execute(f"DELETE FROM clean WHERE edition <> {year}")
    if subject is Subject.ALLOCATIONS and "allocated_on" in names:
        count, rows = _where(connection, f"YEAR(allocated_on) <> {year}")
        if count:
            yield Problem(
                "E849", names["allocated_on"], f"de datum ligt niet in {year}.",
                "Zet toewijzingen van een ander jaar in een eigen bestand.", count, rows,
            )  # fmt: skip


def _rents(connection: duckdb.DuckDBPyConnection, names: Mapping[str, str]) -> Iterator[Problem]:
    if "rent_cents" not in names:
        return
    name = names["rent_cents"]
    count, rows = _where(connection, f"rent_cents BETWEEN 0 AND {NOT_LET_YET}")
    if count:
        yield Problem(
            "W841", name, "de huur is 0 of 0,01: nieuw en nog niet verhuurd.",
            "De huur telt als onbekend. Vul haar in als zij er is.", count, rows,
        )  # fmt: skip
        connection.execute(f"UPDATE clean SET rent_cents = NULL WHERE rent_cents BETWEEN 0 AND {NOT_LET_YET}")
    count, rows = _where(connection, f"rent_cents < 0 OR rent_cents > {HIGHEST_RENT}")
    if count:
        yield Problem(
            "E850", name, "de huur is negatief of hoger dan 5.000 euro per maand.",
            "Kijk of de kolommen niet verschoven zijn, en of het om een bedrag per maand gaat.", count, rows,
        )  # fmt: skip


def _units(connection: duckdb.DuckDBPyConnection, names: Mapping[str, str]) -> Iterator[Problem]:
    if {"unit", "association"} <= names.keys() | {"association"}:
        twice = (
            "row_no IN (SELECT row_no FROM (SELECT row_no, COUNT(*) OVER (PARTITION BY association, unit) AS seen"
            " FROM clean WHERE unit IS NOT NULL) AS counted WHERE seen > 1)"
        )
        count, rows = _where(connection, twice)
        if count:
            yield Problem(
                "E845", names.get("unit", ""), "dezelfde eenheid staat er vaker dan één keer.",
                "Houd per eenheid en jaar één rij over.", count, rows,
            )  # fmt: skip
    if {"at_opening", "at_closing"} <= names.keys():
        count, rows = _where(connection, "at_opening = 0 AND at_closing = 0")
        if count:
            yield Problem(
                "W846", names["at_closing"], "de eenheid was er aan het begin niet en aan het eind niet.",
                "Zij telt nergens mee.", count, rows,
            )  # fmt: skip


def _opening(connection: duckdb.DuckDBPyConnection, year: int, folder: Path | None) -> Iterator[Problem]:
    """The opening of a year is the closing of the year before, except after a merger."""
    described = {row[0] for row in connection.execute("DESCRIBE clean").fetchall()}
    if folder is None or "at_opening" not in described:
        return
    with DuckDb(folder) as before:
        known = before.columns(Subject.STOCK, year - 1)
        if not {"association", "at_closing"} <= known:
            return
        counted = "SUM(units)" if "units" in known else "COUNT(*)"
        there = f"edition = {year - 1} AND at_closing = 1"
        asked = f"SELECT association, {counted} FROM stock WHERE {there} GROUP BY association"
        closing = {str(name): int(count) for name, count in before.rows(asked)}
    asked = "SELECT association, COUNT(*) FROM clean WHERE at_opening = 1 GROUP BY association"
    opening = {str(name): int(count) for name, count in connection.execute(asked).fetchall()}
    for name, count in sorted(opening.items()):
        if name in closing and closing[name] != count:
            ended = f"en eindigde {year - 1} met {dotted(closing[name])}."
            yield Problem(
                "W845", "", f"{name} begint {year} met {dotted(count)} eenheden, {ended}",
                "Na een fusie kan dat kloppen; anders ontbreken er eenheden, of staan er te veel.", 1,
            )  # fmt: skip


def _again(connection: duckdb.DuckDBPyConnection, subject: Subject, year: int, folder: Path) -> Iterator[Problem]:
    """An association is counted once a year."""
    described = {row[0] for row in connection.execute("DESCRIBE clean").fetchall()}
    with DuckDb(folder) as before:
        if not {"association"} <= before.columns(subject, year) & described:
            return
        asked = f"SELECT DISTINCT association FROM {subject} WHERE edition = {year}"
        known = {str(row[0]) for row in before.rows(asked)}
    for (name,) in connection.execute("SELECT DISTINCT association FROM clean ORDER BY association").fetchall():
        if name in known:
            yield Problem(
                "E851", "", f"van {name} is {year} al ingelezen.",
                "Haal die levering eerst weg, of laat deze rijen weg.",
            )  # fmt: skip
