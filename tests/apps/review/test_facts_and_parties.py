from __future__ import annotations

from dataclasses import replace

import pytest

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.agreements.queries import agreements_for
from samenspraak.apps.monitoring.actions import open_round
from samenspraak.apps.parties.actions import add_organisation
from samenspraak.apps.parties.errors import OrganisationKnown
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.review import actions
from samenspraak.apps.review.errors import ChangedMeanwhile, PartyStays, WrongFacts
from samenspraak.apps.review.pages import PartyAnswer
from samenspraak.apps.review.queries import facts_page
from samenspraak.apps.review.read_facts import facts_text, version_of_facts
from tests.apps.cast import People, proposed
from tests.apps.monitoring.board import DUE, tertial

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement(people: People) -> Agreement:
    return proposed(people.noor)


def test_the_parties_see_it_once_the_facts_are_confirmed(people: People, agreement: Agreement) -> None:
    assert agreements_for(people.bas).total == 0
    facts = replace(facts_text(agreement), title="Samen wonen", period_start=2027, period_end=2028)
    actions.confirm_agreement_facts(agreement=agreement, facts=facts, seen="", by=people.noor)
    assert [row.title for row in agreements_for(people.bas).rows] == ["Samen wonen"]


@pytest.mark.parametrize(("start", "end"), [(2027, None), (None, 2027), (2029, 2027)])
def test_half_a_period_is_refused(people: People, agreement: Agreement, start: int | None, end: int | None) -> None:
    facts = replace(facts_text(agreement), period_start=start, period_end=end)
    with pytest.raises(WrongFacts):
        actions.confirm_agreement_facts(agreement=agreement, facts=facts, seen="", by=people.noor)


def test_an_unknown_name_is_a_question_with_the_likest_organisations(people: People, agreement: Agreement) -> None:
    kind = Organisation.Kind.TENANTS_ORGANISATION
    for name in ("Stichting Huurdersplatform De Linde", "Bewonersraad Zandhoek"):
        add_organisation(kind=kind, name=name, by=people.ada)
    document = agreement.sources.get().document
    known, also_known, question = facts_page(people.noor, document.public_id).parties
    assert (known.organisation, also_known.organisation) == ("Waterhoven", "Woonstichting De Linde")
    assert (question.name, question.organisation) == ("Huurdersplatform De Linde", None)
    assert [one.name for one in question.suggestions] == ["Stichting Huurdersplatform De Linde"]


def confirm(people: People, agreement: Agreement, *answers: PartyAnswer) -> None:
    agreement.refresh_from_db()
    actions.confirm_agreement_facts(
        agreement=agreement,
        facts=facts_text(agreement),
        seen=version_of_facts(agreement),
        answers=answers,
        by=people.noor,
    )


def test_a_linked_name_is_linked_at_the_commitments_as_well(people: People, agreement: Agreement) -> None:
    party = agreement.parties.get(name="Huurdersplatform De Linde")
    commitment = agreement.commitments.order_by("order")[3]
    commitment.parties.create(name="huurdersplatform de Linde", role="lead", order=0)
    tenants = add_organisation(kind=Organisation.Kind.TENANTS_ORGANISATION, name="HP De Linde", by=people.ada)
    confirm(people, agreement, PartyAnswer(party.pk, tenants.pk))
    assert commitment.parties.get().organisation == tenants
    confirm(people, agreement, PartyAnswer(party.pk))
    assert commitment.parties.get().organisation is None


def test_a_party_that_was_taken_for_another_no_longer_sees_the_agreement(people: People, agreement: Agreement) -> None:
    party = agreement.parties.get(name="De Linde")
    confirm(people, agreement)
    assert agreements_for(people.bas).total == 1
    confirm(people, agreement, PartyAnswer(party.pk, is_new=True))
    assert agreements_for(people.bas).total == 0


def test_a_name_is_never_linked_to_an_organisation_of_another_side(people: People, agreement: Agreement) -> None:
    party = agreement.parties.get(name="Huurdersplatform De Linde")
    confirm(people, agreement, PartyAnswer(party.pk, Organisation.objects.get(name="Zandhoek").pk))
    party.refresh_from_db()
    assert party.organisation is None


def test_a_new_organisation_that_is_there_already_leaves_everything_as_it_was(
    people: People, agreement: Agreement
) -> None:
    party = agreement.parties.get(name="Huurdersplatform De Linde")
    add_organisation(kind=Organisation.Kind.TENANTS_ORGANISATION, name=party.name, by=people.ada)
    with pytest.raises(OrganisationKnown):
        confirm(people, agreement, PartyAnswer(party.pk, is_new=True))
    agreement.refresh_from_db()
    assert agreement.facts_confirmed_at is None


def test_who_saw_other_facts_than_there_are_confirms_nothing(people: People, agreement: Agreement) -> None:
    confirm(people, agreement)
    with pytest.raises(ChangedMeanwhile):
        actions.confirm_agreement_facts(agreement=agreement, facts=facts_text(agreement), seen="", by=people.noor)


def test_a_party_that_a_round_asks_stays_one(people: People, agreement: Agreement) -> None:
    confirm(people, agreement)
    versions = dict(agreement.commitments.values_list("public_id", "version"))
    agreement.sources.get().document.findings.all().delete()
    actions.accept_proposals(source=agreement.sources.get(), versions=versions, by=people.noor)
    open_round(agreement=agreement, period=tertial(2027, 2), due_on=DUE, by=people.noor)
    with pytest.raises(PartyStays):
        confirm(people, agreement, PartyAnswer(agreement.parties.get(name="De Linde").pk, is_party=False))
    assert agreement.parties.filter(name="De Linde").exists()


def test_an_organisation_that_goes_by_two_names_is_a_party_once(people: People, agreement: Agreement) -> None:
    tenants = add_organisation(kind=Organisation.Kind.TENANTS_ORGANISATION, name="HP De Linde", by=people.ada)
    side = Organisation.Kind.TENANTS_ORGANISATION
    other = agreement.parties.create(side=side, name="het platform", organisation=tenants, order=9)
    commitment = agreement.commitments.order_by("order")[3]
    commitment.parties.create(name="Huurdersplatform De Linde", role="lead", order=0)
    party = agreement.parties.get(name="Huurdersplatform De Linde")
    confirm(people, agreement, PartyAnswer(party.pk, tenants.pk))
    assert agreement.parties.get(organisation=tenants) == other
    assert commitment.parties.get().organisation == tenants
