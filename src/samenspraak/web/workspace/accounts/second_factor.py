"""Who must have a second factor and has none is led to set it up; until then no other page opens."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import ResolverMatch

# What somebody needs on the way there, or to leave.
OPEN = frozenset(
    "sign-out set_language own-theme mfa_activate_totp mfa_view_recovery_codes account_reauthenticate"
    " mfa_reauthenticate".split()
)


class SecondFactorMiddleware:
    """Deny by default: every page but those in OPEN."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponse | None:
        """Lead on, unless the page is one that is needed to set up the second factor."""
        match: ResolverMatch | None = request.resolver_match
        if not getattr(request.user, "owes_second_factor", False) or (match and match.url_name in OPEN):
            return None
        return redirect("mfa_activate_totp")
