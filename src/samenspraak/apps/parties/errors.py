"""What can be refused when people and organisations are kept."""

from __future__ import annotations

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
