"""Signing in through a provider of OpenID Connect: the whole flow, against one that runs on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import SplitResult, urlencode, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from oidc_provider_mock import User, run_server_in_thread
from pytest_django.fixtures import Settings

from samenspraak.apps.audit.models import Event
from samenspraak.apps.parties.actions import invite
from samenspraak.apps.parties.models import Membership, Person
from samenspraak.config.environment import Environment
from samenspraak.config.single_sign_on import origins_of, providers_of
from tests.web.cast import Cast
from tests.web.markup import text_of

pytestmark = [
    pytest.mark.slow,  # talks to another server over the network of this machine
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # the provider's own
]
BUTTON = "/aanmelden/met/organisatie/"

USERS = (
    User(sub="noor", claims={"email": "Noor@waterhoven.example", "email_verified": True, "name": "N. van Dam"}),
    User(sub="bas-unverified", claims={"email": "bas@delinde.example", "email_verified": False}),
    User(sub="no-mail", claims={}),
    User(sub="stranger", claims={"email": "x@elders.example", "email_verified": True}),
)


@pytest.fixture
def provider(settings: Settings) -> Iterator[str]:
    """A provider that knows USERS, and an installation that knows the provider."""
    with run_server_in_thread(user_claims=USERS) as server:
        issuer = f"http://localhost:{server.server_port}"
        environment = Environment(oidc_issuer=issuer, oidc_client_id="samenspraak", oidc_client_secret="geheim")
        settings.SOCIALACCOUNT_PROVIDERS = providers_of(environment)
        yield issuer


def at_provider(address: str, sub: str) -> SplitResult:
    """Sign in at the provider as `sub`; returns where it leads back to."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=5)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", f"{parts.path}?{parts.query}", urlencode({"sub": sub}), form)
    answer = connection.getresponse()
    location = answer.getheader("Location", "")
    connection.close()
    return urlsplit(location)


def sign_in(client: Client, sub: str, **data: str) -> HttpResponse:
    """Press the button, sign in at the provider as `sub`, and follow it back; returns our answer to that."""
    start = client.post(BUTTON, data)
    assert start.status_code == 302
    back = at_provider(start["Location"], sub)
    assert back.path == "/aanmelden/met/organisatie/terug/"
    return client.get(f"{back.path}?{back.query}")


def test_the_sign_in_page_has_a_button_for_the_provider(db: None, provider: str, client: Client) -> None:
    page = client.get("/aanmelden/").content.decode()
    assert f'action="{BUTTON}"' in page
    assert "Aanmelden met OpenID Connect" in page


def test_somebody_we_know_by_a_verified_address_comes_in(cast: Cast, provider: str, client: Client) -> None:
    response = sign_in(client, "noor", next="/documenten/")
    assert response.status_code == 302
    assert response["Location"] == "/documenten/"
    assert get_user(client) == cast.noor
    cast.noor.refresh_from_db()
    assert cast.noor.name == "Noor van Dam"  # what she calls herself here
    assert cast.noor.has_usable_password()
    kinds = list(Event.objects.order_by("id").values_list("kind", flat=True))
    assert kinds[-2:] == ["account_linked", "signed_in"]


def test_a_second_time_it_is_the_same_link(cast: Cast, provider: str) -> None:
    for _ in range(2):
        client = Client()
        sign_in(client, "noor")
        assert get_user(client) == cast.noor
    assert SocialAccount.objects.count() == 1
    assert Event.objects.filter(kind="account_linked").count() == 1


@pytest.mark.parametrize("sub", ["bas-unverified", "no-mail", "stranger"])
def test_whom_we_do_not_know_for_sure_gets_no_access(cast: Cast, provider: str, client: Client, sub: str) -> None:
    people = Person.objects.count()
    response = sign_in(client, sub)
    assert "U hebt nog geen account" in text_of(response.content)
    assert not get_user(client).is_authenticated
    assert Person.objects.count() == people
    assert not SocialAccount.objects.exists()


def invited(cast: Cast, email: str) -> str:
    """Invite an address for Waterhoven; returns the address of the invitation."""
    organisation = cast.noor.memberships.get().organisation
    issued = invite(email=email, organisation=organisation, role=Membership.Role.READER, language="nl", by=cast.noor)
    return reverse("invitation", args=[issued.token])


def test_who_is_invited_needs_no_password(cast: Cast, provider: str, client: Client) -> None:
    address = invited(cast, "x@elders.example")
    assert "Aanvaarden met OpenID Connect" in text_of(client.get(address).content)
    response = sign_in(client, "stranger", next=address)
    person = Person.objects.get(email="x@elders.example")
    assert (response["Location"], get_user(client)) == ("/afspraken/", person)
    assert not person.has_usable_password()
    assert person.memberships.get().role == Membership.Role.READER
    assert sign_in(Client(), "stranger")["Location"] == "/afspraken/"


@pytest.mark.parametrize("sub", ["stranger", "bas-unverified", "no-mail"])
def test_an_invitation_of_another_opens_nothing(cast: Cast, provider: str, client: Client, sub: str) -> None:
    people = Person.objects.count()
    sign_in(client, sub, next=invited(cast, "iemand@elders.example"))
    assert not get_user(client).is_authenticated
    assert Person.objects.count() == people


def test_a_closed_account_stays_closed(cast: Cast, provider: str, client: Client) -> None:
    sign_in(client, "noor")
    client.post("/afmelden/")
    cast.noor.is_active = False
    cast.noor.save()
    response = sign_in(client, "noor")
    assert response["Location"] == "/aanmelden/afgesloten/"
    assert not get_user(client).is_authenticated


def test_a_link_from_elsewhere_signs_nobody_in(db: None, provider: str, client: Client) -> None:
    response = client.get(BUTTON)
    assert response.status_code == 200
    assert "U gaat naar OpenID Connect" in text_of(response.content)


def test_an_answer_that_we_did_not_ask_for_is_refused(cast: Cast, provider: str, client: Client) -> None:
    start = Client().post(BUTTON)
    back = at_provider(start["Location"], "noor")
    response = client.get(f"{back.path}?{back.query}")  # somebody else's browser
    assert "Het aanmelden is niet gelukt" in text_of(response.content)
    assert not get_user(client).is_authenticated


def test_who_breaks_off_is_told_so(db: None, provider: str, client: Client) -> None:
    start = client.post(BUTTON)
    state = dict(part.split("=") for part in urlsplit(start["Location"]).query.split("&"))["state"]
    response = client.get(f"{BUTTON}terug/?error=access_denied&state={state}", follow=True)
    assert "U brak het aanmelden af" in text_of(response.content)


def test_it_never_leads_to_another_site(cast: Cast, provider: str, client: Client) -> None:
    response = sign_in(client, "noor", next="https://elders.example/")
    assert response["Location"] == "/afspraken/"


def test_the_policy_lets_a_form_lead_to_the_provider_and_nowhere_else() -> None:
    assert origins_of(Environment(oidc_issuer="https://idp.example/realm/x/")) == ["https://idp.example"]
    assert origins_of(Environment()) == []
    assert providers_of(Environment()) == {}
