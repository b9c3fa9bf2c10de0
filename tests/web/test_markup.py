"""Every page is sound HTML that a strict content security policy can show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast
from tests.web.markup import faults, parsed
from tests.web.pages import page_addresses

LANGUAGES = ["nl", "en"]


@pytest.mark.slow  # every page of the workspace, in one test per language
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_sound(language: str, cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    browser = signed_in(cast.noor)
    browser.cookies["django_language"] = language
    found = {}
    for address in page_addresses(cast):
        response = browser.get(address)
        assert response.status_code == 200, address
        assert parsed(response.content).get("lang") == language
        found[address] = faults(response.content)
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


@pytest.mark.slow  # every page of the workspace
def test_every_page_forbids_what_is_inline_or_from_elsewhere(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    browser = signed_in(cast.noor)
    for address in ["/aanmelden/", *page_addresses(cast)]:
        policy = browser.get(address)["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_the_check_sees_what_is_wrong() -> None:
    page = (
        b"<html><title> </title><main></main><h1>a</h1><h3 style='x' id=a>b</h3><input name=n id=a><script>1</script>"
    )
    assert faults(page) == [
        "no language",
        "no title",
        "style attribute on h3",
        "inline script",
        "id a more than once",
        "no label for n",
        "h1 followed by h3",
    ]


@pytest.mark.parametrize(("address", "status"), [("/bestaat-niet/", 404), ("/afspraken/geen-nummer/", 404)])
def test_an_error_page_is_a_page_in_plain_dutch(
    address: str, status: int, cast: Cast, signed_in: Callable[[Person], Client]
) -> None:
    response = signed_in(cast.noor).get(address)
    assert response.status_code == status
    assert "Deze pagina is er niet" in response.content.decode()
    assert faults(response.content) == []


def test_a_form_without_its_token_gets_a_page_that_explains(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True)
    response = browser.post("/aanmelden/", {"login": cast.noor.email, "password": "x"})
    assert response.status_code == 403
    assert "De pagina was verlopen" in response.content.decode()


@pytest.mark.parametrize("name", ["400.html", "403.html", "500.html"])
def test_the_other_error_pages_can_be_shown(name: str, rf: object) -> None:
    from django.contrib.auth.models import AnonymousUser
    from django.template.loader import render_to_string
    from django.test import RequestFactory

    request = RequestFactory().get("/")
    request.user = AnonymousUser()  # type: ignore[assignment]
    content = render_to_string(name, request=None if name == "500.html" else request)
    assert faults(content.encode()) == []
