"""Automatic numbers and bullets, as Word prints them."""

from __future__ import annotations

import pytest

from samenspraak.engines.readers.docx import read_docx
from tests.engines.readers.files import lines_of, paragraph, texts_of, word_file


def level(depth: int, pattern: str, form: str = "decimal", extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/>{extra}</w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="1">{"".join(levels)}</w:abstractNum>{nums}'


def item(text: str, depth: int = 0, number_id: int = 5) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number_id}"/></w:numPr>')


def read(body: str, numbering_part: str, **parts: str) -> list[str]:
    return texts_of(read_docx(word_file(body, numbering=numbering_part, **parts), name="a.docx"))


@pytest.mark.parametrize(
    ("form", "pattern", "labels"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("decimalZero", "%1", ["01", "02", "03"]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
        ("upperLetter", "%1", ["A", "B", "C"]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("bullet", "\uf0b7", ["•", "•", "•"]),
        ("bullet", "-", ["-", "-", "-"]),
        ("bullet", "", ["•", "•", "•"]),
        ("decimal", "Afspraak %1:", ["Afspraak 1:", "Afspraak 2:", "Afspraak 3:"]),
    ],
)
def test_a_list_is_numbered_in_its_own_way(form: str, pattern: str, labels: list[str]) -> None:
    body = item("bouwen") + item("slopen") + item("huren")
    assert read(body, numbering(level(0, pattern, form))) == [
        f"{labels[0]} bouwen",
        f"{labels[1]} slopen",
        f"{labels[2]} huren",
    ]


def test_a_code_of_two_levels_is_put_together() -> None:
    body = item("Wonen") + item("bouwen", 1) + item("slopen", 1) + item("Zorg") + item("aanpassen", 1)
    assert read(body, numbering(level(0, "%1"), level(1, "K %1.%2"))) == [
        "1 Wonen",
        "K 1.1 bouwen",
        "K 1.2 slopen",
        "2 Zorg",
        "K 2.1 aanpassen",
    ]


def test_a_lower_level_without_an_upper_one_counts_from_its_start() -> None:
    assert read(item("bouwen", 1), numbering(level(0, "%1", start=3), level(1, "%1.%2"))) == ["3.1 bouwen"]


def test_legal_numbering_prints_upper_levels_in_digits() -> None:
    levels = (level(0, "%1", "upperRoman"), level(1, "%1.%2", extra="<w:isLgl/>"))
    assert read(item("Wonen") + item("bouwen", 1), numbering(*levels)) == ["I Wonen", "1.1 bouwen"]


def test_a_list_that_starts_anew_does_and_one_that_shares_its_counters_goes_on() -> None:
    nums = (
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item("a") + item("b", number_id=6) + item("c", number_id=7) + item("d", number_id=7)
    assert read(body, numbering(level(0, "%1."), nums=nums)) == ["1. a", "2. b", "1. c", "2. d"]


def test_a_style_numbers_its_paragraphs_and_zero_takes_that_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    )
    body = (
        item("Wonen")
        + paragraph("Huur", '<w:pStyle w:val="Kop2"/>')
        + paragraph("Los", '<w:pStyle w:val="Kop2"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    levels = (level(0, "%1"), level(1, "%1.%2", extra='<w:pStyle w:val="Kop2"/>'))
    lines = lines_of(read_docx(word_file(body, numbering=numbering(*levels), styles=styles), name="a.docx"))
    assert [(line.text, line.heading_level, line.list_level) for line in lines] == [
        ("1 Wonen", None, 1),
        ("1.1 Huur", 2, None),
        ("Los", 2, None),
    ]


def test_a_list_may_have_its_levels_in_a_list_style() -> None:
    part = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Lijst"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Lijst"/>{level(0, "J %1")}</w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert read(item("bouwen"), part) == ["J 1 bouwen"]


def test_an_empty_item_is_not_counted() -> None:
    assert read(item("a") + item("") + item("b"), numbering(level(0, "%1."))) == ["1. a", "2. b"]


def test_a_number_that_was_typed_as_well_stands_once() -> None:
    assert read(item("1. bouwen"), numbering(level(0, "%1."))) == ["1. bouwen"]


def test_a_list_that_does_not_exist_changes_nothing() -> None:
    assert read(item("bouwen", number_id=99), numbering(level(0, "%1."))) == ["bouwen"]
