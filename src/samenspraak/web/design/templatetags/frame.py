"""The frame of every page: house style, menu, and for whom the reader works; its parts are made once and kept."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.parties.queries import memberships_of
from samenspraak.web.design.templatetags.rows import row
from samenspraak.web.design.theme import OwnTheme
from samenspraak.web.design.theme import own_theme as find_own_theme

register = template.Library()

# The pages that the menu leads to; whoever is deeper in the same part is told so in another way.
_IN_MENU = {"desk", "agreements", "reviews", "documents", "extracts", "organisations", "help"}


@register.simple_tag
def own_theme() -> OwnTheme | None:
    """Return the house style of this installation, if it has one."""
    return find_own_theme()


@register.simple_tag(takes_context=True)
def menu(context: dict[str, Any]) -> SafeString:
    """Return the main menu, with the part where the reader is; lists are for who works for an association."""
    request = context["request"]
    is_there = request.resolver_match is not None and request.resolver_match.url_name in _IN_MENU
    kinds = {membership.kind for membership in memberships_of(request.user)}
    return row(
        "design/menu.html",
        section=context.get("section", ""),
        current="page" if is_there else "true",
        has_lists=Organisation.Kind.HOUSING_ASSOCIATION in kinds,
    )


@register.simple_tag(takes_context=True)
def account_part(context: dict[str, Any], name: str) -> SafeString:
    """Return a part of the account menu, made for this name, this address and these organisations."""
    person = context["request"].user
    return row(name, name=person.get_full_name(), email=person.email, memberships=memberships_of(person))


@register.simple_tag(takes_context=True)
def footer(context: dict[str, Any]) -> SafeString:
    """Return what stands under every page; the handbook is for who signed in."""
    reader = getattr(context.get("request"), "user", None)  # a page about an error may come before who it is
    is_signed_in = reader is not None and reader.is_authenticated
    return row("design/footer.html", is_signed_in=is_signed_in, help_address=context.get("help_address", ""))
