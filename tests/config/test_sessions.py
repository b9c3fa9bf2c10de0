"""A session opens for its own key, and only until it ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from samenspraak.config.sessions import SessionStore

pytestmark = pytest.mark.django_db


def kept() -> str:
    """Return the key of a session in which something is kept."""
    session = SessionStore()
    session["wie"] = "noor"
    session.create()
    assert session.session_key is not None
    return session.session_key


def test_what_was_kept_is_found_back() -> None:
    key = kept()
    assert SessionStore(key)["wie"] == "noor"
    assert SessionStore(key).session_key == key


def test_a_session_that_ended_is_empty_and_its_key_forgotten() -> None:
    key = kept()
    Session.objects.filter(session_key=key).update(expire_date=timezone.now() - timedelta(seconds=1))
    late = SessionStore(key)
    assert late.get("wie") is None
    assert late.session_key is None


@pytest.mark.parametrize("key", ["", "kort", "zelfgekozensleutel", "' OR 1=1 --", "%s%s%s%s%s"])
def test_a_key_that_was_never_given_opens_nothing(key: str) -> None:
    kept()
    stranger = SessionStore(key)
    assert stranger.get("wie") is None
    stranger["wie"] = "vreemde"
    stranger.save()
    assert stranger.session_key != key
