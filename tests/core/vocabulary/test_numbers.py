"""Numbers as Dutch texts write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.vocabulary.numbers import NumberKind, find_numbers, format_number

# text, values ("low-high" for a range)
DIGITS = [
    ("2.250 woningen", "2250"),
    ("18.350 stuks", "18350"),
    ("1.250.000 inwoners", "1250000"),
    ("92,5 punt", "92.5"),
    ("0,4 van", "0.4"),
    ("Het zijn er 30.", "30"),
    ("50m² groot", "50"),
    ("2x per jaar", "2"),
    ("0 of 1 woning", "0-1"),
    ("2 à 3 plekken", "2-3"),
    ("2 a 3 plekken", "2-3"),
    ("500 tot 650 woningen", "500-650"),
    ("500 tot en met 650 woningen", "500-650"),
    ("20-25 woningen", "20-25"),
    ("20 – 25 woningen", "20-25"),
    ("tussen 10 en 15 woningen", "10-15"),
    ("tussen de 10 en 15 woningen", "10-15"),
    ("minimaal 10 en maximaal 15 woningen", "10-15"),
    ("10 en 15 woningen", "10 15"),
    ("maximaal 15 tot 2030", "15 2030"),
]
WORDS = [
    ("twee woningen", "2"),
    ("vijfentwintig woningen", "25"),
    ("tweeëntwintig woningen", "22"),
    ("honderd woningen", "100"),
    ("honderdvijftig woningen", "150"),
    ("vijftienhonderd woningen", "1500"),
    ("tweeduizend woningen", "2000"),
    ("anderhalf jaar", "1.5"),
    ("zes à acht weken", "6-8"),
    ("minimaal drie en maximaal vijf keer", "3-5"),
    ("een keer per jaar", "1"),
    ("één woning", "1"),
    ("een woning", ""),
    ("honderden woningen", ""),
    ("tientallen gezinnen", ""),
    ("in acht te nemen", ""),
    ("één-op-één", ""),
]
SIGNS = [
    ("10%", "10 percent"),
    ("10 procent", "10 percent"),
    ("2.5%", "2.5 percent"),
    ("10-15%", "10-15 percent"),
    ("10% tot 15%", "10-15 percent"),
    ("0,5 procentpunt", "0.5 percent"),
    ("€ 1.250,50", "1250.5 EUR"),
    ("€44.035,-", "44035 EUR"),
    ("44.035,- per jaar", "44035 EUR"),
    ("€ 12.50", "12.5 EUR"),
    ("15 miljoen euro", "15000000 EUR"),
    ("€ 1,5 mln.", "1500000 EUR"),
    ("1 à 2 miljoen euro", "1000000-2000000 EUR"),
    ("€ 500 - € 600", "500-600 EUR"),
    ("EUR 300", "300 EUR"),
    ("een half miljoen", ""),
]
FRACTIONS = [
    ("twee derde", "66.7"),
    ("tweederde van", "66.7"),
    ("een derde van de", "33.3"),
    ("een derde gesprek", ""),
    ("minimaal een derde deel", "33.3"),
    ("de helft van de huurders", "50"),
    ("de eerste helft van 2026", "2026"),
    ("de helft van het jaar", ""),
    ("een kwart", "25"),
    ("driekwart", "75"),
    ("2/3 deel", "66.7"),
    ("vier op de tien", "40"),
    ("1 op de 3", "33.3"),
]
NO_NUMBERS = [
    "K1.2 en J 3.10a", "CO2 en PM10x", "wijken3 en straten12", "12-05-2024", "3-30-300", "14.00 uur", "06-12345678",
    "punt 3.2", "55+", "2-kamerwoning", "de 21e verjaardag", "de jaren '60",
]  # fmt: skip


def values(text: str) -> str:
    found = find_numbers(text)
    return " ".join(f"{n.value:.10g}" + (f"-{n.upper:.10g}" if n.upper is not None else "") for n in found)


@pytest.mark.parametrize(("text", "expected"), [*DIGITS, *WORDS, *FRACTIONS])
def test_a_number_has_a_value(text: str, expected: str) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(("text", "expected"), SIGNS)
def test_a_sign_gives_a_number_its_kind(text: str, expected: str) -> None:
    assert " ".join([values(text), *(n.kind for n in find_numbers(text))]).strip() == expected


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_digits_in_a_code_a_date_or_a_telephone_number_are_no_number(text: str) -> None:
    assert find_numbers(text) == ()


def test_a_share_in_words_is_a_percentage() -> None:
    assert [n.kind for n in find_numbers("de helft")] == [NumberKind.PERCENT]


@given(st.integers(min_value=0, max_value=99_999_999).map(lambda cents: cents / 100))
def test_a_written_number_reads_back(value: float) -> None:
    assert [n.value for n in find_numbers(f"Het zijn er {format_number(value)} in totaal")] == [value]


@given(st.text(alphabet="0123456789.,%€- totenhalf\n/à", max_size=60) | st.text(max_size=200))
def test_a_number_stands_where_it_says(text: str) -> None:
    for number in find_numbers(text):
        assert number.text == text[number.start : number.end] != ""
        assert number.upper is None or number.upper > number.value


@pytest.mark.parametrize("repeated", ["1", "a", " ", "1.", "€", "1-", "een ", "één ", "(", "1 op de "])
def test_a_long_repetition_is_read_in_time(repeated: str) -> None:
    find_numbers(repeated * (20_000 // len(repeated)))
