"""The key figures, case by case: small tables that can be checked by hand.

Amounts on a limit, one cent over it, a unit owned for a half, things that are not known, and the first half of 2024 beside the second.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from samenspraak.core.measurement.key_figures.bridges import bridge_of
from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.results import FigureValue, OutsideNumbers, decimal_text
from samenspraak.core.measurement.key_figures.sql import OwnershipRule
from samenspraak.engines.knowledge.key_figures import load_key_figures
from samenspraak.engines.knowledge.parameters import load_parameters
from samenspraak.engines.warehouse.computing import compute
from samenspraak.engines.warehouse.on_duckdb import DuckDb
from tests.specs.small_stock import table, write

# Limits of 2023: 452.20, 647.19, 693.60 and 808.06. A rent that is exactly a limit still falls under it.
STOCK_2023 = """
unit|owned|at_opening|at_closing|self_contained|rent_cents|social_label|opening_label|energy_label|energy_method|energy_status|energy_exception|accessibility|in_reason|out_reason|vacant_since|evictions
 1  |100  |yes       |yes       |yes           |452.20    |DAE         |DAE          |A           |NTA          |DEF          |                |NUL          |         |          |            |0
 2  |100  |yes       |yes       |yes           |452.21    |DAE         |DAE          |E           |NTA          |DEF          |                |ROA          |         |          |            |1
 3  |100  |yes       |yes       |yes           |647.19    |DAE         |DAE          |F           |EI           |DEF          |MON             |ROG          |         |          |            |0
 4  |100  |yes       |yes       |yes           |647.20    |DAE         |NDA          |G           |VEL          |VOO          |                |ROL          |         |          |            |0
 5  |100  |yes       |yes       |yes           |693.60    |DAE         |             |AP4         |NTA          |DEF          |                |RUI          |         |          |            |0
 6  |100  |yes       |yes       |yes           |693.61    |NDA         |DAE          |B           |NTA          |DEF          |                |ZON          |         |          |            |0
 7  |100  |yes       |yes       |yes           |808.06    |DAE         |DAE          |C           |             |             |                |GNV          |         |          |2023-09-30  |0
 8  |100  |yes       |yes       |yes           |808.07    |NDA         |NDA          |D           |NTA          |DEF          |                |             |         |          |2023-10-01  |0
 9  |50   |no        |yes       |yes           |500.00    |DAE         |             |A           |NTA          |DEF          |                |NUL          |NIE      |          |            |0
