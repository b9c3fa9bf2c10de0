"""Rows by chance, always the same: any code, anything unknown, amounts around the limits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.raw_columns import RAW, RawColumn, RawKind
from samenspraak.engines.warehouse.snapshots import Value, snapshot_of_rows, snapshot_path

RENTS = (0, 45220, 45221, 45447, 64719, 64720, 65043, 69360, 80806, 80807, 87966, 87967, 115795, 115796, 150000)
INCOMES = (2000000, 2547500, 2547501, 3457500, 4403500, 4403501, 4769900, 4862500, 5267100, 9000000)


def made_value(column: RawColumn, year: int, number: int, chance: Random) -> Value:  # noqa: C901 - one per kind of column
    """Return a value; one in eight is not known."""
    if column.name == "edition":
        return year
    if column.name in {"unit", "allocation"}:
        return f"{number}"
    if column.kind is RawKind.TEXT:
        return chance.choice({"municipality": ["GM0001", "GM0002", "GM0003"]}.get(column.name, ["A", "B", "C’s"]))
    if column.name in {"at_opening", "at_closing"}:
        return int(chance.random() < 0.9)
    if column.name == "owned":
        return chance.choice([10_000, 10_000, 10_000, 5_000, 3_333])
    if chance.random() < 0.125:
        return None
    match column.kind:
        case RawKind.CODE:
            return chance.choice(column.codes)
        case RawKind.FLAG:
            return chance.randrange(2)
        case RawKind.CENTS:
            return chance.choice(RENTS if column.name == "rent_cents" else INCOMES)
        case RawKind.DAY:
            return date(year, 1, 1) + timedelta(days=chance.randrange(366 if year == 2024 else 365))
        case _:
            return chance.randrange(1, 6) if column.name == "household_size" else chance.randrange(2)


def made_rows(subject: Subject, year: int, count: int) -> Iterator[list[Value]]:
    """Yield rows of all columns."""
    chance = Random(f"{subject} {year}")
    for number in range(count):
        yield [made_value(column, year, number, chance) for column in RAW[subject].values()]


def made_folder(folder: Path, years: range, count: int) -> Path:
    """Write snapshots of both subjects and return the folder."""
    for year in years:
        for subject in Subject:
            path = snapshot_path(folder, subject, year, "made")
            snapshot_of_rows(made_rows(subject, year, count), list(RAW[subject]), subject, path)
    return folder
