"""The clock of the tenants' advice: six weeks to advise, an answer within fourteen days, three days before acting.

Wet op het overleg huurders verhuurder, articles 4 and 5; it sets the least, parties may agree on more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

ADVICE_TERM = timedelta(weeks=6)
ANSWER_TERM = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class AdviceClock:
    """When advice and answer are due; `answer_by` is None until there is advice."""

    given_on: date
    advice_by: date
    answer_by: date | None
    days_left: int  # for whoever is to move now; negative when it is too late

    @property
    def is_late(self) -> bool:
        """Whether a term has passed without what was due."""
        return self.days_left < 0


def advice_clock(given_on: date, advised_on: date | None, answered_on: date | None, today: date) -> AdviceClock:
    """Return where the clock stands; once everything was done it stands still at what was left."""
    advice_by = given_on + ADVICE_TERM
    if advised_on is None:
        return AdviceClock(given_on, advice_by, None, (advice_by - today).days)
    answer_by = advised_on + ANSWER_TERM
    return AdviceClock(given_on, advice_by, answer_by, (answer_by - (answered_on or today)).days)
