"""From a mail server's address to Django's settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from samenspraak.config.environment import WrongSetting

TIMEOUT_SECONDS = 10
PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def mail_through(url: str, data_dir: Path) -> dict[str, Any]:
    """Return the EMAIL_ settings for an address; without one, mail is written to a folder and goes nowhere."""
    if not url:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": data_dir / "mail",
        }
    parts = urlsplit(url)
    try:
        port = parts.port or PORTS[parts.scheme]
    except ValueError:
        port = 0
    if not parts.hostname or not port:
        raise WrongSetting("SAMENSPRAAK_SMTP_URL noemt geen server; schrijf smtp+tls://wie:wachtwoord@waar:587.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": TIMEOUT_SECONDS,
    }
