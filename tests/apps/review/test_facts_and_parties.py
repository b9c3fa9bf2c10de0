from __future__ import annotations

from dataclasses import replace

import pytest

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.agreements.queries import agreements_for
from samenspraak.apps.parties.actions import add_organisation
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.review import actions
from samenspraak.apps.review.errors import WrongFacts
from samenspraak.apps.review.queries import facts_page
from samenspraak.apps.review.read_facts import facts_text
from tests.apps.cast import People, proposed

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreement(people: People) -> Agreement:
    return proposed(people.noor)


def test_the_parties_see_it_once_the_facts_are_confirmed(people: People, agreement: Agreement) -> None:
    assert agreements_for(people.bas).total == 0
    facts = replace(facts_text(agreement), title="Samen wonen", period_start=2027, period_end=2028)
    actions.confirm_agreement_facts(agreement=agreement, facts=facts, by=people.noor)
    assert [row.title for row in agreements_for(people.bas).rows] == ["Samen wonen"]


@pytest.mark.parametrize(("start", "end"), [(2027, None), (None, 2027), (2029, 2027)])
def test_half_a_period_is_refused(people: People, agreement: Agreement, start: int | None, end: int | None) -> None:
    facts = replace(facts_text(agreement), period_start=start, period_end=end)
    with pytest.raises(WrongFacts):
        actions.confirm_agreement_facts(agreement=agreement, facts=facts, by=people.noor)


def test_an_unknown_name_is_a_question_with_the_likest_organisations(people: People, agreement: Agreement) -> None:
    kind = Organisation.Kind.TENANTS_ORGANISATION
    for name in ("Stichting Huurdersplatform De Linde", "Bewonersraad Zandhoek"):
        add_organisation(kind=kind, name=name, by=people.ada)
    document = agreement.sources.get().document
    known, also_known, question = facts_page(people.noor, document.public_id).parties
    assert (known.organisation, also_known.organisation) == ("Waterhoven", "Woonstichting De Linde")
    assert (question.name, question.organisation) == ("Huurdersplatform De Linde", None)
    assert [one.name for one in question.suggestions] == ["Stichting Huurdersplatform De Linde"]


def test_a_linked_name_is_linked_at_the_commitments_as_well(people: People, agreement: Agreement) -> None:
    party = agreement.parties.get(name="Huurdersplatform De Linde")
    commitment = agreement.commitments.order_by("order")[3]
    commitment.parties.create(name="huurdersplatform de Linde", role="lead", order=0)
    tenants = add_organisation(kind=Organisation.Kind.TENANTS_ORGANISATION, name="HP De Linde", by=people.ada)
    actions.link_party(party=party, organisation=tenants, by=people.noor)
    assert commitment.parties.get().organisation == tenants
    actions.link_party(party=party, organisation=None, by=people.noor)
    assert commitment.parties.get().organisation is None
