"""The request of somebody who signed in; the middleware lets no one else through."""

from __future__ import annotations

from django.http import HttpRequest

from samenspraak.apps.parties.models import Person


class SignedInRequest(HttpRequest):
    """A request whose `user` is a Person: a fact, not a question."""

    user: Person
