"""What this room hands out: frozen values, of what there is to tell and of what became of a mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from samenspraak.apps.mail.models import Delivery, Frequency
from samenspraak.apps.monitoring.pages import RoundHead


class Kind(StrEnum):
    """What somebody is told."""

    OWED = "owed"  # reports that the own party has not given yet
    ADVICE = "advice"  # the position of the own party on a round that was closed
    ANSWER = "answer"  # an advice of another party that has no answer
    SILENT = "silent"  # who has not reported, a set time after the last day: for a coordinator
    OPENED = "opened"  # a round was opened in which one is not asked anything
    REACTION = "reaction"  # another party reacted to what the own party reports
    ANSWERED = "answered"  # the own advice was answered


@dataclass(frozen=True, slots=True)
class Task:
    """One commitment to report on, by the number that it has on the desk."""

    number: int
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class SilentParty:
    """A party that has not reported everything; `is_reached` when somebody of it can be told."""

    name: str
    owed: int
    is_reached: bool


@dataclass(frozen=True, slots=True, eq=False)  # colleagues are told the same one, whose words are kept for it
class Thing:
    """One thing to tell a person; `key` and `at` change when there is a new reason to tell it."""

    kind: Kind
    key: str
    at: datetime
    lasts: bool  # until somebody does something: told again in each digest
    party: str  # on whose behalf the person is told
    head: RoundHead
    due_on: date | None = None
    count: int = 0
    tasks: tuple[Task, ...] = ()
    nudged_at: datetime | None = None
    other: str = ""  # the party that reacted, advised or answered
    text: str = ""
    item_id: UUID | None = None
    number: int = 0  # of the reaction, or of the party that is owed an answer
    is_clocked: bool = False  # the law sets the last day
    silent: tuple[SilentParty, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnMail:
    """How often a person wants mail, and the last ones they got."""

    frequency: Frequency
    last: tuple[tuple[datetime, bool], ...]  # when, and whether it was a digest


@dataclass(frozen=True, slots=True)
class UndeliveredRow:
    """A mail that did not arrive, or about which we cannot be sure."""

    number: int
    name: str
    email: str
    is_digest: bool
    made_at: datetime
    state: Delivery.State
    attempts: int
    reason: str
    next_try_at: datetime | None


@dataclass(frozen=True, slots=True)
class UndeliveredPage:
    """What the administrator of the installation sees of mail that does not arrive."""

    rows: tuple[UndeliveredRow, ...]
    total: int
    trouble: tuple[tuple[datetime, str], ...]  # runs that could not go on
    goes_out: bool  # false: mail is written to a folder
