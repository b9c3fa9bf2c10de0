"""HTML pages: blocks, lists, tables and what a browser does not show."""

from __future__ import annotations

import pytest

from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.readers.html import read_html
from tests.engines.readers.files import lines_of, shadings_of, table_of, texts_of
from tests.engines.readers.places import check_places


def read(body: str) -> SourceText:
    source = read_html(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), name="a.html")
    check_places(source)
    return source


def test_headings_paragraphs_and_loose_text_are_read_in_order() -> None:
    lines = lines_of(read("<h1>Wonen</h1>los<p>Wij <b>bouwen</b>\n  samen.</p><div>na<h3>Zorg</h3>slot</div>"))
    assert [(line.text, line.heading_level) for line in lines] == [
        ("Wonen", 1),
        ("los", None),
        ("Wij bouwen samen.", None),
        ("na", None),
        ("Zorg", 3),
        ("slot", None),
    ]


def test_paragraphs_stand_apart_and_divisions_do_not() -> None:
    assert [line.space_before for line in lines_of(read("<p>a</p><p>b</p><div>c</div><div>d</div>"))] == [1, 1, 1, 0]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a;</script>",
        "<style>p {}</style>",
        "<nav>menu</nav>",
        "<p hidden>x</p>",
        '<p style="display: none">x</p>',
        "<!-- x -->",
    ],
)
def test_what_a_browser_does_not_show_is_left_out(hidden: str) -> None:
    assert texts_of(read(f"<div>voor {hidden}na</div>")) in (["voor na"], ["voor", "na"])


def test_lists_are_numbered_as_a_browser_does() -> None:
    body = (
        "<ul><li>bouwen<ol type=a start=3><li>hoog<li><p>laag</p><p>en breed</p></ol></li><li>slopen</li></ul>"
        '<ol><li>een<li value=7>zeven<li>acht</ol><ul style="list-style: none"><li>kaal</ul><p>na</p>'
    )
    assert [(line.text, line.list_level) for line in lines_of(read(body))] == [
        ("• bouwen", 1),
        ("c. hoog", 2),
        ("d. laag", 2),
        ("en breed", None),
        ("• slopen", 1),
        ("1. een", 1),
        ("7. zeven", 1),
        ("8. acht", 1),
        ("kaal", 1),
        ("na", None),
    ]


def saved_item(label: str, text: str, *, level: int = 1, font: str = "Arial", tag: str = "p") -> str:
    """Return an item of a list as Word saves it in a page."""
    ignored = f"<span style='mso-list:Ignore'>{label}<span style='font:7.0pt \"Times\"'>&nbsp;&nbsp; </span></span>"
    return (
        f"<{tag} class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>"
        f"<![if !supportLists]><span style='font-family:{font}'>{ignored}</span><![endif]>{text}</{tag}>"
    )


def test_items_saved_by_word_are_items_of_a_list() -> None:
    body = (
        saved_item("1.1", "Wonen", tag="h2")
        + saved_item("a)", "bouwen")
        + saved_item("·", "hoog", level=2, font="Symbol")
        + saved_item("§", "breed", level=3, font="Wingdings")
        + saved_item("o", "laag", level=2, font='"Courier New"')
        + "<p>na</p>"
    )
    assert [(line.text, line.heading_level, line.list_level) for line in lines_of(read(body))] == [
        ("1.1 Wonen", 2, None),
        ("a) bouwen", None, 1),
        ("• hoog", None, 2),
        ("▪ breed", None, 3),
        ("◦ laag", None, 2),
        ("na", None, None),
    ]


@pytest.mark.parametrize(
    "beside",
    [
        "<del>niet </del>",
        "<a style='mso-footnote-id:ftn1' href='#_ftn1'><span class=MsoFootnoteReference>[1]</span></a>",
        "<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[AB1]</a></span>",
        "<div style='mso-element:comment-list'><p class=MsoCommentText>Is dit zo?</p></div>",
    ],
)
def test_notes_remarks_and_deletions_that_word_saves_are_not_read(beside: str) -> None:
    assert texts_of(read(f"<div>Wij bouwen{beside}</div>")) == ["Wij bouwen"]


def test_a_line_break_divides_a_paragraph_into_lines() -> None:
    lines = lines_of(read("<p>K 1<br>bouwen</p><pre>a\n  b</pre>"))
    assert [(line.text, line.is_paragraph) for line in lines] == [
        ("K 1", False),
        ("bouwen", False),
        ("a", False),
        ("b", False),
    ]


def test_a_line_is_bold_when_all_its_words_are() -> None:
    body = '<p><strong>vet</strong></p><p>half <b>vet</b></p><p style="font-weight:700">ook vet</p>'
    assert [line.is_bold for line in lines_of(read(body))] == [True, False, True]


def test_spanning_cells_are_repeated_with_empty_text() -> None:
    body = (
        "<table><tr><th rowspan=2>Wonen<th colspan=2>Afspraak</tr><tr><td>K 1<td>bouwen<br>en slopen</tr>"
        "<tr><td>a<td>b<td>c</tr></table>"
    )
    assert table_of(read(body)) == [["Wonen", "Afspraak", ""], ["", "K 1", "bouwen\nen slopen"], ["a", "b", "c"]]


@pytest.mark.parametrize(
    ("attributes", "color"),
    [
        ('bgcolor="#92D050"', "#92d050"),
        ('style="background-color: rgb(255, 0, 0)"', "#ff0000"),
        ('style="background: #fc0"', "#ffcc00"),
        ('style="background: orange !important"', "#ffa500"),
        ('style="background: transparent"', None),
        ('bgcolor="geen kleur"', None),
        ("", None),
    ],
)
def test_the_background_of_a_cell_is_its_shading(attributes: str, color: str | None) -> None:
    assert shadings_of(read(f"<table><tr><td {attributes}>K 1<td>x</table>"))[0][0] == color


def test_a_row_shades_its_cells_and_a_coloured_dot_its_cell() -> None:
    body = "<table><tr bgcolor=red><td>a<td>b<tr><td>c<td><font color=green>●</font></table>"
    assert shadings_of(read(body)) == [["#ff0000", "#ff0000"], [None, "#008000"]]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>a<td><table><tr><td>b</table></table>",
        "<table role=presentation><tr><td>a<td>b</table>",
        "<table><tr><td>a<tr><td>b</table>",
        "<table><tr><td>a<td><h2>b</h2></table>",
    ],
    ids=["holds a table", "says so", "one column", "holds a heading"],
)
def test_a_table_that_lays_out_the_page_is_read_through(table: str) -> None:
    assert texts_of(read(table)) == ["a", "b"]


def test_a_page_that_is_nested_too_deep_says_so() -> None:
    source = read("<p>boven</p>" + "<div>" * 3000 + "diep")
    assert texts_of(source)[0] == "boven"
    assert "diep genest" in source.notices[0]


def test_a_page_in_windows_characters_is_read() -> None:
    source = read_html("<html><body><p>coöperatie</p></body></html>".encode("cp1252"), name="a.html")
    assert texts_of(source) == ["coöperatie"]
    assert "cp1252" in source.notices[0]


def test_a_huge_span_costs_nothing() -> None:
    grid = table_of(read("<table>" + "<tr><td colspan=99999 rowspan=99999>a<td>b" * 50 + "</table>"))
    assert max(len(row) for row in grid) == 64
