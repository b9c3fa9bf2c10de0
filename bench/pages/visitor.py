"""A visitor in the same process: the application is called as a web server calls it, so that nothing is left out."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from samenspraak.apps.parties.models import Person
from samenspraak.config.wsgi import application


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `body` as it is sent, so compressed where the application compresses."""

    status: int
    headers: dict[str, str]
    body: bytes


class Visitor:
    """Somebody with a browser; `person` is None for who did not sign in."""

    def __init__(self, person: Person | None) -> None:
        self._cookie = "" if person is None else f"{settings.SESSION_COOKIE_NAME}={_session_of(person)}"

    def get(self, address: str) -> Answer:
        """Ask for a page."""
        status: list[str] = []
        found: list[tuple[str, str]] = []

        def start(line: str, headers: list[tuple[str, str]], _error: object = None) -> Callable[[bytes], object]:
            status.append(line)
            found.extend(headers)
            return io.BytesIO().write

        parts = application(self._environ(address), start)
        body = b"".join(parts)
        if hasattr(parts, "close"):
            parts.close()
        return Answer(int(status[0].split()[0]), {name.lower(): value for name, value in found}, body)

    def _environ(self, address: str) -> dict[str, object]:
        parts = urlsplit(address)
        return {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": parts.path,
            "QUERY_STRING": parts.query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost",
            "HTTP_ACCEPT_ENCODING": "gzip, deflate",
            "HTTP_ACCEPT_LANGUAGE": "nl",
            "HTTP_COOKIE": self._cookie,
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": io.StringIO(),
            "wsgi.url_scheme": "http",
            "wsgi.version": (1, 0),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }


def _session_of(person: Person) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)
