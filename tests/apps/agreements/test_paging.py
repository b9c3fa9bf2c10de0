"""A page of what a word finds, and how much it finds in all, in one question."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenspraak.apps.agreements import paging
from samenspraak.apps.agreements.models import Agreement, AgreementParty
from samenspraak.apps.agreements.queries import agreements_for
from samenspraak.apps.parties.models import Person


@pytest.fixture
def keeper(db: None, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Return who sees all five agreements, two on a page; four are found by a word, one of them by its party."""
    monkeypatch.setattr(paging, "PAGE_LENGTH", 2)
    by = Person.objects.create(email="a@b.example", name="A", is_administrator=True)
    for title in ("Wonen A", "Wonen B", "C", "Samenwonen D", "E"):
        one = Agreement.objects.create(title=title, kind="other", registered_by=by)
        if title == "C":
            AgreementParty.objects.create(agreement=one, name="Stichting Wonen", side="other", order=0)
    return by


@pytest.mark.parametrize(
    ("asked", "page", "titles", "queries"),
    [
        (0, 1, ["C", "Samenwonen D"], 4),
        (1, 1, ["C", "Samenwonen D"], 4),
        (2, 2, ["Wonen A", "Wonen B"], 4),
        (3, 2, ["Wonen A", "Wonen B"], 6),  # there is no such page: how many there are is asked, and then the last one
    ],
)
def test_the_nearest_page_comes_with_how_many_there_are(
    keeper: Person, asked: int, page: int, titles: list[str], queries: int
) -> None:
    with CaptureQueriesContext(connection) as counted:
        shown = agreements_for(keeper, text="wonen", page=asked)
    assert [row.title for row in shown.rows] == titles
    assert (shown.total, shown.page, shown.page_count) == (4, page, 2)
    assert len(counted) == queries


@pytest.mark.parametrize("asked", [1, 7])
def test_a_word_that_is_nowhere_gives_one_empty_page(keeper: Person, asked: int) -> None:
    shown = agreements_for(keeper, text="fiets", page=asked)
    assert (shown.rows, shown.total, shown.page, shown.page_count) == ((), 0, 1, 1)
