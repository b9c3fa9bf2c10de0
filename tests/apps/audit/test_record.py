from __future__ import annotations

import pytest

from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import AppendOnlyError, Event, EventKind
from samenspraak.apps.audit.queries import history_of
from tests.apps.cast import People


def test_an_event_says_who_what_from_to_and_why(people: People) -> None:
    record(
        EventKind.PERSON_REGISTERED,
        target=people.bas,
        by=people.noor,
        before={"name": "B."},
        after={"name": "Bas"},
        reason="zo heet hij",
    )
    row = history_of(people.bas)[0]
    assert (row.kind, row.actor, row.before, row.after, row.reason) == (
        EventKind.PERSON_REGISTERED,
        "Noor",
        {"name": "B."},
        {"name": "Bas"},
        "zo heet hij",
    )


def test_what_the_installation_does_itself_has_no_actor(people: People) -> None:
    record(EventKind.PERSON_REGISTERED, target=people.bas, by=None)
    assert history_of(people.bas)[0].actor == ""


def test_history_is_newest_first_and_of_this_record_only(people: People) -> None:
    record(EventKind.MEMBER_ADDED, target=people.carla, by=people.noor)
    record(EventKind.MEMBER_ADDED, target=people.bas, by=people.noor)
    assert [row.kind for row in history_of(people.bas)] == [EventKind.MEMBER_ADDED, EventKind.PERSON_REGISTERED]


def test_the_log_outlives_what_it_is_about(people: People) -> None:
    number = people.carla.pk
    people.carla.memberships.all().delete()
    people.carla.delete()
    assert Event.objects.filter(target_type="parties.person", target_id=str(number)).exists()


@pytest.mark.parametrize("change", ["save", "delete"])
def test_an_event_cannot_be_changed_or_removed(people: People, change: str) -> None:
    event = Event.objects.latest("id")
    with pytest.raises(AppendOnlyError):
        getattr(event, change)()


def test_events_cannot_be_changed_or_removed_by_the_dozen(people: People) -> None:
    with pytest.raises(AppendOnlyError):
        Event.objects.all().update(reason="nee")
    with pytest.raises(AppendOnlyError):
        Event.objects.all().delete()
