"""Signing in with e-mail address and password, with patience for one who guesses."""

from __future__ import annotations

import hashlib
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, Value
from django.http import HttpRequest

from samenspraak.apps.parties.models import Membership, Person

TRIES = 10
WAIT_SECONDS = 15 * 60


class PatientBackend(ModelBackend):
    """Refuse further tries for an e-mail address after TRIES wrong passwords within WAIT_SECONDS.

    The tries are counted in the cache, which all processes share.
    """

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> Person | None:
        email = (username or kwargs.get(Person.USERNAME_FIELD) or "").strip().lower()
        key = f"sign-in:{hashlib.sha256(email.encode()).hexdigest()}"  # no addresses in the cache
        if cache.get(key, 0) >= TRIES:
            raise PermissionDenied
        person = super().authenticate(request, username=email, password=password)
        if person is None and email and password:
            _count(key)
        return person if isinstance(person, Person) else None

    def get_user(self, user_id: int) -> Person | None:
        """Return who is signed in, and whether they still have to set up a second factor (one query)."""
        has_factor = Exists(Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP))
        demanded = Exists(Membership.objects.filter(person=OuterRef("pk"), organisation__requires_second_factor=True))
        owes = Q(Value(settings.SECOND_FACTOR_REQUIRED)) | Q(demanded)
        person = Person.objects.annotate(owes=~Q(has_factor) & owes).filter(pk=user_id).first()
        if person is None or not self.user_can_authenticate(person):
            return None
        person.owes_second_factor = bool(person.owes)
        return person


def _count(key: str) -> None:
    cache.add(key, 0, WAIT_SECONDS)
    cache.incr(key)
