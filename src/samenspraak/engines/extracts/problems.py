"""What is wrong with, or odd about, the cells of an extract: with row, column and advice."""

from __future__ import annotations

from dataclasses import dataclass

MOST_EXAMPLES = 5


def dotted(number: int) -> str:
    """Return a number as it is written in Dutch: 1.200."""
    return f"{number:,}".replace(",", ".")


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of problem in one column: how often, where first, what it says and what to do.

    Codes that begin with E keep the file out; W is worth a look.
    """

    code: str
    column: str  # as the file calls it
    message: str
    advice: str
    count: int = 1
    rows: tuple[int, ...] = ()  # row numbers as a sheet program shows them, the first few

    @property
    def is_blocking(self) -> bool:
        """Tell whether nothing is kept while this is so."""
        return self.code.startswith("E")

    def __str__(self) -> str:
        where = f"kolom “{self.column}”" if self.column else "het bestand"
        if self.rows:
            listed = ", ".join(str(row) for row in self.rows)
            where += f", {'rij' if len(self.rows) == 1 else 'rijen'} {listed}"
            where += f" en {self.count - len(self.rows)} andere" if self.count > len(self.rows) else ""
        return f"{where}: {self.message} {self.advice} ({self.code})"
