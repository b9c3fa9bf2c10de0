"""From an invitation in the mail to working for the organisation; and every way in which it must not work."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from samenspraak.apps.audit.models import Event
from samenspraak.apps.parties.actions import invite
from samenspraak.apps.parties.models import Invitation, Membership, Organisation, Person
from tests.web.cast import PASSWORD, Cast
from tests.web.mail_server import body_of, mail_server
from tests.web.markup import text_of

SignedIn = Callable[[Person], Client]
ADDRESS = "mia@waterhoven.example"


def organisation(cast: Cast) -> Organisation:
    return cast.noor.memberships.get().organisation


def ask(cast: Cast, signed_in: SignedIn, *, email: str = ADDRESS, role: str = "reader", language: str = "nl") -> str:
    """Invite through the page, without a mail server; returns the path of the link that the inviter is shown."""
    address = f"/organisaties/{organisation(cast).pk}/uitnodigen/"
    response = signed_in(cast.noor).post(address, {"email": email, "role": role, "language": language})
    return re.search(r"http://testserver(/uitnodiging/\S+/)", text_of(response.content))[1]  # type: ignore[index]


def accept(client: Client, link: str, **data: str) -> int:
    filled = {"name": "Mia Bos", "password": PASSWORD, "again": PASSWORD} | data
    return client.post(link, filled).status_code


def test_a_mail_leads_to_an_account(cast: Cast, signed_in: SignedIn, client: Client, settings: Settings) -> None:
    with mail_server(settings) as inbox:
        data = {"email": ADDRESS, "role": "contributor", "language": "nl"}
        response = signed_in(cast.noor).post(f"/organisaties/{organisation(cast).pk}/uitnodigen/", data)
    assert response.status_code == 302  # the link is for the reader of the mail only
    (mail,) = inbox.mails
    assert mail["To"] == ADDRESS
    assert mail["Subject"] == "Uitnodiging voor Samenspraak, namens Waterhoven"
    body = body_of(mail)
    assert "Noor van Dam nodigt u uit" in body
    link = re.search(r"http://testserver(/uitnodiging/\S+/)", body)[1]  # type: ignore[index]
    page = text_of(client.get(link).content)
    assert "namens Waterhoven, als medewerker" in page
    assert accept(client, link) == 302
    mia = Person.objects.get(email=ADDRESS)
    assert get_user(client) == mia
    assert mia.memberships.get().role == Membership.Role.CONTRIBUTOR
    assert client.get(f"/afspraken/{cast.agreement.public_id}/").status_code == 200


def test_the_mail_is_in_the_language_of_its_reader(cast: Cast, signed_in: SignedIn, settings: Settings) -> None:
    with mail_server(settings) as inbox:
        data = {"email": ADDRESS, "role": "reader", "language": "en"}
        signed_in(cast.noor).post(f"/organisaties/{organisation(cast).pk}/uitnodigen/", data)
    assert inbox.mails[0]["Subject"] == "Invitation to Samenspraak, on behalf of Waterhoven"
    assert "invites you to work on performance agreements" in body_of(inbox.mails[0])


def test_a_mail_server_that_is_away_leaves_the_link_with_the_inviter(
    cast: Cast, signed_in: SignedIn, settings: Settings
) -> None:
    with mail_server(settings):
        pass  # it has been stopped
    data = {"email": ADDRESS, "role": "reader", "language": "nl"}
    page = signed_in(cast.noor).post(f"/organisaties/{organisation(cast).pk}/uitnodigen/", data)
    assert "er ging geen mail uit" in text_of(page.content)


def test_the_records_hold_no_token(cast: Cast, signed_in: SignedIn) -> None:
    token = ask(cast, signed_in).split("/")[2]
    invitation = Invitation.objects.get()
    assert token not in str(vars(invitation))
    assert token.partition(".")[0] not in str([vars(event) for event in Event.objects.all()])


def test_a_token_works_once(cast: Cast, signed_in: SignedIn, client: Client) -> None:
    link = ask(cast, signed_in)
    assert accept(client, link) == 302
    for again in (client, Client()):
        assert again.get(link).status_code == 404
        assert accept(again, link, name="Iemand anders") == 404
    assert Person.objects.filter(email=ADDRESS).count() == 1


def expired(invitation: Invitation) -> None:
    invitation.expires_at = timezone.now() - timedelta(seconds=1)
    invitation.save()


def withdrawn(invitation: Invitation) -> None:
    invitation.withdrawn_at = timezone.now()
    invitation.save()


def from_a_closed_account(invitation: Invitation) -> None:
    invitation.invited_by.is_active = False
    invitation.invited_by.save()


@pytest.mark.parametrize("happens", [expired, withdrawn, from_a_closed_account])
def test_an_invitation_that_is_over_makes_no_account(
    cast: Cast, signed_in: SignedIn, client: Client, happens: Callable[[Invitation], None]
) -> None:
    link = ask(cast, signed_in)
    happens(Invitation.objects.get())
    response = client.get(link)
    assert response.status_code == 404
    assert "Deze uitnodiging geldt niet meer" in text_of(response.content)
    assert "Waterhoven" not in text_of(response.content)
    assert accept(client, link) == 404
    assert not Person.objects.filter(email=ADDRESS).exists()


@pytest.mark.parametrize("token", ["x", "a" * 40, "a" * 40 + ".b", "%00", "é", "a." * 2000])
def test_a_token_that_we_did_not_make_is_refused_without_asking_the_database(
    db: None, client: Client, token: str, django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(0):  # type: ignore[attr-defined]
        assert client.get(f"/uitnodiging/{token}/").status_code == 404


def test_sending_again_replaces_the_link(cast: Cast, signed_in: SignedIn, client: Client) -> None:
    first = ask(cast, signed_in)
    invitation = Invitation.objects.get()
    expired(invitation)
    again = f"/organisaties/{organisation(cast).pk}/uitnodiging/{invitation.pk}/opnieuw/"
    page = text_of(signed_in(cast.noor).post(again).content)
    second = re.search(r"http://testserver(/uitnodiging/\S+/)", page)[1]  # type: ignore[index]
    assert client.get(first).status_code == 404
    assert accept(client, second) == 302


def test_inviting_twice_leaves_one_open_invitation(cast: Cast, signed_in: SignedIn) -> None:
    first, second = ask(cast, signed_in), ask(cast, signed_in, role="contributor")
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


def test_somebody_with_an_account_signs_in_first_and_then_accepts(cast: Cast, signed_in: SignedIn) -> None:
    link = ask(cast, signed_in, email=cast.carla.email)
    visitor = Client()
    page = visitor.get(link).content.decode()
    assert f"/aanmelden/?next={link}" in page
    assert 'name="password"' not in page
    visitor.post(link, {"name": "x", "password": PASSWORD, "again": PASSWORD})
    assert not organisation(cast).memberships.filter(person=cast.carla).exists()
    carla = signed_in(cast.carla)
    assert carla.post(link).status_code == 302
    assert organisation(cast).memberships.filter(person=cast.carla).exists()
    assert cast.carla.memberships.count() == 2


def test_an_invitation_for_another_is_not_taken_along(cast: Cast, signed_in: SignedIn) -> None:
    link = ask(cast, signed_in)
    bas = signed_in(cast.bas)
    assert "is voor mia@waterhoven.example" in text_of(bas.get(link).content)
    assert bas.post(link).status_code == 200
    assert not organisation(cast).memberships.filter(person=cast.bas).exists()


@pytest.mark.parametrize("role", ["administrator", "keizer", ""])
def test_a_coordinator_gives_no_role_above_their_own(cast: Cast, signed_in: SignedIn, role: str) -> None:
    data = {"email": ADDRESS, "role": role, "language": "nl"}
    response = signed_in(cast.noor).post(f"/organisaties/{organisation(cast).pk}/uitnodigen/", data)
    assert response.status_code == 400
    assert not Invitation.objects.exists()


def test_a_weak_password_is_refused_and_the_invitation_stays(cast: Cast, signed_in: SignedIn, client: Client) -> None:
    link = ask(cast, signed_in)
    assert accept(client, link, password="kort", again="kort") == 200
    assert accept(client, link, again="iets anders dan dit") == 200
    assert not Person.objects.filter(email=ADDRESS).exists()
    assert accept(client, link) == 302


def test_a_new_session_begins_with_the_account(cast: Cast, signed_in: SignedIn, client: Client) -> None:
    link = ask(cast, signed_in)
    client.get("/aanmelden/")
    client.post("/taal/", {"language": "en"})
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies["sessionid"] = session.session_key
    accept(client, link)
    assert client.session.session_key != session.session_key


def test_an_invitation_says_who_asked_whom_in_the_log(cast: Cast) -> None:
    invite(email=ADDRESS, organisation=organisation(cast), role=Membership.Role.READER, language="nl", by=cast.noor)
    event = Event.objects.latest("id")
    assert (event.kind, event.actor_label) == ("person_invited", "Noor van Dam")
    assert event.after == {"email": ADDRESS, "role": "reader"}
