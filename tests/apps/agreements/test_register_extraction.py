from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from samenspraak.apps.agreements.actions import recognise_organisation, register_extraction
from samenspraak.apps.agreements.errors import AlreadyRegistered
from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.audit.models import Event
from samenspraak.apps.parties.actions import add_organisation, confirm_organisation
from samenspraak.apps.parties.models import Organisation
from samenspraak.core.extraction import result
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.traffic_light import TrafficLight
from tests.apps.cast import FACTS, TEXT, People, extraction, first_commitment, registered, source, store

CHOICES = [
    (Agreement.Kind, result.DocumentKind),
    (Commitment.Kind, result.CommitmentKind),
    (Commitment.Theme, Theme),
    (Commitment.Rating, TrafficLight),
]


@pytest.mark.parametrize(("kept", "found"), CHOICES)
def test_what_extraction_finds_the_register_can_keep(kept: type, found: type) -> None:
    assert {member.value for member in kept} == {member.value for member in found}


def test_an_agreement_says_what_the_document_says(agreement: Agreement) -> None:
    assert (agreement.title, agreement.kind) == ("Prestatieafspraken Waterhoven", "multi_year")
    assert (agreement.period_start, agreement.period_end, agreement.signed_on) == (2026, 2029, date(2025, 12, 11))
    source_row = agreement.sources.get()
    assert [signatory.name for signatory in source_row.signatories.all()] == ["A. de Wit"]
    assert source_row.tables.get().rows == [["De Linde", 120.0], ["De Es", "n.t.b."]]
    assert source_row.glossary.get().term == "Lage inkomens"


def test_a_commitment_keeps_everything_and_the_passage_it_came_from(agreement: Agreement) -> None:
    commitment = first_commitment(agreement)
    page = commitment.document.pages.get(number=commitment.page)
    assert page.raw[commitment.start : commitment.end] == "De Linde bouwt in 2027 ten minste 80 woningen."
    assert (commitment.code, commitment.theme, commitment.rating) == ("K 1.10", "availability", "amber")
    assert (commitment.deadline_text, commitment.deadline_on) == ("in 2027", date(2027, 12, 31))
    assert [(party.name, party.role) for party in commitment.parties.all()] == [
        ("De Linde", "lead"),
        ("gemeente", "partner"),
    ]
    assert [(one.value, one.bound) for one in commitment.quantities.all()] == [(80, "min")]


def test_who_imports_accepts_as_long_as_there_is_no_review(people: People, agreement: Agreement) -> None:
    commitments = agreement.commitments.all()
    assert {(one.state, one.accepted_by) for one in commitments} == {("accepted", people.noor)}


def test_confirmed_organisations_are_recognised_and_others_are_not_invented(agreement: Agreement) -> None:
    parties = {party.name: party.organisation and party.organisation.name for party in agreement.parties.all()}
    assert parties == {
        "Waterhoven": "Waterhoven",
        "De Linde": "Woonstichting De Linde",
        "Huurdersplatform De Linde": None,
    }


def test_the_organisation_that_brings_it_in_is_kept(people: People, agreement: Agreement) -> None:
    assert agreement.entered_for == Organisation.objects.get(name="Waterhoven")
    assert agreement.registered_by == people.noor


def test_a_second_document_joins_an_agreement_without_doubling_its_parties(
    people: People, agreement: Agreement
) -> None:
    registered(people.noor, source("monitor.txt", TEXT), content=b"monitor", into=agreement)
    assert (agreement.parties.count(), agreement.sources.count(), agreement.commitments.count()) == (3, 2, 8)
    assert Agreement.objects.count() == 1


def test_one_organisation_under_two_names_is_one_party(people: People, agreement: Agreement) -> None:
    facts = replace(FACTS, housing_associations=("Woonstichting De Linde", "de linde", "De Es"))
    found = replace(extraction(source()), agreement=facts)
    register_extraction(document=store(people.noor, b"twee"), extraction=found, by=people.noor, agreement=agreement)
    names = [party.name for party in agreement.parties.order_by("order")]
    assert names == ["Waterhoven", "De Linde", "Huurdersplatform De Linde", "De Es"]


