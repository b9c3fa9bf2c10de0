"""A stock of the size of the country, always the same: 2.4 million dwellings, 270 associations, 342 municipalities.

Made by DuckDB from hashes of row numbers, so that no file has to be shipped, with allocations. Rents lie around the
limits of their year; one in fifty cells is not known. Associations are large and small, each in a few municipalities.
Rows stand in the order of their places, as they come: one association delivers after the other.
"""

# ruff: noqa: E501, S608 - SQL of our own

from __future__ import annotations

from pathlib import Path

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.engines.knowledge.municipalities import municipalities
from samenspraak.engines.warehouse.on_duckdb import open_duckdb
from samenspraak.engines.warehouse.snapshots import snapshot_path, write_snapshot

DWELLINGS, ALLOCATIONS, ASSOCIATIONS = 2_400_000, 190_000, 270
YEARS = range(2015, 2027)


def chance(salt: str) -> str:
    """Return an expression between 0 and 1 that depends on the row and on a word."""
    return f"((hash(i * 31 + hash('{salt}')) % 1000003) / 1000003.0)"


def pick(salt: str, codes: str, unknown: float = 0.02) -> str:
    """Return an expression that takes one of the codes, or none."""
    listed = ", ".join(f"'{code}'" for code in codes.split())
    count = len(codes.split())
    place = f"1 + CAST(floor({chance(salt)} * {count}) AS INTEGER)"
    return f"CASE WHEN {chance(salt + '?')} < {unknown} THEN NULL ELSE list_extract([{listed}], {place}) END"


def _places(salt: str) -> str:
    """Large associations have most rows; each works in up to seven municipalities."""
    owner = f"CAST(floor({ASSOCIATIONS} * power({chance(salt)}, 2.2)) AS INTEGER)"
    return f"{owner} AS a, CAST(floor({chance(salt + 'm')} * 7) AS INTEGER) AS m"


def _stock(year: int) -> str:
    age = year - YEARS.start
    return f"""
SELECT {year} AS edition, 'L' || lpad(CAST(a AS VARCHAR), 4, '0') AS association,
  list_extract(places, 1 + (a * 13 + m * 29) % len(places)) AS municipality,
  'WK' || lpad(CAST((a * 7 + m) % 40 AS VARCHAR), 2, '0') AS district,
  'E' || CAST(i AS VARCHAR) AS unit,
  CAST({chance("new")} >= 0.012 AS INTEGER) AS at_opening,
  CAST({chance("gone")} >= 0.009 AS INTEGER) AS at_closing,
  CASE WHEN {chance("own")} < 0.01 THEN 5000 ELSE 10000 END AS owned,
  CASE WHEN {chance("rent?")} < 0.01 THEN NULL
    ELSE CAST(25000 + 75000 * power({chance("rent")}, 1.3) * {1 + age * 0.025:.4f} AS INTEGER) END AS rent_cents,
  CAST({chance("self")} >= 0.05 AS INTEGER) AS self_contained,
  {pick("label", "DAE DAE DAE DAE DAE DAE DAE DAE NDA", 0.005)} AS social_label,
  {pick("label", "DAE DAE DAE DAE DAE DAE DAE DAE NDA", 0.01)} AS opening_label,
  {pick("energy", "A A A B B C C C D D E F G AP APP", 0.03)} AS energy_label,
  {pick("method", "NTA NTA NTA EI VEL")} AS energy_method,
  {pick("status", "DEF DEF DEF DEF VOO")} AS energy_status,
  {pick("exception", "MON SLO KLE", 0.97)} AS energy_exception,
  {pick("access", "GNV NUL ROA ROG ROL RUI ZON ZON ZON", 0.1)} AS accessibility,
  {pick("in", "NIE NIE NIE AAN TRA SPL", 0.1)} AS in_reason,
  {pick("out", "SLO SLO VAH VAO VAB SAM", 0.1)} AS out_reason,
  CASE WHEN {chance("vacant")} < 0.02 THEN DATE '{year}-12-31' - CAST(400 * {chance("since")} AS INTEGER) END AS vacant_since,
  CAST({chance("evicted")} < 0.0008 AS INTEGER) AS evictions
FROM (SELECT i, {_places("place")} FROM range({DWELLINGS}) AS rows(i)), (SELECT list(code) AS places FROM municipalities)
"""


def _allocations(year: int) -> str:
    return f"""
SELECT {year} AS edition, 'L' || lpad(CAST(a AS VARCHAR), 4, '0') AS association,
  list_extract(places, 1 + (a * 13 + m * 29) % len(places)) AS municipality,
  'WK' || lpad(CAST((a * 7 + m) % 40 AS VARCHAR), 2, '0') AS district,
  'T' || CAST(i AS VARCHAR) AS allocation,
  DATE '{year}-01-01' + CAST(364 * {chance("day")} AS INTEGER) AS allocated_on,
  CAST(30000 + 60000 * {chance("rent")} AS INTEGER) AS rent_cents,
  CAST(1200000 + 5500000 * power({chance("income")}, 2) AS INTEGER) AS income_cents,
  1 + CAST(floor(5 * power({chance("size")}, 2)) AS INTEGER) AS household_size,
  CAST({chance("older")} < 0.2 AS INTEGER) AS is_older,
  {pick("fit", "PAS PAS PAS PAS PAS PAS PAS PAS PAS NIE NVT")} AS appropriateness,
  {pick("detail", "BIJ HER HHV", 0.9)} AS appropriateness_detail,
  {pick("group", "EEN GEZ JON SEN STA ZOR", 0.3)} AS target_group,
  {pick("more", "STH DAK GGZ", 0.9)} AS more_target_group,
  {pick("priority", "URG URG BIN GRO IND", 0.5)} AS priority,
  {pick("reason", "STA DAK MED KRN MAA ECO REG", 0.5)} AS priority_detail,
  {pick("model", "AAN AAN AAN DIS LOT OPT EER")} AS model
FROM (SELECT i, {_places("place")} FROM range({ALLOCATIONS}) AS rows(i)), (SELECT list(code) AS places FROM municipalities)
"""


def make(folder: Path) -> Path:
    """Write the snapshots that are not there yet and return the folder."""
    with open_duckdb(memory="1500MB") as connection:
        listed = ", ".join(f"('{each.cbs_code}')" for each in municipalities())
        connection.execute(f"CREATE TABLE municipalities AS SELECT * FROM (VALUES {listed}) AS given(code)")
        for year in YEARS:
            for subject, query in ((Subject.STOCK, _stock(year)), (Subject.ALLOCATIONS, _allocations(year))):
                path = snapshot_path(folder, subject, year, "national")
                if not path.exists():
                    ordered = f"{query} ORDER BY association, municipality, district"
                    write_snapshot(connection, ordered, path)
    return folder
