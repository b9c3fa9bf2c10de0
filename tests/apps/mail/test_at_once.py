"""Who wants to hear at once hears each thing once, soon after it happened."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from samenspraak.apps.mail.actions import choose_frequency
from samenspraak.apps.mail.models import Delivery, Frequency, MailPreference
from samenspraak.apps.monitoring import actions
from tests.apps.mail.telling import parts, run
from tests.apps.monitoring.board import Board, report
from tests.web.mail_server import Inbox


@pytest.fixture
def bas_at_once(board: Board, inbox: Inbox) -> Board:
    """Bas chose to hear at once, and has heard of the round."""
    choose_frequency(frequency=Frequency.AT_ONCE, by=board.people.bas)
    MailPreference.objects.update(chosen_at=timezone.now() - timedelta(days=1))
    run("at_once")
    inbox.mails.clear()
    return board


def test_choosing_to_hear_at_once_does_not_bring_what_was_before(board: Board, inbox: Inbox) -> None:
    choose_frequency(frequency=Frequency.AT_ONCE, by=board.people.bas)
    assert run("at_once") == 0


def test_the_opening_of_a_round_is_told_once(board: Board, inbox: Inbox) -> None:
    choose_frequency(frequency=Frequency.AT_ONCE, by=board.people.bas)
    MailPreference.objects.update(chosen_at=timezone.now() - timedelta(days=1))
    assert run("at_once") == 1
    assert run("at_once") == 0
    assert inbox.addresses == ["bas@linde.example"]


def test_each_nudge_is_told_once(bas_at_once: Board, inbox: Inbox) -> None:
    for count in (1, 2):
        actions.nudge_party(round_=bas_at_once.round, party=bas_at_once.association, by=bas_at_once.people.noor)
        MailPreference.objects.update(chosen_at=timezone.now() - timedelta(days=1))
        # Two nudges within a second are one; between these more time passes.
        Delivery.objects.filter(key__startswith="nudged").update(key=f"earlier:{count}")
        assert run("at_once") == 1
        assert run("at_once") == 0
    assert len(inbox.mails) == 2


def test_a_reaction_is_told_with_a_link_to_itself(bas_at_once: Board, inbox: Inbox) -> None:
    report(bas_at_once, light="green", text="De bouw is begonnen.")
    reaction = actions.react(
        item=bas_at_once.building, party=bas_at_once.tenants, text="Nog niet gezien.", by=bas_at_once.hanna
    )
    assert run("at_once") == 1
    mail = inbox.mails[0]
    assert str(mail["Subject"]).startswith("Huurdersplatform De Linde reageerde op K 1.10")
    text = parts(mail)[0]
    assert f"/voortgang/{bas_at_once.building.public_id}/#reactie-{reaction.pk}" in text
    assert "Nog niet gezien" not in text  # what they said is read where it can be answered


def test_what_was_done_meanwhile_is_not_told(bas_at_once: Board, inbox: Inbox) -> None:
    inbox.refused.add("bas@linde.example")
    actions.nudge_party(round_=bas_at_once.round, party=bas_at_once.association, by=bas_at_once.people.noor)
    run("at_once")
    inbox.refused.clear()
    report(bas_at_once, light="green", text="De bouw is begonnen.")
    Delivery.objects.filter(state="waiting").update(next_try_at=timezone.now())
    assert run("at_once") == 0
    assert Delivery.objects.get(key__startswith="nudged").state == Delivery.State.NOTHING_TO_SAY
