"""A commitment goes by its title where that tells it apart, and by its own words where it does not."""

from __future__ import annotations

from uuid import uuid4

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.agreements.pages import CommitmentRow
from samenspraak.web.workspace.agreements.titles import shared_titles


def row(title: str, *, code: str = "", heading: str = "Afspraken") -> CommitmentRow:
    return CommitmentRow(
        public_id=uuid4(),
        code=code,
        title=title,
        text="",
        kind=Commitment.Kind.FRAMEWORK,
        year=None,
        theme=None,
        heading=heading,
        leads=(),
        partners=(),
        deadline=None,
        priority="",
        rating=None,
        page=1,
        state=Commitment.State.ACCEPTED,
    )


def test_a_title_that_several_have_is_shared() -> None:
    assert shared_titles([row("Huren"), row("Huren"), row("Bouwen")]) == {"Huren"}


def test_a_title_that_is_the_heading_is_shared_even_when_it_stands_alone() -> None:
    assert shared_titles([row("Huren", heading="Huren"), row("Bouwen")]) == {"Huren"}


def test_a_number_tells_two_of_the_same_title_apart() -> None:
    assert shared_titles([row("Huren", code="K 1"), row("Huren", code="J 1"), row("Huren")]) == set()
