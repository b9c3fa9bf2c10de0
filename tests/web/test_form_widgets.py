"""What people fill in is written by ourselves, letter for letter as Django's templates write it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates, get_default_renderer
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from samenspraak.web.design.form_widgets import WrittenWidgets

HOSTILE = "\"><script>alert('&')</script>"
CHOICES = [
    ("", "geen"),
    (1, 12345),
    (HOSTILE, HOSTILE),
    ("lazy", _("Naam")),
    ("safe", mark_safe("<b>vet</b>")),
    ("Groep & meer", [(2, "twee"), ("drie", "drie")]),
]
WIDGETS: list[tuple[forms.Widget, list[Any]]] = [
    *((kind(), [None, "", "woorden", HOSTILE, 0, 12345, _("Naam")]) for kind in (forms.TextInput, forms.HiddenInput)),
    (forms.TextInput(attrs={"inputmode": "decimal", "required": True, "disabled": False, "data-x": HOSTILE}), ["1"]),
    (forms.NumberInput(attrs={"min": 0, "step": "any"}), [None, 12345, 1.5]),
    (forms.EmailInput(attrs={"autocomplete": "off"}), ["noor@voorbeeld.nl"]),
    (forms.URLInput(), ["https://voorbeeld.nl/?a=1&b=2"]),
    (forms.PasswordInput(), ["geheim"]),
    (forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), [None, date(2026, 3, 1), "geen dag"]),
    (forms.CheckboxInput(), [None, True, False, "", "on", HOSTILE]),
    (forms.Textarea(attrs={"rows": 4}), [None, "", "een\ntwee", HOSTILE]),
    (forms.Select(choices=CHOICES), [None, "", 1, "2", HOSTILE]),
    (forms.Select(choices=[]), [None]),
    (forms.SelectMultiple(choices=CHOICES), [[], ["1", "drie"]]),
    (forms.RadioSelect(choices=CHOICES), ["lazy"]),
]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("widget", "values"), WIDGETS, ids=lambda one: type(one).__name__)
def test_a_widget_is_written_as_its_template_writes_it(widget: forms.Widget, values: list[Any], language: str) -> None:
    with translation.override(language):
        for value in values:
            for attrs in ({}, {"id": "id_veld", "aria-describedby": "id_veld_helptext", "aria-invalid": "true"}):
                ours = widget.render("veld", value, attrs=attrs, renderer=WrittenWidgets())
                assert ours == widget.render("veld", value, attrs=attrs, renderer=DjangoTemplates())


def test_every_form_is_written_so() -> None:
    assert isinstance(get_default_renderer(), WrittenWidgets)
