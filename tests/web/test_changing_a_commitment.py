"""Changing a commitment in the browser: alone, with two at once, and back again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.parties.models import Membership, Person
from tests.web.cast import Cast
from tests.web.markup import faults, parsed, text_of

pytestmark = pytest.mark.slow  # each builds a register first


@pytest.fixture
def noor(cast: Cast, signed_in: Callable[[Person], Client]) -> Client:
    return signed_in(cast.noor)


@pytest.fixture
def bas(cast: Cast, signed_in: Callable[[Person], Client]) -> Client:
    return signed_in(cast.bas)


def address(cast: Cast) -> str:
    return f"/afspraak/{cast.first.public_id}/"


def filled_in(content: bytes) -> dict[str, Any]:
    """Return what a browser would send of the form as it is."""
    form = parsed(content).xpath("//main//form[@method='post']")[0]
    sent: dict[str, list[str]] = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value.removeprefix("\n"))
    return sent


def test_a_form_that_is_sent_as_it_is_changes_nothing(cast: Cast, noor: Client) -> None:
    sent = filled_in(noor.get(f"{address(cast)}wijzigen/").content)
    response = noor.post(f"{address(cast)}wijzigen/", sent)
    assert "Er is niets gewijzigd" in text_of(response.content)
    assert cast.first.version == 1


def test_a_change_is_kept_told_and_undone(cast: Cast, noor: Client) -> None:
    sent = filled_in(noor.get(f"{address(cast)}wijzigen/").content)
    sent |= {
        "text": "De Linde bouwt 90 woningen.",
        "leads": "Waterhoven\nWoonstichting De Linde",
        "reason": "Besluit 3",
    }
    sent["quantity_value"] = ["1.090,5", "", ""]
    page = noor.post(f"{address(cast)}wijzigen/", sent, follow=True).content
    words = text_of(page)
    assert "De wijziging is bewaard als een nieuwe versie." in words
    assert "Noor van Dam wijzigde de afspraak (verbetering" in words
    assert "90 woningen." in " ".join(parsed(page).xpath("//ol[@class='timeline']//ins//text()"))
    assert "Reden: Besluit 3" in words
    assert cast.first.quantities.get().value == 1090.5
    assert [p.name for p in cast.first.parties.filter(role="lead")] == ["Waterhoven", "Woonstichting De Linde"]
    assert "start voor de zomer" in text_of(noor.get(f"{address(cast)}versie/1/").content)
    undone = noor.post(f"{address(cast)}terugzetten/", {"seen": "2"}, follow=True)
    assert "Wat er stond is teruggezet" in text_of(undone.content)
    assert cast.first.version == 3
    assert cast.first.text.startswith("De Linde start voor de zomer")


def test_a_point_before_three_digits_parts_thousands(cast: Cast, noor: Client) -> None:
    sent = filled_in(noor.get(f"{address(cast)}wijzigen/").content)
    noor.post(f"{address(cast)}wijzigen/", sent | {"reason": "Besluit", "quantity_value": ["1.250", "", ""]})
    assert cast.first.quantities.get().value == 1250


def test_without_a_reason_the_form_comes_back_as_it_was(cast: Cast, noor: Client) -> None:
    sent = filled_in(noor.get(f"{address(cast)}wijzigen/").content)
    response = noor.post(f"{address(cast)}wijzigen/", sent | {"text": "Anders."})
    assert "Schrijf op waarom" in text_of(response.content)
    assert filled_in(response.content)["text"] == ["Anders."]
    assert faults(response.content) == []


def both(cast: Cast, noor: Client, bas: Client) -> tuple[Any, dict[str, Any]]:
    """Return what Bas sees after Noor was first."""
    his = filled_in(bas.get(f"{address(cast)}wijzigen/").content)
    hers = filled_in(noor.get(f"{address(cast)}wijzigen/").content)
    noor.post(f"{address(cast)}wijzigen/", hers | {"text": "Noor schreef dit.", "theme": "care", "reason": "R1"})
    his |= {"text": "Bas schreef dat.", "title": "Meer bouwen", "reason": "R2"}
    return bas.post(f"{address(cast)}wijzigen/", his), his


def test_of_two_changes_the_second_person_sees_both_and_nothing_is_lost(cast: Cast, noor: Client, bas: Client) -> None:
    response, _ = both(cast, noor, bas)
    assert response.status_code == 409
    assert faults(response.content) == []
    words = text_of(response.content)
    for said in ("Noor van Dam bewaarde op", "Bas schreef dat.", "Noor schreef dit.", "Meer bouwen", "wonen en zorg"):
        assert said in words
    assert cast.first.text == "Noor schreef dit."


@pytest.mark.parametrize(("choice", "text"), [("mijne", "Bas schreef dat."), ("hunne", "Noor schreef dit.")])
def test_the_second_person_decides_field_by_field(
    cast: Cast, noor: Client, bas: Client, choice: str, text: str
) -> None:
    response, _ = both(cast, noor, bas)
    chosen = filled_in(response.content) | {"keuze-text": choice}
    done = bas.post(f"{address(cast)}wijzigen/", chosen)
    assert done.status_code == 302
    now = Commitment.objects.get(pk=cast.first.pk)
    # What only Noor changed stays hers, what only Bas changed becomes his.
    assert (now.text, now.theme, now.title, now.version) == (text, "care", "Meer bouwen", 3)
    assert [one.values["text"] for one in now.versions.order_by("version")][1] == "Noor schreef dit."


def test_without_a_choice_nothing_is_kept(cast: Cast, noor: Client, bas: Client) -> None:
    response, _ = both(cast, noor, bas)
    again = bas.post(f"{address(cast)}wijzigen/", filled_in(response.content))
    assert again.status_code == 409
    assert "Bas schreef dat." in text_of(again.content)
    assert cast.first.version == 2


def test_a_third_change_in_between_is_compared_again(cast: Cast, noor: Client, bas: Client) -> None:
    response, _ = both(cast, noor, bas)
    hers = filled_in(noor.get(f"{address(cast)}wijzigen/").content)
    noor.post(f"{address(cast)}wijzigen/", hers | {"text": "Noor bedacht zich.", "reason": "R3"})
    again = bas.post(f"{address(cast)}wijzigen/", filled_in(response.content) | {"keuze-text": "mijne"})
    assert again.status_code == 409
    assert "Noor bedacht zich." in text_of(again.content)


@pytest.mark.parametrize("seen", ["", "-1", "9" * 30, "²", "x"])
def test_a_version_that_is_none_changes_nothing(cast: Cast, noor: Client, seen: str) -> None:
    sent = filled_in(noor.get(f"{address(cast)}wijzigen/").content)
    noor.post(f"{address(cast)}wijzigen/", sent | {"text": "x", "reason": "y", "seen": seen})
    noor.post(f"{address(cast)}terugzetten/", {"seen": seen})
    assert cast.first.version == 1


def test_a_reader_sees_no_button(cast: Cast, bas: Client) -> None:
    assert "wijzigen/" in bas.get(address(cast)).content.decode()
    Membership.objects.filter(person=cast.bas).update(role=Membership.Role.READER)
    assert "wijzigen/" not in bas.get(address(cast)).content.decode()
