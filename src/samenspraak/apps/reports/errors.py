"""What can be refused about reports."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class DraftChangedMeanwhile(SamenspraakError):
    """Somebody else wrote in the draft after it was read; nothing was overwritten."""

    code = "E721"


class NoSuchPassage(SamenspraakError):
    """The report has no such paragraph."""

    code = "E722"


class MayNotWriteReports(SamenspraakError):
    """Somebody who may read the reports of an agreement, but not write or adopt them."""

    code = "E723"


class UnreadableColour(SamenspraakError):
    """A colour that is none, or on which white letters cannot be read."""

    code = "E724"
