"""What stands in a cell of an extract, and what it is taken for."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.core.measurement.key_figures.raw_columns import RAW, RawColumn
from samenspraak.engines.extracts.cells import cell_value, cents_in, day_in, flag_in, share_in
from samenspraak.engines.extracts.municipalities import code_of_municipality

STOCK, ALLOCATIONS = RAW[Subject.STOCK], RAW[Subject.ALLOCATIONS]


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("652,10", 65210),
        ("652.10", 65210),
        ("1.157,95", 115795),
        ("1,157.95", 115795),
        ("€ 1.157,95", 115795),
        ("EUR 700", 70000),
        ("15.000,-", 1500000),
        ("1.234", 123400),  # a point before three digits groups thousands, as everywhere in Dutch
        ("0,01", 1),
        ("-5", -500),
        ("652,105", 65211),
    ],
)
def test_an_amount_is_read_as_it_was_meant(text: str, cents: int) -> None:
    assert cents_in(text) == cents


@pytest.mark.parametrize("text", ["6a", "1,2,3", "nan", "Infinity", "12.34.56", "=A1*2", "1e99", "99.999.999,00"])
def test_what_is_no_amount_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        cents_in(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-07-01", date(2024, 7, 1)),
        ("01-07-2024", date(2024, 7, 1)),
        ("1/7/2024", date(2024, 7, 1)),
        ("20240701", date(2024, 7, 1)),
        ("2024-07-01T00:00:00Z", date(2024, 7, 1)),
        ("1-7-2024 00:00", date(2024, 7, 1)),
    ],
)
def test_a_day_is_read_in_the_usual_notations(text: str, day: date) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize("text", ["31-02-2024", "2024", "gisteren"])
def test_a_day_that_does_not_exist_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        day_in(text)


@pytest.mark.parametrize(
    ("name", "subject", "text"), [("household_size", "allocations", "0"), ("evictions", "stock", "-3")]
)
def test_a_count_below_what_it_can_be_is_not_read(name: str, subject: str, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        cell_value(text, RAW[Subject(subject)][name])


def test_shares_and_flags() -> None:
    assert [share_in(text) for text in ("50", "100%", "0,5", "33,33", "0")] == [5000, 10000, 5000, 3333, 0]
    assert [flag_in(text) for text in ("ja", "1", "NEE", "0,0", "true")] == [1, 1, 0, 0, 1]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("energy_label", "A++++", "AP4"),
        ("energy_label", "a+", "AP"),
        ("energy_label", "ENERGIELABEL.G", "G"),
        ("energy_label", "onbekend", None),
        ("energy_label", "n.v.t.", None),
        ("social_label", "niet-DAEB", "NDA"),
        ("in_reason", "Nieuwbouw", "NIE"),
    ],
)
def test_a_code_is_understood_in_words_too(name: str, text: str, code: str | None) -> None:
    assert cell_value(text, STOCK[name]) == code


def test_the_same_word_means_what_its_column_says() -> None:
    assert cell_value("NIE", STOCK["in_reason"]) == cell_value("NIE", ALLOCATIONS["appropriateness"]) == "NIE"
    with pytest.raises(ValueError, match="H"):
        cell_value("H", STOCK["energy_label"])


@pytest.mark.parametrize(
    ("text", "code"), [("GM0399", "GM0399"), ("399", "GM0399"), ("Heiloo", "GM0399"), ("heiloo", "GM0399")]
)
def test_a_municipality_is_known_by_code_and_by_name(text: str, code: str) -> None:
    assert code_of_municipality(text) == code


@pytest.mark.parametrize("text", ["Bergen", "Nergenshuizen"])
def test_a_name_of_two_municipalities_or_of_none_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=text.lower()):
        code_of_municipality(text)


@given(st.text(max_size=30), st.sampled_from([*STOCK.values(), *ALLOCATIONS.values()]))
def test_whatever_stands_in_a_cell_it_is_a_value_or_a_value_error(text: str, column: RawColumn) -> None:
    with suppress(ValueError):
        assert cell_value(text, column) != ""
