"""What stands before an item: bullets, numbers, codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.extraction.markers import bullet_of, code_of, labels_in, number_of

CODES = [
    ("K 1.1 Gemeente", "K 1.1"),
    ("K1.12 Bouwen", "K 1.12"),
    ("K.1.14 Bouwen", "K 1.14"),
    ("J. 2.7 Bouwen", "J 2.7"),
    ("A1 Bouwen in de haven", "A 1"),
    ("B-3 Huurprijzen", "B 3"),
    ("Actie 1.a De gemeente bouwt", "1.a"),
    ("IV.2 De gemeente bouwt", "IV 2"),
    ("BW 3 is geen artikel hier", None),
    ("Afspraak 4: de gemeente bouwt", "4"),
    ("Actie nr. 12 - De gemeente bouwt", "12"),
    ("Prestatieafspraak 2.1 Bouwen", "2.1"),
    ("Q2 2026", None),
    ("T1-T3", None),
    ("K3 2026", None),
    ("K3.1 Wonen", "K 3.1"),
    ("CO2 wordt gemeten", None),
    ("EU 2030", None),
    ("NEN 7120", None),
    ("De gemeente bouwt 30 woningen", None),
    ("Afspraken 2026", None),
    ("", None),
]
LABELS = [
    ("Trekker: gemeente", [("Trekker", "gemeente")]),
    ("Wie: De Linde en gemeente Wanneer: Q3 2026", [("Wie", "De Linde en gemeente"), ("Wanneer", "Q3 2026")]),
    ("Let op: de gemeente bouwt", []),
    ("De gemeente bouwt", []),
]
NUMBERS = [
    ("2 | Wonen met zorg", "2"),
    ("1. Doorstroming", "1"),
    ("1 Schuldhulp", "1"),
    ("2.3 De gemeente bouwt", "2.3"),
    ("2.3.1. de gemeente bouwt", "2.3.1"),
    ("4) Monitoring", "4"),
    ("Artikel 4 Looptijd", "4"),
    ("Artikel 4. Looptijd", "4"),
    ("12 juli 2026", None),
    ("30 woningen", None),
    ("2 à 3 woningen", None),
    ("1. 2026", None),
    ("3. - Bouwen", None),
    ("1. 'Thuis' bouwen", "1"),
    ("2026 wordt een druk jaar", None),
    ("1.500 woningen", None),
    ("", None),
]
BULLETS = [
    ("• Bouwen", "•"),
    ("- Bouwen", "-"),
    ("– Bouwen", "–"),
    ("-5 graden", None),
    ("o De gemeente bouwt", "o"),
    ("o nee", None),
    ("op tijd", None),
    ("* Bouwen", "*"),
    ("\uf0b7 Bouwen", "\uf0b7"),
    ("Bouwen", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "code"), CODES)
def test_a_code_is_kept_as_letter_space_number(line: str, code: str | None) -> None:
    found = code_of(line)
    assert (found.normal if found else None) == code


@pytest.mark.parametrize(("line", "number"), NUMBERS)
def test_a_number_opens_an_item_and_a_count_or_date_does_not(line: str, number: str | None) -> None:
    found = number_of(line)
    assert (found.normal if found else None) == number


@pytest.mark.parametrize(("line", "mark"), BULLETS)
def test_a_bullet_is_a_sign_and_no_letter_of_a_word(line: str, mark: str | None) -> None:
    found = bullet_of(line)
    assert (found["mark"] if found else None) == mark


def test_the_parts_of_a_number_are_its_levels() -> None:
    code = code_of("K 1.12 Bouwen")
    assert code is not None
    assert code.parts == (1, 12)


@given(st.from_regex(r"[A-Z]{1,2} ?[.]?[0-9]{1,2}\.[0-9]{1,2} [A-Z][a-z]{2,9}", fullmatch=True) | st.text(max_size=40))
def test_a_marker_is_never_wider_than_its_line(line: str) -> None:
    for found in (code_of(line), number_of(line)):
        assert found is None or 0 < found.width <= len(line)


@pytest.mark.parametrize(("line", "expected"), LABELS)
def test_a_line_may_name_several_fields(line: str, expected: list[tuple[str, str]]) -> None:
    assert labels_in(line) == expected
