"""A row of a long list, made once for what it says and kept: the same values give the same row."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import lru_cache

from django import template
from django.template import Context, Engine
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()

KEPT = 4096


@register.simple_tag
def row(template_name: str, **values: Hashable) -> SafeString:
    """Return a template filled in with these values and nothing else: not the request, nor who asks.

    Whoever may see the values gets the row, made or kept. They are what a query hands out (frozen values and plain
    words): a list or a dict cannot be kept, and a word that was marked as safe would be taken for the plain one.
    """
    return _rendered(template_name, get_language(), tuple(values), tuple(values.values()))


@register.simple_tag
def rows(template_name: str, found: Iterable[Hashable], **beside: Hashable) -> SafeString:
    """Return a row for each of these values, which the template knows as `row`; what is beside is the same for all."""
    language, names, same = get_language(), ("row", *beside), tuple(beside.values())
    made = [_rendered(template_name, language, names, (one, *same)) for one in found]
    return mark_safe("".join(made))  # noqa: S308 each was escaped when it was made


@lru_cache(maxsize=KEPT)
def _rendered(name: str, _language: str | None, names: tuple[str, ...], values: tuple[Hashable, ...]) -> SafeString:
    filled = Engine.get_default().get_template(name).render(Context(dict(zip(names, values, strict=True))))
    return mark_safe(filled)  # noqa: S308 a template escapes what it is filled in with
