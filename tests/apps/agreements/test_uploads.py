"""Handing in documents: what is refused leaves nothing, what is known is recognised, and nothing leaks."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from samenspraak.apps.agreements import jobs, queries
from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.jobs import Received, Reception
from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.audit.models import Event
from samenspraak.apps.documents.actions import fail_import
from samenspraak.apps.documents.models import Document, ImportRun
from samenspraak.apps.parties.models import Membership, Person
from samenspraak.core.errors import SamenspraakError
from tests.apps.cast import People

LETTER = b"De gemeente antwoordt in 2027 binnen acht weken.\n"


def hand_in(by: Person, content: bytes = LETTER, name: str = "brief.txt", into: Agreement | None = None) -> Received:
    return jobs.receive_upload(file=io.BytesIO(content), name=name, size=len(content), by=by, into=into)


def bomb(part: str = "word/document.xml") -> bytes:
    """Return a file of some 100 KB that unpacks to 100 MB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(part, b"0" * 100_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E101"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, "E102"),
        (b"MZ\x90\x00" + bytes(range(256)) * 8, "E102"),
        (b"PK\x03\x04 geen zip", "E103"),
        (b"{\\rtf1 brief}", "E102"),
    ],
    ids=["empty", "program", "windows-program", "damaged", "rtf"],
)
def test_what_cannot_be_read_is_one_sentence_and_nothing_is_kept(
    people: People, tmp_path: Path, content: bytes, code: str
) -> None:
    before = Event.objects.count()
    with pytest.raises(SamenspraakError) as refused:
        hand_in(people.noor, content, "afspraken.pdf")
    assert str(refused.value).endswith(f"({code})")
    assert not Document.objects.exists()
    assert not [path for path in (tmp_path / "media").rglob("*") if path.is_file()]
    assert Event.objects.count() == before


@pytest.mark.slow  # a hundred million noughts are packed first
def test_a_file_that_unpacks_without_end_is_refused(people: People) -> None:
    with pytest.raises(SamenspraakError) as refused:
        hand_in(people.noor, bomb(), "afspraken.docx")
    assert refused.value.code == "E107"
    assert not Document.objects.exists()


def test_a_file_over_the_limit_is_refused_by_the_size_that_was_sent(people: People, settings: Settings) -> None:
    settings.UPLOAD_BYTES = 1_000_000
    with pytest.raises(SamenspraakError, match=r"200 MB groot; hier mag het ten hoogste 1 MB zijn") as refused:
        jobs.receive_upload(file=io.BytesIO(b"begin"), name="groot.pdf", size=200_000_000, by=people.noor)
    assert refused.value.code == "E428"


@pytest.mark.parametrize("name", ["../../brief.txt", "C:\\temp\\brief.txt", "/etc/brief.txt", "brief\x00.txt"])
def test_a_name_that_leads_elsewhere_is_only_a_name(people: People, tmp_path: Path, name: str) -> None:
    hand_in(people.noor, name=name)
    document = Document.objects.get()
    assert document.name == "brief.txt"
    assert Path(document.file.path).is_relative_to(tmp_path / "media" / "documents")
    assert Path(document.file.path).name == document.sha256


def test_the_content_says_what_a_file_is_and_not_its_name(people: People) -> None:
    hand_in(people.noor, b"<!doctype html><body><p>Een pagina.</p></body>", "afspraken.pdf")
    assert Document.objects.get().media_type == "text/html"


def test_who_only_reads_hands_nothing_in(people: People) -> None:
    Membership.objects.filter(person=people.bas).update(role=Membership.Role.READER)
    with pytest.raises(PermissionDenied):
        hand_in(people.bas)
    assert not queries.upload_page(people.bas).may_upload
    assert queries.upload_page(people.noor).may_upload


