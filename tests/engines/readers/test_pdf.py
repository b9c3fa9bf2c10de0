"""Lines of a PDF: their text, their place on the page, and the white space around them."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from samenspraak.core.extraction.source import Line, RepairKind, SourceText
from samenspraak.engines.readers.errors import OcrMissing
from samenspraak.engines.readers.pdf import read_pdf
from tests.engines.readers.pdf_samples import MARGIN, PAGE_HEIGHT, Style, drawn, lay_out_lines, lay_out_paragraphs

SENTENCE = (
    "De gemeente Zonnedam en de woningcorporaties spreken af dat zij ieder kwartaal bespreken hoe de bouw van"
    " sociale huurwoningen verloopt, en dat de huurdersorganisaties daarbij aan tafel zitten."
)


def lines_of(pdf: bytes) -> list[Line]:
    return [item for item in read_pdf(pdf, name="proef.pdf").flow if isinstance(item, Line)]


def texts_of(pdf: bytes) -> list[str]:
    return [line.text for line in lines_of(pdf)]


def at(canvas: Canvas, x: float, from_top: float, text: str, *, font: str = "Plain", size: float = 10) -> None:
    canvas.setFont(font, size)
    canvas.drawString(x, PAGE_HEIGHT - from_top, text)


def test_every_printed_line_is_a_line_in_order() -> None:
    text = "1 Beschikbaarheid\nWij bouwen in drie jaar 250 woningen.\n\nWij verkopen er geen."
    assert texts_of(lay_out_lines(text)) == [line for line in text.split("\n") if line]


def test_the_source_says_what_was_read() -> None:
    pdf = lay_out_lines("Een regel.")
    source = read_pdf(pdf, name="proef.pdf")
    assert (source.name, source.media_type, source.page_count) == ("proef.pdf", "application/pdf", 1)
    assert source.sha256 == hashlib.sha256(pdf).hexdigest()
    assert [(round(size.width), round(size.height)) for size in source.page_sizes] == [(595, 842)]


def test_a_path_and_its_bytes_read_alike(tmp_path: Path) -> None:
    pdf = lay_out_lines("Een regel.\nNog een regel.")
    path = tmp_path / "proef.pdf"
    path.write_bytes(pdf)
    assert read_pdf(path, name="proef.pdf") == read_pdf(pdf, name="proef.pdf")


def test_reading_twice_gives_the_same() -> None:
    pdf = lay_out_paragraphs([SENTENCE] * 9, Style(columns=2))
    assert read_pdf(pdf, name="a") == read_pdf(pdf, name="a")


def test_raw_text_closes_lines_with_a_line_feed_and_pages_with_a_form_feed() -> None:
    def draw(canvas: Canvas) -> None:
        at(canvas, 70, 100, "Eerste bladzijde")
        canvas.showPage()
        at(canvas, 70, 100, "Tweede bladzijde")

    source = read_pdf(drawn(draw), name="proef.pdf")
    assert source.raw == "Eerste bladzijde\n\fTweede bladzijde\n"
    assert [(line.page, source.raw[line.start : line.end]) for line in source.flow if isinstance(line, Line)] == [
        (1, "Eerste bladzijde"),
        (2, "Tweede bladzijde"),
    ]


def test_a_box_counts_in_points_from_the_top_left() -> None:
    (line,) = lines_of(drawn(lambda canvas: at(canvas, 72, 100, "Zonnedam", size=12)))
    assert line.box is not None
    assert line.box.left == pytest.approx(72, abs=0.2)
    assert line.box.top < 100 < line.box.bottom
    assert line.box.bottom - line.box.top == pytest.approx(12)
    assert 110 < line.box.right < 140


def test_the_size_is_that_on_paper_and_bold_is_seen() -> None:
    def draw(canvas: Canvas) -> None:
        at(canvas, 72, 100, "Kop in vet", font="Bold", size=14)
        at(canvas, 72, 130, "Gewone regel")
        canvas.scale(2, 2)
        canvas.setFont("Plain", 5)
        canvas.drawString(36, (PAGE_HEIGHT - 160) / 2, "Geschaalde regel")

    assert [(line.size, line.is_bold) for line in lines_of(drawn(draw))] == [(14, True), (10, False), (10, False)]


def test_a_line_with_a_bold_beginning_is_not_bold() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.setFont("Bold", 10)
        text.textOut("Doorstroming. ")
        text.setFont("Plain", 10)
        text.textOut("Wij zetten een wooncoach in.")
        canvas.drawText(text)

    (line,) = lines_of(drawn(draw))
    assert not line.is_bold


def test_white_space_above_counts_in_blank_lines() -> None:
    text = "\n".join([SENTENCE[:60]] * 3 + [""] + [SENTENCE[:60]] * 3 + ["", ""] + ["Slot."])
    assert [line.space_before for line in lines_of(lay_out_lines(text))] == [0, 0, 0, 1, 0, 0, 2]


def test_lines_of_one_paragraph_have_no_white_space_between_them_whatever_the_leading() -> None:
    for leading in (11.0, 13.0, 18.0):
        pdf = lay_out_paragraphs([SENTENCE * 2] * 4, Style(leading=leading))
        spaces = {line.space_before for line in lines_of(pdf)}
        assert spaces == {0.0, 1.0}, leading


def test_white_space_below_a_running_head_says_nothing_of_the_text() -> None:
    """A paragraph that runs on over the page's end is not broken by the head above its second half."""
    pdf = lay_out_paragraphs([(SENTENCE + " ") * 90], Style(running_head="Prestatieafspraken", page_numbers=True))
    body = [line for line in lines_of(pdf) if len(line.text) > 20]
    assert {line.page for line in body} == {1, 2, 3, 4}
    assert {line.space_before for line in body} == {0.0}


