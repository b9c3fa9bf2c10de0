from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from samenspraak.core.extraction.as_json import as_json
from samenspraak.core.extraction.result import (
    AgreementFacts,
    CommitmentKind,
    DocumentKind,
    Extraction,
    Finding,
    FindingKind,
    FoundCommitment,
    FoundTable,
    GlossaryEntry,
    NamedParty,
    PartyRole,
    Period,
    Signatory,
    SourceSpan,
)
from samenspraak.core.extraction.source import Repair, RepairKind, SourceText
from samenspraak.core.vocabulary.deadline import Deadline, DeadlineKind
from samenspraak.core.vocabulary.quantity import Bound, Quantity
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.traffic_light import TrafficLight

SCHEMA = json.loads((Path(__file__).parents[3] / "docs/api/extract.schema.json").read_text(encoding="utf-8"))
SPAN = SourceSpan(2, 10, 20)
SOURCE = SourceText("brief.txt", "ab12", "text/plain", "De tekst", ())
NOTHING = AgreementFacts(None, DocumentKind.OTHER, None, (), (), (), (), None)
EMPTY = Extraction(NOTHING, (), (), (), (), ())
BARE = FoundCommitment(
    code=None,
    title=None,
    text="De Linde bouwt.",
    kind=CommitmentKind.PROCESS,
    year=None,
    theme=None,
    heading=None,
    parties=(),
    deadline=None,
    quantities=(),
    priority=None,
    rating=None,
    progress=None,
    span=SPAN,
    confidence=1.0,
)
FULL = replace(
    BARE,
    code="J 1.1",
    title="Bouwen",
    kind=CommitmentKind.ANNUAL,
    year=2026,
    theme=Theme.CARE,
    heading="Wonen en zorg",
    parties=(NamedParty("De Linde", PartyRole.LEAD), NamedParty("gemeente", PartyRole.PARTNER)),
    deadline=Deadline("in Q1", DeadlineKind.QUARTER, None),
    quantities=(Quantity("ca. 8", 8.0, "dwelling", Bound.ABOUT, None),),
    priority="T1",
    rating=TrafficLight.AMBER,
    progress="Begonnen.",
    confidence=0.123456,
)
WHOLE = Extraction(
    agreement=AgreementFacts(
        title="Afspraken",
        kind=DocumentKind.YEAR_SLICE,
        period=Period(2026, 2026),
        municipalities=("Waterhoven",),
        housing_associations=("De Linde",),
        tenants_organisations=(),
        signatories=(Signatory("A. de Wit", None, None),),
        signed_on=None,
    ),
    commitments=(BARE, FULL),
    tables=(FoundTable(None, ("Wie", "2026"), (("De Linde", 12.0), ("De Es", "n.t.b."), ("Som", None)), SPAN),),
    glossary=(GlossaryEntry("EFG", "Een slecht label.", SPAN),),
    findings=(Finding("W601", FindingKind.MISSING_OWNER, "Geen trekker.", (SPAN,)),),
    repairs=(Repair(RepairKind.RUNNING_HEAD, "Kop", "", 3),),
)


def faults(value: object) -> list[str]:
    """Return what is wrong with a value by the published schema, fields that it does not know included."""
    found = [error.message for error in Draft202012Validator(closed(SCHEMA)).iter_errors(value)]
    return sorted(found)


def closed(schema: object) -> object:
    """Return the schema with every object closed: what is not published may not be printed."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {name: closed(part) for name, part in schema.items()}
    return {**parts, "additionalProperties": False} if "properties" in schema else parts


@pytest.mark.parametrize("extraction", [EMPTY, WHOLE], ids=["empty", "whole"])
def test_the_json_is_exactly_what_is_published(extraction: Extraction) -> None:
    assert faults(as_json(SOURCE, extraction)) == []


def test_the_check_sees_a_field_too_many_and_one_too_few() -> None:
    value = as_json(SOURCE, WHOLE)
    assert faults({**value, "more": 1})
    del value["glossary"]
    assert faults(value)


@pytest.mark.parametrize("extraction", [EMPTY, WHOLE], ids=["empty", "whole"])
def test_the_json_survives_being_written_and_read(extraction: Extraction) -> None:
    value = as_json(SOURCE, extraction)
    assert json.loads(json.dumps(value)) == value


@pytest.mark.parametrize(
    ("light", "printed"),
    [
        (TrafficLight.GREEN, "green"),
        (TrafficLight.AMBER, "amber"),
        (TrafficLight.RED, "red"),
        (TrafficLight.GREY, None),
    ],
)
def test_a_light_that_judges_nothing_is_printed_as_none(light: TrafficLight, printed: str | None) -> None:
    value = as_json(SOURCE, replace(EMPTY, commitments=(replace(BARE, rating=light),)))
    assert value["commitments"][0]["rating"] == printed


def test_an_unknown_number_stays_as_written() -> None:
    assert as_json(SOURCE, WHOLE)["tables"][0]["rows"] == [["De Linde", 12.0], ["De Es", "n.t.b."], ["Som", None]]