10  |100  |no        |yes       |yes           |850.00    |NDA         |             |A           |NTA          |DEF          |                |             |AAN      |          |            |0
11  |100  |yes       |no        |yes           |400.00    |            |DAE          |G           |VEL          |DEF          |SLO             |             |         |SLO       |            |0
12  |100  |yes       |no        |yes           |600.00    |            |DAE          |            |             |             |                |             |         |VAH       |            |0
13  |100  |yes       |yes       |yes           |          |            |DAE          |            |             |             |                |             |         |          |            |0
14  |100  |yes       |yes       |no            |300.00    |DAE         |DAE          |            |             |             |                |             |         |          |            |0
15  |100  |no        |yes       |yes           |700.00    |DAE         |             |            |             |             |                |             |         |          |            |0
16  |100  |yes       |no        |yes           |700.00    |            |DAE          |            |             |             |                |             |         |SAM       |            |0
"""

# A half owned unit counts for a half: 12.5 units at the end of the year. All dwellings of the municipality: 100, of which 20 new.
FIGURES_2023 = """
figure                          |count|of  |left out|value
STOCK.COUNT                     |12.5 |    |        |12.5
PRICE.GOE                       |1    |10.5|1       |0.0952
PRICE.BETL                      |2.5  |10.5|1       |0.2381
PRICE.BETH                      |2    |10.5|1       |0.1905
PRICE.DUU                       |3    |10.5|1       |0.2857
PRICE.BOV                       |2    |10.5|1       |0.1905
VERA.GOE                        |1    |10.5|1       |0.0952
VERA.BET                        |4.5  |10.5|1       |0.4286
VERA.DUU                        |3    |10.5|1       |0.2857
VERA.BOV                        |2    |10.5|1       |0.1905
RENT.MID                        |0    |10.5|1       |0.0000
SOCIAL.COUNT                    |8.5  |    |        |8.5
SOCIAL.OF_STOCK                 |8.5  |100 |1       |0.0850
SOCIAL.OF_NEW_BUILD             |0.5  |20  |        |0.0250
SOCIAL.OF_ASSOCIATION           |8.5  |10.5|1       |0.8095
SOCIAL.OF_ASSOCIATION_NEW_BUILD |0.5  |0.5 |        |1.0000
ENERGY.AP4                      |1    |9.5 |3       |0.1053
ENERGY.AP3                      |0    |9.5 |3       |0.0000
ENERGY.APP                      |0    |9.5 |3       |0.0000
ENERGY.AP                       |0    |9.5 |3       |0.0000
ENERGY.A                        |2.5  |9.5 |3       |0.2632
ENERGY.B                        |1    |9.5 |3       |0.1053
ENERGY.C                        |1    |9.5 |3       |0.1053
ENERGY.D                        |1    |9.5 |3       |0.1053
ENERGY.E                        |1    |9.5 |3       |0.1053
ENERGY.F                        |1    |9.5 |3       |0.1053
ENERGY.G                        |1    |9.5 |3       |0.1053
EFG.COUNT                       |3    |    |        |3
EFG.TO_DO                       |2    |    |        |2
EFG.SHARE                       |3    |9.5 |3       |0.3158
ENERGY.PROVISIONAL              |1    |8.5 |        |0.1176
ENERGY.NTA                      |6.5  |8.5 |        |0.7647
ACCESS.ZERO_STEP                |4.5  |7.5 |5       |0.6000
ACCESS.WALKER                   |4    |7.5 |5       |0.5333
ACCESS.WHEELCHAIR               |2    |7.5 |5       |0.2667
VACANT.LONG                     |1    |12.5|        |0.0800
"""

BRIDGES_2023 = """
step           |all units|DAEB stock
OPENING        |13       |10
NEW_BUILD      |0.5      |0.5
BOUGHT         |1        |0
OTHER_IN       |1        |1
DEMOLISHED     |1        |1
SOLD           |1        |1
OTHER_OUT      |1        |1
RELABELLED_IN  |         |1
RELABELLED_OUT |         |1
LABEL_FOUND    |         |1
LABEL_LOST     |         |1
CLOSING        |12.5     |8.5
"""


def computed(folder: Path, year: int, *, rule: OwnershipRule = OwnershipRule.IN_PROPORTION) -> dict[str, FigureValue]:
    """Return all figures of which there are data, by code."""
    with DuckDb(folder) as engine:
        figures = [figure for figure in load_key_figures() if engine.columns(figure.subject, year)]
        outside = {year: {"GM0001": OutsideNumbers(100, 20)}}
        values = compute(engine, figures, years=[year], parameters=load_parameters(), rule=rule, outside=outside)
    return {value.code: value for value in values}


def number(text: str | None) -> str:
    """Return a number as the tables write it: no nought behind the last digit."""
    return "" if text is None else text.rstrip("0").rstrip(".") if "." in text else text


def row_of(value: FigureValue) -> list[str]:
    """Return what the table says of a figure."""
    parts = [value.numerator, value.denominator, value.left_out]
    counts = ["" if part is None else number(decimal_text(part, 4)) for part in parts]
    shown = value.rounded(4) or ""
    return [*counts, shown if value.denominator is not None else number(shown)]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FigureValue]:
    folder = tmp_path_factory.mktemp("stock")
    write(folder, Subject.STOCK, 2023, STOCK_2023)
    return computed(folder, 2023)


@pytest.mark.parametrize("row", table(FIGURES_2023)[1], ids=lambda row: row[0])
def test_a_figure_of_the_stock_is_what_the_table_says(small: dict[str, FigureValue], row: list[str]) -> None:
    code, *wanted = row
    assert row_of(small[code]) == wanted


@pytest.mark.parametrize(("kind", "column"), [("BRIDGE", 1), ("SOCIAL_BRIDGE", 2)])
def test_a_bridge_is_what_the_table_says_and_closes(small: dict[str, FigureValue], kind: str, column: int) -> None:
    wanted = {row[0]: row[column] for row in table(BRIDGES_2023)[1] if row[column]}
    found = {code.removeprefix(f"{kind}."): value for code, value in small.items() if code.startswith(f"{kind}.")}
    assert {step: number(value.rounded(4)) for step, value in found.items()} == wanted
    bridge = bridge_of(small.values(), kind)
    assert bridge is not None
    assert bridge.gap == 0


def test_the_average_rent_weighs_what_is_owned(small: dict[str, FigureValue]) -> None:
    # Nine rents of whole units, 6394.14 together with unit 8 and 10, and half of 500 for the half owned one.
    rents = 452.20 + 452.21 + 647.19 + 647.20 + 693.60 + 693.61 + 808.06 + 808.07 + 850 + 700 + 500 / 2
    assert small["RENT.AVERAGE"].rounded(2) == f"{rents / 10.5:.2f}"


def test_a_single_eviction_is_not_shown(small: dict[str, FigureValue]) -> None:
    value = small["EVICTIONS.ARREARS"]
    assert (value.state, value.value, value.numerator) == ("suppressed", None, None)


def test_every_unit_counts_as_one_where_that_is_the_rule(tmp_path: Path) -> None:
    write(tmp_path, Subject.STOCK, 2023, STOCK_2023)
    whole = computed(tmp_path, 2023, rule=OwnershipRule.WHOLE)
    assert row_of(whole["STOCK.COUNT"]) == ["13", "", "", "13"]
    assert row_of(whole["PRICE.BETL"]) == ["3", "11", "1", "0.2727"]


# Limits of 2024: 454.47, 650.43, 697.07, 879.66; the liberalisation limit 879.66 until 30 June, 1,157.95 after that.
# Incomes of 2024: 47,699 for one person, 52,671 for more. The income limit of appropriate allocation of 2024 is not known.
ALLOCATIONS_2024 = """
allocation|allocated_on|rent_cents|income_cents|household_size|is_older|appropriateness|appropriateness_detail|priority|priority_detail|more_target_group|model
 1        |2024-06-30  |879.66    |47699.00    |1             |no      |PAS            |                      |        |               |                 |AAN
 2        |2024-06-30  |879.67    |47699.01    |1             |no      |NVT            |                      |        |               |                 |AAN
 3        |2024-07-01  |879.67    |52671.00    |2             |no      |NVT            |                      |        |               |                 |AAN
 4        |2024-07-01  |1157.95   |52671.01    |2             |no      |NVT            |                      |        |               |                 |AAN
 5        |2024-07-01  |1157.96   |60000.00    |3             |no      |NVT            |                      |        |               |                 |VRI
 6        |2024-03-01  |454.47    |20000.00    |1             |no      |PAS            |                      |URG     |STA            |                 |DIS
 7        |2024-03-01  |650.43    |20000.00    |2             |no      |PAS            |                      |URG     |DAK            |                 |DIS
 8        |2024-03-01  |697.07    |20000.00    |3             |no      |PAS            |                      |BIN     |KRN            |                 |AAN
 9        |2024-03-01  |697.08    |20000.00    |3             |no      |NIE            |BIJ                   |BIN     |REG            |                 |AAN
