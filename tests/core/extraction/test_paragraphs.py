"""Which printed lines belong together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.paragraphs import blocks_of, is_footnote
from samenspraak.core.extraction.source import Box, Line
from tests.core.extraction.documents import block, source_of, table


def texts(text: str) -> list[str]:
    """Return the texts of the blocks of a document."""
    return [found.text for found in blocks_of(source_of(text).flow)]


TOGETHER = {
    "a small letter goes on with the line above": (
        """
        De gemeente en de corporaties maken samen een plan
        voor de haven, dat in de raad wordt besproken.
        """
    ),
    "a full line goes on, also before a name": (
        """
        De huurders van de flats aan de haven krijgen een brief van
        Rietveld Wonen waarin staat wanneer de werkzaamheden beginnen.
        """
    ),
    "a line that ends in a small word goes on": (
        """
        De gemeente bespreekt dit ieder jaar met
        Rietveld Wonen.
        """
    ),
    "a line that ends in a comma goes on": (
        """
        De gemeente bespreekt dit met De Linde,
        Rietveld Wonen en de huurders.
        """
    ),
    "a line that begins with a quotation mark goes on": (
        """
        De gemeente werkt voor de nieuwe buurt aan de haven met het plan
        'Thuis aan de kade' en bespreekt dat in het voorjaar met de raad.
        """
    ),
    "a line that begins with a number goes on": (
        """
        De gemeente wijst grond aan voor ten minste
        30 woningen.
        """
    ),
    "white space in the middle of a sentence ends nothing": (
        """
        De gemeente en de corporaties maken samen een

        plan voor de haven.
        """
    ),
    "a page break in the middle of a sentence ends nothing": (
        """
        De gemeente en de corporaties maken samen een plan
        \f
        voor de haven, dat in de raad wordt besproken.
        """
    ),
    "a full line at the end of a page goes on": (
        """
        De huurders van de flats aan de haven krijgen een brief van Rietveld
        \f
        Wonen waarin staat wanneer de werkzaamheden aan de daken beginnen.
        """
    ),
    "lines set with white space between all of them": (
        """
        De gemeente en de corporaties maken samen een plan

        voor de haven, dat in het najaar in de raad komt en

        daarna met de bewoners van de haven wordt besproken,

        zodat de bouw in het voorjaar kan beginnen.
        """
    ),
}


@pytest.mark.parametrize("text", TOGETHER.values(), ids=TOGETHER)
def test_these_lines_are_one_paragraph(text: str) -> None:
    assert texts(text) == [" ".join(text.replace("\f", "").split())]


APART = {
    "white space after a full stop": (
        """
        De gemeente maakt een plan voor de haven en bespreekt het.

        De corporaties bouwen er dertig woningen en verhuren die.
        """
    ),
    "a short last line and then a capital": (
        """
        De gemeente maakt samen met de huurders een plan voor de
        haven.
        De corporaties bouwen er daarna dertig woningen en verhuren
        die aan starters.
        """
    ),
    "a title above a sentence": (
        """
        Bouwen in de haven
        De corporaties bouwen er in het voorjaar dertig woningen en verhuren ze.
        """
    ),
    "bullets": (
        """
        • De gemeente maakt een plan
        • De corporaties bouwen
        """
    ),
    "codes": (
        """
        K 1.1 De gemeente maakt een plan.
        K 1.2 De corporaties bouwen.
        """
    ),
    "the name of a chapter below a line without a full stop": (
        """
        de bewoners van de haven worden daarover op tijd ingelicht door de
        Bijlage 2 Kaart van de haven
        """
    ),
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_here_something_new_begins(text: str) -> None:
    assert len(texts(text)) == 2


def test_an_item_runs_on_over_its_lines_and_knows_its_level() -> None:
    found = blocks_of(
        source_of(
            """
            • De gemeente maakt een plan voor
              de haven
            ◦ met de huurders
            a) en met de buren
            """
        ).flow
    )
    assert [(b.marker, b.level, b.text) for b in found] == [
        ("•", 1, "De gemeente maakt een plan voor de haven"),
        ("◦", 2, "met de huurders"),
        ("a)", 2, "en met de buren"),
    ]
    assert {b.kind for b in found} == {BlockKind.ITEM}


def test_a_code_over_two_lines_of_a_narrow_column_is_one_code() -> None:
    assert texts("J\n3.10\nDe gemeente bouwt.")[0].startswith("J 3.10")


@pytest.mark.parametrize(
    ("last", "first", "count"),
    [
        ("Niemand wordt uit huis gezet om schuld.", "Wat gaan we doen?", 2),
        ("De gemeente en", "Anker bouwen", 1),
    ],
)
def test_on_top_of_the_next_column_a_finished_paragraph_has_ended(last: str, first: str, count: int) -> None:
    upper, lower = (line for line in source_of(f"{last}\n{first}").flow if isinstance(line, Line))
    placed = [replace(upper, box=Box(60, 700, 280, 712)), replace(lower, box=Box(300, 60, 520, 72))]
    assert len(blocks_of(placed)) == count


def test_the_table_of_contents_is_left_out() -> None:
    assert texts(
        """
        Inhoudsopgave

        1. Inleiding ........................ 3

        2. Beschikbaarheid .................. 5

        Inleiding

        De gemeente en de corporaties werken samen.
        """
    ) == ["Inhoudsopgave", "Inleiding", "De gemeente en de corporaties werken samen."]


def test_contents_without_dots_are_left_out_as_well() -> None:
    assert texts(
        """
        Inhoud

        1. Inleiding 3

        2. Beschikbaarheid 5

        De gemeente en de corporaties werken samen.
        """
    ) == ["Inhoud", "De gemeente en de corporaties werken samen."]


def test_a_sentence_with_dots_in_it_is_no_contents() -> None:
    assert texts("Wij bouwen in 2026 ... en in 2027 slopen wij.") == ["Wij bouwen in 2026 ... en in 2027 slopen wij."]


def test_a_paragraph_that_a_footnote_cut_in_two_is_whole_again() -> None:
    assert texts(
        """
        De gemeente en de corporaties maken samen een plan dat met de

        1 Zie het besluit van de raad, dat op de website staat.
        \f
        bewoners van de haven wordt besproken.
        """
    ) == [
        "De gemeente en de corporaties maken samen een plan dat met de bewoners van de haven wordt besproken.",
        "1 Zie het besluit van de raad, dat op de website staat.",
    ]


FOOTNOTES = [
    ("1 Zie het besluit van de raad.", True),
    ("https://waterhoven.example/plan", True),
    ("1. Zie het besluit van de raad.", False),
    ("1 Bouwen", False),
    ("1 Raadsbesluit, nummer 12", True),
    ("1 Besluit van de gemeenteraad van Waterhoven over de plannen voor de haven", True),
    ("2.1 De gemeente bouwt dertig woningen.", False),
    ("Artikel 1 De gemeente bouwt dertig woningen.", False),
    ("De gemeente bouwt.", False),
]


@pytest.mark.parametrize(("text", "expected"), FOOTNOTES)
def test_a_footnote_is_a_bare_number_and_a_sentence_or_a_link(text: str, *, expected: bool) -> None:
    assert is_footnote(block(text)) is expected


def paragraph(text: str, start: int = 0, **marks: int) -> Line:
    """Return a paragraph as a text processor's file marks it."""
    return replace(Line(text, 1, start, start + len(text), is_paragraph=True), **marks)  # type: ignore[arg-type]


