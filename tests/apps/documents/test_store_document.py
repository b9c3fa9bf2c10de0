from __future__ import annotations

import hashlib
import io

import pytest
from django.core.files.storage import default_storage

from samenspraak.apps.audit.models import Event
from samenspraak.apps.documents.actions import store_document
from samenspraak.apps.documents.jobs import nothing_left_behind
from samenspraak.apps.documents.models import Document
from tests.apps.cast import PDF, People

CONTENT = b"%PDF-1.7 inhoud"


def kept_files() -> list[str]:
    """Return every file in the storage."""
    if not default_storage.exists("documents"):
        return []
    folders, _ = default_storage.listdir("documents")
    return [name for folder in folders for name in default_storage.listdir(f"documents/{folder}")[1]]


def store(people: People, name: str = "afspraken.pdf") -> Document:
    return store_document(file=io.BytesIO(CONTENT), name=name, media_type=PDF, by=people.noor).document


def test_a_file_is_kept_byte_for_byte_under_its_hash(people: People) -> None:
    document = store(people)
    assert document.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert document.size_bytes == len(CONTENT)
    with document.file.open() as kept:
        assert kept.read() == CONTENT
    assert kept_files() == [document.sha256]


def test_the_same_bytes_under_another_name_are_kept_once_and_leave_one_event(people: People) -> None:
    first = store(people)
    events = Event.objects.count()
    again = store_document(file=io.BytesIO(CONTENT), name="kopie.pdf", media_type=PDF, by=people.bas)
    assert (again.document, again.is_new) == (first, False)
    assert Event.objects.count() == events
    assert kept_files() == [first.sha256]


def test_a_file_that_was_left_behind_is_used_again(people: People) -> None:
    sha256 = store(people).sha256
    Document.objects.all().delete()
    assert store(people).file.name.endswith(sha256)
    assert kept_files() == [sha256]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../x.pdf", "x.pdf"),
        ("C:\\afspraken\\x.pdf", "x.pdf"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("gewoon\u202efdp.exe", "gewoonfdp.exe"),
        ("..", "document"),
        ("", "document"),
        ("é" * 300 + ".pdf", "é" * 196 + ".pdf"),
    ],
)
def test_a_name_from_outside_is_made_harmless(people: People, given: str, kept: str) -> None:
    assert store(people, given).name == kept


def test_an_import_that_fails_leaves_no_file(people: People) -> None:
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    document = store(people)
    Document.objects.all().delete()  # as a transaction that is rolled back does
    with pytest.raises(ZeroDivisionError), nothing_left_behind(sha256):
        raise ZeroDivisionError
    assert kept_files() == []
    assert document.sha256 == sha256


def test_an_import_that_fails_leaves_the_file_of_an_earlier_one(people: People) -> None:
    document = store(people)
    with pytest.raises(ZeroDivisionError), nothing_left_behind(document.sha256):
        raise ZeroDivisionError
    assert kept_files() == [document.sha256]
