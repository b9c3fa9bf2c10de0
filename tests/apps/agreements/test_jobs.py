from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django_q.models import OrmQ
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from samenspraak.apps.agreements import jobs
from samenspraak.apps.agreements.errors import FileChanged
from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.audit.models import Event
from samenspraak.apps.documents import heartbeat
from samenspraak.apps.documents import jobs as document_jobs
from samenspraak.apps.documents.actions import cancel_import, start_import
from samenspraak.apps.documents.heartbeat import SILENT_SECONDS
from samenspraak.apps.documents.models import Document, ImportRun
from samenspraak.engines.intake import taking_in
from samenspraak.engines.intake.taking_in import Intake
from tests.apps.cast import TEXT, People, extraction, source, store

READ = source("brief.txt", TEXT)
LETTER = READ.raw.encode()
INTAKE = Intake(READ, extraction(READ))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief.txt"
    path.write_bytes(LETTER)
    return path


@pytest.fixture(autouse=True)
def understood(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the letter as understood: what extraction makes of it is tested elsewhere."""
    monkeypatch.setattr(taking_in, "extract", lambda *_given: INTAKE.extraction)


def nothing_is_kept(tmp_path: Path) -> bool:
    kept = [path for path in (tmp_path / "media").rglob("*") if path.is_file()]
    return not (kept or Agreement.objects.exists() or Document.objects.exists())


def test_a_file_goes_from_disk_to_register(people: People, letter: Path) -> None:
    done = jobs.register_intake(path=letter, intake=INTAKE, by=people.noor)
    assert done.is_new
    assert done.document.name == "brief.txt"
    assert done.agreement.commitments.count() == 4


def test_the_same_file_again_is_recognised_and_changes_nothing(people: People, letter: Path, tmp_path: Path) -> None:
    first = jobs.register_intake(path=letter, intake=INTAKE, by=people.noor)
    copy = tmp_path / "kopie.pdf"
    copy.write_bytes(letter.read_bytes())
    before = Event.objects.count()
    assert jobs.imported_before(copy) == jobs.Imported(first.agreement, first.document, is_new=False)
    assert not jobs.register_intake(path=copy, intake=INTAKE, by=people.bas).is_new
    assert (Event.objects.count(), Agreement.objects.count()) == (before, 1)


def test_a_failure_half_way_leaves_nothing_at_all(
    people: People, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Event.objects.count()

    def fail(**_arguments: object) -> Agreement:
        raise ZeroDivisionError

    monkeypatch.setattr(jobs, "register_extraction", fail)
    with pytest.raises(ZeroDivisionError):
        jobs.register_intake(path=letter, intake=INTAKE, by=people.noor)
    assert nothing_is_kept(tmp_path)
    assert Event.objects.count() == before


def test_a_file_that_changes_while_it_is_read_is_refused(people: People, letter: Path, tmp_path: Path) -> None:
    letter.write_text("iets anders", encoding="utf-8")
    with pytest.raises(FileChanged):
        jobs.register_intake(path=letter, intake=INTAKE, by=people.noor)
    assert nothing_is_kept(tmp_path)


def queue(people: People, content: bytes, into: Agreement | None = None) -> ImportRun:
    document = store(people.noor, content, source("brief.txt", TEXT))
    return jobs.queue_import(document=document, by=people.noor, into=into)


def test_a_queued_document_waits_for_a_worker_once_it_is_safe_in_the_database(
    people: People, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        queue(people, LETTER)
    assert OrmQ.objects.count() == 0
    callbacks[0]()
    assert OrmQ.objects.get().func() == "samenspraak.apps.agreements.jobs.run_import"


def test_a_worker_reads_it_and_says_how_far_it_is(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(heartbeat, "report_progress", lambda *said_of: said.append(said_of[1]))
    run = queue(people, LETTER)
    jobs.run_import(str(run.public_id))
    run.refresh_from_db()
    assert (run.status, run.error_message) == ("done", "")
    assert said == ["lezen", "begrijpen"]
    assert run.document.agreement_source.agreement.commitments.exists()


def test_a_worker_adds_to_the_agreement_that_was_meant(people: People, agreement: Agreement) -> None:
    run = queue(people, LETTER, into=agreement)
    jobs.run_import(str(run.public_id))
    assert run.document.agreement_source.agreement == agreement


def test_a_run_that_is_over_is_not_done_twice(people: People) -> None:
    run = queue(people, LETTER)
    jobs.run_import(str(run.public_id))
    before = Event.objects.count()
    jobs.run_import(str(run.public_id))
    assert Event.objects.count() == before


def test_what_a_stopped_worker_left_is_taken_up_by_the_next(people: People) -> None:
    run = queue(people, LETTER)
    start_import(run=run, by=people.noor)
    jobs.run_import(str(run.public_id))
    run.refresh_from_db()
    assert run.status == "running", "somebody is at it"
    fall_silent(run)
    assert jobs.take_up_left_behind() == 1
    jobs.run_import(str(run.public_id))
    run.refresh_from_db()
    assert (run.status, run.attempt) == ("done", 2)


def fall_silent(run: ImportRun) -> None:
    long_ago = timezone.now() - timedelta(seconds=SILENT_SECONDS + 1)
    ImportRun.objects.filter(pk=run.pk).update(heartbeat_at=long_ago)


def test_a_run_that_gives_signs_of_life_is_left_alone(people: People) -> None:
    start_import(run=queue(people, LETTER), by=people.noor)
    assert jobs.take_up_left_behind() == 0


def test_a_document_that_breaks_every_worker_is_given_up(people: People) -> None:
    run = queue(people, LETTER)
    for _ in range(3):
        start_import(run=run, by=people.noor)
        fall_silent(run)
        jobs.take_up_left_behind()
    run.refresh_from_db()
    assert (run.status, run.attempt, run.error_code) == ("failed", 3, "E426")


def test_a_waiting_run_is_put_in_line_again_only_when_its_place_was_lost(
    people: People, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        run = queue(people, LETTER)
    fall_silent(run)
    assert jobs.take_up_left_behind() == 0, "it stands in line"
    OrmQ.objects.update(lock=timezone.now() + timedelta(minutes=31))  # fetched by a worker that is gone
    with django_capture_on_commit_callbacks(execute=True):
        assert jobs.take_up_left_behind() == 1
    assert OrmQ.objects.get().lock <= timezone.now()
    assert jobs.take_up_left_behind() == 0


def test_a_run_that_was_stopped_meanwhile_registers_nothing(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    run = queue(people, LETTER)

    def stop_meanwhile(*_given: object) -> object:
        cancel_import(run=run, by=people.noor)
        return INTAKE.extraction

    monkeypatch.setattr(taking_in, "extract", stop_meanwhile)
    jobs.run_import(str(run.public_id))
    run.refresh_from_db()
    assert (run.status, run.error_code) == ("cancelled", "")
    assert not Agreement.objects.exists()


def test_a_file_that_cannot_be_read_says_why_and_registers_nothing(people: People) -> None:
    run = queue(people, b"\x00\x01\x02\x03" * 100)
    jobs.run_import(str(run.public_id))
    run.refresh_from_db()
    assert (run.status, run.error_code) == ("failed", "E102")
    assert "brief.txt" in run.error_message
    assert not Agreement.objects.exists()


def test_a_fault_of_ours_is_recorded_without_its_insides(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_named: object) -> Intake:
        raise ZeroDivisionError("geheim")

    monkeypatch.setattr(document_jobs, "take_in_bytes", fail)
    run = queue(people, LETTER)
    jobs.run_import(str(run.public_id))
    run.refresh_from_db()
    assert (run.status, run.error_code) == ("failed", "E423")
    assert "geheim" not in run.error_message
