"""Saying how it stands: for the own party only, with words where the colour asks for them, never over another's."""

from __future__ import annotations

import io
import zipfile

import pytest

from samenspraak.apps.audit.models import Event, EventKind
from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.errors import (
    ChangedMeanwhile,
    NeedsExplanation,
    NotYourWords,
    RefusedEvidence,
    RoundClosed,
)
from samenspraak.apps.monitoring.models import Consultation, Evidence, Reaction
from samenspraak.apps.parties.models import Membership
from tests.apps.monitoring.board import Board, adopted, report


def test_what_a_party_says_is_kept_with_who_and_when(board: Board) -> None:
    said = report(board, light="amber", standing="action_needed", text="Het bezwaar loopt.", next_step="Zitting")
    assert (said.light, said.standing, said.version, said.reported_by) == (
        "amber",
        "action_needed",
        1,
        board.people.bas,
    )
    event = Event.objects.get(kind=EventKind.PROGRESS_REPORTED)
    assert event.before["light"] == ""
    assert event.after["text"] == "Het bezwaar loopt."


@pytest.mark.parametrize("light", ["amber", "red"])
def test_amber_and_red_need_words(board: Board, light: str) -> None:
    with pytest.raises(NeedsExplanation):
        report(board, light=light, text="  ")
    assert not board.building.reports.filter(version__gt=0).exists()


@pytest.mark.parametrize("light", ["green", "grey", ""])
def test_other_lights_may_go_without(board: Board, light: str) -> None:
    assert report(board, light=light).version == 1


def test_two_at_once_do_not_overwrite_each_other(board: Board) -> None:
    report(board, light="green", text="Loopt.")
    with pytest.raises(ChangedMeanwhile):
        report(board, light="red", text="Loopt niet.", seen_version=0)
    assert board.building.reports.get(version=1).text == "Loopt."
    assert report(board, light="red", text="Loopt niet.", seen_version=1).version == 2


def test_nobody_speaks_for_another_party(board: Board) -> None:
    for person in (board.people.noor, board.hanna, board.people.carla, board.people.ada):
        with pytest.raises(NotYourWords):
            actions.report_progress(
                item=board.building,
                party=board.association,
                report=actions.Report(light="green"),
                seen_version=0,
                by=person,
            )


def test_a_reader_reports_nothing(board: Board) -> None:
    with pytest.raises(NotYourWords):
        actions.report_progress(
            item=board.building, party=board.association, report=actions.Report(), seen_version=0, by=board.rik
        )


def test_whoever_left_the_organisation_no_longer_speaks_for_it(board: Board) -> None:
    report(board, light="green", text="Loopt.")
    Membership.objects.filter(person=board.people.bas).delete()
    with pytest.raises(NotYourWords):
        report(board, light="red", text="Toch niet.", seen_version=1)
    assert board.building.reports.get(version=1).reported_by == board.people.bas, "what was said keeps who said it"


def test_after_locking_nothing_is_reported(board: Board) -> None:
    actions.lock_round(round_=board.round, by=board.people.noor)
    with pytest.raises(RoundClosed):
        report(board, light="green", text="Te laat.")


def test_a_party_that_was_not_asked_may_report_as_well(board: Board) -> None:
    said = actions.report_progress(
        item=board.building,
        party=board.municipality,
        report=actions.Report(light="green", text="Vergund."),
        seen_version=0,
        by=board.people.noor,
    )
    assert board.building.reports.count() == 2
    assert said.version == 1


def test_a_reaction_may_see_another_light_and_both_stand(board: Board) -> None:
    report(board, light="amber", text="Iets later.")
    actions.react(item=board.building, party=board.tenants, light="red", text="Er is niets gebeurd.", by=board.hanna)
    assert board.building.reports.get(version=1).light == "amber"
    assert board.building.reactions.get().light == "red"


def test_a_later_reaction_keeps_the_earlier_one(board: Board) -> None:
    first = actions.react(item=board.building, party=board.tenants, text="Waarom?", by=board.hanna)
    actions.react(item=board.building, party=board.tenants, text="Nu duidelijk.", by=board.hanna, replaces=first)
    assert [r.text for r in Reaction.objects.order_by("pk")] == ["Waarom?", "Nu duidelijk."]
    with pytest.raises(ChangedMeanwhile):
        actions.react(item=board.building, party=board.tenants, text="Nog eens.", by=board.hanna, replaces=first)


