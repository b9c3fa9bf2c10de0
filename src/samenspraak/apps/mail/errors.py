"""What can go wrong with mail, said to people."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from samenspraak.core.errors import SamenspraakError


class LinkNotOurs(SamenspraakError):
    """A link from a mail that was changed, or of somebody who left."""

    code = "E601"


class DeliveryGone(SamenspraakError):
    """A mail that arrived meanwhile, or is no longer kept."""

    code = "E602"


class NotForYou(SamenspraakError, PermissionDenied):
    """Somebody who does not keep the installation asks what becomes of mail."""

    code = "E603"
