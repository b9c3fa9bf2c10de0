"""How values are said on the screen."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from samenspraak.apps.agreements.models import Commitment, CommitmentQuantity
from samenspraak.apps.agreements.pages import DeadlineView, QuantityView
from samenspraak.web.design.deadlines import deadline_short, deadline_words, period_words
from samenspraak.web.design.quantities import number_words, quantity_words
from samenspraak.web.design.samples import SampleTable
from samenspraak.web.design.templatetags import words

Bound = CommitmentQuantity.Bound
Kind = Commitment.DeadlineKind


@pytest.mark.parametrize(
    ("value", "unit", "bound", "dutch", "english"),
    [
        (65, "percent", Bound.MIN, "ten minste 65%", "at least 65%"),
        (66.7, "percent", Bound.EXACT, "66,7%", "66.7%"),
        (2250, "dwelling", Bound.EXACT, "2.250 woningen", "2,250 dwellings"),
        (1, "dwelling", Bound.MAX, "ten hoogste 1 woning", "at most 1 dwelling"),
        (0, "dwelling", Bound.EXACT, "0 woningen", "0 dwellings"),
        (15_000_000, "EUR", Bound.ABOUT, "ongeveer € 15 miljoen", "about € 15 million"),
        (1_250_000, "EUR", Bound.EXACT, "€ 1,25 miljoen", "€ 1.25 million"),
        (1_234_567, "EUR", Bound.EXACT, "€ 1.234.567", "€ 1,234,567"),
        (750.5, "EUR/month", Bound.MAX, "ten hoogste € 750,50 per maand", "at most € 750.50 per month"),
        (4, "times/year", Bound.MIN, "ten minste 4 keer per jaar", "at least 4 times per year"),
        (1, "times/year", Bound.EXACT, "1 keer per jaar", "1 time per year"),
        (5000, "EUR/dwelling", Bound.EXACT, "€ 5.000 per woning", "€ 5,000 per dwelling"),
        (6, "week", Bound.EXACT, "6 weken", "6 weeks"),
        (3, "year", Bound.EXACT, "3 jaar", "3 years"),
        (12, "laadpalen", Bound.EXACT, "12 laadpalen", "12 laadpalen"),
    ],
)
def test_a_quantity_is_said_as_people_say_it(
    value: float, unit: str, bound: CommitmentQuantity.Bound, dutch: str, english: str
) -> None:
    quantity = QuantityView("", value, unit, bound, "")
    assert quantity_words(quantity) == dutch
    with translation.override("en"):
        assert quantity_words(quantity) == english


@pytest.mark.parametrize(
    ("subject", "unit", "said"),
    [
        ("sociale huurwoningen", "dwelling", "ten minste 240 sociale huurwoningen"),
        ("Woningen", "dwelling", "ten minste 240 Woningen"),
        ("per jaar", "dwelling", "ten minste 240 woningen"),
        ("grote huishoudens", "household", "ten minste 240 grote huishoudens"),
        ("", "dwelling", "ten minste 240 woningen"),
        ("huurwoningen", "percent", "ten minste 240%"),
    ],
)
def test_what_is_counted_takes_the_place_of_its_unit(subject: str, unit: str, said: str) -> None:
    assert quantity_words(QuantityView("", 240, unit, Bound.MIN, subject)) == said


@pytest.mark.parametrize(
    ("value", "said"), [(0.1 + 0.2, "0,3"), (1e6, "1.000.000"), (2.50, "2,5"), (-3, "-3"), (62.556, "62,56")]
)
def test_a_number_has_no_more_digits_than_it_needs(value: float, said: str) -> None:
    assert number_words(value) == said


@pytest.mark.parametrize(
    ("kind", "on", "text", "whole", "short"),
    [
        (Kind.DATE, date(2027, 6, 30), "vóór juli 2027", "uiterlijk 30 juni 2027", "30 juni 2027"),
        (
            Kind.QUARTER,
            date(2026, 3, 31),
            "Q1",
            "1e kwartaal 2026 (uiterlijk 31 maart 2026)",
            "1e kwartaal 2026",
        ),
        (Kind.TERTIAL, date(2026, 8, 31), "T2", "T2 2026 (uiterlijk 31 augustus 2026)", "T2 2026"),
        (Kind.YEAR, date(2028, 12, 31), "eind 2028", "2028 (uiterlijk 31 december 2028)", "2028"),
        (Kind.CONTINUOUS, None, "jaarlijks", "doorlopend", "doorlopend"),
        (Kind.CONTINUOUS, date(2029, 12, 31), "looptijd", "doorlopend (uiterlijk 31 december 2029)", "doorlopend"),
        (Kind.CONDITIONAL, None, "na de vergunning", "na de vergunning", "na de vergunning"),
        (Kind.DATE, None, "binnenkort", "binnenkort", "binnenkort"),
    ],
)
def test_a_deadline_is_said_whole_and_short(
    kind: Commitment.DeadlineKind, on: date | None, text: str, whole: str, short: str
) -> None:
    deadline = DeadlineView(text, kind, on)
    assert (deadline_words(deadline), deadline_short(deadline)) == (whole, short)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [(2026, 2029, "2026–2029"), (2026, 2026, "2026"), (2026, None, "2026"), (None, None, "periode niet bekend")],
)
def test_a_period_is_said_in_years(start: int | None, end: int | None, said: str) -> None:
    assert period_words(start, end) == said


@pytest.mark.parametrize(
    ("page", "count", "numbers"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (5, 12, [1, None, 4, 5, 6, None, 12]),
        (12, 12, [1, None, 11, 12]),
    ],
)
def test_a_long_list_of_pages_is_shortened(page: int, count: int, numbers: list[int | None]) -> None:
    assert words.page_numbers(page, count) == numbers


@pytest.mark.parametrize(
    ("cell", "said"), [(2250, "2.250"), (3.5, "3,5"), ("n.t.b.", "n.t.b."), (None, "–"), ("", ""), ("A+", "A+")]
)
def test_a_cell_is_said_as_it_is(cell: str | float | None, said: str) -> None:
    assert words.cell_words(cell) == said


def test_a_column_of_numbers_is_set_to_the_right_and_the_unknown_apart() -> None:
    table = SampleTable(("Wie", "2026", "", "Nr."), (("De Linde", 12, "ja", "1a"), ("Samen", "n.t.b.", None, 2)))
    assert words.table_heads(table) == [("Wie", ""), ("2026", "number"), ("–", ""), ("Nr.", "")]
    assert words.table_cells(table) == [
        [("De Linde", ""), ("12", "number"), ("ja", ""), ("1a", "")],
        [("Samen", ""), ("n.t.b.", "number unknown"), ("–", "unknown"), ("2", "")],
    ]


@pytest.mark.parametrize(
    ("repair", "sentence"),
    [
        (("ligature", "Ɵ", "ti", 1312), "“Ɵ” gelezen als “ti”: 1.312 keer."),
        (
            ("hyphenation", "", "", 1),
            "Woorden die aan het eind van een regel waren afgebroken zijn weer heel gemaakt: 1 keer.",
        ),
        (("running_head", "blad 3", "", 24), "Kop- of voetregel weggelaten: “blad 3” (24 keer)."),
        (("other", "§", "", 2), "Weggelaten: “§” (2 keer)."),
    ],
)
def test_a_repair_is_a_sentence(repair: tuple[str, str, str, int], sentence: str) -> None:
    assert words.repair_words(repair) == sentence


@pytest.mark.parametrize(
    ("priority", "said"), [("T2", "T2"), ("continuous", "doorlopend"), ("see Zandhoek", "zie Zandhoek"), ("", "")]
)
def test_a_priority_is_said_in_dutch(priority: str, said: str) -> None:
    assert words.priority_words(priority) == said


def test_a_light_says_its_colour_and_never_guesses() -> None:
    assert [words.light_words(v) for v in ("green", "amber", "red", "grey", "", None, "blue")] == [
        "Groen",
        "Geel",
        "Rood",
        "Grijs",
        "Nog niet bekend",
        "Nog niet bekend",
        "Nog niet bekend",
    ]
