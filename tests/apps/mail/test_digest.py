"""A digest: to whom it goes, what it looks like, and that it goes once; through a real mail server."""

from __future__ import annotations

from datetime import timedelta
from email.message import EmailMessage
from typing import cast

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from samenspraak.apps.mail.actions import choose_frequency
from samenspraak.apps.mail.jobs import do_run, queue_what_is_due
from samenspraak.apps.mail.models import Delivery, Frequency, MailRun
from samenspraak.apps.mail.runs import RunTaken, take
from samenspraak.apps.monitoring import actions
from samenspraak.apps.parties.actions import change_profile, close_person
from tests.apps.mail.telling import DAILY, WEEKLY, at, parts, run
from tests.apps.monitoring.board import Board
from tests.web.mail_server import Inbox, free_port

State = Delivery.State


def test_everybody_with_something_to_hear_gets_one_mail_and_nobody_else(board: Board, inbox: Inbox) -> None:
    assert run(WEEKLY) == 4
    assert sorted(inbox.addresses) == [
        "bas@linde.example",
        "hanna@huurders.example",
        "noor@waterhoven.example",
        "rik@linde.example",
    ]


def test_the_second_time_nothing_goes_out(board: Board, inbox: Inbox) -> None:
    run(WEEKLY)
    MailRun.objects.update(finished_at=None, after_person=0)
    assert run(WEEKLY) == 0
    MailRun.objects.all().delete()  # even when nobody remembers that there was a run
    assert run(WEEKLY) == run(DAILY) == 0
    assert len(inbox.mails) == 4


def test_a_mail_reads_as_plain_text_with_a_link_to_each_thing(board: Board, inbox: Inbox, settings: Settings) -> None:
    settings.SITE_URL = "https://samenspraak.example"
    actions.nudge_party(round_=board.round, party=board.association, by=board.people.noor)
    run(WEEKLY)
    mail = next(mail for mail in inbox.mails if mail["To"] == "bas@linde.example")
    assert mail["Subject"] == "1 afspraak bijwerken, uiterlijk 15 september 2027"
    text, html = parts(mail)
    task = board.building.reports.get(party=board.association)
    link = f"https://samenspraak.example/mijn-taken/taak/{task.pk}/"
    assert text.startswith("Goedendag Bas,\n\nNamens De Linde\n===============\n\n* 1 afspraak bijwerken")
    assert "Prestatieafspraken Waterhoven, 2e tertiaal 2027" in text
    assert "De coördinator herinnerde u op" in text
    for part in (text, html):
        assert link in part
        assert "https://samenspraak.example/berichten/kies/" in part
    assert "{" not in text
    assert max(map(len, text.splitlines())) < 200
    assert {part["Content-Transfer-Encoding"] for part in cast("EmailMessage", mail).iter_parts()} <= {"7bit", "8bit"}


def test_a_mail_has_what_mail_programs_want_to_know(board: Board, inbox: Inbox, settings: Settings) -> None:
    settings.SITE_URL = "https://samenspraak.example"
    settings.DEFAULT_FROM_EMAIL = "Samenspraak <berichten@waterhoven.example>"
    run(WEEKLY)
    mail = inbox.mails[0]
    assert mail["List-Unsubscribe"].strip().startswith("<https://samenspraak.example/berichten/uit/")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@waterhoven.example>")
    assert len({mail["Message-ID"] for mail in inbox.mails}) == len(inbox.mails)


def test_a_mail_is_in_the_language_of_its_reader(board: Board, inbox: Inbox) -> None:
    change_profile(name="Bas", language="en", by=board.people.bas)
    run(WEEKLY)
    mail = next(mail for mail in inbox.mails if mail["To"] == "bas@linde.example")
    assert mail["Subject"] == "1 commitment to update, by 15 September 2027"
    text, _html = parts(mail)
    assert "On behalf of De Linde" in text
    assert "You get such a mail at most every week." in text
    assert "Every day: http" in text


def test_what_people_type_breaks_neither_a_header_nor_the_page(board: Board, inbox: Inbox) -> None:
    board.agreement.parties.filter(name="De Linde").update(name="De\r\nBcc: x@y.example <b>Linde</b>")
    run(WEEKLY)
    mail = next(mail for mail in inbox.mails if mail["To"] == "bas@linde.example")
    assert mail["Bcc"] is None
    text, html = parts(mail)
    assert "Namens De Bcc: x@y.example <b>Linde</b>" in text
    assert "<b>Linde" not in html


def test_each_frequency_has_a_run_of_its_own_and_never_is_never(board: Board, inbox: Inbox) -> None:
    choose_frequency(frequency=Frequency.DAILY, by=board.people.bas)
    choose_frequency(frequency=Frequency.NEVER, by=board.people.noor)
    choose_frequency(frequency=Frequency.AT_ONCE, by=board.rik)
    assert run(WEEKLY) == 1
    assert inbox.addresses == ["hanna@huurders.example"]
    assert run(DAILY) == 1
    assert inbox.addresses[1:] == ["bas@linde.example"]


def test_news_is_told_in_one_digest_only(board: Board, inbox: Inbox) -> None:
    run("weekly:2026-11-23")
    inbox.mails.clear()
    run("weekly:2026-11-30")
    # What is owed lasts; that a round was opened is known by now.
    assert sorted(inbox.addresses) == ["bas@linde.example", "noor@waterhoven.example"]