def test_paragraphs_of_a_file_stay_apart() -> None:
    flow = [paragraph("Bouwen in de haven"), paragraph("De gemeente bouwt", 20), paragraph("Beheer", 40)]
    assert [b.text for b in blocks_of(flow)] == ["Bouwen in de haven", "De gemeente bouwt", "Beheer"]


def test_a_heading_and_a_list_of_a_file_keep_their_levels() -> None:
    flow = [paragraph("Bouwen", heading_level=2), paragraph("De gemeente bouwt", 20, list_level=2)]
    assert [(b.kind, b.level, b.marker) for b in blocks_of(flow)] == [
        (BlockKind.HEADING, 2, None),
        (BlockKind.ITEM, 2, "•"),
    ]


def test_a_file_with_every_printed_line_as_a_paragraph_is_read_as_printed() -> None:
    words = [
        "De gemeente en de corporaties maken samen een plan",
        "voor de haven, dat met de huurders van de flats van",
        "Rietveld Wonen wordt besproken.",
    ]
    flow = [paragraph(words[at % 3], 100 * at) for at in range(21)]
    assert [b.text for b in blocks_of(flow)] == [" ".join(words)] * 7


def test_a_table_stands_between_the_paragraphs_around_it() -> None:
    flow = [paragraph("Boven."), table(("Nr.", "Afspraak")), paragraph("Onder.", 90)]
    assert [b.kind for b in blocks_of(flow)] == [BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.PARAGRAPH]


