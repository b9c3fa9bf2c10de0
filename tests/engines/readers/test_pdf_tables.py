"""Tables of a PDF, as their drawn lines show them."""

from __future__ import annotations

from itertools import pairwise

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from samenspraak.core.extraction.source import Line, SourceText, Table
from samenspraak.engines.readers.pdf import read_pdf
from tests.engines.readers.pdf_samples import PAGE_HEIGHT, drawn, ruled_table

ROWS = [
    ["Nr.", "Afspraak", "Trekker", "Stand"],
    ["K 1.1", "Wij bouwen in drie jaar 250 woningen aan het water, en beginnen in 2027.", "Woonhaven", ""],
    ["K 1.2", "Wij meten ieder jaar hoe de huurders wonen.", "Gemeente", "loopt"],
]
WIDTHS = [45, 220, 80, 60]


def read(pdf: bytes) -> SourceText:
    return read_pdf(pdf, name="proef.pdf")


def tables_of(pdf: bytes) -> list[Table]:
    return [item for item in read(pdf).flow if isinstance(item, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def lines_of(pdf: bytes) -> list[str]:
    return [item.text for item in read(pdf).flow if isinstance(item, Line)]


def at(canvas: Canvas, x: float, from_top: float, text: str) -> None:
    canvas.drawString(x, PAGE_HEIGHT - from_top, text)


def test_a_ruled_table_comes_with_its_cells() -> None:
    (table,) = tables_of(ruled_table(ROWS, WIDTHS))
    assert texts(table) == ROWS


def test_text_in_a_table_is_no_line_as_well() -> None:
    source = read(ruled_table(ROWS, WIDTHS, above="Monitor 2027", below="Slot."))
    assert [item.text if isinstance(item, Line) else "table" for item in source.flow] == [
        "Monitor 2027",
        "table",
        "Slot.",
    ]


def test_a_cell_points_at_its_words_in_the_raw_text() -> None:
    source = read(ruled_table(ROWS, WIDTHS, above="Monitor 2027"))
    (table,) = [item for item in source.flow if isinstance(item, Table)]
    for row in table.rows:
        for cell in row:
            assert source.raw[cell.start : cell.end].split() == cell.text.split()
    cells = [cell for row in table.rows for cell in row]
    assert all(one.end <= other.start for one, other in pairwise(cells))
    assert source.raw[table.start : table.end].startswith("Nr.\tAfspraak\tTrekker\tStand\nK 1.1\t")


def test_boxes_of_cells_lie_within_the_box_of_the_table() -> None:
    (table,) = tables_of(ruled_table(ROWS, WIDTHS))
    assert table.box is not None
    for row in table.rows:
        for cell in row:
            assert cell.box is not None
            assert table.box.left <= cell.box.left < cell.box.right <= table.box.right
            assert table.box.top <= cell.box.top < cell.box.bottom <= table.box.bottom


def test_the_colour_behind_a_cell_is_its_shading_and_white_is_none() -> None:
    shades = [(3, 1, "#00b050"), (3, 2, "#ffffff"), (0, 0, "#d9e2f3")]
    (table,) = tables_of(ruled_table(ROWS, WIDTHS, shades=shades))
    shading = [[cell.shading for cell in row] for row in table.rows]
    assert shading == [["#d9e2f3", None, None, None], [None, None, None, "#00b050"], [None, None, None, None]]


def test_a_coloured_dot_in_an_empty_cell_is_its_shading() -> None:
    def draw(canvas: Canvas) -> None:
        draw_grid(canvas, [64, 200, 300], [100, 130, 160])
        at(canvas, 70, 118, "K 1.1")
        at(canvas, 70, 148, "K 1.2")
        at(canvas, 210, 118, "Stand")
        canvas.setFillColor(HexColor("#ffc000"))
        canvas.circle(250, PAGE_HEIGHT - 145, 8, stroke=0, fill=1)

    (table,) = tables_of(drawn(draw))
    assert [cell.shading for row in table.rows for cell in row] == [None, None, None, "#ffc000"]


def test_a_cell_over_several_columns_or_rows_is_repeated_empty() -> None:
    rows = [["Kop over twee", "", "Trekker"], ["K 1.1", "Bouwen", "Allen"], ["K 1.2", "Meten", ""]]
    pdf = ruled_table(rows, [80, 150, 80], spans=[((0, 0), (1, 0)), ((2, 1), (2, 2))])
    (table,) = tables_of(pdf)
    assert texts(table) == rows
    assert table.rows[0][1].start == table.rows[0][1].end


def test_paragraphs_in_a_cell_are_kept_apart_and_divided_words_joined() -> None:
    def draw(canvas: Canvas) -> None:
        draw_grid(canvas, [64, 120, 300], [100, 170, 200])
        for number, line in enumerate(
            ["Eerste punt.", "Wij maken samen nieuwe prestatie-", "afspraken met de huur- en zorg-", "partijen."]
        ):
            at(canvas, 124, 114 + 13 * number, line)
        at(canvas, 70, 114, "K 1.1")
        at(canvas, 70, 184, "K 1.2")
        at(canvas, 124, 184, "Meten")

    (table,) = tables_of(drawn(draw))
    assert (
        table.rows[0][1].text == "Eerste punt.\nWij maken samen nieuwe prestatieafspraken met de huur- en zorgpartijen."
    )


def test_a_table_without_an_outer_border_is_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (100, 130, 160):
            canvas.line(64, PAGE_HEIGHT - y, 400, PAGE_HEIGHT - y)
        canvas.line(200, PAGE_HEIGHT - 100, 200, PAGE_HEIGHT - 160)
        for row, (left, right) in enumerate([("Jaar", "Woningen"), ("2027", "120")]):
            at(canvas, 70, 118 + 30 * row, left)
            at(canvas, 210, 118 + 30 * row, right)

    (table,) = tables_of(drawn(draw))
    assert texts(table) == [["Jaar", "Woningen"], ["2027", "120"]]


def test_coloured_cells_without_rules_are_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        for row, color in enumerate(("#b4c6e7", "#e7e6e6", "#d9e2f3")):
            for column in range(3):
                canvas.setFillColor(HexColor(color))
                canvas.rect(64 + 100 * column, PAGE_HEIGHT - 130 - 30 * row, 98, 28, stroke=0, fill=1)
                canvas.setFillColor(HexColor("#000000"))
                at(canvas, 70 + 100 * column, 120 + 30 * row, f"vak {row} {column}")

    (table,) = tables_of(drawn(draw))
    assert texts(table) == [[f"vak {row} {column}" for column in range(3)] for row in range(3)]


def test_a_row_that_runs_on_to_the_next_page_is_still_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        draw_grid(canvas, [64, 120, 300], [700, 740, 780])
        for row in range(2):
            at(canvas, 70, 720 + 40 * row, f"K 1.{row + 1}")
            at(canvas, 124, 720 + 40 * row, "Wij bouwen.")
        canvas.showPage()
        canvas.setFont("Plain", 10)
        draw_grid(canvas, [64, 120, 300], [64, 100])
        at(canvas, 124, 80, "En wij meten.")

    assert [texts(table) for table in tables_of(drawn(draw))] == [
        [["K 1.1", "Wij bouwen."], ["K 1.2", "Wij bouwen."]],
        [["", "En wij meten."]],
    ]


def test_a_frame_around_a_text_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 50, 495, 742)
        canvas.rect(60, PAGE_HEIGHT - 200, 400, 100)
        for row in range(5):
            at(canvas, 70, 120 + 13 * row, "Een kader om de samenvatting van de afspraken.")

    pdf = drawn(draw)
    assert tables_of(pdf) == []
    assert len(lines_of(pdf)) == 5


def test_rules_above_and_below_headings_are_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for row in range(6):
            canvas.line(64, PAGE_HEIGHT - 100 - 40 * row, 530, PAGE_HEIGHT - 100 - 40 * row)
            at(canvas, 70, 120 + 40 * row, f"{row + 1} Thema")

    assert tables_of(drawn(draw)) == []


def test_a_drawing_with_many_lines_and_little_text_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        draw_grid(canvas, list(range(64, 500, 20)), list(range(100, 400, 20)))
        at(canvas, 70, 115, "2026")
        at(canvas, 130, 155, "2027")

    assert tables_of(drawn(draw)) == []


def test_a_frame_that_holds_text_and_a_table_gives_the_text_as_lines() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(64, PAGE_HEIGHT - 500, 300, 420)
        for row in range(10):
            at(canvas, 70, 100 + 13 * row, "Tekst in het kader boven de tabel.")
        draw_grid(canvas, [64, 200, 364], [300, 330, 360])
        for row in range(2):
            at(canvas, 70, 318 + 30 * row, f"links {row}")
            at(canvas, 210, 318 + 30 * row, f"rechts {row}")

    pdf = drawn(draw)
    (table,) = tables_of(pdf)
    assert texts(table) == [["links 0", "rechts 0"], ["links 1", "rechts 1"]]
    assert len(lines_of(pdf)) == 10


def test_a_line_that_runs_through_cells_is_divided_over_them() -> None:
    """Some programs draw a table's row as one run of text with wide spaces."""

    def draw(canvas: Canvas) -> None:
        draw_grid(canvas, [64, 200, 400], [100, 130, 160])
        for row in range(2):
            text = canvas.beginText(70, PAGE_HEIGHT - 118 - 30 * row)
            text.setFont("Plain", 10)
            text.textOut(f"links {row}")
            text.setCharSpace(40)
            text.textOut("   ")
            text.setCharSpace(0)
            text.textOut(f"rechts {row}")
            canvas.drawText(text)

    (table,) = tables_of(drawn(draw))
    assert texts(table) == [["links 0", "rechts 0"], ["links 1", "rechts 1"]]


def draw_grid(canvas: Canvas, xs: list[int], ys: list[int]) -> None:
    for x in xs:
        canvas.line(x, PAGE_HEIGHT - ys[0], x, PAGE_HEIGHT - ys[-1])
    for y in ys:
        canvas.line(xs[0], PAGE_HEIGHT - y, xs[-1], PAGE_HEIGHT - y)
