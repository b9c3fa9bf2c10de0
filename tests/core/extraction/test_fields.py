"""From a statement to a proposed commitment: its parties, deadline, quantities, theme and year."""

from __future__ import annotations

from datetime import date

import pytest

from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.fields import Setting, annual_year, commitment_of
from samenspraak.core.extraction.headings import Stance
from samenspraak.core.extraction.outline import Place
from samenspraak.core.extraction.result import CommitmentKind, FoundCommitment, Period, SourceSpan
from samenspraak.core.vocabulary.deadline import DeadlineKind
from samenspraak.core.vocabulary.theme import Theme
from tests.core.extraction.documents import ACTORS

SETTING = Setting(ACTORS, Period(2026, 2029), 2026)


def commitment(
    text: str = "De gemeente bouwt.",
    place: Place | None = None,
    kind: CommitmentKind = CommitmentKind.FRAMEWORK,
    **cells: str,
) -> FoundCommitment:
    """Return a statement with all that its words and its row's cells say."""
    return commitment_of(Candidate(text, SourceSpan(1, 0, len(text)), place or Place(), kind, **cells), SETTING)  # type: ignore[arg-type]


# the statement | the column of parties | trekker | parties, the lead with *
PARTIES = """
De gemeente bouwt.              |                        |                    | gemeente
In maart maakt de kerngroep dit. |                       |                    | Kerngroep
Een kerngroep kan nodig zijn.   |                        |                    |
Deze afspraken gelden tot 2030. |                        |                    | partijen
Dertig woningen in de haven.    | Gemeente, De Linde     |                    | gemeente, De Linde
De gemeente bouwt.              | Rietveld Wonen         |                    | Rietveld Wonen
Dertig woningen.                | Gezamenlijk            |                    | partijen
Dertig woningen.                | Waterschap de Vliet    |                    | Waterschap de Vliet
De gemeente bouwt.              |                        | Rietveld Wonen     | *Rietveld Wonen, gemeente
De gemeente bouwt.              |                        | gemeente           | *gemeente
Dertig woningen.                | gemeente, De Linde     | De Linde           | *De Linde, gemeente
Dertig woningen.                |                        | wijkteam De Vliet  | *wijkteam De Vliet
Dertig woningen.                |                        |                    |
"""
ROWS = [tuple(part.strip() for part in line.split("|")) for line in PARTIES.strip().splitlines()]


@pytest.mark.parametrize(("text", "column", "lead", "expected"), ROWS)
def test_a_column_decides_who_commits_and_else_the_statement(text: str, column: str, lead: str, expected: str) -> None:
    cells = {name: value for name, value in (("column", column), ("lead", lead)) if value}
    found = commitment(text, **cells)
    assert ", ".join("*" * (party.role == "lead") + party.name for party in found.parties) == expected


def test_under_a_party_an_item_may_name_one_of_them() -> None:
    place = Place(section="Huren", party="De corporaties", stance=Stance.COMMITTING)
    own = commitment("Rietveld Wonen verlaagt de huren.", place, column="De corporaties")
    their = commitment("verlagen de huren.", place, column="De corporaties")
    assert [[p.name for p in c.parties] for c in (own, their)] == [["Rietveld Wonen"], ["corporaties"]]


# the statement | the column wanneer | the priority | the day or the kind
DEADLINES = """
De gemeente bouwt uiterlijk in 2027.     |             |             | 2027-12-31
De gemeente bouwt uiterlijk in 2027.     | Q2 2026     |             | 2026-06-30
De gemeente bouwt.                       | eind 2028   |             | 2028-12-31
De gemeente bouwt.                       | 2027        |             | 2027-12-31
De gemeente bouwt.                       | Doorlopend  |             | continuous
De gemeente bouwt.                       |             | Doorlopend  | continuous
De gemeente bouwt uiterlijk in 2027.     |             | Doorlopend  | 2027-12-31
De gemeente bouwt.                       | n.t.b.      |             |
De gemeente bouwt.                       |             | T1          |
Gedurende de looptijd bouwt de gemeente. |             |             | 2029-12-31
De gemeente bouwt in Q3.                 |             |             | 2026-09-30
De gemeente bouwt.                       |             |             |
"""
TERMS = [tuple(part.strip() for part in line.split("|")) for line in DEADLINES.strip().splitlines()]


