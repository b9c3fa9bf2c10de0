"""The marks that stand in long lists by the hundred: shape and word together, made once and kept.

The components of the same names are made of these, so there is one markup; a list asks for them directly, because a
component of its own for each of a thousand marks took most of the time of its page.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from typing import Protocol

from django import template
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from samenspraak.web.design.deadlines import DeadlineLike, deadline_short, deadline_words
from samenspraak.web.design.templatetags.words import light_words, theme_words

register = template.Library()

KEPT = 4096


class Choice(Hashable, Protocol):
    """A value of a choice, with a word for people."""

    @property
    def value(self) -> str: ...
    @property
    def label(self) -> str: ...


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return an icon; it says nothing by itself, so a word stands beside it."""
    return _icon(conditional_escape(name or "info"))


@register.filter
def theme_mark(theme: Choice | None) -> SafeString:
    """Return a theme with its icon; None is said to be without theme."""
    return _theme_mark(theme, get_language())


@register.filter
def light_mark(value: str | None) -> SafeString:
    """Return a light by its colour's name, as shape, colour and word."""
    return _light_mark(conditional_escape(value or ""), "", get_language())


@register.simple_tag
def light_with(value: str | None, label: str = "") -> SafeString:
    """Return a light with another word than its colour's name."""
    return _light_mark(conditional_escape(value or ""), conditional_escape(label), get_language())


@register.simple_tag
def party_mark(name: str, kind: str = "", role: str = "", official: str = "") -> SafeString:
    """Return a party with the icon of its kind, what it is called officially when that differs, and its role."""
    # What is kept goes by its escaped text: the same letters, safe or not, would be one key.
    return _party_mark(*(conditional_escape(part or "") for part in (name, kind or "other", role, official)))


@register.filter
def deadline_mark(deadline: DeadlineLike | None, length: str = "") -> str:
    """Return a deadline in words, or in few with "short", with its day for machines; "" when there is none."""
    if deadline is None:
        return ""
    words = deadline_short(deadline) if length == "short" else deadline_words(deadline)
    if deadline.on is None:
        return words
    return format_html('<time datetime="{}">{}</time>', deadline.on.isoformat(), words)


@lru_cache(maxsize=KEPT)
def _icon(name: str) -> SafeString:
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("design/icons.svg"),
        name,
    )


@lru_cache(maxsize=KEPT)
def _theme_mark(theme: Choice | None, _language: str | None) -> SafeString:
    name = "none" if theme is None else theme.value
    return format_html('<span class="theme">{}{}</span>', _icon(f"theme-{name}"), theme_words(theme))


@lru_cache(maxsize=KEPT)
def _light_mark(value: str, label: str, _language: str | None) -> SafeString:
    name = value or "unknown"
    return format_html(
        '<span class="light light--{}"><svg aria-hidden="true" focusable="false"><use href="{}#light-{}"></use></svg>'
        "{}</span>",
        name,
        static("design/icons.svg"),
        name,
        label or light_words(value),
    )


@lru_cache(maxsize=KEPT)
def _party_mark(name: str, kind: str, role: str, official: str) -> SafeString:
    also = format_html(' <span class="party__role">({})</span>', official) if official not in {"", name} else ""
    said = format_html(' <span class="party__role">{}</span>', role) if role else ""
    return format_html('<span class="party">{}<span>{}{}{}</span></span>', _icon(f"party-{kind}"), name, also, said)