def test_a_page_that_begins_lower_than_the_others_has_white_space_above_it() -> None:
    def draw(canvas: Canvas) -> None:
        for page, top in enumerate((100, 100, 139)):
            if page:
                canvas.showPage()
            for row in range(6):
                at(canvas, 72, top + 13 * row, SENTENCE[:60].lower())

    assert [line.space_before for line in lines_of(drawn(draw))] == [0] * 12 + [3] + [0] * 5


def test_an_indent_counts_in_average_characters() -> None:
    lines = lines_of(lay_out_lines(f"{SENTENCE[:70]}\n    een lid dat inspringt met genoeg letters\n{SENTENCE[:70]}"))
    assert [line.indent for line in lines][::2] == [0, 0]
    assert 1.5 < lines[1].indent < 3  # four spaces, which are narrower than the average letter


def test_a_page_of_indented_lines_keeps_the_margin_of_the_other_pages() -> None:
    def draw(canvas: Canvas) -> None:
        for _ in range(2):
            for row in range(20):
                at(canvas, 72, 100 + 13 * row, SENTENCE[:60])
            canvas.showPage()
        for row in range(20):
            at(canvas, 100, 100 + 13 * row, SENTENCE[:60])

    last_page = [line for line in lines_of(drawn(draw)) if line.page == 3]
    assert {line.indent for line in last_page} == {last_page[0].indent}
    assert last_page[0].indent > 4


def test_a_hyphen_at_the_end_of_a_line_stays_with_its_own_line() -> None:
    pdf = lay_out_lines("De partijen maken samen prestatie-\nafspraken voor vier jaar.")
    assert texts_of(pdf) == ["De partijen maken samen prestatie-", "afspraken voor vier jaar."]
    source = read_pdf(pdf, name="proef.pdf")
    first = source.flow[0]
    assert isinstance(first, Line)
    assert source.raw[first.start : first.end] == "De partijen maken samen prestatie\ufffe"


def test_a_raised_note_digit_is_left_out_of_the_line_and_kept_in_the_raw_text() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        for words, size, rise in (("Wij bouwen woningen", 10, 0), ("12", 6, 4), (" in 2027", 10, 0), ("3", 6, 4)):
            text.setFont("Plain", size)
            text.setRise(rise)
            text.textOut(words)
        canvas.drawText(text)

    source = read_pdf(drawn(draw), name="proef.pdf")
    (line,) = source.flow
    assert isinstance(line, Line)
    assert line.text == "Wij bouwen woningen in 2027"
    assert source.raw[line.start : line.end] == "Wij bouwen woningen12 in 20273"
    assert source.raw[line.origin(line.text.index("in 2027")) :].startswith("in 2027")
    assert [(repair.kind, repair.count) for repair in source.repairs] == [(RepairKind.OTHER, 2)]


