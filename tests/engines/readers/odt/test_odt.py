"""OpenDocument texts: headings, lists, tables, pages, and what a reader of the final document does not see."""

from __future__ import annotations

import odfdo
import pytest

from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.readers.odt import FLAT_MEDIA_TYPE, read_flat_odt, read_odt
from tests.engines.readers.files import flat_odt_file, lines_of, odt_file, saved_odt, shadings_of, table_of, texts_of
from tests.engines.readers.places import check_places


def read(body: str, *, automatic: str = "", styles: str = "") -> SourceText:
    source = read_odt(odt_file(body, automatic=automatic, styles=styles), name="a.odt")
    check_places(source)
    return source


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def style(name: str, inside: str, family: str = "paragraph", extra: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {extra}>{inside}</style:style>'


def test_a_text_of_odfdo_is_read_in_order() -> None:
    table = odfdo.Table("Monitor", width=2, height=2)
    table.set_value("A1", "Code")
    table.set_value("B2", "Gereed")
    data = saved_odt(
        odfdo.Header(2, "3. Wonen en zorg"),
        odfdo.Paragraph("Wij bouwen samen."),
        odfdo.List(["Zestig woningen", "Tien kamers"]),
        table,
        odfdo.Paragraph("Slot"),
    )
    source = read_odt(data, name="a.odt")
    assert [(line.text, line.heading_level, line.list_level) for line in lines_of(source)] == [
        ("3. Wonen en zorg", 2, None),
        ("Wij bouwen samen.", None, None),
        ("• Zestig woningen", None, 1),
        ("• Tien kamers", None, 1),
        ("Slot", None, None),
    ]
    assert table_of(source) == [["Code", ""], ["", "Gereed"]]
    assert type(source.flow[-1]).__name__ == "Line"


def test_an_empty_paragraph_is_a_blank_line() -> None:
    assert [line.space_before for line in lines_of(read(p("a") + p("") + p("b") + p("c")))] == [0, 1, 0]


def test_spaces_tabs_and_line_breaks_are_elements() -> None:
    source = read(p('K<text:s text:c="3"/>1<text:tab/>bouwen<text:line-break/>en slopen'))
    assert [(line.text, line.is_paragraph) for line in lines_of(source)] == [
        ("K 1 bouwen", False),
        ("en slopen", False),
    ]
    assert source.raw.startswith("K   1\tbouwen")


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("een <text:span>deel</text:span> van", "een deel van"),
        ("de <text:a>link</text:a>", "de link"),
        ("a<office:annotation><text:p>opmerking</text:p></office:annotation>b", "ab"),
        ("a<text:bookmark-start/>b", "ab"),
        ("\uf0a7 punt", "▪ punt"),
    ],
)
def test_the_final_text_is_what_counts(inside: str, text: str) -> None:
    assert texts_of(read(p(inside))) == [text]


def test_hidden_and_deleted_text_is_not_read() -> None:
    automatic = style("H", '<style:text-properties text:display="none"/>', "text")
    body = f"<text:tracked-changes>{p('gewist')}</text:tracked-changes>" + p(
        'zicht<text:span text:style-name="H">on</text:span>baar'
    )
    assert texts_of(read(body, automatic=automatic)) == ["zichtbaar"]


def test_styles_are_inherited_and_percentages_are_of_the_parent() -> None:
    styles = (
        style("Basis", '<style:text-properties fo:font-size="10pt" fo:font-weight="bold"/>')
        + style("Groot", '<style:text-properties fo:font-size="150%"/>', extra='style:parent-style-name="Basis"')
        + style("Rond", "", extra='style:parent-style-name="Rond"')
    )
    big, plain = lines_of(read(p("kop", "Groot") + p("tekst", "Rond"), styles=styles))
    assert (big.size, big.is_bold) == (15.0, True)
    assert (plain.size, plain.is_bold) == (None, False)


@pytest.mark.parametrize(("name", "level"), [("Heading_20_2", 2), ("Kop 3", 3), ("Title", 1), ("Text_20_body", None)])
def test_a_style_named_as_a_heading_is_one(name: str, level: int | None) -> None:
    (line,) = lines_of(read(p("Zorg", name), styles=style(name, "")))
    assert line.heading_level == level


_STYLED = 'text:style-name="L"'
_LIST_STYLE = """
<text:list-style style:name="L">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="K " text:display-levels="2"/>
  <text:list-level-style-bullet text:level="3" text:bullet-char="–"/>
</text:list-style>
"""


def list_of(*items: str, attributes: str = "") -> str:
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f"<text:list {attributes}>{inside}</text:list>"


def test_a_list_is_numbered_by_its_style() -> None:
    deepest = list_of(list_of(list_of(p("diep"))))
    body = list_of(p("een") + list_of(p("een a"), p("een b")), p("twee") + list_of(p("twee a")), attributes=_STYLED)
    assert texts_of(
        read(body + deepest.replace("<text:list ", f"<text:list {_STYLED} ", 1), automatic=_LIST_STYLE)
    ) == [
        "1. een",
        "K 1.a een a",
        "K 1.b een b",
        "2. twee",
        "K 2.a twee a",
        "– diep",
    ]


