from __future__ import annotations

from dataclasses import replace

import pytest

from samenspraak.core.extraction.source import Cell, Line, Repair, RepairKind, Table
from samenspraak.engines.readers.repair.edits import Flow
from samenspraak.engines.readers.repair.running_heads import remove_running_heads
from samenspraak.engines.readers.repair.tally import Tally
from tests.engines.readers.repair.samples import A4, joined, paged_flow


def body(page: int) -> list[str]:
    return [f"Op bladzijde {page} staat regel {chr(97 + line)} met woorden over wonen." for line in range(9)]


def kept(flow: Flow, tally: Tally | None = None) -> list[str]:
    return joined(remove_running_heads(flow, [A4] * 30, tally or Tally()))


def test_a_head_with_a_changing_number_goes_and_is_reported_once() -> None:
    flow = paged_flow(*([f"Prestatieafspraken Zonnedal {page}", *body(page)] for page in range(1, 6)))
    tally = Tally()
    assert kept(flow, tally) == [line for page in range(1, 6) for line in body(page)]
    assert tally.repairs() == (Repair(RepairKind.RUNNING_HEAD, "Prestatieafspraken Zonnedal ‹nummer›", "", 5),)


@pytest.mark.parametrize("with_boxes", [True, False], ids=["with boxes", "without boxes"])
@pytest.mark.parametrize("foot", ["{page}", "- {page} -", "Pagina {page} van 8", "{page} | Gemeente Zonnedal"])
def test_page_numbers_go(foot: str, *, with_boxes: bool) -> None:
    flow = paged_flow(*([*body(page), foot.format(page=page)] for page in range(3, 9)), with_boxes=with_boxes)
    assert kept(flow) == [line for page in range(3, 9) for line in body(page)]


def test_roman_page_numbers_go() -> None:
    flow = paged_flow(*([*body(page), roman] for page, roman in enumerate(["i", "ii", "iii", "iv"], 1)))
    assert kept(flow) == [line for page in range(1, 5) for line in body(page)]


@pytest.mark.parametrize("with_boxes", [True, False], ids=["with boxes", "without boxes"])
def test_the_same_line_on_top_of_every_page_goes(*, with_boxes: bool) -> None:
    flow = paged_flow(
        *(["Gemeente Zonnedal, afdeling wonen", *body(page)] for page in range(1, 6)), with_boxes=with_boxes
    )
    assert kept(flow) == [line for page in range(1, 6) for line in body(page)]


def test_left_and_right_pages_can_have_heads_of_their_own() -> None:
    heads = ["Gemeente Zonnedal", "Meerjarige afspraken"]
    flow = paged_flow(*([heads[page % 2], *body(page)] for page in range(1, 9)), with_boxes=True)
    assert kept(flow) == [line for page in range(1, 9) for line in body(page)]


def test_a_heading_that_comes_back_in_the_text_stays() -> None:
    pages = [["Afspraken", *body(page), "Afspraken", *body(page)] for page in range(1, 7)]
    assert kept(paged_flow(*pages)) == [line for page in pages for line in page]


def test_a_heading_in_large_letters_stays() -> None:
    flow = paged_flow(*(["Onze afspraken hier", *body(page)] for page in range(1, 7)), with_boxes=True)
    large = tuple(
        replace(item, size=16.0) if isinstance(item, Line) and item.text.startswith("Onze") else item for item in flow
    )
    assert kept(large).count("Onze afspraken hier") == 6


@pytest.mark.parametrize(
    "lines",
    [
        ["1.", "2.", "3.", "4.", "5."],
        ["2024", "2025", "2026", "2027", "2028"],
        ["Thema 1", "Thema 2", "Thema 3", "Thema 4", "Thema 5"],
        ["Artikel 1", "Artikel 2", "Artikel 3", "Artikel 4", "Artikel 5"],
        ["12 woningen", "40 woningen", "7 woningen", "31 woningen", "16 woningen"],
    ],
)
def test_item_numbers_years_and_headings_stay(lines: list[str]) -> None:
    pages = [[line, *body(page)] for page, line in enumerate(lines, 1)]
    assert kept(paged_flow(*pages)) == [line for page in pages for line in page]


def spaced(*lines: str) -> Flow:
    """Return the lines of a text without pages, each between blank lines."""
    flow, start = [], 0
    for text in lines:
        flow.append(Line(text, 1, start, start + len(text), space_before=2.0))
        start += len(text) + 3
    return tuple(flow)


LONG = "Dit is een lange regel over wonen, zorg en samenwerking in de gemeente Zonnedal. " * 25


def test_in_a_text_without_pages_a_head_is_known_by_its_growing_number() -> None:
    heads = ["Meerjarenafspraken Zonnedal 2024-2028 6", "8Meerjarenafspraken Zonnedal 2024-2028"]
    tally = Tally()
    lines = [LONG, heads[0], LONG, LONG, heads[1], LONG, "Meerjarenafspraken Zonnedal 2024-2028 9", LONG]
    flow = spaced(*lines)
    assert kept(flow, tally) == [LONG] * 5
    assert tally.repairs()[0] == Repair(
        RepairKind.RUNNING_HEAD, "Meerjarenafspraken Zonnedal 2024-2028 ‹nummer›", "", 3
    )


def test_in_a_text_without_pages_bare_page_numbers_go() -> None:
    assert kept(spaced(LONG, "1", LONG, "2", LONG, "3", LONG)) == [LONG] * 4


def test_one_bare_number_goes_only_where_that_page_would_be() -> None:
    assert kept(spaced(LONG, LONG, LONG, LONG, "4", LONG)) == [LONG] * 5
    assert "14" in kept(spaced(LONG, LONG, LONG, LONG, "14", LONG))


def test_the_numbers_of_a_table_column_stay() -> None:
    column = ["aantal", "12", "14", "15", "19", "23", "totaal", "83"]
    assert kept(spaced(LONG, *column, LONG)) == [LONG, *column, LONG]


def test_bare_item_numbers_above_short_items_stay() -> None:
    lines = [text for number in range(1, 9) for text in (str(number), LONG[:500])]
    assert kept(spaced(*lines)) == lines


def test_tables_stay() -> None:
    table = Table(((Cell("3", 0, 1),),), 3, 0, 1)
    flow = paged_flow(*([*body(page), str(page)] for page in range(1, 6)))
    assert table in remove_running_heads((*flow, table), [], Tally())
