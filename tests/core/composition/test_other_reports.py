"""The year slice to sign, the evaluation of a year, and the page for tenants."""

from __future__ import annotations

from dataclasses import replace

from samenspraak.core.composition.evaluation import evaluation
from samenspraak.core.composition.newsletter import SHOWN, newsletter
from samenspraak.core.composition.tree import Signatures
from samenspraak.core.composition.year_slice import year_slice
from tests.core.composition.reading import headings, sentences, tables, under
from tests.core.composition.waterhoven import GREEN, MATERIAL, line


def test_a_year_slice_has_a_place_to_sign_for_every_party() -> None:
    report = year_slice(MATERIAL)
    assert report.title == "Jaarafspraken 2027"
    places = next(block for block in report.blocks if isinstance(block, Signatures)).places
    assert [place.party for place in places] == [party.name for party in MATERIAL.parties]
    assert (places[0].name, places[0].function) == ("A. de Wit", "wethouder")
    assert tables(report)["Jaarafspraken over beschikbaarheid"][0][2] == "De Linde"


def test_a_year_slice_is_called_after_the_year_of_its_commitments() -> None:
    assert year_slice(replace(MATERIAL, year=2026)).title == "Jaarafspraken 2027"
    assert year_slice(replace(MATERIAL, year=2026, upcoming=())).title == "Jaarafspraken 2026"


def test_an_evaluation_says_what_was_kept_and_what_is_carried_over() -> None:
    report = evaluation(MATERIAL)
    assert headings(report) == [
        "In het kort",
        "Nagekomen",
        "Deels nagekomen",
        "Niet nagekomen",
        "Niet bekend",
        "Meenemen",
    ]
    assert under(report, "In het kort") == (
        "Van zes afspraken zijn er twee nagekomen, twee deels nagekomen, één niet nagekomen en één nog niet beoordeeld."
    )
    carried = [row[0] for row in tables(report)["Mee te nemen afspraken"]]
    assert carried == ["J 1.5", "J 1.1", "J 2.2"]


def test_every_commitment_is_in_exactly_one_table_of_the_evaluation() -> None:
    found = [row[0] for title, rows in tables(evaluation(MATERIAL)).items() if "Mee" not in title for row in rows]
    assert sorted(found) == sorted(one.code for one in MATERIAL.lines)


def test_a_year_without_commitments_has_nothing_to_evaluate() -> None:
    assert "geen afspraken om te evalueren" in sentences(evaluation(replace(MATERIAL, lines=())))


def test_the_page_for_tenants_tells_what_they_said_themselves() -> None:
    page = newsletter(MATERIAL, own="Huurdersplatform De Linde")
    assert headings(page) == [
        "Dit gaat goed",
        "Hier moet nog iets gebeuren",
        "Dit loopt niet goed",
        "Wat wij hebben gezegd",
    ]
    assert "Evenwichtig aanbod: Dit zien wij al twee jaar." in under(page, "Wat wij hebben gezegd")


def test_the_page_for_tenants_stays_one_page() -> None:
    many = tuple(line(f"J {n}", f"Stap {n}", GREEN, "Op schema") for n in range(9))
    told = under(newsletter(replace(MATERIAL, lines=many), own="De Bewoners"), "Dit gaat goed")
    assert told.count("Stap") == SHOWN
    assert "En nog vier afspraken." in told