@pytest.mark.parametrize(("text", "term", "priority", "expected"), TERMS)
def test_a_column_decides_until_when_and_else_the_statement(text: str, term: str, priority: str, expected: str) -> None:
    cells = {name: value for name, value in (("term", term), ("priority", priority)) if value}
    found = commitment(text, **cells).deadline
    said = "" if found is None else found.on.isoformat() if found.on else found.kind.value
    assert said == expected


def test_a_deadline_from_a_column_is_shown_as_it_stands_there() -> None:
    found = commitment(term="4e kwartaal 2026").deadline
    assert found is not None
    assert (found.text, found.kind, found.on) == ("4e kwartaal 2026", DeadlineKind.QUARTER, date(2026, 12, 31))


@pytest.mark.parametrize(
    ("printed", "kept"), [("T1", "T1"), ("Doorlopend", "continuous"), ("-", None), ("2e tertiaal", "T2")]
)
def test_a_priority_has_one_form(printed: str, kept: str | None) -> None:
    assert commitment(priority=printed).priority == kept


YEARS = [
    (CommitmentKind.ANNUAL, "Jaarafspraken 2027", 2027),
    (CommitmentKind.ANNUAL, "Beschikbaarheid", 2026),
    (CommitmentKind.MONITOR, "Stand van zaken 2025", 2025),
    (CommitmentKind.FRAMEWORK, "Afspraken 2027", None),
]


@pytest.mark.parametrize(("kind", "section", "year"), YEARS)
def test_only_what_is_for_one_year_has_a_year(kind: CommitmentKind, section: str, year: int | None) -> None:
    assert commitment(place=Place(section=section), kind=kind).year == year


ANNUAL_YEARS = [
    (("De gemeente bouwt in 2028.", "De gemeente bouwt uiterlijk 1 juli 2028.", "Kijk ook naar 2027."), 2028),
    (("De gemeente bouwt.",), 2026),
    (("Sinds 2019 is er te weinig.",), 2026),
]


@pytest.mark.parametrize(("texts", "year"), ANNUAL_YEARS)
def test_annual_commitments_are_about_the_year_they_name_most_within_the_agreement(
    texts: tuple[str, ...], year: int
) -> None:
    annual = [Candidate(text, SourceSpan(1, 0, len(text)), Place(), CommitmentKind.ANNUAL) for text in texts]
    assert annual_year(annual, Period(2026, 2029)) == year


KINDS = [
    (CommitmentKind.FRAMEWORK, "Samenwerking", CommitmentKind.PROCESS),
    (CommitmentKind.FRAMEWORK, "Beschikbaarheid", CommitmentKind.FRAMEWORK),
    (CommitmentKind.ANNUAL, "Samenwerking", CommitmentKind.ANNUAL),
]


@pytest.mark.parametrize(("kind", "chapter", "expected"), KINDS)
def test_what_is_about_working_together_is_about_the_process(
    kind: CommitmentKind, chapter: str, expected: CommitmentKind
) -> None:
    assert commitment(place=Place(chapter=chapter), kind=kind).kind is expected


def test_numbers_theme_and_heading_come_along() -> None:
    found = commitment("De gemeente bouwt ten minste 30 woningen.", Place("Betaalbaarheid", "Huren"), title="Huren")
    assert [(q.value, q.unit, q.bound.value) for q in found.quantities] == [(30.0, "dwelling", "min")]
    assert (found.theme, found.heading, found.title) == (Theme.AFFORDABILITY, "Huren", "Huren")
