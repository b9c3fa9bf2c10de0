"""Every action that exists is done once here, and leaves exactly one event about what it did."""

from __future__ import annotations

import inspect
import io
from collections.abc import Callable
from types import ModuleType

import pytest

from samenspraak.apps.agreements import actions as agreements
from samenspraak.apps.audit.models import Event
from samenspraak.apps.documents import actions as documents
from samenspraak.apps.parties import actions as parties
from samenspraak.apps.parties.models import Membership, Organisation
from tests.apps.cast import PASSWORD, People, extraction, source, store

DOORS = (parties, documents, agreements)
Act = Callable[[People], Callable[[], object]]


def started(people: People) -> documents.ImportRun:
    return documents.start_import(run=requested(people), by=people.noor)


def requested(people: People) -> documents.ImportRun:
    return documents.request_import(document=store(people.noor), by=people.noor)


def association() -> Organisation:
    return Organisation.objects.get(name="Woonstichting De Linde")


def later(action: Callable[..., object], **arguments: object) -> Callable[[], object]:
    """Return the action with everything it needs made beforehand, so that only its own event is counted."""
    return lambda: action(**arguments)


ACTS: dict[str, Act] = {
    "register_person": lambda people: later(
        parties.register_person, email="an@nieuw.example", name="An", password=PASSWORD, by=people.ada
    ),
    "add_organisation": lambda people: later(
        parties.add_organisation, kind=Organisation.Kind.REGION, name="Kustregio", by=people.ada
    ),
    "confirm_organisation": lambda people: later(
        parties.confirm_organisation, organisation=association(), by=people.ada
    ),
    "add_member": lambda people: later(
        parties.add_member, person=people.carla, organisation=association(), role=Membership.Role.READER, by=people.ada
    ),
    "store_document": lambda people: later(
        documents.store_document, file=io.BytesIO(b"nieuw"), name="n.txt", media_type="text/plain", by=people.noor
    ),
    "request_import": lambda people: later(documents.request_import, document=store(people.noor), by=people.noor),
    "start_import": lambda people: later(documents.start_import, run=requested(people), by=people.noor),
    "finish_import": lambda people: later(
        documents.finish_import, run=started(people), source=source(), extraction=extraction(source()), by=people.noor
    ),
    "fail_import": lambda people: later(
        documents.fail_import, run=started(people), code="E100", message="Kan niet.", by=people.noor
    ),
    "register_extraction": lambda people: later(
        agreements.register_extraction, document=store(people.noor), extraction=extraction(source()), by=people.noor
    ),
    "recognise_organisation": lambda people: later(
        agreements.recognise_organisation, organisation=association(), by=people.ada
    ),
}


def actions_of(module: ModuleType) -> set[str]:
    """Return the public functions that a module defines itself."""
    functions = inspect.getmembers(module, inspect.isfunction)
    return {name for name, f in functions if f.__module__ == module.__name__ and not name.startswith("_")}


def test_every_action_is_tried_here() -> None:
    assert set(ACTS) == set().union(*map(actions_of, DOORS))


@pytest.mark.parametrize("name", ACTS)
def test_an_action_leaves_exactly_one_event_with_who_did_it(people: People, name: str) -> None:
    act = ACTS[name](people)
    before = Event.objects.count()
    act()
    assert Event.objects.count() == before + 1
    assert Event.objects.latest("id").actor_label in {"Ada", "Noor"}
