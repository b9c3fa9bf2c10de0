from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from samenspraak.apps.documents.actions import (
    cancel_import,
    fail_import,
    finish_import,
    request_import,
    requeue_import,
    start_import,
)
from samenspraak.apps.documents.errors import NotYourRun, RunNotWaiting, RunTakenOver, RunUnderWay
from samenspraak.apps.documents.findings import EXCERPT_LENGTH, finding_rows
from samenspraak.apps.documents.jobs import report_progress
from samenspraak.apps.documents.models import ImportRun
from samenspraak.core.extraction.result import Finding, FindingKind, SourceSpan
from samenspraak.core.extraction.source import Line
from tests.apps.cast import TEXT, People, extraction, read_in, source, store

Status = ImportRun.Status


def test_a_finished_run_keeps_pages_findings_and_the_extraction_as_produced(people: People) -> None:
    document = read_in(people.noor, store(people.noor), source())
    run = document.runs.get()
    assert (run.status, run.done_count, run.total_count, run.notices) == (
        Status.DONE,
        2,
        2,
        ["Bladzijde 2 is een scan."],
    )
    assert run.extraction["schema"] == "samenspraak/extract/1"
    assert len(run.extraction["commitments"]) == 4
    assert (document.page_count, document.has_pages, document.pages.count()) == (2, True, 2)
    assert [finding.code for finding in document.findings.all()] == ["E601", "W601"]


def test_a_finding_shows_the_words_it_is_about(people: People) -> None:
    document = read_in(people.noor, store(people.noor), source())
    assert [span["excerpt"] for span in document.findings.get(code="E601").spans] == [
        "De Linde bouwt in 2027 ten minste 80 woningen.",
        "Partijen wijzen 65% toe aan lage inkomens.",
    ]


def test_a_long_passage_is_shown_by_its_beginning() -> None:
    finding = Finding("W1", FindingKind.REPEATED_TEXT, "Dubbel.", (SourceSpan(1, 0, 1000),))
    text = "woord " * 200
    read = replace(source(), raw=text, flow=(Line(text, page=1, start=0, end=len(text)),))
    (row,) = finding_rows(None, read, [finding])
    assert len(row.spans[0]["excerpt"]) <= EXCERPT_LENGTH
    assert row.spans[0]["excerpt"].endswith("…")


def test_a_finding_quotes_the_words_as_they_were_read() -> None:
    read = replace(source(), raw="Het staƟon", flow=(Line("Het station", page=1, start=0, end=10),))
    (row,) = finding_rows(None, read, [Finding("W1", FindingKind.NOT_MEASURABLE, "?", (SourceSpan(1, 0, 10),))])
    assert row.spans[0]["excerpt"] == "Het station"


def test_a_letter_has_leaves_and_no_pages(people: People) -> None:
    read = source("brief.txt", TEXT)
    document = read_in(people.noor, store(people.noor, b"brief", read), read)
    assert (document.has_pages, document.has_pictures, document.pages.count()) == (False, False, 1)


def test_reading_again_replaces_pages_and_findings(people: People) -> None:
    document = read_in(people.noor, store(people.noor), source())
    read_in(people.noor, document, source())
    assert (document.runs.count(), document.pages.count(), document.findings.count()) == (2, 2, 2)


def test_a_document_stands_in_line_once(people: People) -> None:
    document = store(people.noor)
    request_import(document=document, by=people.noor)
    with pytest.raises(RunUnderWay):
        request_import(document=document, by=people.bas)


def test_a_failed_run_says_why_and_another_can_be_asked_for(people: People) -> None:
    document = store(people.noor)
    run = request_import(document=document, by=people.noor)
    failed = fail_import(run=run, code="E104", message="Het bestand is beveiligd.", by=people.noor)
    assert (failed.status, failed.error_code, failed.error_message) == (
        Status.FAILED,
        "E104",
        "Het bestand is beveiligd.",
    )
    assert request_import(document=document, by=people.noor).status == Status.QUEUED


