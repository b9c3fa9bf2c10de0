"""From a provider of OpenID Connect in the environment to allauth's settings."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from samenspraak.config.environment import Environment

PROVIDER_ID = "organisatie"  # stands in the addresses /aanmelden/met/organisatie/


def providers_of(environment: Environment) -> dict[str, Any]:
    """Return SOCIALACCOUNT_PROVIDERS: one provider, or none."""
    if not environment.oidc_issuer:
        return {}
    return {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": PROVIDER_ID,
                    "name": environment.oidc_name,
                    "client_id": environment.oidc_client_id,
                    "secret": environment.oidc_client_secret,
                    "settings": {"server_url": environment.oidc_issuer},
                }
            ],
        }
    }


def origins_of(environment: Environment) -> list[str]:
    """Return where a form of ours may lead on to: the provider, if there is one."""
    parts = urlsplit(environment.oidc_issuer)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []
