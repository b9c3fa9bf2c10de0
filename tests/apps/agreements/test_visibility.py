"""Who sees what, as a table: a person sees agreements of their organisations, the administrator all, others none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from samenspraak.apps.agreements import queries
from samenspraak.apps.agreements.counts import count_on, counted
from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import (
    Agreement,
    AgreementDocument,
    AgreementParty,
    AgreementTable,
    GlossaryTerm,
)
from samenspraak.apps.agreements.pages import CommitmentFilter
from samenspraak.apps.documents.models import Finding
from samenspraak.apps.parties.models import Membership, Person
from samenspraak.apps.parties.queries import Right, roles_with
from samenspraak.apps.parties.sign_in import PatientBackend
from tests.apps.cast import People, first_commitment, registered

WHO = [("ada", True), ("noor", True), ("bas", True), ("carla", False)]

BY_AGREEMENT: dict[str, Callable[[Person, UUID], object]] = {
    "agreement": queries.agreement_for,
    "register": lambda person, number: queries.agreement_page(person, number, wanted=CommitmentFilter()),
    "findings": queries.findings_for,
    "tables": queries.tables_for,
    "glossary": queries.glossary_for,
}
BY_DOCUMENT: dict[str, Callable[[Person, UUID], object]] = {
    "page": queries.document_page,
    "file": queries.original_file,
}


@pytest.mark.parametrize(("name", "sees"), WHO)
@pytest.mark.parametrize("read", [*BY_AGREEMENT, *BY_DOCUMENT, "commitment"])
def test_what_is_not_theirs_is_not_found(
    people: People, agreement: Agreement, name: str, read: str, *, sees: bool
) -> None:
    person: Person = getattr(people, name)
    assert can_read(person, agreement, read) is sees


def can_read(person: Person, agreement: Agreement, read: str) -> bool:
    try:
        if read == "commitment":
            queries.commitment_page(person, first_commitment(agreement).public_id)
        elif read in BY_DOCUMENT:
            BY_DOCUMENT[read](person, agreement.sources.get().document.public_id)
        else:
            BY_AGREEMENT[read](person, agreement.public_id)
    except NotFound:
        return False
    return True


@pytest.mark.parametrize(("name", "sees"), WHO)
def test_the_list_holds_what_is_theirs(people: People, agreement: Agreement, name: str, *, sees: bool) -> None:
    assert queries.agreements_for(getattr(people, name)).total == int(sees)


def test_who_did_not_sign_in_sees_nothing(agreement: Agreement) -> None:
    assert queries.agreements_for(AnonymousUser()).total == 0


def test_who_may_no_longer_sign_in_sees_nothing(people: People, agreement: Agreement) -> None:
    for person in (people.ada, people.noor):
        person.is_active = False
        assert queries.agreements_for(person).total == 0


def test_who_brought_it_in_keeps_seeing_it_when_it_names_them_differently(people: People, agreement: Agreement) -> None:
    AgreementParty.objects.all().delete()
    assert queries.agreements_for(people.noor).total == 1
    assert queries.agreements_for(people.bas).total == 0


def test_who_left_the_organisation_sees_its_agreements_no_longer(people: People, agreement: Agreement) -> None:
    people.noor.memberships.all().delete()
    assert queries.agreements_for(people.noor).total == 0


def test_what_is_only_proposed_is_nobodys_to_see(people: People, agreement: Agreement) -> None:
    agreement.commitments.update(state="proposed", accepted_by=None, accepted_at=None)
    assert queries.agreement_page(people.ada, agreement.public_id, wanted=CommitmentFilter()).total == 0
    with pytest.raises(NotFound):
        queries.commitment_page(people.ada, first_commitment(agreement).public_id)


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("name", ["noor", "bas", "carla"])
def test_who_signed_in_sees_what_their_record_would(
    people: People, agreement: Agreement, name: str, right: Right
) -> None:
    person: Person = getattr(people, name)
    signed_in = PatientBackend().get_user(person.pk)
    assert signed_in is not None
    AgreementParty.objects.filter(name="De Linde").update(left_on=date(2026, 7, 1))  # may read on, and no more
    theirs = set(queries.agreements_where(signed_in, right))
    assert theirs == set(queries.agreements_where(person, right))
    may = Membership.Role.COORDINATOR in roles_with(right)
    assert theirs == ({agreement} if may and (name == "noor" or (name, right) == ("bas", Right.READ)) else set())


def test_who_works_for_nobody_and_is_signed_in_sees_nothing(people: People, agreement: Agreement) -> None:
    people.bas.memberships.all().delete()
    signed_in = PatientBackend().get_user(people.bas.pk)
    assert signed_in is not None
    assert not queries.agreements_where(signed_in, Right.READ).exists()


def test_what_an_agreement_has_is_counted_within_it(people: People, agreement: Agreement) -> None:
    other = registered(people.noor, content=b"%PDF other")
    other.commitments.filter(order=1).update(state="proposed", accepted_by=None, accepted_at=None)
    heads = {found.pk: found for found in counted(Agreement.objects.all())}
    for one in (agreement, other):
        kept = AgreementDocument.objects.filter(agreement=one)
        assert count_on(heads[one.pk], "commitment_count") == one.commitments.filter(state="accepted").count()
        assert (
            count_on(heads[one.pk], "finding_count")
            == Finding.objects.filter(document__in=kept.values("document")).count()
        )
        assert count_on(heads[one.pk], "document_count") == kept.count()
        assert count_on(heads[one.pk], "table_count") == AgreementTable.objects.filter(source__in=kept).count()
        assert count_on(heads[one.pk], "glossary_count") == GlossaryTerm.objects.filter(source__in=kept).count()
    assert count_on(heads[other.pk], "commitment_count") == count_on(heads[agreement.pk], "commitment_count") - 1


def test_not_found_is_a_404_of_itself(people: People) -> None:
    with pytest.raises(Http404):
        queries.agreement_for(people.ada, uuid4())
