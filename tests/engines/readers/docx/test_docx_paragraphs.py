"""Word paragraphs: styles, white space, line breaks, and what a reader of the final document does not see."""

from __future__ import annotations

import docx
import pytest
from docx.shared import Pt

from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.readers.docx import read_docx
from tests.engines.readers.files import lines_of, packed, paragraph, saved_word, texts_of, word_file
from tests.engines.readers.places import check_places


def read(data: bytes) -> SourceText:
    source = read_docx(data, name="afspraken.docx")
    check_places(source)
    return source


def test_headings_paragraphs_and_lists_of_word_itself_are_read() -> None:
    document = docx.Document()
    document.add_heading("Prestatieafspraken", 0)
    document.add_heading("Wonen en zorg", 2)
    document.add_paragraph("Wij bouwen samen.")
    document.add_paragraph("Zestig woningen", style="List Bullet")
    document.add_paragraph("Waarvan tien aangepast", style="List Bullet 2")
    document.add_paragraph("Eerst slopen", style="List Number")
    document.add_paragraph("Dan bouwen", style="List Number")
    lines = lines_of(read(saved_word(document)))
    assert [(line.text, line.heading_level, line.list_level) for line in lines] == [
        ("Prestatieafspraken", 1, None),
        ("Wonen en zorg", 2, None),
        ("Wij bouwen samen.", None, None),
        ("• Zestig woningen", None, 1),
        ("• Waarvan tien aangepast", None, 2),
        ("1. Eerst slopen", None, 1),
        ("2. Dan bouwen", None, 1),
    ]
    assert all(line.is_paragraph for line in lines)


@pytest.mark.parametrize("name", ["heading 3", "Heading 3", "Kop 3"])
def test_a_style_named_as_a_heading_is_one(name: str) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="X"><w:name w:val="{name}"/></w:style>'
    (line,) = lines_of(read(word_file(paragraph("Zorg", '<w:pStyle w:val="X"/>'), styles=styles)))
    assert line.heading_level == 3


def test_an_outline_level_makes_a_heading_and_the_ninth_makes_none() -> None:
    body = paragraph("Kop", '<w:outlineLvl w:val="1"/>') + paragraph("Tekst", '<w:outlineLvl w:val="9"/>')
    assert [line.heading_level for line in lines_of(read(word_file(body)))] == [2, None]


def test_styles_are_inherited() -> None:
    styles = """
      <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="18"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
      <w:style w:type="paragraph" w:styleId="C"><w:name w:val="C"/><w:basedOn w:val="C"/></w:style>
    """
    body = paragraph("vet", '<w:pStyle w:val="B"/>') + paragraph("gewoon", '<w:pStyle w:val="C"/>')
    bold, plain = lines_of(read(word_file(body, styles=styles)))
    assert (bold.is_bold, bold.size) == (True, 9.0)
    assert (plain.is_bold, plain.size) == (False, 9.0)


def test_a_line_is_bold_when_all_its_words_are() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Afspraken").bold = True
    half = document.add_paragraph("Trekker: ")
    half.add_run("de gemeente").bold = True
    assert [line.is_bold for line in lines_of(read(saved_word(document)))] == [True, False]


def test_an_empty_paragraph_is_a_blank_line() -> None:
    body = paragraph("a") + paragraph("") + paragraph(" ") + paragraph("b") + paragraph("c")
    assert [line.space_before for line in lines_of(read(word_file(body)))] == [0, 2, 0]


def test_spacing_of_half_a_line_is_white_space() -> None:
    body = (
        paragraph("a", '<w:spacing w:after="120"/>')
        + paragraph("b", '<w:spacing w:after="40"/>')
        + paragraph("c", '<w:spacing w:before="60"/>')
    )
    assert [line.space_before for line in lines_of(read(word_file(body)))] == [0, 1, 0]


def test_the_indent_is_counted_in_characters() -> None:
    document = docx.Document()
    document.add_paragraph("ingesprongen").paragraph_format.left_indent = Pt(33)
    (line,) = lines_of(read(saved_word(document)))
    assert line.indent == 6.0  # 33 points at 11 points a letter, half as wide as high


