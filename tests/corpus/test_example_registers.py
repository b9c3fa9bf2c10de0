"""What is read from the example's documents, measured against what a careful reader finds in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from samenspraak.engines.intake.taking_in import Intake, take_in
from tests.corpus.register import names, read_register
from tests.corpus.scoring import Score, score

DOCUMENTS = Path(__file__).resolve().parents[2] / "src/samenspraak/example/documents"


@dataclass(frozen=True, slots=True)
class Floor:
    """What a document has to reach at the least, as shares; measured, less a little."""

    f1: float = 0.95
    code: float = 0.97
    title: float = 0.95
    theme: float = 0.95
    parties: float = 0.93
    deadline: float = 0.90
    quantity: float = 0.90
    monitor: float = 0.97


FLOORS = {
    "prestatieafspraken-2026-2029": Floor(f1=0.97),
    "kaderafspraken-en-monitor-2025": Floor(quantity=0.85),
    "jaarschijf-2026": Floor(parties=0.91, quantity=0.86),
    "jaarschijf-2026-inlegvel": Floor(),
    # Long prose, a report and a letter: sentences that promise among sentences that tell.
    "wijken-in-beweging-2025-2030": Floor(f1=0.94, theme=0.88),
    "woonakkoord-zilverkust-voortgang-2026": Floor(f1=0.92, theme=0.75, parties=0.85),
    "raadsinformatiebrief-2026": Floor(theme=0.58, parties=0.78, deadline=0.87),
}


def _param(name: str) -> ParameterSet:
    marks: list[pytest.MarkDecorator] = [pytest.mark.slow]  # a whole document is read
    if read_register(name).needs_ocr:
        marks.append(pytest.mark.ocr)
    return pytest.param(name, marks=marks, id=name)


EVERY = [_param(name) for name in names()]
LETTERS = {"raadsinformatiebrief-2026"}  # a letter is about an agreement, and is none


@cache
def intake(name: str) -> Intake:
    """Read a document of the example, once."""
    (path,) = (path for path in DOCUMENTS.iterdir() if path.stem == name)
    return take_in(path)


@cache
def result(name: str) -> Score:
    """Score a document of the example, once."""
    return score(intake(name).extraction.commitments, read_register(name))


@pytest.mark.parametrize("name", EVERY)
def test_the_commitments_are_found_and_no_others(name: str) -> None:
    found = result(name)
    told = [*(f"missed: {text}" for text in found.missed), *(f"false: {text}" for text in found.false)]
    assert found.f1 >= FLOORS[name].f1, "\n".join(told)


@pytest.mark.parametrize("field", ["code", "title", "theme", "parties", "deadline", "quantity"])
@pytest.mark.parametrize("name", EVERY)
def test_the_fields_of_what_is_found_agree(name: str, field: str) -> None:
    found = result(name)
    told = [remark for remark in found.remarks if remark.startswith(field[:5])]
    assert getattr(found, field).value >= getattr(FLOORS[name], field), "\n".join(told)


@pytest.mark.parametrize("name", EVERY)
def test_the_rows_of_the_monitor_have_lead_priority_light_and_progress(name: str) -> None:
    assert result(name).monitor.value >= FLOORS[name].monitor


@pytest.mark.parametrize("name", [_param(name) for name in names() if name not in LETTERS])
def test_the_period_and_the_parties_are_known(name: str) -> None:
    facts, expected = intake(name).extraction.agreement, read_register(name).facts
    assert facts.period is not None
    assert [facts.period.start, facts.period.end] == expected["period"]
    assert set(facts.municipalities) == set(expected["municipalities"])
    associations = {name.removeprefix("Woonstichting ") for name in facts.housing_associations}
    assert associations == {name.removeprefix("Woonstichting ") for name in expected["corporations"]}
    assert set(facts.tenants_organisations) == set(expected["tenant_organisations"])
    assert (facts.signed_on.isoformat() if facts.signed_on else None) == expected["signed"]


@pytest.mark.slow  # a whole document is read
def test_the_damaged_ligatures_are_mended_and_told() -> None:
    mended = {repair.before: repair.after for repair in intake("prestatieafspraken-2026-2029").extraction.repairs}
    assert {"Ʊ": "ti", "Ŧ": "ft", "ƾ": "tt", "ƃ": "fb"}.items() <= mended.items()
