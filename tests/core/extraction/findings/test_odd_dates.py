from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from samenspraak.core.extraction.findings.odd_dates import impossible, past_deadlines, signing
from samenspraak.core.extraction.result import CommitmentKind, DocumentKind, Period
from tests.core.extraction.findings.material_of import commitment, material_of, signed


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Het overleg is op 31 november 2025.", "31 november 2025"),
        ("Het overleg is op 30 februari.", "30 februari"),
        ("Dit geldt tot 29-02-2027.", "29-02-2027"),
    ],
)
def test_a_day_that_no_calendar_has_is_a_finding(text: str, day: str) -> None:
    (found,) = impossible(material_of(text))
    assert found.message == f"De datum ‘{day}’ in dit document bestaat niet."
    assert text[found.spans[0].start : found.spans[0].end] == day


def test_a_day_that_the_calendar_has_is_none() -> None:
    assert list(impossible(material_of("Het overleg is op 29 februari 2028, bij punt 31 van de agenda."))) == []


@pytest.mark.parametrize(
    ("day", "first", "last", "odd"),
    [
        (date(2026, 12, 11), 2026, 2026, True),  # the year was over: 2025 is meant
        (date(2025, 12, 11), 2026, 2026, False),
        (date(2026, 3, 1), 2026, 2026, False),  # late, but it happens
        (date(2024, 9, 1), 2024, 2027, False),
        (date(2025, 2, 1), 2024, 2027, True),
        (date(2020, 1, 1), 2024, 2027, True),
    ],
)
def test_a_signature_long_after_the_beginning_is_a_finding(day: date, first: int, last: int, *, odd: bool) -> None:
    months = ("januari", "februari", "maart", "september", "december")
    name = dict(zip((1, 2, 3, 9, 12), months, strict=True))[day.month]
    text = f"Ondertekening\n\nGetekend op {day.day} {name} {day.year} door partijen."
    found = list(signing(material_of(text, facts=signed(day, Period(first, last)))))
    assert bool(found) is odd


def test_the_sentence_names_the_day_the_place_and_the_years() -> None:
    text = "Ondertekening\n\nGetekend op 11 december 2026 in Waterhoven."
    facts = signed(date(2026, 12, 11), Period(2026, 2026))
    (found,) = signing(material_of(text, facts=facts))
    assert found.message == (
        "Als datum van ondertekening staat onder ‘Ondertekening’ 11 december 2026, "
        "maar de afspraken gaan over 2026. Klopt het jaar?"
    )


def test_a_report_that_names_an_old_signature_is_no_finding() -> None:
    facts = signed(date(2026, 12, 11), Period(2022, 2025), DocumentKind.MONITOR)
    assert list(signing(material_of("Getekend op 11 december 2026.", facts=facts))) == []


def test_a_deadline_before_the_signature_is_a_finding() -> None:
    facts = signed(date(2026, 1, 12), Period(2026, 2029))
    late = commitment("De Linde stelt in 2025 een plan op.", code="K 1.1")
    fine = commitment("De Linde stelt uiterlijk in 2027 een plan op.")
    (found,) = past_deadlines(material_of(facts=facts, commitments=[late, fine]))
    assert found.message == (
        "De termijn ‘in 2025’ in dit document was al voorbij toen er werd getekend (12 januari 2026)."
    )
    assert found.spans == (late.span,)


def test_when_the_signature_itself_is_odd_its_deadlines_are_not_questioned() -> None:
    facts = signed(date(2026, 12, 11), Period(2026, 2026))
    late = commitment("De Linde stelt uiterlijk Q1 2026 een plan op.")
    assert list(past_deadlines(material_of(facts=facts, commitments=[late]))) == []


def test_a_row_of_a_monitor_looks_back() -> None:
    facts = signed(date(2025, 12, 11), Period(2026, 2029))
    row = replace(commitment("De Linde stelt uiterlijk 1 november 2025 een plan op."), kind=CommitmentKind.MONITOR)
    assert list(past_deadlines(material_of(facts=facts, commitments=[row]))) == []