@pytest.mark.parametrize(
    ("before", "digit", "rise", "after", "expected"),
    [
        ("een woning van 80 m", "2", 4.0, " groot", "een woning van 80 m2 groot"),
        ("minder CO", "2", -2.0, " per jaar", "minder CO2 per jaar"),
    ],
)
def test_a_power_and_a_lowered_digit_are_no_notes(
    before: str, digit: str, rise: float, after: str, expected: str
) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        for words, size, up in ((before, 10, 0.0), (digit, 6, rise), (after, 10, 0.0)):
            text.setFont("Plain", size)
            text.setRise(up)
            text.textOut(words)
        canvas.drawText(text)

    assert texts_of(drawn(draw)) == [expected]


def test_the_number_before_a_footnote_stays() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 100)
        for words, size, rise in (("1", 5, 3), (" Prijspeil 2025, zie de bijlage.", 8, 0)):
            text.setFont("Plain", size)
            text.setRise(rise)
            text.textOut(words)
        canvas.drawText(text)

    assert texts_of(drawn(draw)) == ["1 Prijspeil 2025, zie de bijlage."]


def test_list_markers_that_are_drawn_apart_come_back_to_their_lines() -> None:
    items = ["de gemeente levert grond", "de corporatie bouwt", "de huurders denken mee"]

    def draw(canvas: Canvas) -> None:
        for row, item in enumerate(items):
            at(canvas, 90, 100 + 14 * row, item)
        for row in range(2):
            at(canvas, 72, 100 + 14 * row, "•")
        at(canvas, 72, 128, "3.")

    assert texts_of(drawn(draw)) == [f"• {items[0]}", f"• {items[1]}", f"3. {items[2]}"]


def test_a_drawn_dot_before_a_line_is_a_bullet() -> None:
    def draw(canvas: Canvas) -> None:
        at(canvas, 90, 100, "de gemeente levert grond")
        canvas.circle(80, PAGE_HEIGHT - 97, 2, stroke=0, fill=1)
        at(canvas, 72, 130, "Gewone tekst")

    assert texts_of(drawn(draw)) == ["• de gemeente levert grond", "Gewone tekst"]


def test_print_without_a_known_character_is_a_bullet_before_a_line_and_shown_within_a_word() -> None:
    pdf = lay_out_lines("\uf0a7 minimaal 30 woningen\nzij hee\ue0aat dat gezegd\nen \uf0d8Pas daarna.")
    assert texts_of(pdf) == ["• minimaal 30 woningen", "zij hee\ufffdt dat gezegd", "en Pas daarna."]


def test_control_characters_do_not_reach_the_line() -> None:
    for line in lines_of(lay_out_lines("a\x07b soft\u00adhyphen\u200b en\u00a0vast\n")):
        assert line.text.isprintable()


