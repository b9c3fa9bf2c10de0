"""The second factor: set up, asked for at sign-in, recovered, demanded by an organisation or the installation."""

from __future__ import annotations

import re
import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth import get_user
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from samenspraak.apps.audit.models import Event
from samenspraak.apps.parties.actions import demand_second_factor, register_person
from samenspraak.apps.parties.models import Person
from tests.web.cast import PASSWORD, Cast
from tests.web.markup import text_of

SET_UP = "/account/tweede-factor/instellen/"
CODE = "/aanmelden/code/"


def code_of(secret: str) -> str:
    """Return what an app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def sign_in(client: Client, person: Person) -> str:
    """Give address and password; returns where that leads."""
    return str(client.post("/aanmelden/", {"login": person.email, "password": PASSWORD}).get("Location", ""))


def confirm(client: Client) -> None:
    """Give the password once more, as is asked before a change to the second factor."""
    assert client.post("/aanmelden/bevestig/", {"password": PASSWORD}).status_code == 302


def secret_on(response: HttpResponse) -> str:
    """Return the secret that a page shows."""
    return re.search(r'class="secret">([A-Z2-7]+)<', response.content.decode())[1]  # type: ignore[index]


def set_up(client: Client) -> str:
    """Set up the second factor of who is signed in; returns the secret."""
    assert client.get(SET_UP)["Location"].startswith("/aanmelden/bevestig/")
    confirm(client)
    secret = secret_on(client.get(SET_UP))
    assert client.post(SET_UP, {"code": code_of(secret)})["Location"] == "/account/herstelcodes/"
    cache.clear()  # the code of this half minute may be used once more
    return secret


def recovery_codes(client: Client) -> list[str]:
    return re.findall(r"<li><code>(\d+)</code>", client.get("/account/herstelcodes/").content.decode())


@pytest.fixture
def noor_with_factor(cast: Cast) -> tuple[str, list[str]]:
    """Noor's secret and recovery codes."""
    client = Client()
    sign_in(client, cast.noor)
    return set_up(client), recovery_codes(client)


def test_the_picture_is_inline_and_needs_nothing_from_elsewhere(cast: Cast, client: Client) -> None:
    sign_in(client, cast.noor)
    confirm(client)
    response = client.get(SET_UP)
    assert 'src="data:image/svg+xml;base64,' in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_a_verified_address_is_no_second_way_to_say_who_it_is(cast: Cast, client: Client) -> None:
    EmailAddress.objects.create(user=cast.noor, email=cast.noor.email, verified=True, primary=True)
    client.force_login(cast.noor)  # a session of which nobody knows when it began
    assert client.get(SET_UP)["Location"].startswith("/aanmelden/bevestig")
    cast.noor.set_unusable_password()
    cast.noor.save()
    client.force_login(cast.noor)
    assert client.get(SET_UP).status_code == 200  # nothing to answer with


def test_who_loads_the_page_again_has_not_scanned_in_vain(cast: Cast, client: Client) -> None:
    sign_in(client, cast.noor)
    confirm(client)
    first, again = (secret_on(client.get(SET_UP)) for _ in range(2))
    assert first == again
    other = Client()
    sign_in(other, cast.noor)
    confirm(other)
    assert secret_on(other.get(SET_UP)) != first  # each session its own
    assert client.post(SET_UP, {"code": code_of(first)})["Location"] == "/account/herstelcodes/"
    assert client.session.get("mfa.totp.secret") is None


def test_a_wrong_code_does_not_set_it_up(cast: Cast, client: Client) -> None:
    sign_in(client, cast.noor)
    confirm(client)
    client.get(SET_UP)
    assert "Deze code klopt niet" in text_of(client.post(SET_UP, {"code": "000000"}).content)
    assert not Authenticator.objects.exists()


def test_it_is_asked_for_after_the_password(cast: Cast, noor_with_factor: tuple[str, list[str]]) -> None:
    secret, _codes = noor_with_factor
    client = Client()
    assert sign_in(client, cast.noor) == CODE
    assert not get_user(client).is_authenticated
    assert client.get("/afspraken/").status_code == 302
    assert client.post(CODE, {"code": code_of(secret)})["Location"] == "/afspraken/"
    assert get_user(client) == cast.noor


