"""PDFs that are made while the tests run: text laid out line by line, reflowed, in columns, in tables, as a scan."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pypdfium2
import reportlab
from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 64.0
# DejaVu has the odd characters that damaged ligatures turn into; Vera comes with reportlab.
_DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
_VERA = Path(reportlab.__file__).parent / "fonts"


@lru_cache(maxsize=1)
def fonts() -> tuple[str, str]:
    """Register the fonts and return the names of the plain and the bold one."""
    plain, bold = _DEJAVU / "DejaVuSans.ttf", _DEJAVU / "DejaVuSans-Bold.ttf"
    if not (plain.exists() and bold.exists()):
        plain, bold = _VERA / "Vera.ttf", _VERA / "VeraBd.ttf"
    pdfmetrics.registerFont(TTFont("Plain", str(plain)))
    pdfmetrics.registerFont(TTFont("Bold", str(bold)))
    return "Plain", "Bold"


def drawn(draw: Callable[[Canvas], None], *, pagesize: tuple[float, float] = A4, password: str | None = None) -> bytes:
    """Return the PDF that `draw` makes on a canvas; the last page is closed for it."""
    fonts()
    stream = io.BytesIO()
    encryption = StandardEncryption(password, canPrint=1) if password else None
    canvas = Canvas(stream, pagesize=pagesize, encrypt=encryption, invariant=1)
    canvas.setFont("Plain", 10)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


@dataclass(frozen=True)
class Style:
    """How text is laid out; sizes in points."""

    size: float = 10.0
    leading: float = 13.0
    running_head: str | None = None
    page_numbers: bool = False
    columns: int = 1
    row_by_row: bool = False  # columns drawn line by line across the page, as some programs do
    gutter: float = 24.0

    @property
    def column_width(self) -> float:
        return (PAGE_WIDTH - 2 * MARGIN - (self.columns - 1) * self.gutter) / self.columns

    @property
    def lines_per_column(self) -> int:
        return int((PAGE_HEIGHT - 2 * MARGIN) / self.leading)


def lay_out_lines(text: str, style: Style | None = None) -> bytes:
    """Lay out text with one printed line per line of it, small enough for the longest; empty lines stay white."""
    fonts()
    style = style or Style()
    lines = [line.rstrip() for line in text.replace("\f", "\n").split("\n")]
    longest = max(pdfmetrics.stringWidth(line, "Plain", 1) for line in lines) or 1
    size = min(style.size, style.column_width / longest)
    return _pages(lines, style, size)


def lay_out_paragraphs(paragraphs: Iterable[str], style: Style | None = None) -> bytes:
    """Lay out paragraphs filled to the column's width, with a blank line between them."""
    fonts()
    style = style or Style()
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [*simpleSplit(paragraph, "Plain", style.size, style.column_width), ""]
    return _pages(lines[:-1], style, style.size)


def _pages(lines: Sequence[str], style: Style, size: float) -> bytes:
    per_page = style.lines_per_column * style.columns
    pages = [lines[start : start + per_page] for start in range(0, len(lines), per_page)] or [[]]

    def draw(canvas: Canvas) -> None:
        for number, page in enumerate(pages, start=1):
            if number > 1:
                canvas.showPage()
            _draw_page(canvas, page, style, size)
            canvas.setFont("Plain", min(8.0, size))
            if style.running_head:
                canvas.drawString(MARGIN, PAGE_HEIGHT - MARGIN / 2, style.running_head)
            if style.page_numbers:
                canvas.drawCentredString(PAGE_WIDTH / 2, MARGIN / 2, str(number))

    return drawn(draw)


def _draw_page(canvas: Canvas, page: Sequence[str], style: Style, size: float) -> None:
    canvas.setFont("Plain", size)
    places = []
    for index, line in enumerate(page):
        column, row = divmod(index, style.lines_per_column)
        x = MARGIN + column * (style.column_width + style.gutter)
        places.append((row, x, PAGE_HEIGHT - MARGIN - (row + 1) * style.leading, line))
    if style.row_by_row:
        places.sort(key=lambda place: (place[0], place[1]))
    for _, x, y, line in places:
        if line:
            canvas.drawString(x, y, line)


def ruled_table(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    shades: Iterable[tuple[int, int, str]] = (),
    spans: Iterable[tuple[tuple[int, int], tuple[int, int]]] = (),
    above: str = "",
    below: str = "",
) -> bytes:
    """Draw a table with rules; shades are (column, row, "#rrggbb"), spans from (column, row) to (column, row)."""
    fonts()
    body = ParagraphStyle("cell", fontName="Plain", fontSize=9, leading=11)
    style = [("GRID", (0, 0), (-1, -1), 0.5, HexColor("#000000")), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    style += [("BACKGROUND", (c, r), (c, r), HexColor(shade)) for c, r, shade in shades]
    style += [("SPAN", start, end) for start, end in spans]
    table = Table([[Paragraph(cell, body) for cell in row] for row in rows], widths, style=TableStyle(style))

    def draw(canvas: Canvas) -> None:
        y = PAGE_HEIGHT - MARGIN
        canvas.drawString(MARGIN, y, above)
        _, height = table.wrapOn(canvas, sum(widths), PAGE_HEIGHT)
        table.drawOn(canvas, MARGIN, y - 20 - height)
        canvas.setFont("Plain", 10)
        canvas.drawString(MARGIN, y - 45 - height, below)

    return drawn(draw)


def picture_of(pdf: bytes, page: int = 0, *, dpi: int = 200) -> Image.Image:
    """Draw a page of a PDF in grey."""
    with pypdfium2.PdfDocument(pdf) as document:
        image: Image.Image = document[page].render(scale=dpi / 72, grayscale=True).to_pil().copy()
    return image


def scanned(pdf: bytes, *, dpi: int = 200, turned: int = 0) -> bytes:
    """Return a PDF with nothing but pictures of the pages, each turned counter-clockwise by so many degrees."""
    with pypdfium2.PdfDocument(pdf) as document:
        count = len(document)
    pictures = [picture_of(pdf, page, dpi=dpi).rotate(turned, expand=True) for page in range(count)]
    stream = io.BytesIO()
    pictures[0].save(stream, "PDF", save_all=True, append_images=pictures[1:], resolution=dpi)
    return stream.getvalue()
