"""Scanned pages and pictures, read with Tesseract; what is said when it is not installed."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from samenspraak.core.errors import SamenspraakError
from samenspraak.core.extraction.source import Line, SourceText
from samenspraak.engines.readers import tesseract
from samenspraak.engines.readers.errors import DamagedFile, EmptyFile, OcrMissing, PictureTooLarge
from samenspraak.engines.readers.ocr import read_image
from samenspraak.engines.readers.pdf import read_pdf
from tests.engines.readers.pdf_samples import Style, drawn, lay_out_lines, lay_out_paragraphs, picture_of, scanned

PARAGRAPHS = [
    "De gemeente Zonnedam bouwt samen met Woonhaven ten minste 250 sociale huurwoningen voor het einde van 2027.",
    "Ieder kwartaal bespreken de partijen hoe het met de bouw staat; de huurdersorganisatie krijgt vooraf de cijfers.",
    "Woningen met een slecht energielabel worden in vier jaar verbeterd, zonder dat de huur daardoor hoger wordt.",
]
PRINTED = lay_out_paragraphs(PARAGRAPHS, Style(size=11, leading=15))


def words_of(source: SourceText) -> list[str]:
    return [word for item in source.flow if isinstance(item, Line) for word in item.text.split()]


def recall(source: SourceText) -> float:
    wanted = " ".join(PARAGRAPHS).split()
    found = set(words_of(source))
    return sum(word in found for word in wanted) / len(wanted)


@pytest.fixture
def _without_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.ocr
def test_a_scanned_page_is_read_line_by_line_with_places() -> None:
    seen: list[tuple[int, int]] = []
    source = read_pdf(scanned(PRINTED), name="scan.pdf", on_progress=lambda done, total: seen.append((done, total)))
    printed = [item for item in read_pdf(PRINTED, name="a").flow if isinstance(item, Line)]
    lines = [item for item in source.flow if isinstance(item, Line)]
    assert recall(source) >= 0.97
    assert len(lines) == len(printed)
    for line, original in zip(lines, printed, strict=True):
        assert line.box is not None
        assert original.box is not None
        assert line.box.left == pytest.approx(original.box.left, abs=3)
        assert line.box.top == pytest.approx(original.box.top, abs=4)
        assert line.space_before == pytest.approx(original.space_before, abs=0.2)
        assert source.raw[line.start : line.end].split() == line.text.split()
    assert seen == [(1, 1)]
    assert source.notices == ("Pagina 1 is gescand; de tekst is uit het beeld herkend en kan fouten bevatten.",)


@pytest.mark.ocr
@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_scan_on_its_side_is_turned_upright_first(turned: int) -> None:
    assert recall(read_pdf(scanned(PRINTED, turned=turned), name="scan.pdf")) >= 0.9


@pytest.mark.ocr
def test_pages_with_text_and_scanned_pages_stand_in_their_order() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Gewone bladzijde voor de scan, met tekst genoeg om te lezen.")
        for _ in range(2):
            canvas.showPage()
            canvas.drawImage(ImageReader(picture_of(PRINTED)), 0, 0, 595, 842)
        canvas.showPage()
        canvas.setFont("Plain", 10)
        canvas.drawString(72, 700, "Gewone bladzijde na de scan.")

    source = read_pdf(drawn(draw), name="deels.pdf")
    pages = [item.page for item in source.flow]
    assert pages == sorted(pages)
    assert set(pages) == {1, 2, 3, 4}
    assert source.notices[0].startswith("Pagina 2 en 3 zijn gescand")


@pytest.mark.ocr
def test_a_stamp_of_text_on_a_scan_does_not_hide_the_scan() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture_of(PRINTED)), 0, 0, 595, 842)
        canvas.drawString(20, 820, "Ondertekend met kenmerk 1A2B-3C4D")

    assert recall(read_pdf(drawn(draw), name="ondertekend.pdf")) >= 0.95


@pytest.mark.ocr
def test_a_photograph_behind_a_title_leaves_the_title_alone() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.linear_gradient("L")), 0, 0, 595, 842)
        canvas.setFont("Bold", 30)
        canvas.drawString(72, 500, "Prestatieafspraken")

    source = read_pdf(drawn(draw), name="omslag.pdf")
    assert words_of(source) == ["Prestatieafspraken"]


@pytest.mark.ocr
@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("TIFF", "image/tiff")])
def test_a_picture_is_a_page(kind: str, media_type: str) -> None:
    source = read_image(saved(picture_of(PRINTED), kind, dpi=(200, 200)), name="scan")
    assert recall(source) >= 0.97
    assert (source.media_type, source.page_count) == (media_type, 1)
    assert source.page_sizes[0].width == pytest.approx(595, abs=2)


@pytest.mark.ocr
def test_a_picture_that_does_not_tell_its_resolution_is_taken_for_a_sheet_of_a4() -> None:
    source = read_image(saved(picture_of(PRINTED, dpi=110), "PNG"), name="foto.png")
    assert recall(source) >= 0.9
    assert source.page_sizes[0].height == pytest.approx(842, abs=2)


@pytest.mark.ocr
def test_a_tiff_of_two_pictures_has_two_pages() -> None:
    stream = io.BytesIO()
    pictures = [picture_of(PRINTED), picture_of(PRINTED)]
    pictures[0].save(stream, "TIFF", save_all=True, append_images=pictures[1:], dpi=(200, 200))
    source = read_image(stream.getvalue(), name="fax.tif")
    assert source.page_count == 2
    assert {item.page for item in source.flow} == {1, 2}


@pytest.mark.ocr
def test_a_picture_without_text_says_so() -> None:
    source = read_image(saved(Image.new("L", (600, 800), 255), "PNG"), name="wit.png")
    assert source.flow == ()
    assert source.notices == ("Pagina 1 is een afbeelding waarin geen tekst is herkend.",)


@pytest.mark.usefixtures("_without_tesseract")
def test_a_scan_without_tesseract_says_what_to_install() -> None:
    for attempt in (
        lambda: read_pdf(scanned(PRINTED), name="scan.pdf"),
        lambda: read_image(saved(picture_of(PRINTED), "PNG"), name="scan.png"),
    ):
        with pytest.raises(OcrMissing, match="apt-get install tesseract-ocr tesseract-ocr-nld") as caught:
            attempt()
        assert caught.value.code == "E106"


@pytest.mark.usefixtures("_without_tesseract")
def test_letters_that_the_file_does_not_tell_need_recognition() -> None:
    with pytest.raises(OcrMissing):
        read_pdf(lay_out_lines("\n".join(["\ue000\ue001\ue002 \ue003\ue004"] * 20)), name="onleesbaar.pdf")


@pytest.mark.usefixtures("_without_tesseract")
def test_without_tesseract_the_other_pages_are_read_and_the_scans_named() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Gewone bladzijde met tekst.")
        for _ in range(3):
            canvas.showPage()
            canvas.drawImage(ImageReader(picture_of(PRINTED, dpi=50)), 0, 0, 595, 842)

    source = read_pdf(drawn(draw), name="deels.pdf")
    assert words_of(source) == ["Gewone", "bladzijde", "met", "tekst."]
    assert source.page_count == 4
    (notice,) = source.notices
    assert notice.startswith("Pagina 2 tot en met 4 zijn gescand en niet gelezen, want het programma Tesseract")


def test_a_machine_without_dutch_says_that_dutch_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract.shutil, "which", lambda _: "/usr/bin/tesseract-without-dutch")
    monkeypatch.setattr(tesseract, "_languages", lambda _: frozenset({"eng", "osd"}))
    assert tesseract.missing_part() == "de Nederlandse taal voor Tesseract"


def test_a_page_that_takes_too_long_is_left_out_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("tesseract", 1)

    monkeypatch.setattr(tesseract, "_run", late)
    monkeypatch.setattr("samenspraak.engines.readers.ocr.missing_part", lambda: None)
    source = read_image(saved(picture_of(PRINTED, dpi=50), "PNG"), name="traag.png")
    assert source.flow == ()
    assert source.notices == ("Pagina 1 is gescand en niet gelezen: het herkennen van de tekst duurde te lang.",)


TABLE_HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def table_of(*words: tuple[int, int, str, float]) -> bytes:
    """Return Tesseract's table for words given as (line, left, text, confidence)."""
    rows = [f"5\t1\t1\t1\t{line}\t1\t{left}\t{30 * line}\t60\t20\t{conf}\t{text}\n" for line, left, text, conf in words]
    return (TABLE_HEAD + "".join(rows)).encode()


