"""Makes a scan of one page: a PDF that holds only a picture, a little askew, grey and specked."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, SimpleDocTemplate

from scripts.example.blocks import Document
from scripts.example.pdf import Story
from scripts.example.pdf_look import PAPER, register_fonts

DOTS_PER_INCH = 200
ASKEW = 0.6  # degrees
SPECKS = 500
PAPER_GREY, INK_GREY = 242, 40


def write_scan(document: Document, path: Path) -> None:
    """Print the document on one page and scan it; raises ValueError when it needs more."""
    picture = _scanned(_printed(document))
    file = BytesIO()
    picture.save(file, format="JPEG", quality=45, optimize=True)
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setTitle("Scan 0417")
    canvas.drawImage(ImageReader(file), 0, 0, *A4)
    canvas.save()


def _printed(document: Document) -> Image.Image:
    register_fonts()
    file = BytesIO()
    printed = SimpleDocTemplate(file, pagesize=A4, invariant=1)
    frame = Frame(25 * mm, 20 * mm, A4[0] - 50 * mm, A4[1] - 40 * mm, 0, 0, 0, 0)
    printed.addPageTemplates([PageTemplate(frames=[frame], onPage=_draw_foot)])
    printed.build(Story(PAPER).of(document.blocks))
    pages = pypdfium2.PdfDocument(file)
    if len(pages) != 1:
        raise ValueError(f"{document.title} needs {len(pages)} pages")
    return pages[0].render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil().convert("L")


def _draw_foot(canvas: Canvas, _document: BaseDocTemplate) -> None:
    canvas.setFont(PAPER.font, 9)
    canvas.drawRightString(A4[0] - 25 * mm, 12 * mm, PAPER.footer)


def _scanned(page: Image.Image) -> Image.Image:
    """Turn, soften and speck the page, the same way every time."""
    pale = page.point(lambda level: INK_GREY + level * (PAPER_GREY - INK_GREY) // 255)
    turned = pale.rotate(ASKEW, resample=Image.Resampling.BICUBIC, fillcolor=PAPER_GREY)
    soft = turned.filter(ImageFilter.GaussianBlur(0.7))
    chance = random.Random(2026)
    for _ in range(SPECKS):
        soft.putpixel((chance.randrange(soft.width), chance.randrange(soft.height)), chance.randrange(90, 200))
    return soft
