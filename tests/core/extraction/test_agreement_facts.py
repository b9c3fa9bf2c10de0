"""What a document says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from samenspraak.core.extraction.agreement_facts import facts_of
from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.outline import Place
from samenspraak.core.extraction.result import AgreementFacts, CommitmentKind, DocumentKind, Period, SourceSpan
from tests.core.extraction.documents import CAST, blocks_in

SOME = Candidate("De gemeente bouwt.", SourceSpan(1, 0, 18), Place(), CommitmentKind.FRAMEWORK)
YEARLY = Candidate("De gemeente bouwt.", SourceSpan(1, 0, 18), Place(), CommitmentKind.ANNUAL)
ROW = Candidate("De gemeente bouwt.", SourceSpan(1, 0, 18), Place(), CommitmentKind.MONITOR)
BODY = "De gemeente en de corporaties werken samen aan de haven."


def facts(text: str, *candidates: Candidate, heads: tuple[str, ...] = ()) -> AgreementFacts:
    """Return what a document says of itself; without more it holds one commitment."""
    return facts_of(blocks_in(text), CAST, candidates or (SOME,), heads)


TITLES = [
    (f"Prestatieafspraken Waterhoven 2026-2029\n\n{BODY}", "Prestatieafspraken Waterhoven 2026-2029"),
    (f"Samen aan de kade\n\nPrestatieafspraken 2026-2029\n\n{BODY}", "Prestatieafspraken 2026-2029"),
    (f"Jaarschijf 2026\n\n{BODY}", "Jaarschijf 2026"),
    (f"1. Waarom prestatieafspraken\n\n{BODY}", None),
    (f"Deze afspraken gelden voor vier jaar.\n\n{BODY}", None),
    (f"Wonen in Waterhoven\n\n{BODY}", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_title_says_what_the_document_is(text: str, title: str | None) -> None:
    assert facts(text).title == title


def test_a_running_head_is_the_title_where_the_front_has_none() -> None:
    found = facts(f"Samen aan de kade\n\n{BODY}", heads=("12 Prestatieafspraken Waterhoven pagina #",))
    assert found.title == "Prestatieafspraken Waterhoven"


KINDS = [
    ("Prestatieafspraken 2026-2029", DocumentKind.MULTI_YEAR),
    ("Kaderafspraken wonen", DocumentKind.MULTI_YEAR),
    ("Raamovereenkomst wonen 2026-2029", DocumentKind.MULTI_YEAR),
    ("Jaarschijf 2026", DocumentKind.YEAR_SLICE),
    ("Jaarafspraken 2026", DocumentKind.YEAR_SLICE),
    ("Bieding 2026 van Rietveld Wonen", DocumentKind.BID),
    ("Monitor prestatieafspraken 2025", DocumentKind.MONITOR),
    ("Woonakkoord Kust 2024-2030", DocumentKind.REGIONAL),
    ("Regionale prestatieafspraken", DocumentKind.REGIONAL),
    ("Raadsinformatiebrief prestatieafspraken", DocumentKind.COUNCIL_LETTER),
    ("Samen aan de kade", DocumentKind.OTHER),
]


@pytest.mark.parametrize(("title", "kind"), KINDS)
def test_the_sort_of_document_is_told_by_its_title(title: str, kind: DocumentKind) -> None:
    assert facts(f"{title}\n\n{BODY}").kind is kind


def test_a_document_without_commitments_is_something_else() -> None:
    assert facts_of(blocks_in("Prestatieafspraken 2026-2029"), CAST, (), ()).kind is DocumentKind.OTHER


def test_a_document_that_is_mostly_rows_is_a_monitor() -> None:
    assert facts(f"Jaarschijf 2026\n\n{BODY}", ROW, ROW, SOME).kind is DocumentKind.MONITOR


def test_a_document_with_framework_and_annual_commitments_is_for_several_years() -> None:
    assert facts(f"Jaarschijf 2026\n\n{BODY}", *[SOME] * 10, YEARLY).kind is DocumentKind.MULTI_YEAR
    assert facts(f"Jaarschijf 2026\n\n{BODY}", *[SOME] * 9, YEARLY).kind is DocumentKind.YEAR_SLICE


PERIODS = [
    ("Prestatieafspraken 2026-2029", Period(2026, 2029)),
    ("Prestatieafspraken 2026 tot en met 2029", Period(2026, 2029)),
    ("Jaarschijf 2026", Period(2026, 2026)),
    ("Jaarafspraken 2026 bij de kaderafspraken 2024-2027", Period(2026, 2026)),
    ("Bod 2026 van Rietveld Wonen", Period(2026, 2026)),
    ("Wonen in Waterhoven", None),
]


@pytest.mark.parametrize(("title", "period"), PERIODS)
def test_the_period_stands_in_the_title(title: str, period: Period | None) -> None:
    assert facts(f"{title}\n\n{BODY}").period == period


def test_the_period_may_stand_where_the_document_speaks_of_itself() -> None:
    text = (
        "Samen aan de kade\n\nDeze prestatieafspraken gelden voor de jaren 2026-2029.\n\n"
        "De woonvisie 2020-2030 van de gemeente blijft gelden."
    )
    assert facts(text).period == Period(2026, 2029)


def test_the_title_counts_more_than_an_older_period_in_the_text() -> None:
    older = "\n\n".join(["De vorige prestatieafspraken golden van 2021-2025."] * 4)
    assert facts(f"Prestatieafspraken 2026-2029\n\n{older}").period == Period(2026, 2029)


SIGNED = [
    ("Ondertekening\n\nWaterhoven, 12 december 2025", date(2025, 12, 12)),
    ("Aldus overeengekomen te Waterhoven op 12 december 2025.", date(2025, 12, 12)),
    ("Deze overeenkomst is getekend op 1 juli 2025.", date(2025, 7, 1)),
    ("Deze overeenkomst is op 31 november 2025 getekend.", None),
    ("De bouwvergunning is getekend op 1 juli 2025.", None),
    ("De vergadering is op 1 juli 2025.", None),
]


@pytest.mark.parametrize(("text", "day"), SIGNED)
def test_the_day_of_signing_stands_beside_the_signatures(text: str, day: date | None) -> None:
    assert facts(f"Prestatieafspraken 2026-2029\n\n{BODY}\n\n{text}").signed_on == day


def test_the_parties_are_those_of_the_cast() -> None:
    found = facts(BODY)
    assert found.municipalities == CAST.municipalities
    assert found.housing_associations == CAST.housing_associations
    assert found.tenants_organisations == CAST.tenants_organisations