LINES = st.lists(
    st.sampled_from(["De gemeente bouwt", "in de haven.", "•", "K 1.1", "1 Zie dat.", "", "\f", "J", "3.1"])
)


@given(LINES | st.lists(st.text(max_size=30), max_size=12))
def test_no_word_is_lost_and_the_order_stays(lines: list[str]) -> None:
    source = source_of("\n".join(lines))
    found = blocks_of(source.flow)
    assert sorted(_letters(found)) == sorted(_letters_of_lines(source.flow))
    assert all(b.start <= b.end for b in found)


def _letters(found: list[Block]) -> str:
    return "".join("".join(f"{b.marker or ''}{b.text}".split()) for b in found)


def _letters_of_lines(flow: tuple[object, ...]) -> str:
    return "".join("".join(line.text.split()) for line in flow if isinstance(line, Line))


def test_a_paragraph_that_was_cut_in_two_still_knows_its_places() -> None:
    source = source_of(
        """
        De gemeente en de corporaties maken samen een plan dat met de

        1 Zie het besluit van de raad, dat op de website staat.
        \f
        bewoners van de haven wordt besproken.
        """
    )
    whole = blocks_of(source.flow)[0]
    at = whole.text.index("haven")
    assert whole.span(at, at + 5).start == source.raw.index("haven")


def test_a_finished_paragraph_is_not_continued_across_a_footnote() -> None:
    found = texts(
        """
        De gemeente en de corporaties maken samen een plan.

        1 Zie het besluit van de raad, dat op de website staat.
        \f
        bewoners van de haven praten mee.
        """
    )
    assert len(found) == 3


def test_a_code_over_two_lines_knows_its_places() -> None:
    source = source_of("J\n3.10\nDe gemeente bouwt.")
    code = blocks_of(source.flow)[0]
    assert code.span(2, 6).start == source.raw.index("3.10")
    assert code.span(0, 1).start == 0


def test_numbers_below_the_contents_page_are_text_again() -> None:
    assert "2.1 De gemeente bouwt in de haven 30" in texts(
        """
        Inhoud

        1. Inleiding 3

        Inleiding

        De gemeente en de corporaties werken samen.

        2.1 De gemeente bouwt in de haven 30
        """
    )


SEPARATED = """
De gemeente maakt samen met de huurders een plan voor de haven.{0}
Dat doet zij in 2026.{1}

De corporaties bouwen er daarna dertig woningen.

De huurders van de flats krijgen een brief over de werkzaamheden
aan de daken.

De gemeente betaalt.
"""


def test_where_white_space_ends_paragraphs_a_long_line_does_not() -> None:
    text = SEPARATED.format("", " De raad stelt het plan daarna vast.")
    assert texts(text)[0].startswith("De gemeente maakt samen met de huurders een plan voor de haven. Dat doet")


def test_where_paragraphs_follow_each_other_a_line_that_ended_early_does() -> None:
    text = SEPARATED.format("", "").replace("\n\n", "\n")
    assert "Dat doet zij in 2026." in texts(text.replace("een plan voor de haven.", "een plan."))


def test_lines_that_each_hold_a_sentence_are_statements_of_their_own() -> None:
    sentences = [
        "De corporaties kopen de materialen voor het onderhoud samen in.",
        "Anker sluit de flats aan de Havenweg in 2027 aan op het warmtenet.",
        "De gemeente betaalt een bijdrage aan de proef in het centrum.",
    ]
    assert texts("\n".join(sentences)) == sentences