10        |2024-03-01  |700.00    |50000.00    |1             |no      |NIE            |                      |        |               |STH              |
11        |2024-03-01  |700.00    |            |1             |no      |               |                      |        |               |                 |AAN
"""

FIGURES_2024 = """
figure                           |count|of|left out|value
ALLOCATED.COUNT                  |11   |  |        |11
ALLOCATED.TARGET_INCOME          |5    |6 |1       |0.8333
ALLOCATED.APPROPRIATE            |4    |6 |1       |0.6667
ALLOCATED.APPROPRIATE_EXCEPTION  |1    |6 |        |0.1667
ALLOCATED.PRICE.GOE              |1    |11|0       |0.0909
ALLOCATED.PRICE.BETL             |1    |11|0       |0.0909
ALLOCATED.PRICE.BETH             |1    |11|0       |0.0909
ALLOCATED.PRICE.DUU              |4    |11|0       |0.3636
ALLOCATED.PRICE.BOV              |4    |11|0       |0.3636
ALLOCATED.URGENT                 |2    |11|        |0.1818
ALLOCATED.REGULAR                |9    |11|        |0.8182
ALLOCATED.STATUS_HOLDERS         |2    |11|        |0.1818
ALLOCATED.LOCAL_PRIORITY         |1    |11|        |0.0909
ALLOCATED.DIRECT                 |2    |10|1       |0.2000
"""

# Of 2025 the limits of appropriate allocation are known: 28,375 and 38,500; older people 27,775 and 37,350. Allocation: 49,669 and 54,847.
# Rents: 682.96 for one or two persons, 731.93 for more.
ALLOCATIONS_2025 = """
allocation|allocated_on|rent_cents|income_cents|household_size|is_older
 1        |2025-01-01  |682.96    |28375.00    |1             |no
 2        |2025-01-01  |682.97    |28375.01    |1             |no
 3        |2025-01-01  |682.97    |38500.00    |2             |no
 4        |2025-01-01  |731.93    |38500.00    |3             |no
 5        |2025-12-31  |600.00    |27775.00    |1             |yes
 6        |2025-12-31  |600.00    |27775.01    |1             |yes
 7        |2025-12-31  |600.00    |54847.01    |4             |yes
 8        |2025-12-31  |600.00    |20000.00    |2             |
