"""Signing in with e-mail address and password, with patience for one who guesses."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from samenspraak.apps.parties.models import KeptMembership, Organisation, Person
from samenspraak.apps.parties.rights import Role

TRIES = 10
WAIT_SECONDS = 15 * 60
# The one question that every page asks, written out: putting it together from records took most pages longer than
# PostgreSQL takes to answer it.
_WHO = """
    SELECT person.*,
        membership.role, organisation.id AS works_for, organisation.name AS organisation_name, organisation.kind,
        organisation.requires_second_factor, merged.id AS merged,
        EXISTS (SELECT 1 FROM mfa_authenticator WHERE type = %s AND user_id = person.id) AS has_factor
    FROM parties_person AS person
    LEFT JOIN parties_membership AS membership ON membership.person_id = person.id
    LEFT JOIN parties_organisation AS organisation ON organisation.id = membership.organisation_id
    LEFT JOIN parties_organisation AS merged ON merged.stands_as_id = organisation.id
    WHERE person.id = %s
    ORDER BY organisation.name, membership.id, merged.id
"""


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
        """Return who is signed in, for whom they work, and whether they still have to set up a second factor."""
        rows: list[Any] = list(Person.objects.raw(_WHO, [Authenticator.Type.TOTP, user_id]))
        if not rows or not self.user_can_authenticate(rows[0]):
            return None
        person: Person = rows[0]
        is_demanded = settings.SECOND_FACTOR_REQUIRED or any(row.requires_second_factor for row in rows)
        person.owes_second_factor = is_demanded and not rows[0].has_factor
        person.kept_memberships = _memberships(rows)
        return person


def _memberships(rows: Iterable[Any]) -> tuple[KeptMembership, ...]:
    """Return for whom somebody works: a row for each, and one for each organisation that merged into it."""
    merged: dict[int, list[int]] = {}
    found = {row.works_for: row for row in rows if row.works_for is not None}
    for row in rows:
        if row.merged is not None:
            merged.setdefault(row.works_for, []).append(row.merged)
    return tuple(
        KeptMembership(
            number, row.organisation_name, Organisation.Kind(row.kind), Role(row.role), tuple(merged.get(number, ()))
        )
        for number, row in found.items()
    )


def _count(key: str) -> None:
    cache.add(key, 0, WAIT_SECONDS)
    cache.incr(key)
