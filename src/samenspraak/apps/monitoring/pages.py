"""What the queries of this app hand to a page: frozen values, ready to be shown, and kept as they are when adopted.

Lights, standings and sides are the stored values ("red", "behind", "municipality"), empty or None when not known, so
that an adopted round reads the same after years.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A link or a file beside a report."""

    public_id: UUID
    name: str
    url: str  # empty for a file
    sha256: str  # empty for a link


@dataclass(frozen=True, slots=True)
class ReportView:
    """What one party says of one commitment; version 0: asked, not yet said."""

    progress_id: int
    party_id: int
    party: str
    side: str
    light: str
    standing: str
    text: str
    next_step: str
    actual: float | None
    expected: float | None
    as_of: str
    version: int
    reported_at: datetime | None
    reported_by: str
    evidence: tuple[EvidenceView, ...] = ()
    approved_version: int | None = None  # the version that a coordinator consented to
    approved_at: datetime | None = None
    approved_by: str = ""

    @property
    def is_approved(self) -> bool:
        """Whether a coordinator consented to what is said now."""
        return self.version > 0 and self.approved_version == self.version

    @property
    def is_reported(self) -> bool:
        """Whether the party said anything."""
        return self.version > 0


@dataclass(frozen=True, slots=True)
class ReactionView:
    """What a party says of it, with the person in it; `is_replaced`: the party said something else later."""

    reaction_id: int
    party_id: int
    party: str
    side: str
    person: str
    light: str
    text: str
    at: datetime
    is_replaced: bool
    is_withdrawal: bool = False  # the party took back what it said before


@dataclass(frozen=True, slots=True)
class MonitorItem:
    """One commitment in a round: what each party says, what the whole comes to, and who sees it differently."""

    public_id: UUID
    commitment_id: UUID
    code: str
    title: str
    text: str
    theme: str  # a Commitment.Theme value, or ""
    heading: str
    leads: tuple[str, ...]  # as the document names them, and behind these whom a coordinator named
    priority: str
    asked_because: str
    due_on: date | None
    reports: tuple[ReportView, ...]
    reactions: tuple[ReactionView, ...]
    written_light: str  # as the monitor in the document has it
    written_text: str
    settled_light: str
    settled_text: str
    light: str  # of the whole: settled by the meeting, or else the weakest part, or else as the document has it
    computed_light: str
    computed_reason: str
    is_disputed: bool

    @property
    def is_reported(self) -> bool:
        """Whether anybody said anything, or the document did."""
        return bool(self.written_text) or any(report.is_reported for report in self.reports)

    @property
    def is_complete(self) -> bool:
        """Whether everybody who is asked has said something."""
        return bool(self.reports) and all(report.is_reported for report in self.reports)

    @property
    def silent(self) -> tuple[str, ...]:
        """The parties that are asked and have not said anything."""
        return tuple(report.party for report in self.reports if not report.is_reported)

    @property
    def current_reactions(self) -> tuple[ReactionView, ...]:
        """The reactions that were not replaced or taken back by the same party."""
        return tuple(one for one in self.reactions if not one.is_replaced and not one.is_withdrawal)


@dataclass(frozen=True, slots=True)
class LegendRow:
    """What a colour means in this agreement."""

    light: str
    word: str
    definition: str


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    """Where a party stands with the round, and how much of what it owes is there."""

    party_id: int
    party: str
    side: str
    position: str
    text: str
    given_at: datetime | None
    given_by: str
    answer: str
    answered_at: datetime | None
    answered_for: str
    nudged_at: datetime | None
    asked: int = 0
    reported: int = 0


@dataclass(frozen=True, slots=True)
class RoundHead:
    """What stands at the top of each page of a round."""

    public_id: UUID
    agreement_id: UUID
    agreement_title: str
    period_kind: str
    year: int
    number: int
    first_day: date
    last_day: date
    due_on: date
    state: str
    opened_at: datetime
    locked_at: datetime | None
    reopened_reason: str

    @property
    def is_open(self) -> bool:
        """Whether reports can be given."""
        return self.state == "open"


@dataclass(frozen=True, slots=True)
class AdoptionView:
    """When a round was adopted, by whom and where; `number` counts the times."""

    number: int
    adopted_at: datetime
    adopted_by: str
    adopted_in: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that is frozen when a round is adopted."""

    head: RoundHead
    items: tuple[MonitorItem, ...]
    legend: tuple[LegendRow, ...]
    consultations: tuple[ConsultationRow, ...]


@dataclass(frozen=True, slots=True)
class LightCount:
    """How many commitments have each light, for the whole or for one theme or party; key "" is not known."""

    name: str  # a theme value, a party's name, or "" for the whole
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A line in the list of rounds."""

    head: RoundHead
    asked: int
    reported: int
    adoptions: int


