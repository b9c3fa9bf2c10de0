"""Choosing how often mail comes, with and without signing in; and what the links of a mail open."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from samenspraak.apps.audit.models import Event, EventKind
from samenspraak.apps.mail.links import choice_link, token_of
from samenspraak.apps.mail.models import Delivery, Frequency
from samenspraak.apps.mail.queries import own_mail
from samenspraak.apps.monitoring import actions
from samenspraak.apps.parties.models import Person
from tests.web.cast import PASSWORD, Cast
from tests.web.markup import text_of
from tests.web.rounds import first_item, open_round, round_of

SignedIn = Callable[[Person], Client]


def frequency(person: Person) -> Frequency:
    return own_mail(person).frequency


def path_of(link: str) -> str:
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def test_once_a_week_until_somebody_chooses_with_one_click(cast: Cast, signed_in: SignedIn) -> None:
    assert frequency(cast.noor) is Frequency.WEEKLY
    response = signed_in(cast.noor).post("/berichten/", {"hoe": "dag"}, follow=True)
    assert "Uw keuze is bewaard" in text_of(response.content)
    assert frequency(cast.noor) is Frequency.DAILY
    assert frequency(cast.bas) is Frequency.WEEKLY
    assert Event.objects.filter(kind=EventKind.MAIL_FREQUENCY_CHOSEN, actor_id=str(cast.noor.pk)).count() == 1


def test_a_choice_that_does_not_exist_changes_nothing(cast: Cast, signed_in: SignedIn) -> None:
    signed_in(cast.noor).post("/berichten/", {"hoe": "elk-uur"})
    assert frequency(cast.noor) is Frequency.WEEKLY


@pytest.mark.parametrize("chosen", list(Frequency))
def test_the_link_in_a_mail_needs_no_sign_in_and_reading_it_changes_nothing(cast: Cast, chosen: Frequency) -> None:
    address = path_of(choice_link(cast.bas.pk, chosen))
    stranger = Client(enforce_csrf_checks=True)
    page = stranger.get(address)
    assert page.status_code == 200
    assert frequency(cast.bas) is Frequency.WEEKLY
    assert cast.bas.email not in page.content.decode()
    assert cast.bas.name not in page.content.decode()
    # A script sends the form at once, but nobody's mail is turned off by a program that looks where links lead.
    assert ("data-send-at-once" in page.content.decode()) is (chosen is not Frequency.NEVER)
    token = page.context["csrf_token"]
    sent = stranger.post(address, {"hoe": address.partition("hoe=")[2], "csrfmiddlewaretoken": str(token)})
    assert "Bewaard" in text_of(sent.content)
    assert frequency(cast.bas) is chosen


def test_a_mail_program_unsubscribes_without_a_browser(cast: Cast) -> None:
    program = Client(enforce_csrf_checks=True)
    address = reverse("mail-off", args=[token_of(cast.bas.pk)])
    assert program.get(address).status_code == 302
    assert frequency(cast.bas) is Frequency.WEEKLY
    assert program.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert frequency(cast.bas) is Frequency.NEVER


def test_a_link_that_was_changed_or_is_of_somebody_who_left_allows_nothing(cast: Cast) -> None:
    token = token_of(cast.bas.pk)
    other = token.replace(f"{cast.bas.pk}.", f"{cast.noor.pk}.", 1)
    cast.carla.is_active = False
    cast.carla.save()
    for wrong in (other, token[:-1], "x", token_of(cast.carla.pk), token_of(999_999)):
        assert Client().get(reverse("mail-choice", args=[wrong])).status_code == 404
        assert Client().post(reverse("mail-off", args=[wrong])).status_code == 404
    assert frequency(cast.noor) is Frequency.WEEKLY


def test_the_page_from_a_mail_speaks_the_language_of_its_reader(cast: Cast) -> None:
    Person.objects.filter(pk=cast.bas.pk).update(language="en")
    page = text_of(Client().get(reverse("mail-choice", args=[token_of(cast.bas.pk)])).content)
    assert "How often do you want mail?" in page


def test_the_link_to_a_task_lands_on_that_task_after_signing_in(cast: Cast) -> None:
    task = open_round(cast).items.order_by("order")[0].reports.get(party__side="municipality")
    address = reverse("desk-task", args=[task.pk])
    browser = Client()
    entrance = browser.get(address)
    assert entrance.status_code == 302
    response = browser.post(entrance["Location"], {"login": cast.noor.email, "password": PASSWORD}, follow=True)
    assert get_user(browser) == cast.noor
    assert response.redirect_chain[-1][0].endswith(f"/mijn-taken/#taak-{task.pk}")
    assert f'id="taak-{task.pk}"' in response.content.decode()


def test_a_task_of_a_closed_round_leads_to_what_was_said(cast: Cast, signed_in: SignedIn) -> None:
    item = first_item(cast)
    task = item.reports.get(party__side="housing_association")
    actions.lock_round(round_=round_of(cast), by=cast.noor)
    response = signed_in(cast.bas).get(reverse("desk-task", args=[task.pk]))
    assert response["Location"] == reverse("round-item", args=[item.public_id])


def test_a_task_of_others_is_not_found(cast: Cast, signed_in: SignedIn) -> None:
    task = first_item(cast).reports.order_by("pk")[0]
    assert signed_in(cast.carla).get(reverse("desk-task", args=[task.pk])).status_code == 404
    assert signed_in(cast.carla).get("/mijn-taken/taak/99999999999999999999999/").status_code == 404


def test_every_place_a_mail_points_at_is_on_its_page(cast: Cast, signed_in: SignedIn) -> None:
    """The parts behind # that wording.py writes."""
    item = first_item(cast)
    reaction = item.reactions.get()
    assert f'id="reactie-{reaction.pk}"' in signed_in(cast.bas).get(f"/voortgang/{item.public_id}/").content.decode()
    round_ = round_of(cast)
    actions.lock_round(round_=round_, by=cast.noor)
    party = cast.agreement.parties.get(side="housing_association")
    actions.take_position(round_=round_, party=party, position="remarks", text="Meer tempo.", by=cast.bas)
    assert 'id="standpunt"' in signed_in(cast.bas).get(f"/ronde/{round_.public_id}/lezen/").content.decode()
    course = signed_in(cast.noor).get(f"/ronde/{round_.public_id}/verloop/").content.decode()
    assert f'id="antwoord-{party.pk}"' in course


def test_the_administrator_sees_what_did_not_arrive_and_offers_it_again(cast: Cast, signed_in: SignedIn) -> None:
    keeper = Person.objects.create(email="ada@beheer.example", name="Ada", is_administrator=True)
    row = Delivery.objects.create(
        person=cast.bas, key="digest:2026-11-23", state=Delivery.State.GIVEN_UP, attempts=6, reason="550 <b>No</b>"
    )
    page = signed_in(keeper).get("/berichten/niet-aangekomen/").content
    assert "550 <b>No</b>" in text_of(page)
    assert cast.bas.email in text_of(page)
    signed_in(keeper).post("/berichten/niet-aangekomen/", {"number": str(row.pk)})
    row.refresh_from_db()
    assert (row.state, row.attempts) == (Delivery.State.WAITING, 0)
    for wrong in ("", "x", "999999999999999999999", str(row.pk + 1)):
        answer = signed_in(keeper).post("/berichten/niet-aangekomen/", {"number": wrong}, follow=True)
        assert "E602" in text_of(answer.content)