def test_who_was_closed_between_making_and_trying_again_gets_nothing(board: Board, inbox: Inbox) -> None:
    inbox.refused.add("bas@linde.example")
    run(WEEKLY)
    inbox.refused.clear()
    close_person(person=board.people.bas, by=board.people.ada)
    Delivery.objects.filter(state=State.WAITING).update(next_try_at=timezone.now())
    run("at_once")
    assert "bas@linde.example" not in inbox.addresses
    assert Delivery.objects.get(person=board.people.bas).state == State.NOTHING_TO_SAY


def test_a_refused_mail_is_kept_with_its_reason_and_tried_again_later_and_later(board: Board, inbox: Inbox) -> None:
    inbox.refused.add("bas@linde.example")
    assert run(WEEKLY) == 3  # the others are not held up
    row = Delivery.objects.get(person=board.people.bas)
    assert (row.state, row.attempts, row.reason) == (State.WAITING, 1, "550 5.1.1 No such mailbox")
    waits = []
    for _ in range(5):
        assert row.next_try_at is not None
        waits.append(row.next_try_at - timezone.now())
        run("at_once")  # not yet
        row.refresh_from_db()
        attempts = row.attempts
        Delivery.objects.filter(pk=row.pk).update(next_try_at=timezone.now())
        run("at_once")
        row.refresh_from_db()
        assert row.attempts == attempts + 1
    assert waits == sorted(waits)
    assert waits[-1] > timedelta(hours=20)
    assert row.state == State.GIVEN_UP


def test_a_mail_that_was_refused_goes_out_once_the_server_wants_it(board: Board, inbox: Inbox) -> None:
    inbox.refused.add("bas@linde.example")
    run(WEEKLY)
    inbox.refused.clear()
    Delivery.objects.filter(state=State.WAITING).update(next_try_at=timezone.now())
    assert run("at_once") == 1
    assert run("at_once") == 0
    assert inbox.addresses.count("bas@linde.example") == 1


def test_a_server_that_is_away_costs_nobody_their_mail(board: Board, inbox: Inbox, settings: Settings) -> None:
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    assert run(WEEKLY) == 0
    stopped = MailRun.objects.get(moment=WEEKLY)
    assert "refused" in stopped.trouble.lower()
    assert stopped.finished_at is None
    assert stopped.held_until > timezone.now()  # not again at once
    assert set(Delivery.objects.values_list("attempts", flat=True)) == {0}
    settings.EMAIL_PORT = there
    Delivery.objects.exclude(next_try_at=None).update(next_try_at=timezone.now())
    run(WEEKLY)
    run("at_once")
    assert len(inbox.mails) == 4
    assert set(Delivery.objects.values_list("state", flat=True)) == {State.SENT}
    stopped.refresh_from_db()
    assert (stopped.trouble, stopped.finished_at is not None) == ("", True)


@pytest.mark.slow  # a server that is waited for
def test_a_server_that_takes_a_mail_and_falls_silent_does_not_get_it_again(
    board: Board, inbox: Inbox, settings: Settings
) -> None:
    settings.EMAIL_TIMEOUT = 1
    inbox.falls_silent = True
    choose_frequency(frequency=Frequency.DAILY, by=board.people.bas)
    run(DAILY)
    row = Delivery.objects.get(person=board.people.bas)
    assert row.state == State.UNCERTAIN
    assert "timed out" in row.reason
    inbox.falls_silent = False
    MailRun.objects.update(finished_at=None, after_person=0)
    run(DAILY)
    run("at_once")
    assert inbox.addresses.count("bas@linde.example") == 1


def test_a_claim_that_was_left_behind_is_not_taken_over(board: Board, inbox: Inbox) -> None:
    key = "digest:2026-11-23"
    left = Delivery.objects.create(person=board.people.bas, key=key, state=State.CLAIMED, claimed_at=at("2026-11-23"))
    run(WEEKLY)
    run("at_once")
    left.refresh_from_db()
    assert left.state == State.UNCERTAIN
    assert "bas@linde.example" not in inbox.addresses


def test_due_runs_are_put_in_line_once(board: Board) -> None:
    monday = at("2026-11-23", 8)
    assert queue_what_is_due(monday) == 3  # weekly, daily, and what is told at once
    assert queue_what_is_due(monday) == 0  # held
    assert queue_what_is_due(monday + timedelta(minutes=3)) == 3  # silent for too long
    MailRun.objects.update(finished_at=timezone.now())
    assert queue_what_is_due(monday + timedelta(minutes=9)) == 0


def test_a_run_that_stood_in_line_for_long_is_done_and_done_once(board: Board, inbox: Inbox) -> None:
    """A worker may read a scan of a hundred pages first; meanwhile the run was offered again and again."""
    monday = at("2026-11-23", 8)
    for minutes in (0, 3, 6):
        assert queue_what_is_due(monday + timedelta(minutes=minutes)) == 3
    assert [do_run(WEEKLY) for _ in range(3)] == [4, 0, 0]


def test_a_run_is_held_by_one_worker_and_taken_over_when_that_one_is_silent(board: Board, inbox: Inbox) -> None:
    queue_what_is_due(at("2026-11-23", 8))
    slow = take(WEEKLY)
    assert slow is not None
    assert do_run(WEEKLY) == 0
    MailRun.objects.filter(moment=WEEKLY).update(held_until=timezone.now())
    assert do_run(WEEKLY) == 4
    with pytest.raises(RunTaken):
        slow.still()


def test_a_run_that_waits_for_the_mail_server_waits(board: Board, inbox: Inbox, settings: Settings) -> None:
    settings.EMAIL_PORT = free_port()
    run(WEEKLY)
    assert do_run(WEEKLY) == 0
    assert Delivery.objects.exclude(reason="").count() == 1  # it was not even tried
