"""The shipped limits per day, and amounts exactly on a limit. docs/domain/measurement.md shows these same tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from samenspraak.core.measurement.errors import LimitUndecided, MissingParameter
from samenspraak.core.measurement.households import Household
from samenspraak.core.measurement.parameters import ParameterName
from samenspraak.engines.knowledge.parameters import load_parameters

PAGE = Path(__file__).parents[2] / "docs" / "domain" / "measurement.md"

# An amount in brackets is unverified; a dash is not known.
RENTS = """
  on         || quality discount | lower capping | upper capping | rent allowance | liberalisation | mid rent
  2015-01-01 ||   403.06         |  576.87       |  618.24       |  710.68        |  710.68        |  -
  2016-12-31 ||  (409.92)        |  586.68       |  628.76       |  710.68        |  710.68        |  -
  2017-06-01 ||  (414.02)        | (592.55)      | (635.05)      |  710.68        |  710.68        |  -
  2018-06-01 ||   417.34         |  597.30       |  640.14       |  710.68        |  710.68        |  -
  2019-06-01 ||   424.44         |  607.46       |  651.03       |  720.42        |  720.42        |  -
  2020-06-01 ||   432.51         |  619.01       |  663.40       |  737.14        |  737.14        |  -
  2021-06-01 ||  (442.46)        |  633.25       |  678.66       | (752.33)       | (752.33)       |  -
  2022-06-01 ||   442.46         |  633.25       |  678.66       |  763.47        |  763.47        |  -
  2023-06-01 ||   452.20         |  647.19       |  693.60       |  808.06        |  808.06        |  -
  2024-06-30 ||   454.47         |  650.43       |  697.07       |  879.66        |  879.66        |  -
  2024-07-01 ||   454.47         |  650.43       |  697.07       |  879.66        | 1157.95        | 1157.95
  2025-06-01 ||   477.20         |  682.96       |  731.93       |  900.07        | 1184.82        | 1184.82
  2026-06-01 ||  (498.20)        |  713.02       |  764.14       |  932.93        | 1228.07        | 1228.07
  2027-01-01 ||   -              |  -            |  -            |  -             |  -             |  -
  2014-12-31 ||   -              |  -            |  -            |  -             |  -             |  -
"""

INCOMES = """
  in   || social, one | social, more | second | appropriate, one | more   | older, one | older, more
  2016 ||  (35739)    |  (35739)     | (39874)|  22100           | 30000  | (22100)    |  30050
  2017 ||   36165     |   36165      | (40349)|  22200           | 30150  |  -         |  30175
  2018 ||   36798     |   36798      | (41056)|  22400           | 30400  |  -         |  -
  2019 ||   38035     |   38035      |  42436 |  22700           | 30825  |  22675     |  30800
  2020 ||  (39055)    |  (39055)     | (43574)|  23225           | 31550  |  23175     |  31475
  2021 ||   40024     |   40024      |  44655 |  -               | -      |  -         |  -
  2022 ||   40765     |   45014      |  -     |  24075           | 32675  |  23975     |  32550
  2023 ||   44035     |   48625      |  -     |  25475           | 34575  |  25075     |  33800
  2024 ||   47699     |   52671      |  -     |  -               | -      |  -         |  -
  2025 ||   49669     |   54847      |  -     |  28375           | 38500  |  27775     |  37350
  2026 ||   51537     |   56910      |  -     |  29400           | 39925  |  28775     |  38650
"""

SHARES = """
  on         || to the income limit | by agreement | appropriate | affordable purchase
  2015-06-01 ||  0.80               |  -           |  -          |  -
  2021-12-31 ||  0.80               |  -           | 0.95        |  -
  2022-01-01 ||  0.925              | 0.85         | 0.95        |  -
  2023-06-01 ||  0.925              | 0.85         | 0.95        |  355000
  2024-06-01 ||  0.925              | 0.85         | 0.95        |  390000
  2025-06-01 ||  0.925              | 0.85         | 0.95        | (405000)
  2026-06-01 ||  0.925              | 0.85         | 0.95        | (420000)
"""

ON_THE_LIMIT = """
  limit                    | household          | on         | amount   || falls under it
  quality discount limit   |                    | 2023-06-01 |   452.19 || yes
  quality discount limit   |                    | 2023-06-01 |   452.20 || yes
  quality discount limit   |                    | 2023-06-01 |   452.21 || no
  upper capping limit      |                    | 2023-06-01 |   693.60 || yes
  upper capping limit      |                    | 2023-06-01 |   693.61 || no
  liberalisation limit     |                    | 2024-06-30 |   879.66 || yes
  liberalisation limit     |                    | 2024-06-30 |   879.67 || no
  liberalisation limit     |                    | 2024-07-01 |   879.67 || yes
  rent allowance maximum   |                    | 2024-07-01 |   879.67 || no
  allocation income limit  | one person         | 2023-06-01 | 44035    || yes
  allocation income limit  | one person         | 2023-06-01 | 44036    || no
  allocation income limit  | more persons       | 2023-06-01 | 48625    || yes
  allocation income limit  | more persons older | 2023-06-01 | 48625    || yes
  appropriate income limit | more persons older | 2023-06-01 | 33800    || yes
  appropriate income limit | more persons older | 2023-06-01 | 33801    || no
  appropriate income limit | more persons       | 2023-06-01 | 33801    || yes
  affordable purchase limit|                    | 2024-06-01 | 389999   || yes
  affordable purchase limit|                    | 2024-06-01 | 390001   || no
  affordable purchase limit|                    | 2024-06-01 | 390000   || not known
