"""An understood document as JSON values, in the published shape `samenspraak/extract/1` (docs/api)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenspraak.core.extraction.result import (
    AgreementFacts,
    Extraction,
    Finding,
    FoundCommitment,
    FoundTable,
    SourceSpan,
)
from samenspraak.core.extraction.source import Repair, SourceText
from samenspraak.core.vocabulary.deadline import Deadline
from samenspraak.core.vocabulary.quantity import Quantity
from samenspraak.core.vocabulary.traffic_light import TrafficLight

SCHEMA = "samenspraak/extract/1"

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
JsonObject = dict[str, Json]

_CONFIDENCE_DIGITS = 4


def as_json(source: SourceText, extraction: Extraction) -> JsonObject:
    """Return the whole result; equal input gives equal output, key order included."""
    return {
        "schema": SCHEMA,
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "pages": source.page_count,
            "repairs": [_repair(repair) for repair in extraction.repairs],
        },
        "agreement": _agreement(extraction.agreement),
        "commitments": [_commitment(commitment) for commitment in extraction.commitments],
        "tables": [_table(table) for table in extraction.tables],
        "glossary": [{"term": entry.term, "definition": entry.definition} for entry in extraction.glossary],
        "findings": [_finding(finding) for finding in extraction.findings],
    }


def _repair(repair: Repair) -> JsonObject:
    return {"kind": repair.kind.value, "from": repair.before, "to": repair.after, "count": repair.count}


def _agreement(facts: AgreementFacts) -> JsonObject:
    return {
        "title": facts.title,
        "kind": facts.kind.value,
        "period": None if facts.period is None else {"start": facts.period.start, "end": facts.period.end},
        "municipalities": list(facts.municipalities),
        "housing_associations": list(facts.housing_associations),
        "tenants_organisations": list(facts.tenants_organisations),
        "signatories": [
            {"name": signatory.name, "role": signatory.role, "organisation": signatory.organisation}
            for signatory in facts.signatories
        ],
        "signed_on": None if facts.signed_on is None else facts.signed_on.isoformat(),
        "about": facts.about,
    }


def _commitment(commitment: FoundCommitment) -> JsonObject:
    return {
        "code": commitment.code,
        "title": commitment.title,
        "text": commitment.text,
        "kind": commitment.kind.value,
        "year": commitment.year,
        "theme": None if commitment.theme is None else commitment.theme.value,
        "heading": commitment.heading,
        "parties": [{"name": party.name, "role": party.role.value} for party in commitment.parties],
        "deadline": None if commitment.deadline is None else _deadline(commitment.deadline),
        "quantities": [_quantity(quantity) for quantity in commitment.quantities],
        "priority": commitment.priority,
        "rating": _rating(commitment.rating),
        "progress": commitment.progress,
        "span": _span(commitment.span),
        "confidence": round(commitment.confidence, _CONFIDENCE_DIGITS),
    }


def _rating(light: TrafficLight | None) -> str | None:
    # Grey says "not judged", for which the published shape has null.
    return None if light is None or light is TrafficLight.GREY else light.value


def _deadline(deadline: Deadline) -> JsonObject:
    return {
        "text": deadline.text,
        "kind": deadline.kind.value,
        "date": None if deadline.on is None else deadline.on.isoformat(),
    }


def _quantity(quantity: Quantity) -> JsonObject:
    return {
        "text": quantity.text,
        "value": quantity.value,
        "unit": quantity.unit,
        "bound": quantity.bound.value,
        "subject": quantity.subject,
    }


def _table(table: FoundTable) -> JsonObject:
    return {
        "title": table.title,
        "columns": list(table.columns),
        "rows": [list(row) for row in table.rows],
        "span": _span(table.span),
    }


def _finding(finding: Finding) -> JsonObject:
    return {
        "kind": finding.kind.value,
        "message": finding.message,
        "spans": [_span(span) for span in finding.spans],
    }


def _span(span: SourceSpan) -> JsonObject:
    return {"page": span.page, "start": span.start, "end": span.end}