def test_words_of_one_line_are_put_together_and_smudges_left_out() -> None:
    table = table_of((1, 10, "Wij", 95), (1, 80, "bouwen.", 91), (2, 10, "~~", 90), (3, 10, "xq", 12))
    assert [line.text for line in tesseract._lines(table)] == ["Wij bouwen."]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["e", "Bouwen"], "• Bouwen"),
        (["«", "Bouwen"], "• Bouwen"),
        (["o", "meten"], "• meten"),
        (["|", "Bouwen", "|"], "Bouwen"),
        (["een", "huis"], "een huis"),
        (["1.", "Bouwen"], "1. Bouwen"),
    ],
)
def test_a_misread_bullet_is_a_bullet_and_a_rule_is_nothing(words: list[str], text: str) -> None:
    table = table_of(*((1, 80 * place, word, 90.0) for place, word in enumerate(words)))
    assert [line.text for line in tesseract._lines(table)] == [text]


@given(st.binary(max_size=300))
def test_any_answer_of_the_program_is_taken(answer: bytes) -> None:
    tesseract._lines(TABLE_HEAD.encode() + answer)


def test_a_picture_that_is_none_is_damaged_and_an_empty_one_empty() -> None:
    with pytest.raises(EmptyFile):
        read_image(b"", name="leeg.png")
    for data in (b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n" + b"ruis" * 50, b"II*\x00" + b"\xff" * 40):
        with pytest.raises(DamagedFile):
            read_image(data, name="ruis.png")


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenspraak.engines.readers.ocr.missing_part", lambda: None)
    with pytest.raises(PictureTooLarge, match="12000 bij 12000") as caught:
        read_image(saved(Image.new("1", (12_000, 12_000)), "PNG"), name="groot.png")
    assert caught.value.code == "E108"


@given(places=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6)), min_size=1, max_size=6))
@settings(max_examples=40)
def test_mutated_pictures_raise_nothing_but_our_own_errors(places: list[tuple[float, bytes]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("samenspraak.engines.readers.ocr.missing_part", lambda: None)
        patch.setattr(tesseract, "_run", lambda *_: TABLE_HEAD.encode())
        patch.setattr(tesseract, "_rotation", lambda *_: 0)
        for sample in SMALL_PICTURES:
            mutated = bytearray(sample)
            for place, replacement in places:
                start = int(place * (len(mutated) - 1))
                mutated[start : start + len(replacement)] = replacement
            try:
                read_image(bytes(mutated), name="gemuteerd")
            except SamenspraakError:
                continue


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.copy().save(stream, kind, **options)
    return stream.getvalue()


SMALL_PICTURES = [saved(Image.new("L", (60, 40), 200), kind) for kind in ("PNG", "JPEG", "TIFF")]
