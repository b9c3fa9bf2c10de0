"""When an invitation is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from samenspraak.apps.parties.errors import InvitationOver
from samenspraak.apps.parties.models import Invitation
from samenspraak.apps.parties.tokens import token_hash

VALID_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Issued:
    """An invitation with its token, which is known only now: the records hold its fingerprint."""

    invitation: Invitation
    token: str


def open_invitation(token: str, *, lock: bool = False) -> Invitation:
    """Return the invitation of a token that still holds; raises InvitationOver, the same for every reason."""
    fingerprint = token_hash(token)
    rows = Invitation.objects.select_related("organisation", "invited_by")
    if lock:
        rows = rows.select_for_update(of=("self",))
    invitation = (
        None
        if fingerprint is None
        else rows.filter(
            token_hash=fingerprint,
            accepted_at__isnull=True,
            withdrawn_at__isnull=True,
            expires_at__gt=timezone.now(),
            invited_by__is_active=True,
        ).first()
    )
    if invitation is None:
        raise InvitationOver(
            _("Deze uitnodiging geldt niet meer: zij is gebruikt, ingetrokken of verlopen. Vraag om een nieuwe.")
        )
    return invitation