def test_a_code_works_once(cast: Cast, noor_with_factor: tuple[str, list[str]]) -> None:
    code = code_of(noor_with_factor[0])
    for is_first in (True, False):
        client = Client()
        sign_in(client, cast.noor)
        client.post(CODE, {"code": code})
        assert get_user(client).is_authenticated is is_first


def test_a_recovery_code_works_once(cast: Cast, noor_with_factor: tuple[str, list[str]]) -> None:
    codes = noor_with_factor[1]
    assert len(codes) == 10
    for is_first in (True, False):
        client = Client()
        sign_in(client, cast.noor)
        client.post(CODE, {"code": codes[0]})
        assert get_user(client).is_authenticated is is_first


def test_guessing_codes_is_stopped(cast: Cast, noor_with_factor: tuple[str, list[str]]) -> None:
    client = Client()
    sign_in(client, cast.noor)
    for _ in range(10):
        client.post(CODE, {"code": "000000"})
    client.post(CODE, {"code": code_of(noor_with_factor[0])})
    assert not get_user(client).is_authenticated


def test_the_code_page_leads_nowhere_without_a_password(db: None, client: Client) -> None:
    assert client.get(CODE)["Location"] == "/aanmelden/"
    assert client.post(CODE, {"code": "123456"})["Location"] == "/aanmelden/"


def test_turning_it_off_asks_who_it_is_first(cast: Cast, noor_with_factor: tuple[str, list[str]]) -> None:
    client = Client()
    client.force_login(cast.noor)  # a session of which nobody knows when it began
    response = client.post("/account/tweede-factor/uitzetten/")
    assert response["Location"].startswith("/aanmelden/bevestig")
    assert Authenticator.objects.filter(type="totp").exists()


def demanded_by_organisation(cast: Cast, settings: Settings) -> None:
    organisation = cast.noor.memberships.get().organisation
    administrator = Person.objects.create(email="a@b.example", name="A", is_administrator=True)
    demand_second_factor(organisation=organisation, required=True, by=administrator)


def demanded_by_installation(cast: Cast, settings: Settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.mark.parametrize("demand", [demanded_by_organisation, demanded_by_installation])
def test_who_must_have_one_sets_it_up_before_anything_else(
    cast: Cast, client: Client, settings: Settings, demand: object
) -> None:
    demand(cast, settings)  # type: ignore[operator]
    sign_in(client, cast.noor)
    for page in ("/afspraken/", f"/afspraken/{cast.agreement.public_id}/", "/account/", "/hulp/", "/bestaat-niet/"):
        response = client.get(page)
        assert response.status_code == 404 or response["Location"] == SET_UP
    assert client.post("/account/", {"name": "x", "language": "nl"})["Location"] == SET_UP
    set_up(client)
    assert client.get("/afspraken/").status_code == 200


def test_an_organisation_that_demands_it_leaves_others_alone(cast: Cast, client: Client, settings: Settings) -> None:
    demanded_by_organisation(cast, settings)
    sign_in(client, cast.bas)
    assert client.get("/afspraken/").status_code == 200


def test_the_log_says_what_happened_and_holds_no_secret(cast: Cast, noor_with_factor: tuple[str, list[str]]) -> None:
    secret, codes = noor_with_factor
    client = Client()
    sign_in(client, cast.noor)
    client.post(CODE, {"code": "000000"})
    assert Event.objects.latest("id").kind == "sign_in_failed"
    client.post(CODE, {"code": codes[1]})
    Client().post("/aanmelden/", {"login": cast.bas.email, "password": "verkeerd-geraden"})
    client.post("/afmelden/")
    kinds = set(Event.objects.values_list("kind", flat=True))
    assert {"signed_in", "signed_out", "sign_in_failed"} <= kinds
    log = str([vars(event) for event in Event.objects.all()])
    assert not any(word in log for word in (secret, *codes, PASSWORD, "verkeerd-geraden"))


@pytest.mark.django_db(transaction=True)
def test_setting_it_up_and_turning_it_off_are_in_the_log(client: Client, own_folders: None) -> None:
    person = register_person(email="an@x.example", name="An", password=PASSWORD, by=None)
    sign_in(client, person)
    set_up(client)
    assert client.post("/account/tweede-factor/uitzetten/").status_code == 302
    kinds = list(Event.objects.order_by("id").values_list("kind", flat=True))
    assert "second_factor_added" in kinds
    assert kinds[-1] == "second_factor_removed"
    assert not Authenticator.objects.exists()
