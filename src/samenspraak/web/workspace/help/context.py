"""What every page gets: where in the handbook it is explained."""

from __future__ import annotations

from django.http import HttpRequest

from samenspraak.web.workspace.help.handbook import chapter_address
from samenspraak.web.workspace.help.places import PLACES


def help_for_page(request: HttpRequest) -> dict[str, str]:
    """Return `help_address` for a page that the handbook explains."""
    place = PLACES.get(request.resolver_match.url_name or "") if request.resolver_match else None
    return {"help_address": chapter_address(*place)} if place else {}
