"""Four invented agreements in other layouts than the example's, and five documents that hold no commitment.

`truth` says what a careful reader finds in `documents`; nothing may be found in `negative`. They were written before
the rules of extraction were tried on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from samenspraak.core.extraction.result import Extraction
from samenspraak.engines.intake.taking_in import take_in
from tests.corpus.register import Register, read_register
from tests.corpus.scoring import Score, score

HERE = Path(__file__).parent
NEGATIVE = sorted((HERE / "negative").iterdir())

pytestmark = pytest.mark.slow  # whole documents are read


@dataclass(frozen=True, slots=True)
class Floor:
    """What a document has to reach at the least, as shares; measured, less a little."""

    parties: float
    deadline: float
    quantity: float
    theme: float = 0.95
    f1: float = 0.9
    code: float = 0.97
    title: float = 0.95


# Parties of passive sentences are labelled by their meaning and found by their words only.
FLOORS = {
    "101": Floor(parties=0.72, deadline=0.95, quantity=0.82),
    "102": Floor(parties=0.77, deadline=0.95, quantity=0.82),
    "103": Floor(parties=0.76, deadline=0.83, quantity=0.83),
    "104": Floor(parties=0.84, deadline=0.89, quantity=0.82, theme=0.88),
}


@cache
def extraction(name: str) -> Extraction:
    """Read a document, once."""
    (path,) = (HERE / "documents").glob(f"{name}_*")
    return take_in(path).extraction


def register(name: str) -> Register:
    """Return what is expected of a document."""
    return read_register(name, HERE / "truth")


@cache
def result(name: str) -> Score:
    """Score a document, once."""
    return score(extraction(name).commitments, register(name))


def test_every_document_has_a_register_and_a_floor() -> None:
    names = {path.name.split("_")[0] for path in (HERE / "documents").iterdir()}
    assert names == {path.stem for path in (HERE / "truth").iterdir()} == FLOORS.keys()


@pytest.mark.parametrize("name", FLOORS)
def test_the_commitments_are_found_and_no_others(name: str) -> None:
    found = result(name)
    told = [*(f"missed: {text}" for text in found.missed), *(f"false: {text}" for text in found.false)]
    assert found.f1 >= FLOORS[name].f1, "\n".join(told)


@pytest.mark.parametrize("field", ["code", "title", "theme", "parties", "deadline", "quantity"])
@pytest.mark.parametrize("name", FLOORS)
def test_the_fields_of_what_is_found_agree(name: str, field: str) -> None:
    found = result(name)
    told = [remark for remark in found.remarks if remark.startswith(field[:5])]
    assert getattr(found, field).value >= getattr(FLOORS[name], field), "\n".join(told)


@pytest.mark.parametrize("name", FLOORS)
def test_the_document_says_its_period_its_day_and_its_municipality(name: str) -> None:
    facts, expected = extraction(name).agreement, register(name).facts
    assert facts.period is not None
    assert [facts.period.start, facts.period.end] == expected["period"]
    assert (facts.signed_on.isoformat() if facts.signed_on else None) == expected["signed"]
    assert list(facts.municipalities) == expected["municipalities"]


@pytest.mark.parametrize("name", FLOORS)
def test_the_organisations_are_found_by_how_they_stand_in_the_document(name: str) -> None:
    facts, expected = extraction(name).agreement, register(name).facts
    # A document may use the name with or without its legal form.
    named = {association.split()[-1] for association in facts.housing_associations}
    assert named == {association.split()[-1] for association in expected["corporations"]}
    assert set(facts.tenants_organisations) == set(expected["tenant_organisations"])


@pytest.mark.parametrize("path", NEGATIVE, ids=lambda path: path.stem)
def test_a_document_of_another_sort_gives_no_commitment(path: Path) -> None:
    assert [c.text for c in take_in(path).extraction.commitments] == []


def test_there_are_five_documents_of_another_sort() -> None:
    assert len(NEGATIVE) == 5
