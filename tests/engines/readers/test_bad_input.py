"""Each bad file gets one clear sentence, in bounded time: what happened, where, what to do."""

from __future__ import annotations

import random
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from samenspraak.core.errors import SamenspraakError
from samenspraak.engines.readers import MAX_SIZE, read, read_bytes
from samenspraak.engines.readers.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    FileTooLarge,
    ReaderError,
    UnknownFormat,
    ZipBomb,
)
from tests.engines.readers.files import ODT_MEDIA_TYPE, odt_file, packed, paragraph, texts_of, word_file

_ENCRYPTED_MANIFEST = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ENTITIES = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f"<w:document {_W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    began = time.perf_counter()
    yield
    assert time.perf_counter() - began < seconds


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b" \n\n", EmptyFile),
        (random.Random(7).randbytes(5_000), UnknownFormat),
        (bytes(5_000), UnknownFormat),
        (b"PK\x03\x04" + random.Random(7).randbytes(500), DamagedFile),
        (word_file(paragraph("a"))[:-100], DamagedFile),
        (packed({"[Content_Types].xml": "", "word/document.xml": "<w:document"}), DamagedFile),
        (packed({"[Content_Types].xml": "", "word/document.xml": "<a/>"}), DamagedFile),
        (packed({"[Content_Types].xml": "", "word/document.xml": _ENTITIES}), DamagedFile),
        (packed({"[Content_Types].xml": "", "word/styles.xml": "<a/>"}), DamagedFile),
        (odt_file("")[:-100], DamagedFile),
        (packed({"mimetype": ODT_MEDIA_TYPE, "content.xml": "<a/>"}), DamagedFile),
        (packed({"content.xml": "", "META-INF/manifest.xml": _ENCRYPTED_MANIFEST}), EncryptedFile),
    ],
    ids=[
        "empty",
        "white space",
        "noise",
        "zeros",
        "noise that begins as a zip",
        "cut off DOCX",
        "DOCX with broken XML",
        "DOCX without a body",
        "DOCX with entities",
        "DOCX without a text",
        "cut off ODT",
        "ODT without a body",
        "ODT with a password",
    ],
)
def test_a_bad_file_gets_its_own_error(data: bytes, error: type[SamenspraakError]) -> None:
    with within(1.0), pytest.raises(error) as caught:
        read_bytes(data, name="afspraken.docx")
    sentence = str(caught.value)
    assert sentence.startswith("afspraken.docx: ")
    assert sentence.endswith(f". ({error.code})")


def test_a_zip_bomb_is_refused_in_no_time(tmp_path: Path) -> None:
    bomb = tmp_path / "bom.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(24):
                part.write(b" " * 1_000_000)
    with within(0.5), pytest.raises(ZipBomb):
        read(bomb)


def test_a_file_of_200_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    large = tmp_path / "groot.pdf"
    with large.open("wb") as file:
        file.truncate(MAX_SIZE)
    with within(0.1), pytest.raises(FileTooLarge, match="200 MB"):
        read(large)


@pytest.mark.parametrize("start", [b"", b"<html>"], ids=["text", "HTML"])
def test_a_text_of_more_than_20_mb_is_refused_in_no_time(start: bytes) -> None:
    with within(1.0), pytest.raises(FileTooLarge, match="20 MB"):
        read_bytes(start + b"Wij bouwen samen.\n" * 1_200_000, name="lang.txt")


@pytest.mark.parametrize("name", ["weg.pdf", "."], ids=["missing", "folder"])
def test_what_cannot_be_opened_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReaderError, match="kan niet worden geopend"):
        read(tmp_path / name)


def test_invalid_utf8_is_read_with_a_notice() -> None:
    source = read_bytes("De coöperatie bouwt.".encode("cp1252"), name="a.txt", mend_text=False)
    assert texts_of(source) == ["De coöperatie bouwt."]
    assert len(source.notices) == 1


def test_a_document_without_words_is_no_error() -> None:
    assert read_bytes(word_file(""), name="a.docx").flow == ()


@pytest.mark.parametrize("opening", ["<w:sdt><w:sdtContent>", "<w:ins>", "<w:tbl><w:tr><w:tc>"])
@pytest.mark.parametrize("depth", [80, 10_000])
def test_deep_nesting_is_read_or_refused(opening: str, depth: int) -> None:
    tags = opening.strip("<>").split("><")
    closing = "".join(f"</{tag}>" for tag in reversed(tags))
    data = word_file(opening * depth + paragraph("diep") + closing * depth)
    try:
        source = read_bytes(data, name="a.docx")
    except DamagedFile:
        assert depth > 100
    else:
        assert texts_of(source) == ["diep"]