def test_a_list_goes_on_where_it_says_so() -> None:
    body = (
        list_of(p("a"), attributes=f'{_STYLED} xml:id="een"')
        + list_of(p("b"), attributes=f'{_STYLED} text:continue-numbering="true"')
        + list_of(p("c"), attributes=_STYLED)
        + list_of(p("d"), attributes=f'{_STYLED} text:continue-list="een"')
    )
    assert texts_of(read(body, automatic=_LIST_STYLE)) == ["1. a", "2. b", "1. c", "3. d"]


def test_only_the_first_paragraph_of_an_item_begins_it() -> None:
    lines = lines_of(read(list_of(p("een") + p("vervolg"), p("twee"), attributes=_STYLED), automatic=_LIST_STYLE))
    assert [(line.text, line.list_level) for line in lines] == [("1. een", 1), ("vervolg", None), ("2. twee", 1)]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style style:name="O"><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    body = "".join(
        f'<text:h text:outline-level="{level}">{text}</text:h>'
        for level, text in ((1, "Wonen"), (2, "Huur"), (2, "Koop"), (1, "Zorg"), (1, "7 Typwerk"))
    )
    assert texts_of(read(body, styles=outline)) == ["1 Wonen", "1.1 Huur", "1.2 Koop", "2 Zorg", "7 Typwerk"]


def cell(text: str, style_name: str = "", extra: str = "") -> str:
    return f'<table:table-cell table:style-name="{style_name}" {extra}>{p(text)}</table:table-cell>'


def row(*cells: str, extra: str = "") -> str:
    return f"<table:table-row {extra}>{''.join(cells)}</table:table-row>"


def test_cells_have_their_background_and_covered_ones_no_text() -> None:
    automatic = style("G", '<style:table-cell-properties fo:background-color="#92D050"/>', "table-cell") + style(
        "T", '<style:table-cell-properties fo:background-color="transparent"/>', "table-cell"
    )
    spanned = 'table:number-columns-spanned="2"'
    body = (
        f"<table:table><table:table-header-rows>{row(cell('Code'), cell('Licht'))}</table:table-header-rows>"
        f"{row(cell('K 1', 'T'), cell('Goed', 'G'))}"
        f"{row(cell('breed', extra=spanned), '<table:covered-table-cell/>')}</table:table>"
    )
    source = read(body, automatic=automatic)
    assert table_of(source) == [["Code", "Licht"], ["K 1", "Goed"], ["breed", ""]]
    assert shadings_of(source)[1] == [None, "#92d050"]


def test_repeated_rows_and_columns_are_bounded() -> None:
    wide, tall = ('table:number-columns-repeated="1000000"', 'table:number-rows-repeated="1000000"')
    body = f"<table:table>{row(cell('a'), cell('b', extra=wide), extra=tall)}</table:table>"
    grid = table_of(read(body))
    assert len(grid) == 100
    assert len(grid[0]) == 64


def test_a_table_of_one_column_is_a_frame_round_text() -> None:
    assert texts_of(read(f"<table:table>{row(cell('kader'))}{row(cell('tekst'))}</table:table>")) == ["kader", "tekst"]


def test_soft_and_hard_page_breaks_are_counted() -> None:
    automatic = style("B", '<style:paragraph-properties fo:break-before="page"/>')
    body = p("een") + "<text:soft-page-break/>" + p("twee") + p("dr<text:soft-page-break/>ie") + p("vier", "B")
    source = read(body, automatic=automatic)
    assert [line.page for line in lines_of(source)] == [1, 2, 2, 4]
    assert source.page_count == 4


def test_boxes_follow_and_notes_stand_at_the_end() -> None:
    note = (
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('Bron')}</text:note-body></text:note>"
    )
    box = f"<draw:frame><draw:text-box>{p('kader')}</draw:text-box></draw:frame>"
    assert texts_of(read(p(f"ze{note}stig{box}") + p("na"))) == ["zestig", "kader", "na", "Bron"]


def test_a_table_of_contents_stays_out_of_the_flow() -> None:
    contents = f"<text:table-of-content><text:index-body>{p('Wonen 3')}</text:index-body></text:table-of-content>"
    source = read(contents + f"<text:section>{p('Wonen')}</text:section>")
    assert texts_of(source) == ["Wonen"]
    assert source.raw == "Wonen 3\nWonen\n"


def test_a_flat_file_is_read_like_a_packed_one() -> None:
    source = read_flat_odt(flat_odt_file(p("De afspraken")), name="a.fodt")
    assert texts_of(source) == ["De afspraken"]
    assert source.media_type == FLAT_MEDIA_TYPE
