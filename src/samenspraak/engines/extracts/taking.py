"""From a file to a snapshot: match, read, check, classify, count; the rows are let go.

Nothing is kept of a file with a blocking problem. What is kept of one without is a count per combination of classes
(`cube_query`): no unit, no day, no income, no household.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.limits import limits_of
from samenspraak.core.measurement.key_figures.raw_columns import RAW
from samenspraak.core.measurement.key_figures.sql import cube_query
from samenspraak.core.measurement.parameters import Parameters
from samenspraak.engines.extracts.cells import Stored, cell_value
from samenspraak.engines.extracts.checking import EMPTY, check, shifted, unreadable
from samenspraak.engines.extracts.cleaning import clean
from samenspraak.engines.extracts.errors import ExtractRefused, ExtractTooLarge, ExtractUnreadable, MappingWrong
from samenspraak.engines.extracts.keeping import KeptRows
from samenspraak.engines.extracts.matching import Matching, match_columns, readable_columns
from samenspraak.engines.extracts.municipalities import code_of_municipality
from samenspraak.engines.extracts.opening import Opened, load_raw, open_extract
from samenspraak.engines.extracts.problems import Problem, dotted
from samenspraak.engines.extracts.progress import Doing, Tell, let_watch, silent
from samenspraak.engines.warehouse.errors import SnapshotExists
from samenspraak.engines.warehouse.on_duckdb import open_duckdb
from samenspraak.engines.warehouse.snapshots import snapshot_path, write_snapshot

PREVIEW_ROWS = 10
MEMORY = "1GB"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a file."""

    subject: Subject
    year: int
    mapping: Mapping[str, str]
    parameters: Parameters
    most_rows: int = 0  # that may be taken in; 0: as many as there are


@dataclass(frozen=True, slots=True)
class _Bench:
    """What taking in works with: a database, a folder of its own, and who is told how far it is."""

    connection: duckdb.DuckDBPyConnection
    work: Path
    tell: Tell


@dataclass(frozen=True, slots=True)
class Taken:
    """What was found in a file: how its columns are read, the first rows as understood, and the problems."""

    name: str
    row_count: int
    columns: Mapping[str, str]  # our name, and how the file calls it
    unused: tuple[str, ...]
    preview: tuple[tuple[Any, ...], ...]  # first row: our names
    problems: tuple[Problem, ...]
    snapshot: Path | None = None

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """Return why nothing was kept."""
        return tuple(problem for problem in self.problems if problem.is_blocking)


def look_at(path: Path, question: Question, *, folder: Path | None = None, tell: Tell = silent) -> Taken:
    """Return what would be taken in, keeping nothing; `folder` has the year before, to compare the opening with."""
    with TemporaryDirectory(prefix="samenspraak-") as work, _database(Path(work)) as connection:
        return _understood(path, question, _Bench(connection, Path(work), tell), folder)


def take_in(
    path: Path, question: Question, folder: Path, *, keep: KeptRows | None = None, tell: Tell = silent
) -> Taken:
    """Keep the counts of a file in a folder of snapshots; raises ExtractRefused when a problem blocks it.

    Where `keep` is given its rows are kept too, encrypted, under the name of the snapshot without its ending.
    """
    if not path.is_file():
        raise ExtractUnreadable("Dit bestand is er niet. Controleer de naam en de map.", where=path.name)
    with TemporaryDirectory(prefix="samenspraak-") as work, _database(Path(work)) as connection:
        target = snapshot_path(folder, question.subject, question.year, _fingerprint(path))
        if target.exists():
            raise SnapshotExists("Dit bestand is voor dit jaar al ingelezen.", where=path.name)
        taken = _understood(path, question, _Bench(connection, Path(work), tell), folder)
        if taken.blocking:
            listed = "\n".join(f"{number}) {problem}" for number, problem in enumerate(taken.blocking[:5], start=1))
            raise ExtractRefused(f"Er is niets bewaard. Los eerst dit op:\n{listed}", where=path.name)
        present = _delivered(connection, question.subject)
        limits = limits_of(question.parameters, question.year)
        connection.execute(f"CREATE VIEW {question.subject} AS SELECT * FROM clean")
        tell(Doing.COUNTING, 0, 1)
        if keep is not None:  # first: a snapshot is never there without its rows
            _keep(connection, Path(work), target.stem, keep)
        write_snapshot(connection, cube_query(question.subject, limits, present), target)
        return Taken(
            taken.name, taken.row_count, taken.columns, taken.unused, taken.preview, taken.problems, snapshot=target
        )


def _keep(connection: duckdb.DuckDBPyConnection, work: Path, name: str, keep: KeptRows) -> None:
    """Keep what was understood, not what was delivered: columns that are not used are let go."""
    plain = work / "rows.parquet"
    quoted = str(plain).replace("'", "''")
    connection.execute(f"COPY clean TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)")
    keep.keep(plain, name)


def _database(work: Path) -> duckdb.DuckDBPyConnection:
    """Return a database beside which large files may spill, and that keeps the order of rows."""
    connection = open_duckdb(memory=MEMORY)
    connection.execute("SET preserve_insertion_order = true")
    connection.execute(f"SET temp_directory = '{str(work).replace(chr(39), chr(39) * 2)}'")
    connection.execute(f"ATTACH '{str(work / 'rows.duckdb').replace(chr(39), chr(39) * 2)}' AS held")
    connection.execute("USE held")
    connection.execute("PRAGMA disable_checkpoint_on_shutdown")  # nothing of it is needed any more by then
    let_watch(connection)
    return connection


