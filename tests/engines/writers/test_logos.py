"""A logo is told by its content and made anew: nothing that runs, reaches out or hides is kept."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from samenspraak.engines.writers.logos import HIGHEST, LARGEST, WIDEST, _cleaned, logo_as_png
from samenspraak.engines.writers.reports.errors import LogoNotUsable

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SVG = f'<svg {NAMES} width="200" height="80">{{}}</svg>'
RED_BOX = '<rect width="200" height="80" fill="#c00"/>'


def picture(kind: str, size: tuple[int, int] = (300, 90), mode: str = "RGB", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, "#0a5c73" if mode == "RGB" else (10, 92, 115, 255)).save(out, kind, **more)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    found = Image.open(io.BytesIO(data))
    assert found.format == "PNG"
    return found


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_becomes_a_png_of_a_bounded_size(kind: str) -> None:
    found = opened(logo_as_png(picture(kind, (3000, 300))))
    assert found.width <= WIDEST
    assert found.height <= HIGHEST


def test_what_a_picture_hides_is_left_out() -> None:
    note = PngInfo()
    note.add_text("Comment", "geheim")
    assert b"geheim" not in logo_as_png(picture("PNG", pnginfo=note))


def test_the_same_logo_gives_the_same_bytes() -> None:
    assert logo_as_png(picture("JPEG")) == logo_as_png(picture("JPEG"))


@pytest.mark.slow  # starts the machine that draws
def test_a_drawing_is_drawn_large_enough_for_print() -> None:
    found = opened(logo_as_png(SVG.format(RED_BOX).encode()))
    assert (found.width, found.height) == (1200, 480)
    assert found.convert("RGB").getpixel((600, 240)) == (204, 0, 0)


@pytest.mark.slow  # starts the machine that draws
@pytest.mark.parametrize("size", ['viewBox="0 0 20 8"', 'width="100%" viewBox="0 0 99999 9999"', ""])
def test_a_drawing_of_any_size_is_drawn(size: str) -> None:
    drawing = SVG.replace('width="200" height="80"', size).format('<rect width="100%" height="100%"/>')
    assert opened(logo_as_png(drawing.encode())).width <= WIDEST


BAD_PARTS = {
    "script": "<script>alert(1)</script>",
    "a handler": '<rect width="9" height="9" onload="alert(1)"/>',
    "a page inside": "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>x</body></foreignObject>",
    "a picture from elsewhere": '<image href="https://waterhoven.example/x.png" width="9" height="9"/>',
    "a use of elsewhere": '<use xlink:href="https://waterhoven.example/x.svg#a"/>',
    "a style from elsewhere": "<style>@import url('https://waterhoven.example/x.css');</style>",
    "a fill from elsewhere": '<rect width="9" height="9" fill="url(https://waterhoven.example/x#a)"/>',
    "a link": '<a xlink:href="javascript:alert(1)"><rect width="9" height="9"/></a>',
}


@pytest.mark.parametrize("name", BAD_PARTS)
def test_of_a_drawing_only_what_draws_is_kept(name: str) -> None:
    left = _cleaned(SVG.format(RED_BOX + BAD_PARTS[name]).encode()).decode()
    assert "#c00" in left
    assert not any(part in left for part in ("alert", "waterhoven", "foreignObject", "import"))


@pytest.mark.slow  # starts the machine that draws
def test_a_file_of_this_machine_cannot_be_shown(tmp_path: Path) -> None:
    (tmp_path / "eigen.png").write_bytes(picture("PNG", (200, 80)))
    reaching = f'<image href="{tmp_path / "eigen.png"}" width="200" height="80"/><rect width="1" height="1"/>'
    assert opened(logo_as_png(SVG.format(reaching).encode())).convert("RGB").getpixel((600, 240)) == (255, 255, 255)


REFUSED = {
    "another kind": (b"%PDF-1.7", "geen PNG, JPEG of SVG"),
    "a page": (b"<html><svg-niet></html>", "geen PNG|beschadigd|meer dan een tekening"),
    "too large": (b"\x89PNG\r\n\x1a\n" + b"0" * LARGEST, "groter dan 2 MB"),
    "cut off": (picture("PNG")[:60], "niet compleet"),
    "named so only": (b"\xff\xd8\xff geen foto \xff\xd9", "beschadigd"),
    "nothing to see": (b"", "geen PNG"),
    "broken drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'><rect>", "beschadigd"),
    "an entity": (
        b"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
        "meer dan een tekening",
    ),
    "laughs": (
        b"<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'>&b;</svg>",
        "meer dan een tekening",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_logo_is_refused_in_one_sentence(name: str) -> None:
    content, message = REFUSED[name]
    with pytest.raises(LogoNotUsable, match=message):
        logo_as_png(content)


def test_a_small_file_of_very_many_dots_is_refused() -> None:
    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    assert len(out.getvalue()) < LARGEST
    with pytest.raises(LogoNotUsable, match="te veel beeldpunten"):
        logo_as_png(out.getvalue())


def test_an_empty_picture_is_refused() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (30, 30), (0, 0, 0, 0)).save(out, "PNG")
    with pytest.raises(LogoNotUsable, match="niets te zien"):
        logo_as_png(out.getvalue())


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<svg"]))
def test_whatever_comes_in_only_our_own_error_comes_out(rest: bytes, head: bytes) -> None:
    with pytest.raises(LogoNotUsable):
        logo_as_png(head + rest)
