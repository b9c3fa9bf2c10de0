"""Which files are taken as evidence: told apart by what is in them, and nothing that can run."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from urllib.parse import urlsplit

from samenspraak.apps.monitoring.errors import RefusedEvidence

LARGEST = 20 * 1024 * 1024
# The test string of virus scanners, in halves: whole, a scanner would take this file away.
_TEST_STRING = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"
_BEGINNINGS = ((b"%PDF-", "application/pdf"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
_OFFICE = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/presentation.xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_OPEN_DOCUMENTS = {
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
}
_TEXT_ENDINGS = (".txt", ".csv", ".md")
# How programs begin: Linux, Apple (both ways round), Java and a script; those of Windows begin as a text may.
_PROGRAMS = (b"\x7fELF", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")
_LARGEST_UNPACKED = 200 * 1024 * 1024
_INFECTED = "Een virusscanner zou dit bestand weigeren, en wij ook. Lever een ander aan."
_ADVICE = "Lever het aan als PDF, Word, Excel, OpenDocument, tekst, CSV, PNG of JPEG."


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What is known of a file that was accepted."""

    content: bytes
    media_type: str
    sha256: str


def checked_file(name: str, content: bytes) -> CheckedFile:
    """Return the file with its kind and fingerprint; raises RefusedEvidence."""
    if not content:
        raise RefusedEvidence("Dit bestand is leeg. Sla het opnieuw op en probeer het nog eens.", where=name)
    if len(content) > LARGEST:
        raise RefusedEvidence("Dit bestand is groter dan 20 MB. Maak het kleiner, of geef een link.", where=name)
    if _TEST_STRING in content:
        raise RefusedEvidence(_INFECTED, where=name)
    if _is_program(content):
        raise RefusedEvidence(f"Dit is een programma, hoe het ook heet; dat nemen wij niet aan. {_ADVICE}", where=name)
    media_type = _kind_of(name, content)
    if media_type is None:
        raise RefusedEvidence(f"Dit soort bestand nemen wij niet aan. {_ADVICE}", where=name)
    return CheckedFile(content, media_type, hashlib.sha256(content).hexdigest())


def checked_link(url: str) -> str:
    """Return a web address; raises RefusedEvidence for anything that is not one."""
    address = url.strip()
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or len(address) > 1000 or " " in address:
        raise RefusedEvidence("Dit is geen webadres. Schrijf het voluit, zoals https://www.gemeente.nl/verslag.")
    return address


def _kind_of(name: str, content: bytes) -> str | None:
    """Return the kind of a file by its content; a name decides only what sort of text it is."""
    for beginning, media_type in _BEGINNINGS:
        if content.startswith(beginning):
            return media_type
    if content.startswith(b"PK"):
        return _kind_of_package(name, content)
    if name.lower().endswith(_TEXT_ENDINGS):
        return _kind_of_text(name.lower(), content)
    return None


def _kind_of_package(name: str, content: bytes) -> str | None:
    """Return the kind of an office document; one with macros, or with a program in it, is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            if any(part.lower().endswith((".bin", ".exe", ".dll", ".js", ".vbs")) for part in names):
                return None
            if not _is_harmless(name, package):
                return None
            declared = package.read("mimetype")[:100].decode("ascii", "ignore") if "mimetype" in names else ""
    except (zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError):
        return None
    if declared:
        return declared if declared in _OPEN_DOCUMENTS else None
    return next((kind for part, kind in _OFFICE.items() if part in names), None)


def _is_harmless(name: str, package: zipfile.ZipFile) -> bool:
    """Look into every part, whatever it is called; raises RefusedEvidence for the test string of virus scanners."""
    parts = package.infolist()
    if sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
        return False
    for part in parts:
        inside = package.read(part)
        if _TEST_STRING in inside:
            raise RefusedEvidence(_INFECTED, where=name)
        if _is_program(inside):
            return False
    return True


def _is_program(content: bytes) -> bool:
    return content.startswith(_PROGRAMS) or (content.startswith(b"MZ") and b"\x00" in content[:512])


def _kind_of_text(name: str, content: bytes) -> str | None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if "\x00" in text:
        return None
    return "text/csv" if name.endswith(".csv") else "text/plain"
