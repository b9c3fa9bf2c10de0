"""What people fill in, written as Django's own templates write it: they take most of the time of a page with a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

Widget = Mapping[str, Any]


class WrittenWidgets(DjangoTemplates):
    """Writes the plain fields itself and leaves the rest to the templates; a test holds the two together."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> SafeString:
        """Return a widget as HTML."""
        write = _WRITERS.get(template_name)
        if write is None:
            return mark_safe(super().render(template_name, context, request))  # noqa: S308 a template escapes
        return mark_safe(write(context["widget"]))  # noqa: S308 each part is escaped where it is written


def _input(widget: Widget) -> str:
    value = widget["value"]
    shown = "" if value is None else f' value="{_said(value)}"'
    return f'<input type="{_said(widget["type"])}" name="{_said(widget["name"])}"{shown}{_attributes(widget)}>'


def _textarea(widget: Widget) -> str:
    text = _said(widget["value"]) if widget["value"] else ""
    return f'<textarea name="{_said(widget["name"])}"{_attributes(widget)}>\n{text}</textarea>'


def _select(widget: Widget) -> str:
    groups = "".join(_group(name, options) for name, options, _index in widget["optgroups"])
    return f'<select name="{_said(widget["name"])}"{_attributes(widget)}>{groups}\n</select>'


def _group(name: object, options: list[Widget]) -> str:
    written = "".join(
        f'\n  <option value="{_said(option["value"])}"{_attributes(option)}>'
        f"{conditional_escape(localize(option['label']))}</option>\n"
        for option in options
    )
    return f'\n  <optgroup label="{_said(name)}">{written}\n  </optgroup>' if name else written


def _attributes(widget: Widget) -> str:
    """Return the attributes that are there: False leaves one out, True gives its name alone."""
    return "".join(
        f" {_said(name)}" if value is True else f' {_said(name)}="{_said(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _said(value: object) -> str:
    return conditional_escape(str(value))


_INPUTS = ("text", "number", "email", "url", "password", "hidden", "date", "checkbox")
_WRITERS: dict[str, Callable[[Widget], str]] = {
    **{f"django/forms/widgets/{kind}.html": _input for kind in _INPUTS},
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/select.html": _select,
}
