"""Signing in with e-mail address and password, with patience for one who guesses."""

from __future__ import annotations

import hashlib
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
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
        """Return who is signed in, for whom they work, and whether they still have to set up a second factor.

        One query; one more for who works for nobody.
        """
        has_factor = Authenticator.objects.filter(type=Authenticator.Type.TOTP)
        mine = Membership.objects.filter(person=user_id).select_related("person", "organisation")
        mine = mine.annotate(has_factor=Exists(has_factor.filter(user=OuterRef("person"))))
        memberships = list(mine.order_by("organisation__name", "pk"))
        found: Membership | Person | None = memberships[0] if memberships else None
        if found is None:
            found = (
                Person.objects.annotate(has_factor=Exists(has_factor.filter(user=OuterRef("pk"))))
                .filter(pk=user_id)
                .first()
            )
        person = found.person if isinstance(found, Membership) else found
        if person is None or not self.user_can_authenticate(person):
            return None
        is_demanded = settings.SECOND_FACTOR_REQUIRED or any(
            membership.organisation.requires_second_factor for membership in memberships
        )
        person.owes_second_factor = is_demanded and not getattr(found, "has_factor", False)
        person.kept_memberships = memberships
        return person


def _count(key: str) -> None:
    cache.add(key, 0, WAIT_SECONDS)
    cache.incr(key)
