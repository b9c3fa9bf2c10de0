"""Signing in and out."""

from __future__ import annotations

from django.test import Client

from tests.web.cast import PASSWORD, Cast
from tests.web.markup import faults, text_of

SIGN_IN = "/aanmelden/"


def test_it_signs_in_and_leads_to_the_page_that_was_asked(cast: Cast, client: Client) -> None:
    asked = f"/afspraak/{cast.first.public_id}/"
    response = client.post(SIGN_IN, {"login": "Noor@Waterhoven.example", "password": PASSWORD, "next": asked})
    assert response.status_code == 302
    assert response["Location"] == asked


def test_it_never_leads_to_another_site(cast: Cast, client: Client) -> None:
    data = {"login": cast.noor.email, "password": PASSWORD, "next": "https://elders.example/"}
    assert client.post(SIGN_IN, data)["Location"] == "/afspraken/"


def test_a_wrong_password_says_what_to_do_and_not_which_half_was_wrong(cast: Cast, client: Client) -> None:
    known = text_of(client.post(SIGN_IN, {"login": cast.noor.email, "password": "fout"}).content)
    unknown = text_of(client.post(SIGN_IN, {"login": "x@x.example", "password": "fout"}).content)
    sentence = "Dit e-mailadres en dit wachtwoord horen niet bij elkaar."
    assert sentence in known
    assert sentence in unknown


def test_an_empty_form_says_what_is_missing(db: None, client: Client) -> None:
    response = client.post(SIGN_IN, {})
    assert "Vul uw e-mailadres in." in text_of(response.content)
    assert "Vul uw wachtwoord in." in text_of(response.content)
    assert faults(response.content) == []


def test_a_field_with_an_error_points_at_its_sentence(db: None, client: Client) -> None:
    page = client.post(SIGN_IN, {}).content.decode()
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_login_error"' in page
    assert 'id="id_login_error"' in page


def test_who_is_signed_in_is_led_on(cast: Cast, client: Client) -> None:
    client.force_login(cast.noor)
    assert client.get(SIGN_IN)["Location"] == "/afspraken/"


def test_signing_out_needs_a_button_and_ends_the_session(cast: Cast, client: Client) -> None:
    client.force_login(cast.noor)
    assert client.get("/afmelden/").status_code == 405
    assert client.post("/afmelden/")["Location"] == SIGN_IN
    assert client.get("/afspraken/").status_code == 302


def test_the_account_menu_says_for_whom_one_works(cast: Cast, client: Client) -> None:
    client.force_login(cast.bas)
    page = text_of(client.get("/afspraken/").content)
    assert "Bas Vermeer" in page
    assert "Woonstichting De Linde coördinator" in page