"""

Asked = tuple[ParameterName, Household | None]

RENT_COLUMNS: list[Asked] = [
    (ParameterName.QUALITY_DISCOUNT_LIMIT, None),
    (ParameterName.LOWER_CAPPING_LIMIT, None),
    (ParameterName.UPPER_CAPPING_LIMIT, None),
    (ParameterName.RENT_ALLOWANCE_MAXIMUM, None),
    (ParameterName.LIBERALISATION_LIMIT, None),
    (ParameterName.MID_RENT_LIMIT, None),
]
INCOME_COLUMNS: list[Asked] = [
    (ParameterName.ALLOCATION_INCOME_LIMIT, Household.ONE_PERSON),
    (ParameterName.ALLOCATION_INCOME_LIMIT, Household.MORE_PERSONS),
    (ParameterName.SECOND_INCOME_LIMIT, None),
    (ParameterName.APPROPRIATE_INCOME_LIMIT, Household.ONE_PERSON),
    (ParameterName.APPROPRIATE_INCOME_LIMIT, Household.MORE_PERSONS),
    (ParameterName.APPROPRIATE_INCOME_LIMIT, Household.ONE_PERSON_OLDER),
    (ParameterName.APPROPRIATE_INCOME_LIMIT, Household.MORE_PERSONS_OLDER),
]
SHARE_COLUMNS: list[Asked] = [
    (ParameterName.ALLOCATION_SHARE, None),
    (ParameterName.ALLOCATION_SHARE_BY_AGREEMENT, None),
    (ParameterName.APPROPRIATE_SHARE, None),
    (ParameterName.AFFORDABLE_PURCHASE_LIMIT, None),
]


def rows(table: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.replace("||", "|").split("|")] for line in table.strip("\n").splitlines()[1:]
    ]


def shown(asked: Asked, on: date) -> str:
    """Write a value as the tables do: in brackets when unverified, a dash when not known."""
    name, household = asked
    found = load_parameters().find(name, on=on, household=household)
    if found is None:
        return "-"
    return str(found.value) if found.is_verified else f"({found.value})"


@pytest.mark.parametrize("cells", rows(RENTS), ids=lambda cells: cells[0])
def test_rent_limits(cells: list[str]) -> None:
    assert [shown(column, date.fromisoformat(cells[0])) for column in RENT_COLUMNS] == cells[1:]


@pytest.mark.parametrize("cells", rows(INCOMES), ids=lambda cells: cells[0])
def test_income_limits_hold_the_whole_year(cells: list[str]) -> None:
    for day in (date(int(cells[0]), 1, 1), date(int(cells[0]), 12, 31)):
        assert [shown(column, day) for column in INCOME_COLUMNS] == cells[1:]


@pytest.mark.parametrize("cells", rows(SHARES), ids=lambda cells: cells[0])
def test_shares_and_the_purchase_limit(cells: list[str]) -> None:
    assert [shown(column, date.fromisoformat(cells[0])) for column in SHARE_COLUMNS] == cells[1:]


@pytest.mark.parametrize("cells", rows(ON_THE_LIMIT), ids=" | ".join)
def test_on_which_side_an_amount_falls(cells: list[str]) -> None:
    limit, whose, on, amount, answer = cells
    household = Household(whose.replace(" ", "_")) if whose else None
    name = ParameterName(limit.replace(" ", "_"))
    value = load_parameters().value(name, on=date.fromisoformat(on), household=household)
    if answer == "not known":
        with pytest.raises(LimitUndecided, match="precies de grens voor betaalbare koop"):
            value.covers(Decimal(amount))
    else:
        assert value.covers(Decimal(amount)) is (answer == "yes")


def test_what_is_missing_is_named_with_its_day_and_household() -> None:
    with pytest.raises(MissingParameter) as failure:
        load_parameters().value(
            ParameterName.APPROPRIATE_INCOME_LIMIT, on=date(2024, 3, 1), household=Household.ONE_PERSON_OLDER
        )
    assert failure.value.message == (
        "De inkomensgrens voor passend toewijzen (huishouden: eenpersoons oudere) is niet bekend voor 1 maart 2024. "
        "Voeg het bedrag toe bij de grenzen, met de bron."
    )


@pytest.mark.parametrize("table", [RENTS, INCOMES, SHARES, ON_THE_LIMIT])
def test_the_documentation_shows_the_table_that_is_tested(table: str) -> None:
    assert table in PAGE.read_text(encoding="utf-8")
