"""What stands in a cell: a number, an unknown that stays text (n.t.b., t.b., n.b.), or words."""

from __future__ import annotations

import re

from samenspraak.core.vocabulary.numbers import NumberKind, find_numbers, format_number

Value = str | float | None

NUMBER = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d")
UNKNOWN = re.compile(
    r"(?:n\.?\s?t\.?\s?b|t\.?\s?b\.?(?:d|g)?|n\.?\s?b|n\.?\s?n\.?\s?b|p\.?\s?m)\.?|nader te bepalen", re.IGNORECASE
)
DASH = re.compile(r"[-–—]+")
ABOUT = re.compile(r"^(?:ca\.?|circa|ongeveer|±|~|plusminus|rond(?: de)?|zo'n|bijna|ruim)\s", re.IGNORECASE)
# A number that is added stands in front; "Veldweg fase 2" is a name.
BEGINS = re.compile(rf"(?:{ABOUT.pattern.removeprefix('^')})?(?:€\s?)?\d", re.IGNORECASE)
ROW = re.compile(r"(?:\s(?:\d[\d.,]*%?|n\.?t\.?b\.?|t\.b\.|n\.b\.|[-–]))+$", re.IGNORECASE)


def value_of(text: str) -> Value:
    """Return the number that a cell holds, its text when it holds more than a number, None when it is empty."""
    words = " ".join(text.split())
    if not words:
        return None
    number = number_of_cell(text)
    return words if number is None else number


def number_of_cell(text: str) -> float | None:
    """Return the number when a cell holds nothing else; digits printed over several lines are one number."""
    digits = "".join(text.split())
    # "1 250" may be two numbers on one line; over two lines it is one that did not fit.
    if " " in text.strip() and "\n" not in text.strip():
        digits = text.strip()
    return parsed(digits) if NUMBER.fullmatch(digits) else None


def parsed(numeral: str) -> float:
    """Return the value of a Dutch numeral ("1.417", "12,5")."""
    return float(numeral.replace(".", "").replace(",", "."))


def is_unknown(text: str) -> bool:
    """Say whether a cell says that its number is not known yet."""
    return bool(UNKNOWN.fullmatch(text.strip()))


def is_row(text: str) -> bool:
    """Say whether a line that reads as a heading is a row of a table: it ends in two values, not both years."""
    found = ROW.search(text)
    values = found[0].split() if found else []
    return len(values) > 1 and not all(map(is_year, values))


def is_year(text: str) -> bool:
    """Say whether a text is a calendar year and nothing else."""
    return bool(YEAR.fullmatch(text.strip()))


def amount_in(value: Value) -> tuple[float, bool] | None:
    """Return the one number in a cell and whether it is meant about; None for unknowns, shares and years.

    "46 woningen" gives 46; "ca. 200" gives 200, about; "€ 1.500" gives 1500; "46 + 12" and "30%" give None.
    """
    if value is None or isinstance(value, float):
        return None if value is None else (value, False)
    found = find_numbers(value) if BEGINS.match(value) else ()
    if len(found) != 1 or found[0].kind is NumberKind.PERCENT or found[0].upper is not None:
        return None
    if found[0].is_year_like:
        return None
    return found[0].value, bool(ABOUT.match(value))


def counts(value: Value) -> bool:
    """Say whether a cell holds a number or an amount of money, and not a text with a number in it."""
    return isinstance(value, float) or (isinstance(value, str) and value.startswith("€") and bool(amount_in(value)))


def shown(value: Value) -> str:
    """Return a cell as a reader sees it."""
    if value is None:
        return ""
    return format_number(value) if isinstance(value, float) else value


def with_years_as_text(rows: list[list[Value]]) -> list[list[Value]]:
    """Return the rows with the numbers of a column that holds only years as text: a year counts nothing."""
    width = max((len(row) for row in rows), default=0)
    result = [list(row) for row in rows]
    for column in range(width):
        numbers = [row[column] for row in rows if column < len(row) and isinstance(row[column], float)]
        if numbers and all(isinstance(n, float) and n.is_integer() and is_year(f"{n:.0f}") for n in numbers):
            for row in result:
                if column < len(row) and isinstance(row[column], float):
                    row[column] = f"{row[column]:.0f}"
    return result
