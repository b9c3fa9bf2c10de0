"""Words in addresses, for templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urlencode

from django import template

from samenspraak.apps.agreements.pages import NO_THEME
from samenspraak.web.workspace.agreements.addresses import KINDS, THEMES

register = template.Library()

_THEME_WORDS = {value: word for word, value in THEMES.items()}
_KIND_WORDS = {value: word for word, value in KINDS.items()}


class Choice(Protocol):
    """A value of a choice."""

    @property
    def value(self) -> str: ...


@register.filter
def theme_in_address(theme: Choice | None) -> str:
    """Return the word for a theme in an address."""
    return _THEME_WORDS[NO_THEME if theme is None else theme.value]


@register.filter
def kind_in_address(kind: Choice) -> str:
    """Return the word for a kind of commitment in an address."""
    return _KIND_WORDS.get(kind.value, kind.value)


@register.filter
def item(mapping: Mapping[object, object], key: object) -> object:
    """Return the value of a key, or an empty text."""
    return mapping.get(key, "")


@register.simple_tag
def address(path: str, **values: object) -> str:
    """Return a path with a query string of the values that are not empty."""
    filled = {name: value for name, value in values.items() if value not in ("", None)}
    return f"{path}?{urlencode(filled)}" if filled else path
