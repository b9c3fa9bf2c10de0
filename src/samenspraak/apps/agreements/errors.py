"""What can be refused about agreements."""

from __future__ import annotations

from django.http import Http404

from samenspraak.core.errors import SamenspraakError


class NotFound(SamenspraakError, Http404):
    """Not there, or not theirs to see: which of the two is nobody's business. A page answers 404 of itself."""

    code = "E431"


class AlreadyRegistered(SamenspraakError):
    """A document that feeds an agreement already."""

    code = "E432"


class FileChanged(SamenspraakError):
    """A file that was not the same when it was kept as when it was read."""

    code = "E433"
