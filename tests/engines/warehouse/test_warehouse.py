"""What holds of key figures whatever the data are."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from pathlib import Path

import pytest

from samenspraak.core.measurement.key_figures.bridges import bridge_of
from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.declaration import FigureUnit
from samenspraak.core.measurement.key_figures.declaring import own_figure
from samenspraak.core.measurement.key_figures.limits import limits_of
from samenspraak.core.measurement.key_figures.results import FigureValue
from samenspraak.core.measurement.key_figures.sql import cube_query
from samenspraak.engines.knowledge.key_figures import load_key_figures
from samenspraak.engines.knowledge.parameters import load_parameters
from samenspraak.engines.warehouse.computing import compute
from samenspraak.engines.warehouse.errors import NoSnapshot, SnapshotExists
from samenspraak.engines.warehouse.on_duckdb import DuckDb, open_duckdb, parquet
from samenspraak.engines.warehouse.snapshots import snapshot_path, write_snapshot
from tests.engines.warehouse.made_up import made_folder

YEARS = range(2023, 2025)
FIGURES = load_key_figures()
GROUPINGS = ((), ("municipality",), ("municipality", "district"), ("association", "municipality"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_folder(tmp_path_factory.mktemp("made"), YEARS, 1_500)


@pytest.fixture(scope="module")
def values(folder: Path) -> list[FigureValue]:
    with DuckDb(folder) as engine:
        return compute(engine, FIGURES, years=YEARS, groupings=GROUPINGS, parameters=load_parameters())


def by_group(values: list[FigureValue]) -> dict[object, list[FigureValue]]:
    """Return the values of each group together."""
    found: dict[object, list[FigureValue]] = defaultdict(list)
    for value in values:
        found[value.year, value.groups, value.group].append(value)
    return found


def test_the_shares_of_a_partition_add_up_to_one(values: list[FigureValue]) -> None:
    partitions = {figure.code: figure.partition for figure in FIGURES if figure.partition}
    for group in by_group(values).values():
        shares: dict[str, list[Fraction | None]] = defaultdict(list)
        for value in group:
            if value.code in partitions:
                shares[value.code.partition(".")[0] + partitions[value.code]].append(value.value)
        for name, parts in shares.items():
            known = [part for part in parts if part is not None]
            assert len(known) < len(parts) or sum(known) == 1, name


def test_every_share_lies_between_nought_and_one(values: list[FigureValue]) -> None:
    shares = [value.value for value in values if value.unit is FigureUnit.SHARE and value.value is not None]
    assert len(shares) > 500
    assert all(0 <= share <= 1 for share in shares)


@pytest.mark.parametrize("kind", ["BRIDGE", "SOCIAL_BRIDGE"])
def test_every_bridge_closes(values: list[FigureValue], kind: str) -> None:
    bridges = [bridge_of(group, kind) for group in by_group(values).values()]
    assert len(bridges) > 40
    assert all(bridge is not None and bridge.gap == 0 for bridge in bridges)


@pytest.mark.slow  # counts everything twice
def test_a_cube_gives_what_the_rows_give(folder: Path, tmp_path: Path, values: list[FigureValue]) -> None:
    for year in YEARS:
        for subject in Subject:
            rows = snapshot_path(folder, subject, year, "made")
            with DuckDb(folder) as engine, open_duckdb() as connection:
                query = cube_query(subject, limits_of(load_parameters(), year), engine.columns(subject, year))
                connection.execute(f"CREATE VIEW {subject} AS SELECT * FROM {parquet([rows])}")  # noqa: S608
                write_snapshot(connection, query, snapshot_path(tmp_path, subject, year, "cube"))
    with DuckDb(tmp_path) as engine:
        stored = engine.columns(Subject.ALLOCATIONS, 2023)
        found = compute(engine, FIGURES, years=YEARS, groupings=GROUPINGS, parameters=load_parameters())
    assert not stored & {"allocation", "income_cents", "household_size", "allocated_on", "rent_cents"}
    assert [(v.code, v.group, v.numerator, v.denominator, v.value, v.state) for v in found] == [
        (v.code, v.group, v.numerator, v.denominator, v.value, v.state) for v in values
    ]


def test_a_figure_of_ones_own_is_computed_like_a_shipped_one_and_nought_below_is_unknown(folder: Path) -> None:
    form = {"subject": "stock", "name": "Seniorwoningen", "definition": "Nultreden van wie eruit ging", "unit": "share"}
    mine = own_figure({**form, "code": "SENIOR", "count": "toegankelijkheid is NUL", "of": "eind en niet begin"})
    never = own_figure({**form, "code": "NOOIT", "count": "eind", "of": "eind en niet eind"})
    with DuckDb(folder) as engine:
        found = compute(engine, [mine, never], years=[2023], parameters=load_parameters())
    assert found[0].value is not None
    assert 0 < found[0].value < 1
    assert (found[1].state, found[1].reason) == ("unknown", "er is niets om door te delen: het geheel is nul")


def test_a_year_without_data_is_said(folder: Path) -> None:
    with DuckDb(folder) as engine, pytest.raises(NoSnapshot) as raised:
        compute(engine, FIGURES, years=[2019], parameters=load_parameters())
    assert "over 2019" in str(raised.value)


def test_a_snapshot_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "stock-2023-x.parquet"
    with open_duckdb() as connection:
        write_snapshot(connection, "SELECT 1 AS edition", path)
        before = path.read_bytes()
        with pytest.raises(SnapshotExists):
            write_snapshot(connection, "SELECT 2 AS edition", path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_snapshot_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with open_duckdb() as connection, pytest.raises(Exception, match="nowhere"):
        write_snapshot(connection, "SELECT * FROM nowhere", tmp_path / "stock-2023-x.parquet")
    assert list(tmp_path.iterdir()) == []
