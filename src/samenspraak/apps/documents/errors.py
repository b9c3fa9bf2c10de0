"""What can be refused when documents are kept and read."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class RunNotWaiting(SamenspraakError):
    """A run that is over cannot be started, finished or failed again."""

    code = "E421"


class RunUnderWay(SamenspraakError):
    """A document that is being read cannot be read a second time meanwhile."""

    code = "E422"


class UnexpectedFailure(SamenspraakError):
    """A fault of ours while reading a document; the log says which."""

    code = "E423"


class NoPicture(SamenspraakError):
    """A document of which no pictures of pages can be made, or not of this page."""

    code = "E424"


class RunTakenOver(SamenspraakError):
    """Another worker is at this run, or it was stopped: what was done here counts no longer."""

    code = "E425"


class BrokenOffTooOften(SamenspraakError):
    """A run whose worker stopped half-way each time it was tried."""

    code = "E426"


class NotYourRun(SamenspraakError):
    """Only who asked for a run may stop it."""

    code = "E427"


class UploadTooLarge(SamenspraakError):
    """A file above the limit of this installation."""

    code = "E428"
