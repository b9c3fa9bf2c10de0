"""What can be refused when people and organisations are kept."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404

from samenspraak.core.errors import SamenspraakError


class WrongEmail(SamenspraakError):
    """Not an e-mail address."""

    code = "E411"


class EmailTaken(SamenspraakError):
    """Somebody with this e-mail address is here already."""

    code = "E412"


class WeakPassword(SamenspraakError):
    """A password that is too easy."""

    code = "E413"


class WrongName(SamenspraakError):
    """A name that is empty or too long."""

    code = "E414"


class OrganisationKnown(SamenspraakError):
    """An organisation of this kind and name, or with this code, is here already."""

    code = "E415"


class UnknownPerson(SamenspraakError):
    """Nobody by this e-mail address, or no administrator to act for."""

    code = "E416"


class WrongCode(SamenspraakError):
    """A code of an organisation that cannot be one of its kind."""

    code = "E417"


class InvitationOver(SamenspraakError):
    """An invitation that was accepted, withdrawn or replaced, has expired, or never was."""

    code = "E418"


class NoRight(SamenspraakError, PermissionDenied):
    """The role of who asks does not allow this for this organisation. Django shows its page 403."""

    code = "E419"


class LastAdministrator(SamenspraakError):
    """An organisation would be left without anybody who keeps its people."""

    code = "E491"


class AlreadyMember(SamenspraakError):
    """Somebody who was invited works for the organisation already."""

    code = "E492"


class WrongPassword(SamenspraakError):
    """The present password is not this one."""

    code = "E493"


class OrganisationNotFound(SamenspraakError, Http404):
    """An organisation, person or invitation that is not there, or not for the one who asks."""

    code = "E494"