"""

FIGURES_2025 = """
figure                         |count|of|left out|value
ALLOCATED.INCOME.PRI           |4    |7 |1       |0.5714
ALLOCATED.INCOME.SEC           |2    |7 |1       |0.2857
ALLOCATED.INCOME.HOG           |1    |7 |1       |0.1429
ALLOCATED.APPROPRIATE_BY_RULE  |3    |4 |1       |0.7500
"""


def unprotected(folder: Path, year: int, monkeypatch: pytest.MonkeyPatch) -> dict[str, FigureValue]:
    """Return the figures as they are counted, before small numbers are taken out."""
    monkeypatch.setattr("samenspraak.engines.warehouse.computing.protected", lambda values, _figures: values)
    return computed(folder, year)


@pytest.mark.parametrize(
    ("year", "allocations", "figures"),
    [(2024, ALLOCATIONS_2024, FIGURES_2024), (2025, ALLOCATIONS_2025, FIGURES_2025)],
)
def test_the_figures_of_allocations_are_what_the_tables_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int, allocations: str, figures: str
) -> None:
    write(tmp_path, Subject.ALLOCATIONS, year, allocations)
    found = unprotected(tmp_path, year, monkeypatch)
    assert {row[0]: row_of(found[row[0]]) for row in table(figures)[1]} == {
        row[0]: row[1:] for row in table(figures)[1]
    }


def test_evictions_are_counted_whole_whoever_owns_the_other_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, Subject.STOCK, 2023, STOCK_2023)
    assert unprotected(tmp_path, 2023, monkeypatch)["EVICTIONS.ARREARS"].numerator == 1
    write(
        tmp_path / "half", Subject.STOCK, 2023, "unit|owned|at_closing|evictions\n1|50|yes|2\n2|100|yes|0\n3|100|no|1"
    )
    assert unprotected(tmp_path / "half", 2023, monkeypatch)["EVICTIONS.ARREARS"].numerator == 3


def test_a_limit_that_is_not_known_leaves_the_figure_unknown_and_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, Subject.ALLOCATIONS, 2024, ALLOCATIONS_2024)
    value = unprotected(tmp_path, 2024, monkeypatch)["ALLOCATED.INCOME.PRI"]
    assert value.state == "unknown"
    assert value.reason == "voor 2024 ontbreekt een grens: de inkomensgrens voor passend toewijzen"


def test_what_the_data_lack_leaves_the_figure_unknown_and_says_what(tmp_path: Path) -> None:
    write(tmp_path, Subject.STOCK, 2023, "unit|at_closing\n1|yes")
    value = computed(tmp_path, 2023)["VACANT.LONG"]
    assert (value.state, value.reason) == ("unknown", "in het bestand ontbreekt leeg sinds")


def test_every_figure_that_is_shipped_stands_in_a_table() -> None:
    rows = [*table(FIGURES_2023)[1], *table(FIGURES_2024)[1], *table(FIGURES_2025)[1]]
    bridges = {f"{kind}.{row[0]}" for row in table(BRIDGES_2023)[1] for kind in ("BRIDGE", "SOCIAL_BRIDGE")}
    elsewhere = {"RENT.AVERAGE", "EVICTIONS.ARREARS"}
    assert {figure.code for figure in load_key_figures()} - {row[0] for row in rows} - bridges - elsewhere == set()
