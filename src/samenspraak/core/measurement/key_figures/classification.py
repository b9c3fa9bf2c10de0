"""From a raw row to the codes that key figures look at, as SQL expressions that every engine understands.

Amounts are whole cents and limits are literals, so no engine rounds. A stock is classified by the limits of
31 December of its year; an allocation by those of its own day, because limits change within a year (1 July 2024).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samenspraak.core.measurement.households import Household
from samenspraak.core.measurement.key_figures.columns import COLUMNS, ColumnKind, Subject
from samenspraak.core.measurement.key_figures.limits import Limit, YearLimits
from samenspraak.core.measurement.key_figures.raw_columns import RAW

CLASS_LIMITS = ("quality_discount_limit", "lower_capping_limit", "upper_capping_limit", "rent_allowance_maximum")
SEGMENT_LIMITS = ("rent_allowance_maximum", "liberalisation_limit")
NO_TEXT, NO_NUMBER = "CAST(NULL AS VARCHAR(20))", "CAST(NULL AS INTEGER)"
WHOLE = 10_000  # ownership is counted in hundredths of a per cent
VACANT_MONTHS = 3

_VERA = {"GOE": "GOE", "BETL": "BET", "BETH": "BET", "DUU": "DUU", "BOV": "BOV"}


@dataclass(frozen=True, slots=True)
class Classification:
    """The expression of every column, and which columns could not be made, with the reason in Dutch."""

    expressions: Mapping[str, str]
    unknown: Mapping[str, str]


def classify(subject: Subject, limits: YearLimits, present: frozenset[str]) -> Classification:
    """Return how the columns of a subject follow from the raw columns that are `present`."""
    makers = _STOCK if subject is Subject.STOCK else _ALLOCATIONS
    expressions: dict[str, str] = {}
    unknown: dict[str, str] = {}
    owned = "owned" if "owned" in present else str(WHOLE)
    for column in COLUMNS[subject]:
        needs, make = makers.get(column.name, ((column.name,), _as_it_is(column.name)))
        lacking = [name for name in needs if name not in present]
        made = None if lacking else make(limits)
        if lacking:
            unknown[column.name] = f"in het bestand ontbreekt {_and(RAW[subject][name].dutch for name in lacking)}"
        elif made is None:
            unknown[column.name] = lacks_limit(column.name, limits)
        empty = NO_TEXT if column.kind in {ColumnKind.CODE, ColumnKind.PLACE} else NO_NUMBER
        expressions |= _named(column.name, column.kind, made or empty, owned)
    expressions["units"] = "1"
    expressions["owned"] = owned
    return Classification(expressions, unknown)


def _named(name: str, kind: ColumnKind, made: str, owned: str) -> dict[str, str]:
    """A total is kept twice: as it is, and for the part that the association owns."""
    if kind is not ColumnKind.TOTAL:
        return {name: made}
    return {f"{name}_units": f"CAST({made} AS BIGINT)", f"{name}_owned": f"CAST({made} AS BIGINT) * {owned}"}


Maker = Callable[[YearLimits], "str | None"]


def _as_it_is(name: str) -> Maker:
    return lambda _limits: name


def price_class(limits: YearLimits, day: date, codes: Sequence[str] = tuple(_VERA)) -> str | None:
    """Return the expression of the class of a rent on a day, or None when a limit is not known."""
    known = [limits.at(name, day) for name in CLASS_LIMITS]
    return None if None in known else _ladder("rent_cents", [limit for limit in known if limit], codes)


def _vera_class(limits: YearLimits, day: date) -> str | None:
    return price_class(limits, day, tuple(_VERA.values()))


def _segment(limits: YearLimits, day: date) -> str | None:
    known = [limits.at(name, day) for name in SEGMENT_LIMITS]
    return None if None in known else _ladder("rent_cents", [limit for limit in known if limit], ("SOC", "MID", "VRY"))


def _ladder(amount: str, limits: Sequence[Limit], codes: Sequence[str]) -> str:
    """Return a CASE that climbs the limits; exactly on a limit of which it is not known, the answer is unknown."""
    steps = [f"WHEN {amount} IS NULL THEN NULL"]
    for limit, code in zip(limits, codes, strict=False):
        if limit.is_included is None:
            steps.append(f"WHEN {amount} = {limit.cents} THEN NULL")
        steps.append(f"WHEN {amount} {'<=' if limit.is_included else '<'} {limit.cents} THEN '{code}'")
    return f"CASE {' '.join(steps)} ELSE '{codes[-1]}' END"


def _flag(amount: str, limit: Limit) -> str:
    """Return 1 where an amount falls under a limit, 0 where not."""
    on = "NULL" if limit.is_included is None else str(int(limit.is_included))
    return f"CASE WHEN {amount} = {limit.cents} THEN {on} WHEN {amount} < {limit.cents} THEN 1 ELSE 0 END"


def _at_closing(make: Callable[[YearLimits, date], str | None]) -> Maker:
    return lambda limits: make(limits, limits.last_day)


def _by_day(names: Sequence[str], make: Callable[[YearLimits, date], str | None]) -> Maker:
    """Make the expression once for each part of the year in which limits stay the same."""

    def made(limits: YearLimits) -> str | None:
        days = limits.first_days(names)
        parts = [make(limits, day) for day in days]
        if None in parts:
            return None
        if len(days) == 1:
            return parts[0]
        steps = [
            f"WHEN allocated_on < DATE '{until}' THEN {part}" for part, until in zip(parts, days[1:], strict=False)
        ]
        return f"CASE WHEN allocated_on IS NULL THEN NULL {' '.join(steps)} ELSE {parts[-1]} END"

    return made


# A household as the limits of income tell them apart; the flag of older people may be unknown, and then the class is.
_CLASSES = (
    (Household.ONE_PERSON_OLDER, "household_size = 1 AND is_older = 1"),
    (Household.MORE_PERSONS_OLDER, "household_size > 1 AND is_older = 1"),
    (Household.ONE_PERSON, "household_size = 1 AND is_older = 0"),
    (Household.MORE_PERSONS, "household_size > 1 AND is_older = 0"),
)
_INCOME = ("income_cents", "household_size", "is_older", "allocated_on")


def _target_income(limits: YearLimits, day: date) -> str | None:
    one = limits.at("allocation_income_limit", day, Household.ONE_PERSON)
    more = limits.at("allocation_income_limit", day, Household.MORE_PERSONS)
    if one is None or more is None:
        return None
    return (
        "CASE WHEN income_cents IS NULL OR household_size IS NULL THEN NULL"
        f" WHEN household_size = 1 THEN {_flag('income_cents', one)} ELSE {_flag('income_cents', more)} END"
    )


def _income_group(limits: YearLimits, day: date) -> str | None:
    steps = ["WHEN income_cents IS NULL THEN NULL"]
    for household, condition in _CLASSES:
        primary = limits.at("appropriate_income_limit", day, household)
        secondary = limits.at("allocation_income_limit", day, household)
        if primary is None or secondary is None:
            return None
        steps.append(f"WHEN {condition} THEN {_ladder('income_cents', (primary, secondary), ('PRI', 'SEC', 'HOG'))}")
    return f"CASE {' '.join(steps)} END"


def _fits_rule(limits: YearLimits, day: date) -> str | None:
    """One or two persons: the lower capping limit; three or more: the upper one (Wet op de huurtoeslag art. 20)."""
    lower, upper = limits.at("lower_capping_limit", day), limits.at("upper_capping_limit", day)
    if lower is None or upper is None:
        return None
    return (
        "CASE WHEN rent_cents IS NULL OR household_size IS NULL THEN NULL"
        f" WHEN household_size <= 2 THEN {_flag('rent_cents', lower)} ELSE {_flag('rent_cents', upper)} END"
    )


def _long_vacant(limits: YearLimits) -> str:
    """Vacant since more than three whole months before the last of the year: since 30 September or earlier."""
    limit = date(limits.year, 12 - VACANT_MONTHS, 30)
    return f"CASE WHEN vacant_since IS NULL THEN 0 WHEN vacant_since <= DATE '{limit}' THEN 1 ELSE 0 END"


_STOCK: dict[str, tuple[tuple[str, ...], Maker]] = {
    "price_class": (("rent_cents",), _at_closing(price_class)),
    "vera_class": (("rent_cents",), _at_closing(_vera_class)),
    "segment": (("rent_cents",), _at_closing(_segment)),
    "long_vacant": (("vacant_since",), _long_vacant),
    "rent": (("rent_cents",), _as_it_is("rent_cents")),
}
_DATED = ("rent_cents", "allocated_on")
_ALLOCATIONS: dict[str, tuple[tuple[str, ...], Maker]] = {
    "price_class": (_DATED, _by_day(CLASS_LIMITS, price_class)),
    "vera_class": (_DATED, _by_day(CLASS_LIMITS, _vera_class)),
    "segment": (_DATED, _by_day(SEGMENT_LIMITS, _segment)),
    "target_income": (
        ("income_cents", "household_size", "allocated_on"),
        _by_day(("allocation_income_limit",), _target_income),
    ),
    "income_group": (_INCOME, _by_day(("appropriate_income_limit", "allocation_income_limit"), _income_group)),
    "fits_rule": (("household_size", *_DATED), _by_day(("lower_capping_limit", "upper_capping_limit"), _fits_rule)),
    "rent": (("rent_cents",), _as_it_is("rent_cents")),
}

# What a column needs and how those limits are called.
NEEDED_LIMITS: dict[str, tuple[str, ...]] = {
    "price_class": CLASS_LIMITS,
    "vera_class": CLASS_LIMITS,
    "segment": SEGMENT_LIMITS,
    "target_income": ("allocation_income_limit",),
    "income_group": ("appropriate_income_limit", "allocation_income_limit"),
    "fits_rule": ("lower_capping_limit", "upper_capping_limit"),
}
LIMIT_NAMES = {
    "quality_discount_limit": "de kwaliteitskortingsgrens",
    "lower_capping_limit": "de lage aftoppingsgrens",
    "upper_capping_limit": "de hoge aftoppingsgrens",
    "rent_allowance_maximum": "de huurtoeslaggrens",
    "liberalisation_limit": "de liberalisatiegrens",
    "allocation_income_limit": "de inkomensgrens voor toewijzen",
    "appropriate_income_limit": "de inkomensgrens voor passend toewijzen",
}


def lacks_limit(column: str, limits: YearLimits) -> str:
    """Say in Dutch which limit of the year a column lacks; empty where it lacks none."""
    names = _missing(column, limits) if column in NEEDED_LIMITS else ""
    return f"voor {limits.year} ontbreekt een grens: {names}" if names else ""


def lacks_raw(column: str, subject: Subject) -> str:
    """Say in Dutch what a list lacks of which a column would follow."""
    makers = _STOCK if subject is Subject.STOCK else _ALLOCATIONS
    needs = makers[column][0] if column in makers else (column,)
    words = _and(RAW[subject][name].dutch for name in needs)
    return f"in het bestand ontbreekt {words if len(needs) == 1 else f'een van deze: {words}'}"


def _missing(column: str, limits: YearLimits) -> str:
    days = limits.first_days(NEEDED_LIMITS[column])
    names = [
        n for n in NEEDED_LIMITS[column] if any(limits.at(n, day, each) is None for day in days for each, _ in _CLASSES)
    ]
    return _and(LIMIT_NAMES[name] for name in names)


def _and(words: Iterable[str]) -> str:
    listed = list(words)
    return " en ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)
