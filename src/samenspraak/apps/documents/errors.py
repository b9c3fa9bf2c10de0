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
