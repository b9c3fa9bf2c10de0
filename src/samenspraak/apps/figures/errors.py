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
