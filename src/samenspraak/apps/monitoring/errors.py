"""What can be refused about rounds and what is said in them."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class RoundClosed(SamenspraakError):
    """A round that no longer takes, or does not yet allow, what was asked."""

    code = "E481"


class ChangedMeanwhile(SamenspraakError):
    """Somebody changed it after it was read; nothing was overwritten."""

    code = "E482"


class NotYourWords(SamenspraakError):
    """Somebody spoke for a party that they do not work for, or may not speak for."""

    code = "E483"


class NeedsExplanation(SamenspraakError):
    """Amber or red without a word of explanation, or a step that needs a reason and has none."""

    code = "E484"


class RoundExists(SamenspraakError):
    """A round over this period is there already."""

    code = "E485"


class RefusedEvidence(SamenspraakError):
    """A file or link that is not taken as evidence."""

    code = "E486"


class WrongPeriod(SamenspraakError):
    """A period that a year does not have, or a due date before it begins."""

    code = "E487"


class PartiesStay(SamenspraakError):
    """Somebody cannot join, leave, merge or lead as asked; nothing was changed."""

    code = "E489"


class NothingToAsk(SamenspraakError):
    """A round in which no commitment would be asked."""

    code = "E488"