def test_sideways_text_and_stacked_letters_are_set_aside() -> None:
    def draw(canvas: Canvas) -> None:
        for row in range(8):
            at(canvas, 72, 100 + 13 * row, SENTENCE[:60])
        for row, letter in enumerate("BIJLAGE"):
            at(canvas, 560, 100 + 12 * row, letter)
        canvas.saveState()
        canvas.translate(30, 400)
        canvas.rotate(90)
        canvas.drawString(0, 0, "vertrouwelijk stuk")
        canvas.restoreState()

    source = read_pdf(drawn(draw), name="proef.pdf")
    assert len(source.flow) == 8
    assert source.raw.endswith("vertrouwelijk stuk\nBIJLAGE\n")
    assert {(repair.kind, repair.before, repair.after) for repair in source.repairs} == {
        (RepairKind.OTHER, "vertrouwelijk stuk", ""),
        (RepairKind.OTHER, "BIJLAGE", ""),
    }


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(rotation: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        canvas.translate(
            *{0: (0, 0), 90: (842, 0), 180: (595, 842), 270: (0, 595)}[rotation]
        )  # the box of the page is turned too
        canvas.rotate(rotation)
        canvas.setFont("Plain", 10)
        for row in range(6):
            canvas.drawString(72, 500 - 13 * row, f"Regel {row} van een brede tabel")

    lines = lines_of(drawn(draw))
    assert [line.text for line in lines] == [f"Regel {row} van een brede tabel" for row in range(6)]
    tops = [line.box.top for line in lines if line.box]
    assert tops == sorted(tops)
    assert all(line.box and line.box.left == pytest.approx(72, abs=0.5) for line in lines)


def test_a_page_printed_sideways_is_read_and_its_boxes_stay_on_the_page_as_shown() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.setFont("Plain", 10)
        for row in range(6):
            canvas.drawString(72, -100 - 13 * row, f"Regel {row} van een brede tabel")

    lines = lines_of(drawn(draw))
    assert [line.text for line in lines] == [f"Regel {row} van een brede tabel" for row in range(6)]
    assert all(line.box and line.box.bottom - line.box.top > line.box.right - line.box.left for line in lines)
    lefts = [line.box.left for line in lines if line.box]
    assert lefts == sorted(lefts)


def test_a_running_head_that_is_drawn_last_still_comes_first() -> None:
    pdf = lay_out_lines("Eerste regel.\nTweede regel.", Style(running_head="Prestatieafspraken", page_numbers=True))
    assert texts_of(pdf) == ["Prestatieafspraken", "Eerste regel.", "Tweede regel.", "1"]


def test_text_outside_the_page_is_not_read() -> None:
    def draw(canvas: Canvas) -> None:
        at(canvas, 72, 100, "Op het papier")
        at(canvas, 700, 130, "ernaast")

    assert texts_of(drawn(draw)) == ["Op het papier"]


def test_progress_counts_every_page() -> None:
    seen: list[tuple[int, int]] = []
    pdf = lay_out_lines("\n".join(["Regel."] * 150))
    source = read_pdf(pdf, name="proef.pdf", on_progress=lambda done, total: seen.append((done, total)))
    assert seen == [(page, source.page_count) for page in range(1, source.page_count + 1)]
    assert source.page_count == 3


@pytest.mark.slow  # two thousand pages are made and read
def test_two_thousand_pages_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        for page in range(2000):
            if page:
                canvas.showPage()
            canvas.setFont("Plain", 10)
            canvas.drawString(MARGIN, 700, f"Bladzijde {page + 1}")

    source = read_pdf(drawn(draw), name="proef.pdf")
    assert source.page_count == 2000
    assert source.flow[-1] == max(source.flow, key=lambda item: item.start)
    assert source.raw.endswith("Bladzijde 2000\n")


def assert_offsets_hold(source: SourceText) -> None:
    """Items follow each other in the raw text, and every character of a line points into its own line."""
    end = 0
    for item in source.flow:
        assert end <= item.start <= item.end <= len(source.raw)
        end = item.end
        if isinstance(item, Line):
            origins = [item.origin(index) for index in range(len(item.text))]
            assert origins == sorted(origins)
            assert all(item.start <= origin < item.end for origin in origins)
        else:
            cells = [cell for row in item.rows for cell in row]
            assert all(item.start <= cell.start <= cell.end <= item.end for cell in cells)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)


@given(lines=st.lists(WORDS, max_size=30), columns=st.sampled_from([1, 2]), row_by_row=st.booleans())
@settings(max_examples=60)
def test_offsets_hold_for_any_text(lines: list[str], columns: int, row_by_row: bool) -> None:  # noqa: FBT001
    style = Style(columns=columns, row_by_row=row_by_row, running_head="Kop", page_numbers=True)
    with suppress(OcrMissing):  # print whose letters the file does not tell is read like a scan
        assert_offsets_hold(read_pdf(lay_out_lines("\n".join(lines), style), name="proef.pdf"))
