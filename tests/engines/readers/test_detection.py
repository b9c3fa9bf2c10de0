"""A format is told by what is in the file."""

from __future__ import annotations

import pytest

from samenspraak.engines.readers.detection import Format, detect
from samenspraak.engines.readers.errors import DamagedFile, EncryptedFile, UnknownFormat
from tests.engines.readers.files import ODT_MEDIA_TYPE, flat_odt_file, odt_file, packed, paragraph, word_file

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"\xef\xbb\xbf\r\nrommel %PDF-1.4\n", Format.PDF),
        (word_file(paragraph("a")), Format.DOCX),
        (packed({"[Content_Types].xml": "", "word/document2.xml": ""}), Format.DOCX),
        (odt_file(""), Format.ODT),
        (packed({"mimetype": f"{ODT_MEDIA_TYPE}-template", "content.xml": ""}), Format.ODT),
        (packed({"content.xml": ""}), Format.ODT),
        (flat_odt_file(""), Format.FLAT_ODT),
        (b"<!DOCTYPE html><p>a", Format.HTML),
        (b"\xef\xbb\xbf\n<HTML lang=nl>", Format.HTML),
        ("<html>coöperatie".encode("utf-16"), Format.HTML),
        (b"<div><p>a</p></div>", Format.HTML),
        (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
        (b"\xff\xd8\xff\xe0", Format.IMAGE),
        (b"II*\x00", Format.IMAGE),
        (b"MM\x00*", Format.IMAGE),
        (b"Wij bouwen.", Format.PLAIN_TEXT),
        (b"BMW is geen afbeelding.", Format.PLAIN_TEXT),
        (b"3 < 5 en 5 > 3", Format.PLAIN_TEXT),
        ("Coöperatie".encode("utf-16"), Format.PLAIN_TEXT),
        (b"x" + "é".encode() * 20_000, Format.PLAIN_TEXT),
    ],
)
def test_the_content_tells_the_format(data: bytes, expected: Format) -> None:
    assert detect(data, name="naam.die-niets-zegt") is expected


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{\\rtf1 a}", "RTF"),
        (_OLE2 + "WordDocument".encode("utf-16-le"), "sla het op als DOCX"),
        (_OLE2 + "Workbook".encode("utf-16-le"), "Office-bestand van voor 2007"),
        (packed({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "Excel"),
        (packed({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "PowerPoint"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}), "geen tekst"),
        (packed({"mimetype": "application/epub+zip", "a.opf": ""}), "EPUB"),
        (packed({"brief.docx": "x"}), "Pak het uit"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"GIF89a\x00\x00", "PNG"),
        (b"%!PS-Adobe", "PostScript"),
    ],
)
def test_a_format_that_is_known_and_not_read_says_what_to_do(data: bytes, sentence: str) -> None:
    with pytest.raises(UnknownFormat, match=sentence) as caught:
        detect(data, name="brief.pdf")
    assert str(caught.value).startswith("brief.pdf: ")


def test_a_locked_office_file_asks_for_its_password() -> None:
    with pytest.raises(EncryptedFile):
        detect(_OLE2 + "EncryptedPackage".encode("utf-16-le"), name="a.docx")


def test_an_office_file_without_a_text_is_damaged() -> None:
    with pytest.raises(DamagedFile):
        detect(packed({"[Content_Types].xml": ""}), name="a.docx")


@pytest.mark.parametrize(("data", "kind"), [(word_file(paragraph("a")), "DOCX"), (odt_file(""), "ODT")])
def test_a_cut_off_file_is_named_for_what_it_was(data: bytes, kind: str) -> None:
    with pytest.raises(DamagedFile, match=f"Het {kind}-bestand is beschadigd"):
        detect(data[: len(data) - 30], name="a")
