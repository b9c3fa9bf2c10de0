from __future__ import annotations

from datetime import date

import pytest

from samenspraak.core.extraction.findings.completeness import not_measurable, without_deadline, without_owner
from samenspraak.core.extraction.result import Period
from tests.core.extraction.findings.material_of import commitment, material_of, signed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De woningen in de wijk worden geïsoleerd.", True),
        ("Om overlast te voorkomen, wordt een meldpunt ingericht.", True),
        ("De woningen worden door een aannemer geïsoleerd.", False),  # somebody is named
        ("De werkgroep isoleert de woningen.", False),  # somebody who is no party
        ("Er is een lijst van plekken waar gebouwd kan worden.", False),  # the passive is not what is promised
    ],
)
def test_a_passive_without_a_party_leaves_the_doer_out(text: str, *, expected: bool) -> None:
    found = list(without_owner(material_of(commitments=[commitment(text, parties=())])))
    assert bool(found) is expected


def test_a_commitment_with_a_party_has_an_owner() -> None:
    assert list(without_owner(material_of(commitments=[commitment("De woningen worden geïsoleerd.")]))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Linde onderzoekt of de flat gesloopt kan worden.", True),
        ("Partijen verkennen samen de kansen voor flexwonen.", True),
        ("De gemeente stelt een plan voor de wijk op.", True),
        ("De Linde brengt de staat van de daken in kaart.", True),
        ("De Linde onderzoekt in 2027 of de flat gesloopt kan worden.", False),
        ("De gemeente stelt elk jaar een plan voor de wijk op.", False),
        ("De Linde onderzoekt per complex of splitsen mogelijk is.", False),
        ("De corporaties wijzen woningen toe aan jongeren.", False),  # a rule, nothing that is finished
        ("Het Rijk stelt gemeenten geld ter beschikking, ook op verzoek.", False),
    ],
)
def test_what_is_finished_one_day_needs_a_day(text: str, *, expected: bool) -> None:
    assert bool(list(without_deadline(material_of(commitments=[commitment(text)])))) is expected


def test_in_an_agreement_for_one_year_the_year_is_the_day() -> None:
    facts = signed(date(2025, 12, 1), Period(2026, 2026))
    one = commitment("De Linde onderzoekt of de flat gesloopt kan worden.")
    assert list(without_deadline(material_of(commitments=[one], facts=facts))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Partijen streven naar prettige buurten.", True),
        ("Wij hebben aandacht voor wie het moeilijk heeft.", True),
        ("Partijen streven naar 40 woningen voor ouderen.", False),
        ("Partijen streven ernaar in 2027 klaar te zijn.", False),
        ("Wij stimuleren bewoners met een campagne.", False),  # which can be shown
        ("De Linde plaatst zonnepanelen.", False),
    ],
)
def test_who_only_strives_cannot_be_measured(text: str, *, expected: bool) -> None:
    assert bool(list(not_measurable(material_of(commitments=[commitment(text)])))) is expected


def test_a_finding_names_the_commitment_and_its_place() -> None:
    coded = commitment("De woningen worden geïsoleerd.", code="K 1.1", title="Isoleren", parties=())
    bare = commitment("De tuinen worden vergroend.", parties=(), page=2)
    text = "Eerste bladzijde.\n\f\nTweede bladzijde."
    messages = [finding.message for finding in without_owner(material_of(text, commitments=[coded, bare]))]
    assert messages == [
        "Bij afspraak K 1.1 (‘Isoleren’) op bladzijde 1 staat niet wie dit doet.",
        "Bij de afspraak ‘De tuinen worden vergroend’ op bladzijde 2 staat niet wie dit doet.",
    ]


def test_many_of_a_sort_are_one_finding_with_all_their_places() -> None:
    found = [commitment(f"De woningen in wijk {n} worden geïsoleerd.", parties=(), start=100 * n) for n in range(20)]
    named = commitment("De Linde bouwt.")
    (finding,) = without_owner(material_of(commitments=[*found, named]))
    assert finding.code == "W252"
    assert finding.message == "Bij 20 van de 21 afspraken staat niet wie ze uitvoert."
    assert len(finding.spans) == 20
