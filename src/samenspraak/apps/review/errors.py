"""What can be refused while proposals are checked."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from samenspraak.core.errors import SamenspraakError


class MayNotReview(SamenspraakError, PermissionDenied):
    """Somebody who may read a document, but not check its proposals."""

    code = "E441"


class ChangedMeanwhile(SamenspraakError):
    """Somebody else changed the proposal since it was shown; nothing was overwritten."""

    code = "E442"


class AlreadyAccepted(SamenspraakError):
    """The proposal stands in the register already."""

    code = "E443"


class NothingToMerge(SamenspraakError):
    """After this proposal comes none that is still open."""

    code = "E444"


class CannotUndo(SamenspraakError):
    """Nothing to take back, or somebody went on with what the step made."""

    code = "E445"


class AlreadyMonitored(SamenspraakError):
    """The acceptance cannot be taken back: a round asks about the commitment, or reported on it."""

    code = "E447"


class PartyStays(SamenspraakError):
    """A party that reports or has targets cannot be taken out as if it never was one."""

    code = "E448"


class WrongFacts(SamenspraakError):
    """A period that ends before it begins, or half a period."""

    code = "E446"
