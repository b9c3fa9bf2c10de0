"""Fourteen invented agreements that no weight was learned from, in layouts for which no rule was made beforehand.

`truth` says what a careful reader finds in `documents`; both were written before the rules of extraction were tried on
them. What that gave, and what it gives since the missing rules were added, stands in docs/domain/extraction.md.
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

pytestmark = pytest.mark.slow  # whole documents are read


@dataclass(frozen=True, slots=True)
class Floor:
    """What a document has to reach at the least, as shares; measured, less a little."""

    f1: float
    parties: float
    deadline: float
    quantity: float
    theme: float = 0.9
    monitor: float = 1.0


FLOORS = {
    "105": Floor(f1=0.97, parties=0.9, deadline=0.85, quantity=0.84),
    "106": Floor(f1=0.97, parties=0.89, deadline=0.95, quantity=0.78),
    "107": Floor(f1=0.95, parties=0.86, deadline=0.97, quantity=0.85),
    "108": Floor(f1=0.97, parties=0.88, deadline=0.87, quantity=0.97),
    # Most actions of a regional deal do not say which of the themes they serve.
    "109": Floor(f1=0.94, parties=0.97, deadline=0.97, quantity=0.93, theme=0.55),
    "110": Floor(f1=0.97, parties=0.88, deadline=0.97, quantity=0.9, monitor=0.95),
    "111": Floor(f1=0.92, parties=0.97, deadline=0.97, quantity=0.87),
    "112": Floor(f1=0.95, parties=0.85, deadline=0.7, quantity=0.74),
    "113": Floor(f1=0.97, parties=0.97, deadline=0.84, quantity=0.82),
    "114": Floor(f1=0.92, parties=0.85, deadline=0.97, quantity=0.78, theme=0.78),
    "115": Floor(f1=0.97, parties=0.79, deadline=0.93, quantity=0.88),
    "116": Floor(f1=0.82, parties=0.97, deadline=0.6, quantity=0.81, theme=0.86),
    "117": Floor(f1=0.97, parties=0.81, deadline=0.85, quantity=0.97),
    # Below "Wij komen overeen dat" a letter's chapter does not say its theme.
    "118": Floor(f1=0.9, parties=0.8, deadline=0.97, quantity=0.91, theme=0.65),
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


@pytest.mark.parametrize("field", ["theme", "parties", "deadline", "quantity", "monitor"])
@pytest.mark.parametrize("name", FLOORS)
def test_the_fields_of_what_is_found_agree(name: str, field: str) -> None:
    found = result(name)
    told = [remark for remark in found.remarks if remark.startswith(field[:5])]
    assert getattr(found, field).value >= getattr(FLOORS[name], field), "\n".join(told)


@pytest.mark.parametrize("name", FLOORS)
def test_every_code_and_title_is_as_printed(name: str) -> None:
    found = result(name)
    assert (found.code.value, found.title.value) == (1.0, 1.0), "\n".join(found.remarks)


@pytest.mark.parametrize("name", FLOORS)
def test_the_document_says_its_period_its_day_and_its_parties(name: str) -> None:
    facts, expected = extraction(name).agreement, register(name).facts
    assert facts.period is not None
    assert [facts.period.start, facts.period.end] == expected["period"]
    assert (facts.signed_on.isoformat() if facts.signed_on else None) == expected["signed"]
    assert list(facts.municipalities) == expected["municipalities"]
    assert set(facts.tenants_organisations) == set(expected["tenant_organisations"])


@pytest.mark.parametrize("name", FLOORS)
def test_the_associations_are_found_by_how_they_stand_in_the_document(name: str) -> None:
    found = {association.split()[-1] for association in extraction(name).agreement.housing_associations}
    assert found == {association.split()[-1] for association in register(name).facts["corporations"]}
