"""A coordinator consents to reports: to some or all, to what was read and nothing else, and back again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from samenspraak.apps.audit.models import Event, EventKind
from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.models import Adoption, Progress, Round
from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast
from tests.web.markup import parsed, text_of
from tests.web.rounds import first_item, round_of, said

SignedIn = Callable[[Person], Client]


@pytest.fixture
def opened(cast: Cast) -> Round:
    """Return a round with two reports: one that the municipality disputes, and one of the municipality's own."""
    made = round_of(cast)
    actions.report_progress(
        item=made.items.order_by("order")[1],
        party=cast.agreement.parties.get(side="municipality"),
        report=actions.Report(light="green", text="Wij antwoorden op tijd."),
        seen_version=0,
        by=cast.noor,
    )
    return made


@pytest.fixture
def noor(cast: Cast, signed_in: SignedIn) -> Client:
    return signed_in(cast.noor)


def address(round_: Round) -> str:
    return f"/ronde/{round_.public_id}/akkoord/"


def approved() -> set[str]:
    return {row.text for row in Progress.objects.exclude(approved_version=None)}


def test_the_desk_leads_to_the_preview_and_what_is_disputed_is_not_chosen(noor: Client, opened: Round) -> None:
    assert "2 meldingen wachten op uw akkoord." in text_of(noor.get("/mijn-taken/").content)
    page = parsed(noor.get(address(opened)).content)
    boxes = {
        box.get("aria-label").partition(":")[0]: box.get("checked") is not None
        for box in page.xpath("//input[@type='checkbox']")
    }
    assert boxes == {
        "Woonstichting De Linde": False,
        "Waterhoven": True,
    }


def test_consent_is_with_what_was_chosen_and_is_undone_at_once(noor: Client, opened: Round) -> None:
    page = parsed(noor.get(address(opened)).content)
    form = next(form for form in page.forms if "shown" in form.fields)
    noor.post(address(opened), dict(form.form_values()) | {"act": "chosen"})
    assert approved() == {"Wij antwoorden op tijd."}
    words = text_of(noor.get(f"/ronde/{opened.public_id}/").content)
    assert "akkoord: Noor van Dam" in words
    page = parsed(noor.get(address(opened)).content)
    back = next(form for form in page.forms if "reports" in form.fields)
    noor.post(address(opened), dict(back.form_values()) | {"act": "take-back"})
    assert approved() == set()
    kinds = Event.objects.filter(kind__in=(EventKind.REPORTS_APPROVED, EventKind.APPROVALS_WITHDRAWN))
    assert [event.kind for event in kinds] == ["reports_approved", "approvals_withdrawn"]


def test_all_at_once_leaves_the_words_of_everybody_as_they_were(noor: Client, opened: Round) -> None:
    before = list(Progress.objects.order_by("pk").values_list("text", "light", "version", "reported_by"))
    shown = ",".join(f"{row.pk}:{row.version}" for row in Progress.objects.filter(version__gt=0))
    answer = noor.post(address(opened), {"act": "all", "shown": shown}, follow=True)
    assert "U ging akkoord: 2 meldingen." in text_of(answer.content)
    assert list(Progress.objects.order_by("pk").values_list("text", "light", "version", "reported_by")) == before


def test_consent_is_only_with_words_that_were_read(
    cast: Cast, noor: Client, signed_in: SignedIn, opened: Round
) -> None:
    read = f"{said(cast).pk}:1"
    form = {"light": "green", "text": "De rechter gaf ons gelijk.", "version": "1"}
    signed_in(cast.bas).post(f"/voortgang/{first_item(cast).public_id}/", form)
    answer = noor.post(address(opened), {"act": "chosen", "chosen": read}, follow=True)
    assert "bekijk wat intussen is gewijzigd" in text_of(answer.content)
    assert approved() == set()


def test_a_later_update_waits_for_consent_again(cast: Cast, noor: Client, signed_in: SignedIn, opened: Round) -> None:
    noor.post(address(opened), {"act": "chosen", "chosen": f"{said(cast).pk}:1"})
    form = {"light": "green", "text": "De rechter gaf ons gelijk.", "version": "1"}
    signed_in(cast.bas).post(f"/voortgang/{first_item(cast).public_id}/", form)
    words = text_of(noor.get(address(opened)).content)
    assert "2 meldingen wachten op uw akkoord" in words
    assert "Gewijzigd na een eerder akkoord." in words
    assert "akkoord: Noor" not in text_of(noor.get(f"/ronde/{opened.public_id}/").content)


def test_who_consented_is_adopted_with_it_and_stays(cast: Cast, noor: Client, opened: Round) -> None:
    noor.post(address(opened), {"act": "chosen", "chosen": f"{said(cast).pk}:1"})
    actions.lock_round(round_=opened, by=cast.noor)
    actions.adopt_round(round_=opened, adopted_in="", by=cast.noor)
    noor.post(address(opened), {"act": "take-back", "reports": str(said(cast).pk)})
    assert approved() == {"Het bezwaar loopt nog."}
    reports = [report for item in Adoption.objects.get().snapshot["items"] for report in item["reports"]]
    assert {report["approved_by"] for report in reports} == {"", "Noor van Dam"}


@pytest.mark.parametrize(
    "form",
    [{}, {"act": "chosen", "chosen": "x:y"}, {"act": "all", "shown": "1"}, {"act": "take-back", "reports": "9,a"}],
)
def test_odd_forms_do_nothing_and_say_so(noor: Client, opened: Round, form: dict[str, str]) -> None:
    answer = noor.post(address(opened), form, follow=True)
    assert answer.status_code == 200
    assert "Er viel niets" in text_of(answer.content) or "Er is niets akkoord" in text_of(answer.content)
    assert approved() == set()
