"""What cannot be computed, and why not."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class MissingParameter(SamenspraakError):
    """A limit is not known for this day: nothing is filled in for it."""

    code = "E801"


class HouseholdNeeded(SamenspraakError):
    """A limit differs per household class, and none was named, or one that the limit does not know."""

    code = "E802"


class SeveralInOneYear(SamenspraakError):
    """A limit changed within the year: a year alone does not say which one is meant."""

    code = "E803"


class ParameterAlreadyKnown(SamenspraakError):
    """An official amount is not overwritten by another one for the same days."""

    code = "E804"


class LimitUndecided(SamenspraakError):
    """An amount is exactly the limit, and it is not known on which side that is."""

    code = "E805"


class SignalOnWrongSide(SamenspraakError):
    """A signal value that would warn after the target was missed."""

    code = "E806"


class NothingToDivideBy(SamenspraakError):
    """Shares cannot be computed: the key by which to divide is not known, negative, or zero for everybody."""

    code = "E807"