def test_a_document_feeds_one_agreement(people: People, agreement: Agreement) -> None:
    document = agreement.sources.get().document
    before = Event.objects.count()
    with pytest.raises(AlreadyRegistered):
        register_extraction(document=document, extraction=extraction(source()), by=people.noor)
    assert (Agreement.objects.count(), Event.objects.count()) == (1, before)


def test_a_failure_half_way_leaves_nothing(people: People) -> None:
    found = extraction(source())
    broken = replace(found, commitments=(*found.commitments, replace(found.commitments[0], span=None)))
    document = store(people.noor)
    before = Event.objects.count()
    with pytest.raises(AttributeError):
        register_extraction(document=document, extraction=broken, by=people.noor)
    assert (Agreement.objects.count(), Commitment.objects.count(), Event.objects.count()) == (0, 0, before)


def test_a_document_that_says_little_of_itself_goes_by_its_name(people: People) -> None:
    facts = replace(FACTS, title=None, period=None, signed_on=None, municipalities=(), housing_associations=())
    found = replace(extraction(source()), agreement=facts)
    agreement = register_extraction(document=store(people.noor), extraction=found, by=people.noor)
    assert (agreement.title, agreement.period_start) == ("afspraken.pdf", None)


@pytest.mark.parametrize("odd", ["\x00", "n" * 5000, "<b>vet</b>", "\u202eomgekeerd"])
def test_whatever_a_document_holds_fits(people: People, odd: str) -> None:
    found = extraction(source())
    strange = replace(
        found.commitments[0],
        code=odd,
        title=odd,
        text=odd,
        heading=odd,
        priority=odd,
        progress=odd,
        parties=(result.NamedParty(odd, result.PartyRole.LEAD),) * 2,
        confidence=1.5,
    )
    facts = replace(FACTS, title=odd, municipalities=(odd, odd))
    agreement = register_extraction(
        document=store(people.noor),
        extraction=replace(found, agreement=facts, commitments=(strange,)),
        by=people.noor,
    )
    commitment = agreement.commitments.get()
    assert (commitment.parties.count(), commitment.confidence) == (1, 1.0)
    assert "\x00" not in commitment.text + commitment.code + agreement.title


def test_a_later_confirmation_reaches_the_agreements_that_are_there(people: People, agreement: Agreement) -> None:
    tenants = add_organisation(
        kind=Organisation.Kind.TENANTS_ORGANISATION, name="Huurdersplatform De Linde", by=people.ada
    )
    confirm_organisation(organisation=tenants, by=people.ada)
    assert recognise_organisation(organisation=tenants, by=people.ada) == 1
    assert agreement.parties.get(name="Huurdersplatform De Linde").organisation == tenants
    assert recognise_organisation(organisation=tenants, by=people.ada) == 0


def test_a_confirmation_of_another_kind_is_another_organisation(people: People, agreement: Agreement) -> None:
    other = add_organisation(kind=Organisation.Kind.OTHER, name="Huurdersplatform De Linde", by=people.ada)
    confirm_organisation(organisation=other, by=people.ada)
    assert recognise_organisation(organisation=other, by=people.ada) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "proposed"},
        {"accepted_at": None},
        {"end": 0, "start": 5},
        {"confidence": 1.1},
        {"deadline_kind": ""},
        {"order": 1},
    ],
)
def test_the_database_refuses_a_commitment_that_cannot_be(agreement: Agreement, wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.filter(pk=first_commitment(agreement).pk).update(**wrong)


@pytest.mark.parametrize("wrong", [{"period_end": None}, {"period_end": 2025}])
def test_the_database_refuses_a_period_that_runs_back(agreement: Agreement, wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=agreement.pk).update(**wrong)
