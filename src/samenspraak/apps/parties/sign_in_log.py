"""What signing in, out and the second factor leave in the log: who and when, never a password or a code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.parties.models import Person


@receiver(user_logged_in)
def _signed_in(sender: object, user: Person, **_: Any) -> None:
    record(EventKind.SIGNED_IN, target=user, by=user)


@receiver(user_logged_out)
def _signed_out(sender: object, user: Person | None, **_: Any) -> None:
    if user is not None:
        record(EventKind.SIGNED_OUT, target=user, by=user)


@receiver(user_login_failed)
def _failed(sender: object, credentials: dict[str, Any], **_: Any) -> None:
    """Write down a failure for an address that is known; of another there is nobody to write about."""
    email = credentials.get("email") or credentials.get("username") or ""
    person = Person.objects.filter(email=str(email).strip().lower()).first()
    if person is not None:
        record(EventKind.SIGN_IN_FAILED, target=person, by=None)


@receiver(authentication_failed)
def _wrong_code(sender: object, user: Person, **_: Any) -> None:
    record(EventKind.SIGN_IN_FAILED, target=user, by=None, after={"step": "second_factor"})


_FACTORS = (
    (authenticator_added, EventKind.SECOND_FACTOR_ADDED),
    (authenticator_removed, EventKind.SECOND_FACTOR_REMOVED),
    (authenticator_reset, EventKind.SECOND_FACTOR_RENEWED),
)


def _about_factor(kind: EventKind) -> Callable[..., None]:
    def changed(sender: object, user: Person, authenticator: Authenticator, **_: Any) -> None:
        record(kind, target=user, by=user, after={"type": str(authenticator.type)})

    return changed


for _signal, _kind in _FACTORS:
    _signal.connect(_about_factor(_kind), weak=False)
