"""Signing in with e-mail address and password, with patience for one who guesses."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from samenspraak.apps.parties.models import Person

TRIES = 10
WAIT_SECONDS = 15 * 60


class PatientBackend(ModelBackend):
    """Refuse further tries for an e-mail address after TRIES wrong passwords within WAIT_SECONDS."""

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


def _count(key: str) -> None:
    cache.add(key, 0, WAIT_SECONDS)
    cache.incr(key)
