from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from samenspraak.apps.documents import queries
from samenspraak.apps.documents.errors import NoPicture
from tests.apps.cast import TEXT, People, source, store


def pdf(page_count: int = 2, size: tuple[int, int] = (300, 400)) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    for number in range(page_count):
        canvas.drawString(50, 50, f"bladzijde {number + 1}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def size_of(picture: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(picture)).size


@pytest.mark.parametrize(("asked", "width"), [(1, 400), (400, 400), (401, 800), (999_999, 2000)])
def test_a_picture_has_one_of_a_few_widths(people: People, asked: int, width: int) -> None:
    document = store(people.noor, pdf())
    assert size_of(queries.picture_of(document, number=1, width=asked))[0] == width


def test_a_picture_is_made_once(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    document = store(people.noor, pdf())
    first = queries.picture_of(document, number=2, width=400)
    monkeypatch.setattr(queries, "page_picture", None)
    assert queries.picture_of(document, number=2, width=400) == first


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_page_that_is_not_there_has_no_picture(people: People, number: int) -> None:
    with pytest.raises(NoPicture):
        queries.picture_of(store(people.noor, pdf()), number=number, width=400)


@pytest.mark.parametrize("content", [b"%PDF-1.7 geen pdf", b""])
def test_what_cannot_be_drawn_has_no_picture(people: People, content: bytes) -> None:
    with pytest.raises(NoPicture):
        queries.picture_of(store(people.noor, content), number=1, width=2000)


def test_a_strip_of_a_scan_is_not_drawn_at_any_price(people: People) -> None:
    buffer = io.BytesIO()
    Image.new("1", (10, 2000)).save(buffer, format="PNG")
    strip = store(people.noor, buffer.getvalue(), source("strook.png", "image/png"))
    with pytest.raises(NoPicture):
        queries.picture_of(strip, number=1, width=2000)


def test_a_letter_has_no_pictures(people: People) -> None:
    with pytest.raises(NoPicture):
        queries.picture_of(store(people.noor, b"brief", source("brief.txt", TEXT)), number=1, width=400)


def test_a_scan_is_its_own_picture_page_by_page(people: People) -> None:
    buffer = io.BytesIO()
    pages = [Image.new("1", (100, 200)), Image.new("1", (100, 50))]
    pages[0].save(buffer, format="TIFF", save_all=True, append_images=pages[1:])
    scan = store(people.noor, buffer.getvalue(), source("scan.tiff", "image/tiff"))
    assert size_of(queries.picture_of(scan, number=1, width=400)) == (400, 800)
    assert size_of(queries.picture_of(scan, number=2, width=400)) == (400, 200)
    with pytest.raises(NoPicture):
        queries.picture_of(scan, number=3, width=400)
