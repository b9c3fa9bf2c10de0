"""What can be refused about agreements."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404

from samenspraak.core.errors import SamenspraakError


class NotFound(SamenspraakError, Http404):
    """Not there, or not theirs to see: which of the two is nobody's business. A page answers 404 of itself."""

    code = "E431"


class NotAllowed(SamenspraakError, PermissionDenied):
    """Theirs to see, but not to change."""

    code = "E450"


class ChangedMeanwhile(SamenspraakError):
    """Somebody else changed it since this person looked; what both wrote is shown before anything is kept."""

    code = "E451"


class ReasonMissing(SamenspraakError):
    """A change of the text or a number of what was signed, without a reason."""

    code = "E452"


class NothingChanged(SamenspraakError):
    """A change that changes nothing, or nothing to undo."""

    code = "E453"


class InvalidValue(SamenspraakError):
    """A value that a commitment cannot have; `where` is the field."""

    code = "E454"


class UnreadableTable(SamenspraakError):
    """A table without the columns by which its rows can be told apart."""

    code = "E457"


class AlreadyApplied(SamenspraakError):
    """A table that was applied before."""

    code = "E456"


class ViewNameTaken(SamenspraakError):
    """A name under which somebody keeps another view of the same register."""

    code = "E458"


class AlreadyRegistered(SamenspraakError):
    """A document that feeds an agreement already."""

    code = "E432"


class FileChanged(SamenspraakError):
    """A file that was not the same when it was kept as when it was read."""

    code = "E433"
