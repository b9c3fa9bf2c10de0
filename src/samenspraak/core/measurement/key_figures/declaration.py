"""One key figure: what it is called, what it means, what is counted over what, and with what it compares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.conditions import Condition, columns_in
from samenspraak.core.measurement.observations import SeriesBreak


class FigureUnit(StrEnum):
    """In what a key figure is expressed."""

    SHARE = "share"  # numerator over denominator
    DWELLINGS = "dwellings"
    ALLOCATIONS = "allocations"
    PER_THOUSAND = "per_thousand"
    EUR_PER_MONTH = "eur_per_month"


class Outside(StrEnum):
    """A denominator that no association knows: numbers of the whole municipality, given from outside."""

    DWELLINGS = "dwellings"
    NEW_DWELLINGS = "new_dwellings"


@dataclass(frozen=True, slots=True)
class Measure:
    """Rows counted, or one column summed, where a condition holds."""

    where: Condition | None = None
    total_of: str | None = None  # None counts rows

    def columns(self) -> Iterator[str]:
        """Yield what has to be known for it."""
        if self.where is not None:
            yield from columns_in(self.where)
        if self.total_of is not None:
            yield self.total_of


@dataclass(frozen=True, slots=True)
class Comparability:
    """With what a figure can be compared, and where not."""

    note: str
    note_en: str
    breaks: tuple[SeriesBreak, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A declaration. Figures of one `partition` split the same whole: together they are all of it."""

    code: str
    version: int
    subject: Subject
    name: str
    name_en: str
    definition: str
    definition_en: str
    unit: FigureUnit
    numerator: Measure
    denominator: Measure | Outside | None
    legal_basis: str
    comparability: Comparability
    left_out: Measure | None = None  # what cannot be placed, because something is not known
    partition: str = ""
    is_personal: bool = False  # small numbers point at people
    # What was written, as it was written: to show, and to change.
    texts: Mapping[str, str] = field(default_factory=dict, compare=False, hash=False, repr=False)

    def columns(self) -> frozenset[str]:
        """Return what has to be in the data for this figure."""
        measures = [self.numerator, *([self.denominator] if isinstance(self.denominator, Measure) else [])]
        return frozenset(column for measure in measures for column in measure.columns())
