"""What the frame of every page asks for: the house style, and for whom the reader works."""

from __future__ import annotations

from django import template

from samenspraak.apps.parties.queries import memberships_of
from samenspraak.web.design.theme import OwnTheme
from samenspraak.web.design.theme import own_theme as find_own_theme

register = template.Library()
register.filter("memberships", memberships_of)


@register.simple_tag
def own_theme() -> OwnTheme | None:
    """Return the house style of this installation, if it has one."""
    return find_own_theme()
