"""The frame of a page is made of parts that are kept; whose page it is never comes from another's."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import resolve

from samenspraak.apps.parties.models import KeptMembership, Membership, Organisation, Person


def page_of(
    name: str,
    path: str = "/afspraken/",
    kind: Organisation.Kind = Organisation.Kind.MUNICIPALITY,
    **context: object,
) -> str:
    """Return a bare page for somebody of this name, who coordinates for an organisation named after them."""
    person = Person(name=name, email=f"{name.lower()}@voorbeeld.nl")
    person.kept_memberships = [KeptMembership(1, f"Gemeente {name}", kind, Membership.Role.COORDINATOR)]
    request = RequestFactory().get(path)
    request.user, request.resolver_match = person, resolve(path)
    return render_to_string("base.html", {"messages": [], **context}, request)


def test_each_reader_sees_their_own_name_address_and_organisation() -> None:
    for name, other in (("Noor", "Joris"), ("Joris", "Noor"), ("Noor", "Joris")):
        page = page_of(name)
        assert all(said in page for said in (name, f"{name.lower()}@voorbeeld.nl", f"Gemeente {name}"))
        assert other not in page


@pytest.mark.parametrize(("path", "current"), [("/documenten/", "page"), ("/documenten/toevoegen/", "true")])
def test_the_menu_tells_the_page_itself_from_one_deeper_in_the_same_part(path: str, current: str) -> None:
    page = page_of("Noor", path, section="documents")
    assert f'<a href="/documenten/" aria-current="{current}">' in page
    assert page.count("aria-current") == 1


@pytest.mark.parametrize("kind", Organisation.Kind)
def test_lists_are_in_the_menu_of_who_works_for_an_association_and_of_nobody_else(kind: Organisation.Kind) -> None:
    menu = page_of("Noor", kind=kind).partition("</nav>")[0]
    assert ('<a href="/lijsten/"' in menu) is (kind == Organisation.Kind.HOUSING_ASSOCIATION)


def test_the_menu_tells_who_looks_at_lists_that_they_are_there() -> None:
    page = page_of("Bas", "/lijsten/", Organisation.Kind.HOUSING_ASSOCIATION, section="figures")
    assert '<a href="/lijsten/" aria-current="page">' in page


def test_each_reader_finds_back_what_they_searched_for() -> None:
    assert 'value="&lt;b&gt;"' in page_of("Noor", search_text="<b>")
    assert 'value=""' in page_of("Noor")
