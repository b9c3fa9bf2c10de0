"""Changing several commitments at once, in the browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from samenspraak.apps.agreements.models import CommitmentVersion
from samenspraak.apps.agreements.revisions.actions import revise_commitment
from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast
from tests.web.markup import faults, parsed, text_of

pytestmark = pytest.mark.slow  # each builds a register first


@pytest.fixture
def noor(cast: Cast, signed_in: Callable[[Person], Client]) -> Client:
    return signed_in(cast.noor)


def chosen(cast: Cast, count: int = 2) -> list[str]:
    ids = cast.agreement.commitments.order_by("document_id", "order").values_list("public_id", flat=True)
    return [str(one) for one in ids[:count]]


def send(browser: Client, cast: Cast, step: str, seen: list[str], **values: str) -> HttpResponse:
    data = {"stap": step, "gezien": seen, **values}
    return browser.post(f"/afspraken/{cast.agreement.public_id}/samen-wijzigen/", data, follow=True)


def themes(cast: Cast) -> list[str]:
    return list(cast.agreement.commitments.order_by("document_id", "order").values_list("theme", flat=True)[:3])


def test_rows_are_ticked_in_the_table_by_who_may_change_them(
    cast: Cast, noor: Client, signed_in: Callable[[Person], Client]
) -> None:
    address = f"/afspraken/{cast.agreement.public_id}/?weergave=tabel"
    page = parsed(noor.get(address).content)
    assert page.xpath("//input[@name='kies']/@value")[:2] == chosen(cast)
    cast.bas.memberships.update(role="reader")
    assert not parsed(signed_in(cast.bas).get(address).content).xpath("//input[@name='kies']")


def test_a_selection_is_shown_first_then_changed_and_undone(cast: Cast, noor: Client) -> None:
    form = noor.get(f"/afspraken/{cast.agreement.public_id}/samen-wijzigen/", {"kies": chosen(cast, 3)})
    assert faults(form.content) == []
    seen = parsed(form.content).xpath("//input[@name='gezien']/@value")
    assert seen == [f"{one}:1" for one in chosen(cast, 3)]
    shown = send(noor, cast, "bekijk", seen, theme="affordability")
    assert faults(shown.content) == []
    words = text_of(shown.content)
    for said in ("Er is nog niets veranderd", "van “beschikbaarheid” naar “betaalbaarheid”", "1 afspraak zegt dit al"):
        assert said in words
    assert themes(cast) == ["availability", "availability", "affordability"]
    done = send(noor, cast, "doen", seen, theme="affordability", nature="classification")
    assert faults(done.content) == []
    assert "2 afspraken gewijzigd" in text_of(done.content)
    assert themes(cast) == ["affordability"] * 3
    assert CommitmentVersion.objects.count() == 2
    undone = noor.post(done.redirect_chain[-1][0], follow=True)
    assert "2 afspraken zijn teruggezet." in text_of(undone.content)
    assert themes(cast) == ["availability", "availability", "affordability"]


def test_all_that_a_filter_finds_can_be_chosen_at_once(cast: Cast, noor: Client) -> None:
    page = parsed(noor.get(f"/afspraken/{cast.agreement.public_id}/?weergave=tabel&thema=beschikbaarheid").content)
    (form,) = page.xpath("//form[.//button[@name='alles']]")
    sent = {field.get("name"): field.get("value") for field in form.xpath(".//input")} | {"alles": "ja"}
    shown = parsed(noor.get(form.get("action"), sent).content)
    expected = cast.agreement.commitments.filter(theme="availability").values_list("public_id", flat=True)
    assert len(expected) > 1
    assert {one.partition(":")[0] for one in shown.xpath("//input[@name='gezien']/@value")} == set(map(str, expected))


def test_putting_in_order_is_no_correction(cast: Cast, noor: Client) -> None:
    seen = [f"{one}:1" for one in chosen(cast)]
    for values, nature in (({"theme": "care"}, "classification"), ({"leads": "gemeente"}, "correction")):
        shown = send(noor, cast, "bekijk", seen, **values)
        assert parsed(shown.content).xpath("//select[@name='nature']/option[@selected]/@value") == [nature]


def test_leads_can_be_cleared(cast: Cast, noor: Client) -> None:
    seen = [f"{one}:1" for one in chosen(cast)]
    send(noor, cast, "doen", seen, leads="gemeente", reason="Zo afgesproken.")
    both = send(noor, cast, "bekijk", seen, leads="gemeente", clear_leads="on")
    assert "niet allebei" in text_of(both.content)
    now = cast.agreement.commitments.filter(public_id__in=chosen(cast)).values_list("public_id", "version")
    seen = [f"{one}:{version}" for one, version in now]
    send(noor, cast, "doen", seen, clear_leads="on", reason="Niemand trekt dit meer.")
    assert not cast.first.parties.filter(role="lead").exists()


def test_the_history_of_one_leads_to_what_was_changed_together(cast: Cast, noor: Client) -> None:
    done = send(noor, cast, "doen", [f"{one}:1" for one in chosen(cast)], theme="care")
    where = done.redirect_chain[-1][0]
    assert where in parsed(noor.get(f"/afspraak/{cast.first.public_id}/").content).xpath("//a/@href")


def test_what_another_changed_meanwhile_is_named_and_left_alone(cast: Cast, noor: Client) -> None:
    revise_commitment(
        commitment=cast.first,
        values={"theme": "care"},
        seen=1,
        nature=CommitmentVersion.Nature.CORRECTION,
        reason="",
        by=cast.noor,
    )
    seen = [f"{one}:1" for one in chosen(cast)]
    done = send(noor, cast, "doen", seen, theme="liveability")
    assert done.status_code == 409
    assert "Iemand heeft deze afspraak intussen gewijzigd" in text_of(done.content)
    assert "K 1.1 Bouwen bij het station" in text_of(
        parsed(done.content).xpath("string(//div[@role='alert']/..)").encode()
    )
    assert themes(cast)[:2] == ["care", "availability"]
    rest = parsed(done.content).xpath("//input[@name='gezien']/@value")
    assert rest == seen[1:]
    send(noor, cast, "doen", rest, theme="liveability")
    assert themes(cast)[:2] == ["care", "liveability"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Kies eerst wat u wilt wijzigen."),
        ({"deadline_kind": "date"}, "Schrijf ook op hoe de termijn luidt."),
        ({"deadline_on": "2027-06-30"}, "Kies ook wat voor termijn dit is."),
        ({"theme": "onzin"}, "onzin"),
    ],
)
def test_a_form_that_cannot_be_is_refused(cast: Cast, noor: Client, values: dict[str, str], said: str) -> None:
    shown = send(noor, cast, "bekijk", [f"{one}:1" for one in chosen(cast)], **values)
    assert said in text_of(shown.content)
    assert "Eerst bekijken" in text_of(shown.content)


def test_another_lead_or_deadline_needs_a_reason(cast: Cast, noor: Client) -> None:
    seen = [f"{one}:1" for one in chosen(cast)]
    values = {"leads": "gemeente\nDe Linde", "deadline_kind": "date", "deadline_text": "30 juni", "stap": "doen"}
    refused = send(noor, cast, "doen", seen, **{**values, "deadline_on": "2027-06-30"})
    assert "Schrijf op waarom." in text_of(refused.content)
    send(noor, cast, "doen", seen, **{**values, "deadline_on": "2027-06-30", "reason": "Zo afgesproken."})
    first = cast.first
    assert [party.name for party in first.parties.order_by("order") if party.role == "lead"] == ["gemeente", "De Linde"]
    assert first.deadline_on.isoformat() == "2027-06-30"


def test_the_framework_commitment_and_kind_are_set_for_all(cast: Cast, noor: Client) -> None:
    above, *below = chosen(cast, 3)
    seen = [f"{one}:1" for one in below]
    send(noor, cast, "doen", seen, elaborates=above, kind="annual")
    for one in cast.agreement.commitments.filter(public_id__in=below):
        assert (str(one.elaborates.public_id), one.kind) == (above, "annual")
    refused = send(noor, cast, "doen", [f"{above}:1"], elaborates=above)
    assert "niet zichzelf uitwerken" in text_of(refused.content)
