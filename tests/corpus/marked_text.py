"""Documents with their labels between the lines: "§code|title|theme|parties|deadline|quantities" above a commitment.

Parties and quantities are divided by ";", a quantity is "30 % min". What is left out is not there.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.corpus.register import UNITS, Expected, Register

MARK = "§"
THEMES = {
    "B": "availability",
    "Be": "affordability",
    "D": "sustainability",
    "Z": "care",
    "L": "liveability",
    "S": "cooperation",
    "": None,
}
FIELDS = 6
# A bullet, a number, a code or the word "Afspraak:" in front of the statement.
IN_FRONT = re.compile(r"^(?:[-•]|[a-z]\.|\d+[A-Z]|\d+(?:\.\d+)*\.?|Afspraak:)\s+")
ONLY_A_CODE = re.compile(r"^[A-Z]{2,3}-\d+ \w+(?: \w+)?$")
FIRST_WORDS = 10


def read_marked(path: Path) -> tuple[str, Register]:
    """Return a document's text without the marks, and what they say."""
    lines: list[str] = []
    found: list[Expected] = []
    mark: str | None = None
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith(MARK):
            mark = line[len(MARK) :]
            continue
        lines.append(line)
        words = IN_FRONT.sub("", line.strip())
        if mark is not None and words and not ONLY_A_CODE.match(words):
            found.append(_expected(mark, " ".join(words.split()[:FIRST_WORDS])))
            mark = None
    return "\n".join(lines), Register(path.stem, tuple(found), (), {})


def _expected(mark: str, starts_with: str) -> Expected:
    code, title, theme, parties, deadline, quantities = [*mark.split("|"), *[""] * FIELDS][:FIELDS]
    return Expected(
        starts_with=starts_with,
        code=code or None,
        title=title or None,
        theme=THEMES[theme],
        parties=tuple(filter(None, parties.split(";"))),
        deadline=deadline or None,
        quantities=tuple(_quantity(each) for each in quantities.split(";") if each),
        is_optional=False,
    )


def _quantity(words: str) -> tuple[float, str, str]:
    value, *unit, bound = words.split()
    name = " ".join(unit)
    return float(value), UNITS.get(name, name), bound
