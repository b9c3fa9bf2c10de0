"""The picture on the covers: sea, dunes, houses and a low sun."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from scripts.example.pdf_look import Look

WIDTH, HEIGHT = A4[0], 115 * mm
DOTS_PER_POINT = 150 / 72


def coast_picture(look: Look) -> BytesIO:
    """Return the picture as PNG, as wide as a page."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1)
    draw_coast(canvas, look, 0)
    canvas.save()
    picture = BytesIO()
    page = pypdfium2.PdfDocument(file)[0]
    page.render(scale=DOTS_PER_POINT).to_pil().quantize(64).save(picture, format="PNG", optimize=True)
    picture.seek(0)
    return picture


def draw_coast(canvas: Canvas, look: Look, base: float) -> None:
    """Draw the picture over the whole width of the page, from `base` up."""
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(0, base, WIDTH, HEIGHT)
    canvas.clipPath(clip, stroke=0)
    canvas.setFillColor(look.light)
    canvas.rect(0, base, WIDTH, HEIGHT, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#f6c667"))
    canvas.circle(WIDTH * 0.7, base + 62 * mm, 17 * mm, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#6fa8b8"))
    canvas.rect(0, base, WIDTH, 56 * mm, stroke=0, fill=1)
    _draw_dune(canvas, HexColor("#d9c48f"), base, 44 * mm, 0.35)
    _draw_dune(canvas, HexColor("#8fae7e"), base, 30 * mm, 0.75)
    _draw_dune(canvas, look.dark, base, 16 * mm, 0.2)
    for number, (left, width, height) in enumerate(((118, 15, 17), (135, 12, 24), (149, 17, 15), (168, 12, 20))):
        color = HexColor(("#c65d3b", "#f1e9dc")[number % 2])
        _draw_house(canvas, color, (left * mm, base + 8 * mm), (width * mm, height * mm))
    canvas.restoreState()


def _draw_dune(canvas: Canvas, color: Color, base: float, height: float, summit: float) -> None:
    path = canvas.beginPath()
    path.moveTo(0, base)
    path.lineTo(0, base + height * 0.6)
    left, right = (WIDTH * summit * 0.6, base + height * 1.7), (WIDTH * summit * 1.2, base + height * 1.2)
    path.curveTo(*left, *right, WIDTH, base + height * 0.4)
    path.lineTo(WIDTH, base)
    path.close()
    canvas.setFillColor(color)
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_house(canvas: Canvas, color: Color, corner: tuple[float, float], size: tuple[float, float]) -> None:
    (x, y), (width, height) = corner, size
    canvas.setFillColor(color)
    canvas.rect(x, y, width, height, stroke=0, fill=1)
    roof = canvas.beginPath()
    roof.moveTo(x - 1 * mm, y + height)
    roof.lineTo(x + width / 2, y + height + 8 * mm)
    roof.lineTo(x + width + 1 * mm, y + height)
    roof.close()
    canvas.setFillColor(HexColor("#5b3a29"))
    canvas.drawPath(roof, stroke=0, fill=1)
    canvas.setFillColor(white)
    for floor in range(int(height // (8 * mm))):
        for share in (0.2, 0.58):
            canvas.rect(x + width * share, y + (3 + floor * 7) * mm, width * 0.22, 4 * mm, stroke=0, fill=1)
