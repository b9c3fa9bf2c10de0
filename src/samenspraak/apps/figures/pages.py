"""What the queries return: frozen values, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from samenspraak.apps.figures.models import Target
from samenspraak.core.measurement.comparing import NotComparable
from samenspraak.core.measurement.expectations import Expectation
from samenspraak.core.measurement.parameters import ParameterState


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the words for quantities take it; `bound` is empty for what is only a number."""

    value: float
    unit: str
    bound: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target with what the measurements say of it; `aim` None: to be determined."""

    public_id: UUID
    label: str
    whose: str
    aim: Amount | None
    signal: Amount | None
    timing: Target.Timing
    first_year: int
    last_year: int
    price_year: int | None
    light: str
    reason: str
    latest: Amount | None
    latest_on: date | None
    is_final: bool
    total: Amount | None = None  # what there was since the period began, of a target over the whole of it


@dataclass(frozen=True, slots=True)
class Proposal:
    """A number of a commitment that nobody made a target of yet."""

    number: int
    text: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class CommitmentFigures:
    """A commitment with its targets and the numbers that could be one."""

    public_id: UUID
    name: str
    rating: str
    rows: tuple[TargetRow, ...]
    proposals: tuple[Proposal, ...]
    apart: tuple[NotComparable, ...] = ()
    dismissed: tuple[tuple[int, str], ...] = ()  # numbers that somebody set aside
    text: str = ""  # where only a title names it, which others may have as well


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The figures of an agreement."""

    agreement_id: UUID
    agreement_title: str
    groups: tuple[CommitmentFigures, ...]  # with at least one target
    proposed: tuple[CommitmentFigures, ...]  # with numbers that are no target yet
    may_edit: bool
    tolerance_percent: float = 10.0
    outdated_days: int = 548

    @property
    def dismissed(self) -> tuple[CommitmentFigures, ...]:
        """The commitments of which a number was set aside."""
        return tuple(group for group in self.set_aside if group.dismissed)

    set_aside: tuple[CommitmentFigures, ...] = ()


@dataclass(frozen=True, slots=True)
class ObservationView:
    """One measurement with where it comes from; `differs`: it counts by another version of the definition."""

    number: int
    amount: Amount
    on: date
    since: date | None
    source: str
    definition_version: str
    differs: bool
    is_final: bool
    margin: Amount | None
    entered_by: str
    entered_at: datetime
    is_withdrawn: bool
    withdrawn_reason: str
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class PathRow:
    """A year of the planned path: of one target, or of all parties together with who has not said."""

    year: int
    planned: Amount | None
    unknown: tuple[str, ...] = ()
    refused: str = ""  # why the parts cannot be added


@dataclass(frozen=True, slots=True)
class BreakView:
    """A break in the series."""

    number: int
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with the table behind it."""

    title: str
    alternative: str
    address: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    narrow: str = ""  # the same chart for a telephone; empty where it is not drawn for one


@dataclass(frozen=True, slots=True)
class Companion:
    """Another party's target under the same commitment that counts the same."""

    row: TargetRow
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table in the document that has a number per year."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class TargetPage:
    """Everything about one target."""

    row: TargetRow
    agreement_id: UUID
    agreement_title: str
    commitment_id: UUID
    commitment_name: str
    commitment_rating: str
    from_text: str
    definition: str
    definition_version: str
    version: int
    confirmed_by: str
    confirmed_at: datetime
    is_withdrawn: bool
    path: tuple[PathRow, ...]
    observations: tuple[ObservationView, ...]
    breaks: tuple[BreakView, ...]
    expectation: Expectation
    picture: Picture | None
    companions: tuple[Companion, ...]
    together: tuple[PathRow, ...]
    columns: tuple[TableColumn, ...]
    may_edit: bool
    may_measure: bool
    is_counted: bool = False  # what happens in a period, counted from a first day
    key_figure: str = ""  # the code that measurements follow from
    awaiting: str = ""  # why the last counted year gave no measurement
    others: tuple[tuple[UUID, str], ...] = ()  # targets to hold this one beside
    beside: Beside | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Another target beside this one: how much more it asks, or why the two do not compare."""

    public_id: UUID
    label: str
    agreement_title: str
    first_year: int
    last_year: int
    aim: Amount | None
    more: Amount | None
    refused: str


@dataclass(frozen=True, slots=True)
class ParameterRow:
    """One limit of the law with the days on which it holds."""

    label: str
    label_en: str
    household: str
    amount: Amount
    valid_from: date
    valid_to: date | None
    holds_all_year: bool  # on every day of the year that is shown
    state: ParameterState
    source: str
    note: str
    added_number: int | None  # of what people added
    added_by: str
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class ParametersPage:
    """The limits of one year, and the years of which there are any."""

    year: int
    years: tuple[int, ...]
    rows: tuple[ParameterRow, ...]
    missing: tuple[tuple[str, str], ...]  # Dutch and English words of what is not known for this year
    may_add: bool
