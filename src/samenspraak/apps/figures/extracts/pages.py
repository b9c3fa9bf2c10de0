"""What the pages of lists and key figures show: frozen values, in the language of the reader where there are two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from samenspraak.apps.figures.models import Extract
from samenspraak.apps.figures.pages import Amount, ParameterRow
from samenspraak.core.measurement.key_figures.declaration import KeyFigure


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """Something about a list: where, what, and what to do."""

    code: str
    column: str
    message: str
    advice: str
    rows: tuple[int, ...]
    others: int  # rows that have it too, and are not named
    is_blocking: bool


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One of our columns: how the list calls it, or what it says for all rows."""

    name: str
    label: str
    theirs: str
    same: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class ExtractRow:
    """A list and how it stands."""

    public_id: UUID
    organisation: str
    subject: Extract.Subject
    year: int
    name: str
    status: Extract.Status
    is_final: bool
    delivered_by: str
    delivered_at: datetime
    message: str
    is_busy: bool
    doing: str = ""  # while it is busy: a `Doing`; empty before it begins
    done: int = 0
    total: int = 0
    percent: int | None = None  # None: not known


@dataclass(frozen=True, slots=True)
class ExtractPage:
    """A list: what was understood of it, and what came of it."""

    row: ExtractRow
    row_count: int
    columns: tuple[ColumnRow, ...]
    names: tuple[str, ...]  # what the columns of the list are called
    problems: tuple[ProblemRow, ...]
    preview: tuple[tuple[str, ...], ...]
    opening: str  # whether the opening equals last year's closing
    value_count: int
    hidden_count: int  # too small to be shown
    target_count: int
    counted_at: datetime | None
    withdrawn_at: datetime | None
    withdrawn_reason: str
    may_handle: bool
    rows_kept: bool  # encrypted, where the installation keeps them

    @property
    def blocking(self) -> tuple[ProblemRow, ...]:
        """What has to be mended first."""
        return tuple(one for one in self.problems if one.is_blocking)


@dataclass(frozen=True, slots=True)
class ExtractsPage:
    """The lists that somebody may know of."""

    rows: tuple[ExtractRow, ...]
    may_deliver: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A value; without one, why."""

    amount: Amount | None
    counted: Amount | None  # of a share: how many
    of: Amount | None  # and among how many
    left_out: int
    reason: str
    is_final: bool = True
    extract_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A key figure in a year."""

    figure: KeyFigure
    is_own: bool
    cells: tuple[Cell, ...]  # of each association
    together: Cell | None


@dataclass(frozen=True, slots=True)
class Source:
    """A list that values rest on."""

    public_id: UUID
    organisation: str
    subject: Extract.Subject
    counted_at: datetime | None
    is_final: bool


@dataclass(frozen=True, slots=True)
class KeyFiguresPage:
    """The key figures of one municipality and year."""

    agreement_id: UUID
    agreement_title: str
    year: int | None
    years: tuple[int, ...]
    municipality: str
    municipalities: tuple[tuple[str, str], ...]
    associations: tuple[str, ...]
    groups: tuple[tuple[str, tuple[FigureRow, ...]], ...]
    sources: tuple[Source, ...]
    may_deliver: bool
    own_of: int | None  # the municipality for which this person may declare figures


@dataclass(frozen=True, slots=True)
class Divisor:
    """The number of the whole municipality by which a key figure is divided, and where it comes from."""

    value: int
    on: date
    source: str
    is_final: bool


@dataclass(frozen=True, slots=True)
class YearRow:
    """A key figure in one year, of everybody."""

    year: int
    cells: tuple[Cell, ...]
    together: Cell | None
    limits: tuple[ParameterRow, ...]  # that decided, of the price year
    divisor: Divisor | None = None


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """A key figure in a district, in the last year; an empty name is not known."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class KeyFigurePage:
    """One key figure: what it means, its values per year and per district, and the targets that follow it."""

    agreement_id: UUID
    agreement_title: str
    figure: KeyFigure
    is_own: bool
    municipality: str
    associations: tuple[str, ...]
    years: tuple[YearRow, ...]
    districts: tuple[DistrictRow, ...]
    district_year: int | None
    targets: tuple[tuple[UUID, str], ...]
    divided_by: str  # what of the whole municipality it is divided by; empty for most
    may_number: bool  # this person may enter that number
