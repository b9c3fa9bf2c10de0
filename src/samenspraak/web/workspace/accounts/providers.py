"""The other organisations with which one may sign in."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse


def providers_shown() -> list[dict[str, str]]:
    """Return the providers one may sign in with: their name and the address of the button."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    return [
        {"name": app["name"], "address": reverse("openid_connect_login", args=[app["provider_id"]])} for app in apps
    ]
