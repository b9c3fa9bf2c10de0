"""A row that is kept says what its values say, in the language of whoever asks, and nothing of the request."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from django.template import Context, Template
from django.utils.translation import override

from samenspraak.core.assessment.quality import Criterion
from samenspraak.web.design.templatetags.rows import row, rows


@dataclass(frozen=True)
class Judged:
    """What a row of the quality page shows."""

    public_id: str
    code: str
    title: str
    missing: tuple[str, ...]
    concreteness: int
    text: str = ""


ONE = Judged("3004e4ec-3182-4928-9daa-121f847b085e", "K 1.1", "Bouwen", (Criterion.OWNER.value,), 1)


def made(judged: Judged) -> str:
    return row("monitoring/_quality_row.html", row=judged)


def test_the_same_values_give_the_same_row_and_other_values_another() -> None:
    assert made(ONE) is made(replace(ONE))
    assert "Slopen" in made(replace(ONE, title="Slopen"))
    assert "Slopen" not in made(ONE)


def test_each_language_has_its_own_row() -> None:
    dutch = made(ONE)
    with override("en"):
        assert made(ONE) != dutch
    assert made(ONE) == dutch


def test_what_people_wrote_is_escaped() -> None:
    assert "<script>" not in made(replace(ONE, title="<script>alert(1)</script>"))


def test_a_row_knows_nothing_of_the_page_around_it() -> None:
    page = Template("{% load rows %}{% row 'monitoring/_quality_row.html' row=other %}")
    assert "Bouwen" not in page.render(Context({"row": ONE, "other": replace(ONE, title="Slopen")}))


def test_a_value_that_may_change_cannot_be_kept() -> None:
    with pytest.raises(TypeError):
        row("monitoring/_quality_row.html", row=[])


def test_many_rows_at_once_are_the_same_as_each_by_itself() -> None:
    other = replace(ONE, title="Slopen")
    assert rows("monitoring/_quality_row.html", (ONE, other)) == made(ONE) + made(other)
    assert rows("monitoring/_quality_row.html", ()) == ""
