"""Settings of the installation (being written)."""

from __future__ import annotations

SECRET_KEY = "x"
AUTH_USER_MODEL = "parties.Person"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "samenspraak.apps.audit",
    "samenspraak.apps.parties",
    "samenspraak.apps.documents",
    "samenspraak.apps.agreements",
]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
USE_TZ = True
LANGUAGE_CODE = "nl"
