"""One text, three engines, the same numbers to the last digit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.raw_columns import RAW, SQL_TYPES
from samenspraak.engines.knowledge.key_figures import load_key_figures
from samenspraak.engines.knowledge.parameters import load_parameters
from samenspraak.engines.warehouse.computing import compute
from samenspraak.engines.warehouse.engine import Engine
from samenspraak.engines.warehouse.on_duckdb import DuckDb
from samenspraak.engines.warehouse.on_postgresql import PostgreSql
from samenspraak.engines.warehouse.on_spark import Spark
from tests.engines.warehouse.made_up import made_folder, made_rows

YEARS, COUNT = range(2024, 2025), 1_000  # the year in which a limit changes
BY = ("association", "municipality", "district")
# Without groups a few are enough: to compile all of them costs Spark as much as all groups do.
FEW = {"STOCK.COUNT", "PRICE.GOE", "RENT.AVERAGE", "ALLOCATED.TARGET_INCOME", "ALLOCATED.INCOME.PRI"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_folder(tmp_path_factory.mktemp("made"), YEARS, COUNT)


@pytest.fixture
def postgresql() -> Iterator[PostgreSql]:
    """Tables that are gone with the connection."""
    with psycopg.connect(os.environ["SAMENSPRAAK_DATABASE_URL"]) as connection:
        for subject in Subject:
            typed = ", ".join(f"{column.name} {SQL_TYPES[column.kind]}" for column in RAW[subject].values())
            connection.execute(f"CREATE TEMPORARY TABLE {subject} ({typed})".encode())
            with connection.cursor().copy(f"COPY {subject} FROM STDIN".encode()) as copy:
                for year in YEARS:
                    for row in made_rows(subject, year, COUNT):
                        copy.write_row(row)
        yield PostgreSql(connection)
        connection.rollback()


@pytest.fixture
def spark(folder: Path) -> Iterator[Spark]:
    from pyspark.sql import SparkSession

    # Compiling a query of seventy sums takes Spark far longer than running it over a thousand rows.
    quiet = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    }
    builder: Any = SparkSession.builder.master("local[1]").config("spark.driver.host", "127.0.0.1")
    for name, setting in quiet.items():
        builder = builder.config(name, setting)
    session = builder.getOrCreate()
    for subject in Subject:
        files = [str(path) for path in sorted(folder.glob(f"{subject}-*.parquet"))]
        session.read.parquet(*files).createOrReplaceTempView(subject.value)
    yield Spark(session)
    session.stop()


@pytest.mark.slow  # Spark starts in some ten seconds
@pytest.mark.java
@pytest.mark.database
@pytest.mark.postgres
@pytest.mark.filterwarnings("ignore")  # Spark's own
def test_three_engines_give_the_same_to_the_last_digit(folder: Path, postgresql: PostgreSql, spark: Spark) -> None:
    def answer(engine: Engine) -> list[Any]:
        figures, parameters = load_key_figures(), load_parameters()
        few = [figure for figure in figures if figure.code in FEW]
        return [
            *compute(engine, figures, years=YEARS, groupings=[BY], parameters=parameters),
            *compute(engine, few, years=YEARS, parameters=parameters),
        ]

    with DuckDb(folder) as embedded:
        expected = answer(embedded)
    assert len(expected) > 76 * 10
    assert answer(postgresql) == expected
    assert answer(spark) == expected