@dataclass(frozen=True, slots=True)
class RoundsPage:
    """The rounds of an agreement, newest first."""

    agreement_id: UUID
    agreement_title: str
    rows: tuple[RoundRow, ...]
    legend: tuple[LegendRow, ...]
    may_manage: bool
    monitor_years: tuple[int | None, ...]  # years over which the documents hold a monitor that is in no round yet


@dataclass(frozen=True, slots=True)
class MonitorFilter:
    """Which rows of a monitor somebody asked for; an unknown value leaves all."""

    show: str = ""  # "attention", "disputed", "silent", "mine"
    theme: str = ""  # a theme value, "none" for those without


@dataclass(frozen=True, slots=True)
class MonitorPage:
    """The monitor of a round, as it stands or as it was adopted. Counts are of the whole round."""

    head: RoundHead
    items: tuple[MonitorItem, ...]  # what the filter leaves
    total: int
    by_light: LightCount
    by_theme: tuple[LightCount, ...]
    by_party: tuple[LightCount, ...]
    show_counts: dict[str, int]
    legend: tuple[LegendRow, ...]
    consultations: tuple[ConsultationRow, ...]
    adoptions: tuple[AdoptionView, ...]
    edition: int | None  # the adoption that is shown; None: as it stands now
    my_parties: tuple[tuple[int, str], ...]  # parties for which the reader may react or report
    may_manage: bool
    wanted: MonitorFilter


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One commitment in a round, with who may say what."""

    head: RoundHead
    item: MonitorItem
    legend: tuple[LegendRow, ...]
    may_report: tuple[tuple[int, str], ...]
    may_react: tuple[tuple[int, str], ...]
    may_manage: bool
    may_drop: bool  # nobody said anything of it, and the round is open


@dataclass(frozen=True, slots=True)
class Turn:
    """A commitment that has another light than in an earlier round, or is new or gone."""

    item: MonitorItem
    before: str  # "" is not known
    after: str
    is_new: bool
    why: str  # what the parties say now


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """A round beside an earlier one."""

    head: RoundHead
    earlier: RoundHead | None
    choices: tuple[RoundHead, ...]
    legend: tuple[LegendRow, ...]
    turned: tuple[Turn, ...]  # those with another light first, then what was not asked before
    same: int
    gone: tuple[MonitorItem, ...]


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One thing that somebody owes: a report on a commitment for a party."""

    head: RoundHead
    item: MonitorItem
    report: ReportView
    before: str  # the light of the round before, "" when there is none


@dataclass(frozen=True, slots=True)
class DeskRound:
    """What is asked of one party in one round."""

    head: RoundHead
    party_id: int
    party: str
    side: str
    rows: tuple[DeskRow, ...]
    legend: tuple[LegendRow, ...]
    nudged_at: datetime | None
    position: str

    @property
    def reported(self) -> int:
        """How many are done."""
        return sum(row.report.is_reported for row in self.rows)

    @property
    def owed(self) -> int:
        """How many are left."""
        return len(self.rows) - self.reported


@dataclass(frozen=True, slots=True)
class TaskPlace:
    """Where something that was asked for stands now."""

    item_id: UUID
    is_on_desk: bool


@dataclass(frozen=True, slots=True)
class NewsRow:
    """Something that happened since somebody was last here."""

    at: datetime
    who: str
    what: str  # an EventKind value
    label: str
    item_id: UUID | None


@dataclass(frozen=True, slots=True)
class PositionOwed:
    """A closed round on which the own party has not said where it stands; `due_on` where the law sets a last day."""

    head: RoundHead
    party: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class DeskPage:
    """What I owe, by date; what others owe where I coordinate; and what is new."""

    rounds: tuple[DeskRound, ...]
    positions_owed: tuple[PositionOwed, ...]
    to_read: tuple[RoundHead, ...]  # open, and nothing is asked of the own parties
    others: tuple[tuple[RoundHead, tuple[ConsultationRow, ...]], ...]
    answers_owed: tuple[tuple[RoundHead, ConsultationRow], ...]
    leads_missing: tuple[tuple[RoundHead, int], ...]  # the same, with how many commitments have nobody who is asked
    consents_owed: tuple[tuple[RoundHead, int], ...]  # rounds that I coordinate, with how many reports wait for it
    news: tuple[NewsRow, ...]
    since: datetime | None

    @property
    def owed(self) -> int:
        """How many reports are left."""
        return sum(round_.owed for round_ in self.rounds)


@dataclass(frozen=True, slots=True)
class LightMoment:
    """How a commitment stood in one round."""

    head: RoundHead
    item_id: UUID
    light: str
