"""The country to measure in: whole, the same every time, and the same municipality whatever the country's size."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from bench.country.databases import NotOurs, drop
from bench.country.loading import fill
from bench.country.people import coordinator_of
from bench.country.places import ASSOCIATIONS, association_name, places, tenants_name
from bench.country.work import ASKED, PROPOSALS, add_work
from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.agreements.queries import CommitmentFilter, agreement_page, agreements_for, commitment_page
from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import Event, EventKind
from samenspraak.apps.documents.models import SourcePage
from samenspraak.apps.monitoring.models import Progress
from samenspraak.apps.parties.models import Person
from samenspraak.apps.search.models import SearchEntry

YEARS = 2


@pytest.mark.django_db
def test_a_small_country_keeps_every_rule_of_the_database() -> None:
    piles = fill(2, YEARS)
    connection.check_constraints()
    assert Commitment.objects.count() == piles.commitments.count == Event.objects.count() - 2 * 2 * YEARS
    assert piles.commitments.count > 2 * YEARS * 60


@pytest.mark.django_db
def test_every_passage_is_the_text_that_stands_on_its_page() -> None:
    fill(1, 1)
    text = "".join(SourcePage.objects.order_by("number").values_list("raw", flat=True))
    for commitment in Commitment.objects.all():
        passage = " ".join(text[commitment.start : commitment.end].split())
        assert passage.endswith(commitment.text)
        assert SourcePage.objects.filter(
            number=commitment.page, start__lte=commitment.start, end__gt=commitment.start
        ).exists()


@pytest.mark.django_db
def test_a_municipality_sees_its_own_years_and_their_commitments() -> None:
    fill(3, YEARS)
    coordinator = Person.objects.get(email=coordinator_of(places(1)[0].municipality.cbs_code))
    found = agreements_for(coordinator)
    assert found.total == YEARS
    page = agreement_page(coordinator, found.rows[0].public_id, wanted=CommitmentFilter())
    assert page.total > 60
    assert commitment_page(coordinator, page.rows[0].public_id).passage.marked


@pytest.mark.django_db
def test_the_same_municipality_says_the_same_in_a_larger_country() -> None:
    with transaction.atomic():
        fill(1, 1)
        alone = _said_in_first()
        transaction.set_rollback(True)
    fill(2, 1)
    assert _said_in_first() == alone


def _said_in_first() -> list[tuple[object, str]]:
    found = Commitment.objects.filter(agreement__entered_for__cbs_code=places(1)[0].municipality.cbs_code)
    return list(found.order_by("pk").values_list("public_id", "text"))


@pytest.mark.django_db
def test_the_first_municipality_has_two_rounds_with_reports_and_proposals_to_check() -> None:
    fill(1, YEARS)
    opened = add_work()
    assert opened.items.count() == ASKED
    assert opened.agreement.rounds.count() == 2
    assert Progress.objects.filter(item__round=opened, version=1).exists()
    assert Commitment.objects.filter(state=Commitment.State.PROPOSED).count() == PROPOSALS
    assert SearchEntry.objects.exists()
    connection.check_constraints()


@pytest.mark.django_db
def test_a_next_record_gets_a_number_of_its_own() -> None:
    fill(1, 1)
    person = Person.objects.get(email=coordinator_of(places(1)[0].municipality.cbs_code))
    assert record(EventKind.PERSON_REGISTERED, target=person, by=None).pk > 1


def test_no_two_associations_share_a_name() -> None:
    names = {association_name(number) for number in range(ASSOCIATIONS)}
    assert len(names) == ASSOCIATIONS
    assert not names & {tenants_name(number) for number in range(ASSOCIATIONS)}


def test_a_database_that_may_hold_work_is_never_dropped() -> None:
    with pytest.raises(NotOurs):
        drop("postgres://postgres@127.0.0.1:5432/samenspraak")