def _understood(path: Path, question: Question, bench: _Bench, folder: Path | None) -> Taken:
    theirs = [name for name in question.mapping.values() if not name.startswith("=")]
    opened = open_extract(path, question.subject, bench.work, known=theirs, tell=bench.tell)
    if opened.doing is Doing.READING_ROWS:
        _refuse_many(opened.total, question, path.name)
    matching = match_columns(opened.names, question.subject, mapping=question.mapping, given=("edition",))
    names = {ours: opened.names[place] for ours, place in matching.places.items()}
    names |= {ours: f"alle rijen: {text}" for ours, text in matching.same_for_all.items()}
    if any(problem.is_blocking for problem in matching.problems):
        return Taken(path.name, 0, names, matching.unused, (), (*opened.problems, *matching.problems))
    problems = [*opened.problems, *_rows(bench, opened, matching, question, names)]
    connection = bench.connection
    bench.tell(Doing.CHECKING, 0, 1)
    unread = unreadable(problems)
    found = check(connection, question.subject, question.year, names, folder)
    problems += [one for one in found if one.code != EMPTY or one.count > unread[one.column]]  # said already
    if matching.unused:
        listed = ", ".join(matching.unused[:10])
        problems.append(
            Problem("W843", "", f"deze kolommen zijn niet gebruikt: {listed}.", "Mist u er een, geef dan een indeling.")
        )
    (count,) = connection.execute("SELECT COUNT(*) FROM clean").fetchall()[0]
    problems = [*shifted(problems), *problems]
    if not count and not any(problem.is_blocking for problem in problems):
        problems.append(
            Problem(
                "E852",
                "",
                "onder de kolomnamen staat geen enkele rij.",
                "Maak het extract opnieuw, met de rijen erbij.",
            )
        )
    return Taken(path.name, int(count), names, matching.unused, _preview(connection), tuple(problems))


def _rows(
    bench: _Bench, opened: Opened, matching: Matching, question: Question, names: Mapping[str, str]
) -> list[Problem]:
    """Make the table `clean`."""
    connection = bench.connection
    try:
        problems = load_raw(connection, opened, matching.places, bench.tell)
    except duckdb.Error as error:
        first = str(error).splitlines()[0][:200]
        raise ExtractUnreadable(
            f"Het bestand is niet te lezen: {first}. Bewaar het opnieuw als CSV of XLSX."
        ) from error
    (count,) = connection.execute("SELECT COUNT(*) FROM raw").fetchall()[0]
    _refuse_many(count, question, "")
    columns = {name: column for name, column in readable_columns(question.subject).items() if name in names}
    same = {name: _same(name, text, question.subject) for name, text in matching.same_for_all.items()}
    problems += clean(connection, columns, names, same, bench.work, bench.tell)
    _derive(connection, set(columns), question)
    return problems


def _refuse_many(count: int, question: Question, name: str) -> None:
    if question.most_rows and count > question.most_rows:
        raise ExtractTooLarge(
            f"De lijst heeft {dotted(count)} rijen; hier kunnen het er ten hoogste {dotted(question.most_rows)} zijn."
            " Kijk of er jaren of rijen dubbel in staan, of vraag de beheerder om meer rijen toe te laten.",
            where=name or None,
        )


def _same(name: str, text: str, subject: Subject) -> Stored:
    try:
        return (
            code_of_municipality(text) if name == "municipality" else cell_value(text, readable_columns(subject)[name])
        )
    except ValueError:
        raise MappingWrong(f"De waarde “{text}” past niet bij {readable_columns(subject)[name].dutch}.") from None


def _derive(connection: duckdb.DuckDBPyConnection, present: set[str], question: Question) -> None:
    """Add the year, and whether a unit was there, from the dates of use or because all units of a list are."""
    year = question.year
    if "edition" not in present:
        connection.execute(f"ALTER TABLE clean ADD COLUMN edition INTEGER DEFAULT {year}")
    if question.subject is not Subject.STOCK:
        return
    for name, day in (("at_opening", f"{year}-01-01"), ("at_closing", f"{year + 1}-01-01")):
        if name in present or (name == "at_opening" and "put_in_on" not in present):
            continue
        came = f"COALESCE(put_in_on < DATE '{day}', true)" if "put_in_on" in present else "true"
        left = f"COALESCE(put_out_on < DATE '{day}', false)" if "put_out_on" in present else "false"
        connection.execute(f"ALTER TABLE clean ADD COLUMN {name} INTEGER")
        connection.execute(f"UPDATE clean SET {name} = CASE WHEN {came} AND NOT {left} THEN 1 ELSE 0 END")
    if "owned" in present:
        connection.execute("UPDATE clean SET owned = 10000 WHERE owned IS NULL")


def _delivered(connection: duckdb.DuckDBPyConnection, subject: Subject) -> frozenset[str]:
    """Return the columns that there are, empty ones too: perhaps nothing was sold, and nothing is vacant."""
    described = connection.execute("DESCRIBE clean").fetchall()
    return frozenset(row[0] for row in described if row[0] in RAW[subject])


def _preview(connection: duckdb.DuckDBPyConnection) -> tuple[tuple[Any, ...], ...]:
    found = connection.execute(f"SELECT * FROM clean ORDER BY row_no LIMIT {PREVIEW_ROWS}")
    head = tuple(column[0] for column in found.description or ())
    return (head, *(tuple(row) for row in found.fetchall()))


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def mapping_of(pairs: Sequence[str]) -> dict[str, str]:
    """Return a mapping of pairs `ours=theirs`; `ours==text` gives all rows the same."""
    found = {}
    for pair in pairs:
        ours, sign, theirs = pair.partition("=")
        if not sign or not ours.strip() or not theirs.strip():
            raise MappingWrong(
                f"“{pair}” is geen indeling. Schrijf onze_kolom=kolom in het bestand, of onze_kolom==waarde."
            )
        found[ours.strip()] = theirs.strip()
    return found
