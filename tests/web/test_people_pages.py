"""Organisations and their people: what a page shows to whom, and what its buttons do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.audit.models import Event
from samenspraak.apps.parties.actions import add_member
from samenspraak.apps.parties.models import Membership, Organisation, Person
from tests.web.cast import Cast
from tests.web.markup import text_of

SignedIn = Callable[[Person], Client]
Role = Membership.Role


def own(person: Person) -> Membership:
    return person.memberships.select_related("organisation").get()


def as_administrator(cast: Cast) -> str:
    """Make Noor administrator and Bas a reader of Waterhoven; returns the address of Waterhoven."""
    organisation = own(cast.noor).organisation
    add_member(person=cast.noor, organisation=organisation, role=Role.ADMINISTRATOR, by=None)
    add_member(person=cast.bas, organisation=organisation, role=Role.READER, by=None)
    return f"/organisaties/{organisation.pk}/"


def member(cast: Cast, person: Person) -> Membership:
    return Membership.objects.get(person=person, organisation__name="Waterhoven")


def test_one_sees_whom_one_works_with_and_nobody_else(cast: Cast, signed_in: SignedIn) -> None:
    page = text_of(signed_in(cast.bas).get("/organisaties/").content)
    assert "Waterhoven" in page
    assert "Woonstichting De Linde" in page
    assert "Zandhoek" not in page


def test_the_people_of_another_party_are_not_shown(cast: Cast, signed_in: SignedIn) -> None:
    address = f"/organisaties/{own(cast.noor).organisation.pk}/"
    assert "noor@waterhoven.example" in text_of(signed_in(cast.noor).get(address).content)
    page = text_of(signed_in(cast.bas).get(address).content)
    assert "Prestatieafspraken Waterhoven" in page
    assert "Noor van Dam nodigt" not in page
    assert "noor@waterhoven.example" not in page


def test_an_organisation_is_renamed_with_its_other_names_and_codes(cast: Cast, signed_in: SignedIn) -> None:
    organisation = own(cast.noor).organisation
    data = {"name": "Gemeente Waterhoven", "other_names": "Waterhoven\nDe stad", "cbs_code": "gm0014"}
    browser = signed_in(cast.noor)
    assert browser.post(f"/organisaties/{organisation.pk}/wijzigen/", data).status_code == 302
    organisation.refresh_from_db()
    assert (organisation.name, organisation.cbs_code) == ("Gemeente Waterhoven", "GM0014")
    assert organisation.other_names == ["De stad", "Waterhoven"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("cbs_code", "0014"), ("cbs_code", "PV20"), ("l_number", "L0943"), ("kvk_number", "1234"), ("name", "x" * 201)],
)
def test_a_code_that_does_not_fit_is_refused_with_a_sentence(
    cast: Cast, signed_in: SignedIn, field: str, value: str
) -> None:
    organisation = own(cast.noor).organisation
    address = f"/organisaties/{organisation.pk}/wijzigen/"
    response = signed_in(cast.noor).post(address, {"name": "Waterhoven", "other_names": "", field: value})
    assert response.status_code == 200
    assert not Event.objects.filter(kind="organisation_renamed").exists()


def test_an_organisation_is_added_and_then_confirmed(cast: Cast, signed_in: SignedIn) -> None:
    browser = signed_in(cast.noor)
    data = {"kind": "housing_association", "name": "De Es", "l_number": "L0943", "kvk_number": "12345678"}
    assert browser.post("/organisaties/nieuw/", data).status_code == 302
    added = Organisation.objects.get(name="De Es")
    assert (added.l_number, added.is_confirmed) == ("L0943", False)
    assert "staat er al" in text_of(browser.post("/organisaties/nieuw/", data).content)


def test_a_role_is_changed_and_a_membership_ended(cast: Cast, signed_in: SignedIn) -> None:
    address, browser = as_administrator(cast), signed_in(cast.noor)
    row = member(cast, cast.bas)
    browser.post(f"{address}persoon/{row.pk}/rol/", {"role": "coordinator"})
    assert member(cast, cast.bas).role == Role.COORDINATOR
    browser.post(f"{address}persoon/{row.pk}/eruit/")
    assert not Membership.objects.filter(pk=row.pk).exists()
    kinds = list(Event.objects.order_by("-id").values_list("kind", flat=True)[:2])
    assert kinds == ["membership_ended", "role_changed"]


@pytest.mark.parametrize(("deed", "data"), [("rol", {"role": "reader"}), ("eruit", {})])
def test_the_last_administrator_stays(cast: Cast, signed_in: SignedIn, deed: str, data: dict[str, str]) -> None:
    address, browser = as_administrator(cast), signed_in(cast.noor)
    page = browser.post(f"{address}persoon/{member(cast, cast.noor).pk}/{deed}/", data, follow=True)
    assert "houdt ten minste een beheerder" in text_of(page.content)
    assert member(cast, cast.noor).role == Role.ADMINISTRATOR


def test_whose_account_is_closed_keeps_their_work(cast: Cast, signed_in: SignedIn) -> None:
    mia = Person.objects.create(email="mia@waterhoven.example", name="Mia")
    address, browser = as_administrator(cast), signed_in(cast.noor)
    add_member(person=mia, organisation=own(cast.carla).organisation, role=Role.READER, by=None)
    add_member(person=mia, organisation=member(cast, cast.noor).organisation, role=Role.READER, by=None)
    close = f"{address}persoon/{member(cast, mia).pk}/account/"
    assert browser.post(close).status_code == 403  # she works for Zandhoek as well
    mia.memberships.filter(organisation__name="Zandhoek").delete()
    assert browser.post(close).status_code == 302
    mia.refresh_from_db()
    assert not mia.is_active
    assert "account afgesloten" in text_of(browser.get(address).content)


def test_a_person_with_memberships_cannot_be_removed(cast: Cast) -> None:
    with pytest.raises(Exception, match="protected"):
        cast.noor.delete()