def test_a_document_is_put_in_line_for_the_agreement_it_belongs_to(people: People, agreement: Agreement) -> None:
    received = hand_in(people.noor, into=agreement)
    assert received.reception is Reception.QUEUED
    assert ImportRun.objects.get(document__public_id=received.document_id).into_agreement == agreement.public_id


def test_nothing_is_added_to_agreements_of_others(people: People, agreement: Agreement) -> None:
    with pytest.raises(NotFound):
        queries.agreement_to_add_to(people.carla, agreement.public_id)
    assert [choice.public_id for choice in queries.upload_page(people.noor).agreements] == [agreement.public_id]
    assert queries.upload_page(people.carla).agreements == ()


def test_the_same_file_again_is_recognised_while_it_is_read_and_after_that(people: People) -> None:
    first = hand_in(people.noor)
    assert hand_in(people.noor, name="kopie.txt").reception is Reception.UNDER_WAY
    jobs.run_import(str(ImportRun.objects.get().public_id))
    again = hand_in(people.noor, name="kopie.txt")
    assert (again.reception, again.document_id) == (Reception.KNOWN, first.document_id)
    assert again.agreement_title
    assert ImportRun.objects.count() == 1


@pytest.mark.parametrize("is_read", [True, False], ids=["in the register", "being read"])
def test_of_a_file_of_others_only_is_said_that_it_is_there(people: People, *, is_read: bool) -> None:
    hand_in(people.noor, name="geheim.txt")
    if is_read:
        jobs.run_import(str(ImportRun.objects.get().public_id))
    assert hand_in(people.carla, name="mijn.txt") == Received(Reception.KNOWN_ELSEWHERE, "mijn.txt")


def test_a_file_that_others_gave_up_is_as_new(people: People) -> None:
    hand_in(people.noor, name="geheim.txt")
    fail_import(run=ImportRun.objects.get(), code="E100", message="Kan niet.", by=people.noor)
    assert hand_in(people.carla, name="mijn.txt").reception is Reception.QUEUED
    assert [row.name for row in queries.documents_for(people.carla).rows] == ["mijn.txt"]
    assert queries.documents_for(people.noor).rows == ()


def test_a_failed_run_can_be_tried_again_for_the_same_agreement(people: People, agreement: Agreement) -> None:
    received = hand_in(people.noor, into=agreement)
    run = ImportRun.objects.get(document__public_id=received.document_id)
    fail_import(run=run, code="E100", message="Kan niet.", by=people.noor)
    assert [row.may_retry for row in queries.documents_for(people.noor).rows] == [True, False]
    again = jobs.read_again(document_id=received.document_id, by=people.noor)
    assert (again.status, again.into_agreement) == ("queued", agreement.public_id)


def test_who_handed_it_in_sees_how_far_it_is_and_may_stop_it(people: People) -> None:
    received = hand_in(people.noor)
    (row,) = queries.runs_for(people.noor)
    assert (row.name, row.status, row.percent, row.may_stop) == ("brief.txt", "queued", 0, True)
    assert queries.runs_for(people.carla, also=[row.public_id]) == ()
    jobs.stop_reading(document_id=received.document_id, by=people.noor)
    assert queries.runs_for(people.noor) == ()
    (row,) = queries.runs_for(people.noor, also=[row.public_id])
    assert (row.status, row.may_stop, row.may_retry) == ("cancelled", False, True)


@pytest.mark.parametrize("others", ["stop_reading", "read_again"])
def test_a_document_of_others_is_not_found(people: People, others: str) -> None:
    received = hand_in(people.noor)
    with pytest.raises(NotFound):
        getattr(jobs, others)(document_id=received.document_id, by=people.carla)


def test_many_documents_cost_no_more_queries_than_one(
    people: People, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(60):
        hand_in(people.noor, b"brief %d" % number, f"brief {number}.txt")
    with django_assert_num_queries(3):
        assert len(queries.documents_for(people.noor).rows) == 50
    with django_assert_num_queries(2):
        assert len(queries.runs_for(people.noor)) == 60
