from __future__ import annotations

import pytest

from samenspraak.core.extraction.proposed_title import proposed_title
from samenspraak.core.extraction.result import AgreementFacts, DocumentKind, Period


def facts(
    title: str | None,
    *places: str,
    years: tuple[int, int] | None = (2026, 2029),
    kind: DocumentKind = DocumentKind.MULTI_YEAR,
    about: str | None = None,
) -> AgreementFacts:
    return AgreementFacts(
        title=title,
        kind=kind,
        period=None if years is None else Period(*years),
        municipalities=places,
        housing_associations=(),
        tenants_organisations=(),
        signatories=(),
        signed_on=None,
        about=about,
    )


@pytest.mark.parametrize(
    "title",
    ["Samen wonen in Waterhoven", "Jaarschijf 2026", "Afspraken over wonen voor iedereen"],
    ids=["a place", "a year", "more than a kind of document"],
)
def test_a_title_that_tells_documents_apart_stays_as_it_is(title: str) -> None:
    assert proposed_title(facts(title, "Waterhoven")) == title


def test_a_title_that_only_says_what_kind_of_document_it_is_gets_place_and_period() -> None:
    assert proposed_title(facts("Prestatieafspraken", "Waterhoven")) == "Prestatieafspraken Waterhoven 2026–2029"
    assert proposed_title(facts("Voortgangsbericht", "A", "B", years=(2026, 2026))) == "Voortgangsbericht A en B 2026"
    assert proposed_title(facts("Woonakkoord", "A", "B", "C")) == "Woonakkoord 2026–2029"


def test_without_a_title_it_goes_by_its_kind_and_without_a_place_or_year_by_nothing() -> None:
    year = facts(None, "Waterhoven", years=(2026, 2026), kind=DocumentKind.YEAR_SLICE)
    assert proposed_title(year) == "Prestatieafspraken Waterhoven 2026"
    assert proposed_title(facts(None, years=None)) is None
    assert proposed_title(facts("Prestatieafspraken", years=None)) == "Prestatieafspraken"
    assert proposed_title(facts(None, "Waterhoven", kind=DocumentKind.OTHER)) is None


def test_a_letter_goes_by_the_agreement_that_it_is_about() -> None:
    about = "Woonakkoord Kust en Polder 2026-2029"
    assert proposed_title(facts("Voortgangsbericht", "A", "B", about=about)) == about
    about = "Meerjarige prestatieafspraken Waterhoven"
    assert proposed_title(facts("Raadsbrief", "Waterhoven", about=about)) == f"{about} 2026–2029"
    assert proposed_title(facts("Raadsbrief", "Waterhoven", about=about, years=None)) == about


def test_a_letter_with_a_title_of_its_own_keeps_it() -> None:
    assert proposed_title(facts("Raadsbrief 12", "Waterhoven", about="Woondeal Kust")) == "Raadsbrief 12"
