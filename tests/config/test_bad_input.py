"""Each bad file gets one clear sentence on standard error, exit status 2, and nothing half-done."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.config.command import samenspraak

pytestmark = pytest.mark.slow  # each starts the program as a person would

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def pdf(**options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, **options)
    canvas.drawString(72, 700, "De Linde bouwt in 2027 ten minste 80 woningen.")
    canvas.save()
    return buffer.getvalue()


def zip_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("[Content_Types].xml", "<Types/>")
        with bundle.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(90):
                part.write(b" " * 1_000_000)
    return buffer.getvalue()


def scan() -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (200, 100), 255).save(buffer, format="PNG")
    return buffer.getvalue()


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


def written(content: Callable[[], bytes]) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(content()) and None


BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "leeg.pdf": (Path.touch, "E101"),
    "ruis.pdf": (written(lambda: bytes(range(256)) * 40), "E102"),
    "afgebroken.pdf": (written(lambda: pdf()[:300]), "E103"),
    "wachtwoord.pdf": (written(lambda: pdf(encrypt=StandardEncryption("geheim", ownerPassword="ook"))), "E104"),
    "groot.pdf": (sparse, "E105"),
    "bom.docx": (written(zip_bomb), "E107"),
    "kapot.docx": (written(lambda: zip_bomb()[:2000]), "E103"),
    "map.pdf": (Path.mkdir, "E112"),
    "weg.pdf": (lambda _path: None, "E111"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gets_one_sentence_and_status_two(tmp_path: Path, name: str) -> None:
    make, code = BAD[name]
    make(tmp_path / name)
    done = samenspraak("extract", name, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    (sentence,) = done.stderr.splitlines()
    assert sentence.startswith(f"{name}: ")
    assert sentence.endswith(f"({code})")


def test_a_scan_on_a_machine_that_reads_no_scans_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "scan.png").write_bytes(scan())
    done = samenspraak("extract", "scan.png", folder=tmp_path, PATH="")
    assert done.returncode == 2
    assert "tesseract" in done.stderr
    assert done.stderr.endswith("(E106)\n")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("verkeerd.docx", pdf()),
        ("windows.txt", "Coöperatie én gemeente overleggen elk kwartaal.".encode("cp1252")),
        ("stuk.txt", b"De gemeente \xff\xfe\xc3( overlegt elk kwartaal met de corporatie."),
    ],
)
def test_an_odd_file_that_can_be_read_is_read(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    done = samenspraak("extract", name, folder=tmp_path)
    assert done.returncode in {0, 2}
    assert "Traceback" not in done.stderr
    assert done.returncode == 2 or done.stdout.startswith("{")


def test_nothing_is_left_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "ruis.pdf").write_bytes(b"\x00\x01" * 100)
    samenspraak("extract", "ruis.pdf", folder=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["ruis.pdf"]
