"""What can be refused about figures."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class MayNotSetTargets(SamenspraakError):
    """Somebody who may read the figures, but not say what they should be."""

    code = "E811"


class MayNotMeasure(SamenspraakError):
    """Somebody who may read the figures, but not record or withdraw this measurement."""

    code = "E812"


class TargetChangedMeanwhile(SamenspraakError):
    """Somebody else changed the target after it was read; nothing was overwritten."""

    code = "E813"


class FigureNotPossible(SamenspraakError):
    """A number, year or day that cannot be: a share over the whole, days in the wrong order, a year twice."""

    code = "E814"


class MayNotDeliver(SamenspraakError):
    """Somebody who does not work for the association of which a list is."""

    code = "E815"


class AlreadyCounted(SamenspraakError):
    """Of this association and year a list was counted already."""

    code = "E816"


class ExtractBlocked(SamenspraakError):
    """A list that cannot be counted, or taken back, like this."""

    code = "E817"


class ExtractMoved(SamenspraakError):
    """A list that stands elsewhere by now: counted, let go, or taken up by another worker."""

    code = "E818"