def test_nobody_replaces_the_reaction_of_another_party(board: Board) -> None:
    first = actions.react(item=board.building, party=board.tenants, text="Waarom?", by=board.hanna)
    with pytest.raises(NotYourWords):
        actions.react(
            item=board.building, party=board.municipality, text="Daarom.", by=board.people.noor, replaces=first
        )
    with pytest.raises(NotYourWords):
        actions.react(item=board.building, party=board.tenants, text="Daarom.", by=board.people.noor)


def test_a_reaction_says_something(board: Board) -> None:
    with pytest.raises(NeedsExplanation):
        actions.react(item=board.building, party=board.tenants, light="red", text="", by=board.hanna)


def test_after_adoption_nobody_reacts(board: Board) -> None:
    adopted(board)
    with pytest.raises(RoundClosed):
        actions.react(item=board.building, party=board.tenants, text="Nog iets.", by=board.hanna)


def test_the_meeting_settles_a_light_and_leaves_what_parties_said(board: Board) -> None:
    report(board, light="green", text="Loopt.")
    actions.settle_item(item=board.building, light="amber", text="Partijen zien risico.", by=board.people.noor)
    item = board.building
    assert (item.settled_light, item.reports.get(version=1).light) == ("amber", "green")
    with pytest.raises(NotYourWords):
        actions.settle_item(item=item, light="red", text="Nee.", by=board.hanna)


def test_a_position_is_the_partys_and_is_answered_by_another(board: Board) -> None:
    row = actions.take_position(
        round_=board.round,
        party=board.tenants,
        position=Consultation.Position.DISAGREES,
        text="De wachttijd ontbreekt.",
        by=board.hanna,
    )
    answered = actions.answer_position(
        consultation=row, party=board.municipality, text="Wij voegen haar toe.", by=board.people.noor
    )
    assert (answered.text, answered.answer, answered.answered_for) == (
        "De wachttijd ontbreekt.",
        "Wij voegen haar toe.",
        board.municipality,
    )
    with pytest.raises(NotYourWords):
        actions.answer_position(consultation=row, party=board.tenants, text="Dank.", by=board.hanna)


def test_disagreeing_needs_words_and_agreeing_does_not(board: Board) -> None:
    say = {"round_": board.round, "party": board.tenants, "by": board.hanna, "text": ""}
    with pytest.raises(NeedsExplanation):
        actions.take_position(position=Consultation.Position.DISAGREES, **say)
    assert actions.take_position(position=Consultation.Position.AGREES, **say).given_by == board.hanna


def office_file(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return buffer.getvalue()


REFUSED = {
    "programma.exe": b"MZ\x90\x00",
    "verslag.pdf": b"MZ\x90\x00 heet pdf, is een programma",
    "script.txt": b"#!/bin/sh\nrm -rf",
    "pagina.html": b"<script>alert(1)</script>",
    "beeld.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "leeg.pdf": b"",
    "virus.txt": b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
    "macro.docx": office_file("word/document.xml", "word/vbaProject.bin"),
    "pakket.zip": office_file("a.txt"),
    "kapot.docx": b"PK\x03\x04kapot",
    "nul.txt": b"a\x00b",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_can_run_or_is_not_understood_is_no_evidence(board: Board, name: str) -> None:
    progress = board.progress()
    with pytest.raises(RefusedEvidence):
        actions.add_evidence_file(progress=progress, name=name, content=REFUSED[name], by=board.people.bas)
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("verslag.pdf", b"%PDF-1.7"),
        ("cijfers.csv", b"jaar;aantal\n2027;80\n"),
        ("foto.png", b"\x89PNG\r\n\x1a\n...."),
        ("verslag.docx", office_file("word/document.xml")),
        ("cijfers.xlsx", office_file("xl/workbook.xml")),
    ],
)
def test_office_files_and_pictures_are_evidence_with_their_fingerprint(board: Board, name: str, content: bytes) -> None:
    kept = actions.add_evidence_file(progress=board.progress(), name=name, content=content, by=board.people.bas)
    assert len(kept.sha256) == 64
    with kept.file.open("rb") as file:
        assert file.read() == content


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://x.example", "https://", "zomaar", "file:///etc/passwd"])
def test_only_web_addresses_are_links(board: Board, url: str) -> None:
    with pytest.raises(RefusedEvidence):
        actions.add_evidence_link(progress=board.progress(), url=url, name="", by=board.people.bas)


def test_nobody_adds_evidence_to_another_partys_words(board: Board) -> None:
    with pytest.raises(NotYourWords):
        actions.add_evidence_link(progress=board.progress(), url="https://x.example/a", name="", by=board.people.noor)
