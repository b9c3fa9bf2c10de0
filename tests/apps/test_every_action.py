"""Every action that exists is done once here, and leaves exactly one event about what it did."""

from __future__ import annotations

import inspect
from types import ModuleType

import pytest

from samenspraak.apps.agreements import actions as agreements
from samenspraak.apps.agreements.exchange import actions as exchange
from samenspraak.apps.agreements.own_views import actions as own_views
from samenspraak.apps.agreements.revisions import actions as revisions
from samenspraak.apps.audit.models import Event
from samenspraak.apps.documents import actions as documents
from samenspraak.apps.figures import actions as figures
from samenspraak.apps.figures.extracts import actions as extracts
from samenspraak.apps.figures.municipal import actions as municipal
from samenspraak.apps.mail import actions as mail
from samenspraak.apps.monitoring import actions as monitoring
from samenspraak.apps.monitoring.approvals import actions as approvals
from samenspraak.apps.monitoring.asking import actions as asking
from samenspraak.apps.monitoring.successions import actions as successions
from samenspraak.apps.parties import actions as parties
from samenspraak.apps.reports import actions as reports
from samenspraak.apps.review import actions as review
from tests.apps.acts.agreements import ACTS as ON_AGREEMENTS
from tests.apps.acts.documents import ACTS as ON_DOCUMENTS
from tests.apps.acts.figures import ACTS as ON_FIGURES
from tests.apps.acts.mail import ACTS as ON_MAIL
from tests.apps.acts.monitoring import ACTS as ON_MONITORING
from tests.apps.acts.parties import ACTS as ON_PARTIES
from tests.apps.acts.reports import ACTS as ON_REPORTS
from tests.apps.acts.review import ACTS as ON_REVIEW
from tests.apps.cast import People

DOORS = (
    parties,
    documents,
    agreements,
    revisions,
    exchange,
    own_views,
    monitoring,
    review,
    reports,
    figures,
    extracts,
    municipal,
    mail,
    approvals,
    asking,
    successions,
)
ACTS = ON_PARTIES | ON_DOCUMENTS | ON_AGREEMENTS | ON_MONITORING | ON_REVIEW | ON_REPORTS | ON_FIGURES | ON_MAIL


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
