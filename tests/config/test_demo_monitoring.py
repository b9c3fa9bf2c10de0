"""What the people of the example do in its monitor, with the example's own document and words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from samenspraak.apps.figures.models import Observation, Target
from samenspraak.apps.monitoring.models import Round, RoundItem
from samenspraak.apps.monitoring.queries import desk_of
from samenspraak.apps.parties.queries import person_by_email
from samenspraak.config.cli.example_loading import Example, load_example, read_example

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("own_folders")]

YEAR_SLICE = "jaarschijf-2026.odt"
REPORTERS = ("yasmin@dekade.example", "pieter@thuisvast.example", "sanne@duinrode.example")


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Example:
    """Return the example with only the document whose monitor it tells, on a day in the last tertial of 2026."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 20, 12, tzinfo=UTC))
    whole = read_example()
    (slice_,) = (one for one in whole.agreements if any(name.endswith(YEAR_SLICE) for name in one.files))
    only = slice_.model_copy(update={"files": slice_.files[:1]})
    return whole.model_copy(update={"agreements": (only,)})


def test_a_new_user_finds_a_round_to_report_in_and_an_adopted_one_to_compare_with(example: Example) -> None:
    load_example(example)
    adopted, opened = Round.objects.order_by("first_day")
    assert (adopted.state, opened.state) == (Round.State.ADOPTED, Round.State.OPEN)
    assert opened.due_on == date(2026, 12, 11)
    assert [desk_of(person_by_email(email)).owed for email in REPORTERS] == [1, 6, 4]
    target = Target.objects.get()
    assert [one.value for one in Observation.objects.filter(target=target).order_by("on")] == [21, 58, 83]


def test_loading_it_again_adds_no_round_and_no_target(example: Example) -> None:
    load_example(example)
    before = (Round.objects.count(), RoundItem.objects.count(), Target.objects.count())
    load_example(example)
    assert (Round.objects.count(), RoundItem.objects.count(), Target.objects.count()) == before


def test_where_the_register_was_changed_nothing_of_the_monitor_is_added(
    example: Example, capsys: pytest.CaptureFixture[str]
) -> None:
    assert example.monitor is not None
    elsewhere = example.monitor.model_copy(update={"leads": {"9.9": ("De Kade",)}})
    load_example(example.model_copy(update={"monitor": elsewhere}))
    assert not Round.objects.exists()
    assert "past niet meer op het register" in capsys.readouterr().err


def test_what_is_still_to_come_was_not_measured(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 9, 1, 12, tzinfo=UTC))
    load_example(example)
    assert Observation.objects.latest("on").on == date(2026, 8, 31)