def test_a_line_break_divides_a_paragraph_into_lines() -> None:
    body = (
        paragraph("voor")
        + "<w:p><w:r><w:t>K 1.1</w:t><w:br/><w:t>Wij bouwen</w:t><w:tab/><w:t>zestig</w:t></w:r></w:p>"
    )
    lines = lines_of(read(word_file(body)))
    assert [(line.text, line.is_paragraph, line.space_before) for line in lines] == [
        ("voor", True, 0),
        ("K 1.1", False, 1),
        ("Wij bouwen zestig", False, 0),
    ]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:ins><w:r><w:t>erbij</w:t></w:r></w:ins>", "erbij"),
        ("<w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:r><w:t>blijft</w:t></w:r>", "blijft"),
        ("<w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:r><w:t>blijft</w:t></w:r>", "blijft"),
        ("<w:moveTo><w:r><w:t>hierheen</w:t></w:r></w:moveTo>", "hierheen"),
        ("<w:hyperlink><w:r><w:t>een link</w:t></w:r></w:hyperlink>", "een link"),
        ("<w:sdt><w:sdtContent><w:r><w:t>een veld</w:t></w:r></w:sdtContent></w:sdt>", "een veld"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", "7"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r><w:r><w:t>zichtbaar</w:t></w:r>", "zichtbaar"),
        ("<w:r><w:t>K</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>", "K-1"),
        ("<w:r><w:t>huur</w:t><w:softHyphen/><w:t>ders</w:t></w:r>", "huurders"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> gereed</w:t></w:r>', "✓ gereed"),
        (
            '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>&#xF0A7;</w:t></w:r><w:r><w:t> punt</w:t></w:r>',
            "▪ punt",
        ),
    ],
)
def test_the_final_text_is_what_counts(inside: str, text: str) -> None:
    assert texts_of(read(word_file(f"<w:p>{inside}</w:p>"))) == [text]


_END_DELETED = "<w:rPr><w:del/></w:rPr>"


def test_a_paragraph_whose_end_was_deleted_runs_on_in_the_next() -> None:
    body = paragraph("Wij bouwen ", _END_DELETED) + paragraph("zestig ", _END_DELETED) + paragraph("woningen.")
    assert texts_of(read(word_file(body + paragraph("Slot")))) == ["Wij bouwen zestig woningen.", "Slot"]


def test_a_deleted_paragraph_leaves_no_blank_line() -> None:
    gone = f"<w:p><w:pPr>{_END_DELETED}</w:pPr><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"
    lines = lines_of(read(word_file(paragraph("voor") + gone + paragraph("na"))))
    assert [(line.text, line.space_before) for line in lines] == [("voor", 0), ("na", 0)]


def test_a_deleted_end_before_a_table_changes_nothing() -> None:
    below = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc></w:tr></w:tbl>"
    assert texts_of(read(word_file(paragraph("boven", _END_DELETED) + below))) == ["boven", "a"]


def test_blocks_in_content_controls_and_insertions_are_read() -> None:
    inside = paragraph("binnen")
    body = f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt><w:customXml>{inside}</w:customXml>"
    assert texts_of(read(word_file(body))) == ["binnen", "binnen"]


def test_a_table_of_contents_stays_out_of_the_flow_and_in_the_raw_text() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = (
        f"<w:sdt>{gallery}<w:sdtContent>{paragraph('Inhoud')}</w:sdtContent></w:sdt>"
        + paragraph("Wonen 3", '<w:pStyle w:val="T"/>')
        + paragraph("Wonen")
    )
    source = read(word_file(body, styles=styles))
    assert texts_of(source) == ["Wonen"]
    assert source.raw == "Inhoud\nWonen 3\nWonen\n"


def test_a_text_box_follows_the_paragraph_it_hangs_on_and_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('in het kader')}</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>ervoor</w:t>{drawing}</w:r></w:p>" + paragraph("erna")
    assert texts_of(read(word_file(body))) == ["ervoor", "in het kader", "erna"]


def test_notes_stand_at_the_end_without_their_numbers() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("streep")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Bron: het woononderzoek.")}</w:footnote>'
    )
    body = '<w:p><w:r><w:t>Zestig</w:t><w:footnoteReference w:id="2"/><w:t> woningen</w:t></w:r></w:p>' + paragraph(
        "Slot"
    )
    assert texts_of(read(word_file(body, footnotes=notes))) == ["Zestig woningen", "Slot", "Bron: het woononderzoek."]


def test_headers_and_footers_are_no_part_of_the_text() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Concept"
    document.sections[0].footer.paragraphs[0].text = "Bladzijde 1"
    document.add_paragraph("De afspraken")
    assert texts_of(read(saved_word(document))) == ["De afspraken"]


def test_a_document_of_pictures_says_that_it_was_not_read() -> None:
    source = read(word_file("<w:p><w:r><w:drawing/></w:r></w:p>"))
    assert source.flow == ()
    assert "afbeeldingen" in source.notices[0]


def test_a_strict_file_is_read_like_any_other() -> None:
    document = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
        "<w:body><w:p><w:r><w:t>Strikt</w:t></w:r></w:p></w:body></w:document>"
    )
    assert texts_of(read(packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document}))) == ["Strikt"]
