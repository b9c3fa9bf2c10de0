"""Marks: shape and word together, the same wherever they are made, and never a way in for markup."""

from __future__ import annotations

from datetime import date

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.agreements.pages import DeadlineView
from samenspraak.web.design.templatetags import marks

THEME = Commitment.Theme.CARE
DEADLINE = DeadlineView("in de loop van 2027", Commitment.DeadlineKind.YEAR, date(2027, 12, 31))


def rendered(template: str, **values: object) -> str:
    return Template("{% load marks %}" + template).render(Context(values)).strip()


@pytest.mark.parametrize(
    ("component", "mark"),
    [
        ('<c-icon name="search" />', '{% icon "search" %}'),
        ('<c-theme :value="theme" />', "{{ theme|theme_mark }}"),
        ('<c-light value="amber" />', '{{ "amber"|light_mark }}'),
        ('<c-light value="" />', '{{ ""|light_mark }}'),
        ('<c-light value="red" label="Loopt achter" />', '{% light_with "red" "Loopt achter" %}'),
        ('<c-deadline :value="deadline" />', "{{ deadline|deadline_mark }}"),
        ('<c-deadline :value="deadline" :short="True" />', '{{ deadline|deadline_mark:"short" }}'),
        ('<c-party name="{{ name }}" kind="region" role="lezer" />', '{% party_mark name "region" "lezer" %}'),
    ],
)
def test_a_component_is_its_mark(component: str, mark: str) -> None:
    from django_cotton.compiler_regex import CottonCompiler

    values = {"theme": THEME, "deadline": DEADLINE, "name": "<b>R&D</b>"}
    compiled = CottonCompiler().process("{% load cotton %}" + component)
    assert rendered(compiled, **values) == rendered(mark, **values) != ""


def test_what_is_kept_for_one_language_is_not_said_in_the_other() -> None:
    with translation.override("nl"):
        dutch = marks.theme_mark(THEME), marks.light_mark("red")
    with translation.override("en"):
        english = marks.theme_mark(THEME), marks.light_mark("red")
    assert all(one != other for one, other in zip(dutch, english, strict=True))


def test_a_name_that_was_safe_once_does_not_make_the_same_letters_safe() -> None:
    assert "<b>ja</b>" in marks.party_mark(mark_safe("<b>ja</b>"))
    assert "<b>ja</b>" not in marks.party_mark("<b>ja</b>")
    assert "&amp;amp;" in marks.party_mark("&amp;")


def test_a_deadline_that_is_not_there_is_said_by_nothing() -> None:
    assert marks.deadline_mark(None) == ""
    assert "<time" not in marks.deadline_mark(DeadlineView("als er geld is", Commitment.DeadlineKind.CONDITIONAL, None))
