"""What somebody with bad intentions tries at the door."""

from __future__ import annotations

import re
from collections.abc import Callable
from threading import enumerate as threads

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.test import Client

from samenspraak.apps.audit.models import Event
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.sign_in import TRIES
from tests.web.cast import PASSWORD, Cast
from tests.web.markup import text_of

SIGN_IN = "/aanmelden/"
FORGOTTEN = "/wachtwoord/vergeten/"
NEW = "een ander lang wachtwoord"


def give(client: Client, email: str, password: str = PASSWORD, **more: str) -> str:
    """Sign in; returns where that leads, or nothing."""
    return str(client.post(SIGN_IN, {"login": email, "password": password} | more).get("Location", ""))


def mailed() -> list[mail.EmailMessage]:
    """Return what was mailed, once every thread that sends has done so."""
    for thread in threads():
        if thread.daemon and thread.name.endswith("(_sent)"):
            thread.join(5)
    return mail.outbox


def link_in(message: mail.EmailMessage) -> str:
    return re.search(r"http://testserver(\S+)", str(message.body))[1]  # type: ignore[index]


def reset(link: str, password: str = NEW) -> tuple[Client, int]:
    """Open the link and choose a password; returns the browser and the status of the last answer."""
    client = Client()
    page = client.get(link, follow=True)
    address = page.redirect_chain[-1][0] if page.redirect_chain else link
    return client, client.post(address, {"password": password, "again": password}).status_code


def without_secrets(page: bytes, email: str) -> str:
    """Return the words of a page without what differs by itself."""
    return text_of(page).replace(email, "ADDRESS")


def test_the_answers_do_not_tell_which_addresses_are_known(cast: Cast) -> None:
    addresses = (cast.noor.email, "niemand@waterhoven.example")
    for path, field in ((SIGN_IN, "login"), (FORGOTTEN, "email")):
        pages = {
            without_secrets(Client().post(path, {field: email, "password": "fout"}).content, email)
            for email in addresses
        }
        assert len(pages) == 1


def test_nor_do_they_after_too_many_tries(cast: Cast) -> None:
    pages = set()
    for email in (cast.noor.email, "niemand@waterhoven.example"):
        for _ in range(TRIES + 1):
            response = Client().post(SIGN_IN, {"login": email, "password": "fout"})
        pages.add((response.status_code, without_secrets(response.content, email)))
    assert len(pages) == 1
    assert give(Client(), cast.noor.email) == ""  # the right password does not help either


def test_a_closed_account_looks_like_a_wrong_password(cast: Cast) -> None:
    cast.noor.is_active = False
    cast.noor.save()
    assert give(Client(), cast.noor.email) == ""


@pytest.mark.parametrize(
    "address",
    [
        "https://elders.example/",
        "//elders.example/",
        "/\\elders.example/",
        "javascript:alert(1)",
        "https:elders.example",
        "\thttps://elders.example/",
    ],
)
def test_signing_in_never_leads_to_another_site(cast: Cast, address: str) -> None:
    assert give(Client(), cast.noor.email, next=address) == "/afspraken/"
    assert (
        Client().post(f"{SIGN_IN}?next={address}", {"login": cast.noor.email, "password": PASSWORD})["Location"]
        == "/afspraken/"
    )


def test_a_session_that_was_planted_is_not_taken_over(cast: Cast, client: Client) -> None:
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    give(client, cast.noor.email)
    assert get_user(client) == cast.noor
    assert client.session.session_key != before
    thief = Client()
    thief.cookies["sessionid"] = before
    assert not get_user(thief).is_authenticated


@pytest.mark.parametrize("path", [SIGN_IN, FORGOTTEN, "/afmelden/", "/account/", "/account/overal-afmelden/"])
def test_a_form_from_elsewhere_is_refused(cast: Cast, path: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.noor)
    assert client.post(path, {"login": cast.noor.email, "password": PASSWORD}).status_code == 403


def test_a_new_password_by_mail_works_once(cast: Cast, client: Client) -> None:
    client.post(FORGOTTEN, {"email": cast.noor.email.upper()})
    (message,) = mailed()
    assert message.to == [cast.noor.email]
    link = link_in(message)
    assert reset(link)[1] == 302
    assert give(Client(), cast.noor.email, NEW) == "/afspraken/"
    assert give(Client(), cast.noor.email) == ""
    assert "werkt niet meer" in text_of(Client().get(link, follow=True).content)


@pytest.mark.parametrize("spoil", [lambda link: link[:-3] + "xx/", lambda link: link.replace("/kiezen/", "/kiezen/9")])
def test_a_link_that_was_tampered_with_changes_nothing(cast: Cast, client: Client, spoil: Callable[[str], str]) -> None:
    client.post(FORGOTTEN, {"email": cast.noor.email})
    reset(spoil(link_in(mailed()[0])))
    assert give(Client(), cast.noor.email) == "/afspraken/"


def test_a_mail_for_a_new_password_goes_to_who_is_known_and_open_once_a_minute(cast: Cast, client: Client) -> None:
    cast.bas.is_active = False
    cast.bas.save()
    for email in ("niemand@x.example", cast.bas.email, cast.noor.email, cast.noor.email):
        client.post(FORGOTTEN, {"email": email})
    assert [message.to for message in mailed()] == [[cast.noor.email]]


def test_changing_the_password_ends_the_other_sessions(cast: Cast) -> None:
    here, there = Client(), Client()
    give(here, cast.noor.email)
    give(there, cast.noor.email)
    data = {"present": PASSWORD, "password": NEW, "again": NEW}
    assert here.post("/account/wachtwoord/", data)["Location"] == "/account/"
    assert get_user(here) == cast.noor
    assert not get_user(there).is_authenticated


def test_the_password_is_not_changed_without_the_present_one(cast: Cast, client: Client) -> None:
    give(client, cast.noor.email)
    page = client.post("/account/wachtwoord/", {"present": "fout", "password": NEW, "again": NEW})
    assert "Het huidige wachtwoord klopt niet" in text_of(page.content)
    assert give(Client(), cast.noor.email) == "/afspraken/"


def test_signing_out_everywhere_ends_every_session_and_no_one_elses(cast: Cast) -> None:
    here, there, other = Client(), Client(), Client()
    give(here, cast.noor.email)
    give(there, cast.noor.email)
    give(other, cast.bas.email)
    assert here.post("/account/overal-afmelden/")["Location"] == SIGN_IN
    assert not get_user(here).is_authenticated
    assert not get_user(there).is_authenticated
    assert get_user(other) == cast.bas


def test_a_closed_account_is_out_at_once(cast: Cast, client: Client) -> None:
    give(client, cast.noor.email)
    Person.objects.filter(pk=cast.noor.pk).update(is_active=False)
    assert client.get("/afspraken/")["Location"].startswith(SIGN_IN)


def test_a_failure_is_in_the_log_by_name_and_without_the_password(cast: Cast, client: Client) -> None:
    give(client, cast.noor.email, "zo-geraden")
    event = Event.objects.latest("id")
    assert (event.kind, event.target_label, event.actor_label) == ("sign_in_failed", "Noor van Dam", "")
    assert "zo-geraden" not in str(vars(event))
    count = Event.objects.count()
    give(client, "niemand@x.example", "zo-geraden")
    assert Event.objects.count() == count