def test_a_run_that_was_broken_off_starts_anew(people: People) -> None:
    run = start_import(run=request_import(document=store(people.noor), by=people.noor), by=people.noor)
    report_progress(run, "lezen", 3, 7)
    run.refresh_from_db()
    assert (run.doing, run.done_count, run.total_count) == ("lezen", 3, 7)
    again = start_import(run=requeue_import(run=run, by=people.noor), by=people.noor)
    assert (again.status, again.done_count, again.attempt) == (Status.RUNNING, 0, 2)


def test_a_run_that_somebody_is_at_is_not_begun_by_another(people: People) -> None:
    run = request_import(document=store(people.noor), by=people.noor)
    start_import(run=run, by=people.noor)
    with pytest.raises(RunTakenOver):
        start_import(run=run, by=people.noor)


@pytest.mark.parametrize("step", ["finish", "fail", "requeue", "tell"])
def test_who_comes_back_late_finds_the_run_taken_over(people: People, step: str) -> None:
    read = source()
    late = start_import(run=request_import(document=store(people.noor), by=people.noor), by=people.noor)
    now = start_import(run=requeue_import(run=late, by=people.noor), by=people.noor)
    steps = {
        "finish": lambda: finish_import(run=late, source=read, extraction=extraction(read), by=people.noor),
        "fail": lambda: fail_import(run=late, code="E100", message="Te laat.", by=people.noor),
        "requeue": lambda: requeue_import(run=late, by=people.noor),
        "tell": lambda: report_progress(late, "lezen", 1, 2),
    }
    with pytest.raises(RunTakenOver):
        steps[step]()
    assert finish_import(run=now, source=read, extraction=extraction(read), by=people.noor).status == Status.DONE


def test_a_run_that_gave_a_sign_of_life_is_not_taken_over(people: People) -> None:
    run = start_import(run=request_import(document=store(people.noor), by=people.noor), by=people.noor)
    report_progress(run, "lezen", 1, 2)
    with pytest.raises(RunTakenOver):
        requeue_import(run=run, by=people.noor)


def test_who_asked_for_a_run_may_stop_it_and_nobody_else_but_the_administrator(people: People) -> None:
    run = start_import(run=request_import(document=store(people.noor), by=people.noor), by=people.noor)
    with pytest.raises(NotYourRun):
        cancel_import(run=run, by=people.bas)
    assert cancel_import(run=run, by=people.noor).status == Status.CANCELLED
    again = request_import(document=run.document, by=people.noor)
    assert cancel_import(run=again, by=people.ada).status == Status.CANCELLED


@pytest.mark.parametrize("step", ["start", "finish", "fail"])
def test_what_is_over_stays_over(people: People, step: str) -> None:
    read = source()
    run = read_in(people.noor, store(people.noor), read).runs.get()
    steps = {
        "start": lambda: start_import(run=run, by=people.noor),
        "finish": lambda: finish_import(run=run, source=read, extraction=extraction(read), by=people.noor),
        "fail": lambda: fail_import(run=run, code="E100", message="Te laat.", by=people.noor),
    }
    with pytest.raises(RunNotWaiting):
        steps[step]()


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "done", "started_at": None},
        {"status": "failed", "error_message": ""},
        {"status": "done", "extraction": None},
        {"status": "queued", "finished_at": "now"},
        {"status": "running", "started_at": None, "finished_at": None},
    ],
)
def test_the_database_refuses_a_run_that_cannot_be(people: People, wrong: dict[str, object]) -> None:
    now = timezone.now()
    fields = {"started_at": now, "finished_at": now, "extraction": {}, **wrong}
    fields = {name: now if value == "now" else value for name, value in fields.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        ImportRun.objects.create(document=store(people.noor), requested_by=people.noor, software_version="0", **fields)
