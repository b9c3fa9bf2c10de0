"""The expected register of a document: what a careful reader found in it, written by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "registers"

THEMES = {
    "beschikbaarheid": "availability",
    "betaalbaarheid": "affordability",
    "duurzaamheid": "sustainability",
    "wonen_zorg": "care",
    "leefbaarheid": "liveability",
    "samenwerking": "cooperation",
}
UNITS = {
    "woningen": "dwelling",
    "woningen per jaar": "dwelling",
    "appartementen": "dwelling",
    "%": "percent",
    "EUR": "EUR",
    "EUR per woning": "EUR",
    "EUR per woning per jaar": "EUR",
    "keer per jaar": "times/year",
    "keer per week": "times/week",
    "dagen": "day",
    "werkdagen": "day",
    "weken": "week",
    "maanden": "month",
    "jaar": "year",
    "huishoudens": "household",
    "personen": "person",
}
LIGHTS = {"groen": "green", "geel": "amber", "rood": "red", None: None}


@dataclass(frozen=True, slots=True)
class Expected:
    """One commitment that a document holds; an optional one may be found or not."""

    starts_with: str
    code: str | None
    title: str | None
    theme: str | None
    parties: tuple[str, ...]
    deadline: str | None  # a year, 2026-Q3, a day, or doorlopend
    quantities: tuple[tuple[float, str, str], ...]  # value, unit, bound
    is_optional: bool


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """One row of a monitor."""

    code: str
    lead: str
    priority: str
    light: str | None
    progress: str  # its first words


@dataclass(frozen=True, slots=True)
class Register:
    """All that is expected of a document."""

    name: str
    commitments: tuple[Expected, ...]
    monitor: tuple[ExpectedRow, ...]
    facts: dict[str, Any]  # the head of the file: period, parties, signatures, tables, contradictions

    @property
    def needs_ocr(self) -> bool:
        """Whether the document is a scan."""
        return bool(self.facts.get("needs_ocr"))


def names() -> list[str]:
    """Return the documents that have a register."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def read_register(name: str, folder: Path = FOLDER) -> Register:
    """Return the expected register of the document `name`."""
    facts = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return Register(
        name=name,
        commitments=tuple(_expected(label) for label in facts.pop("agreements")),
        monitor=tuple(_row(row) for row in facts.pop("monitor", [])),
        facts=facts,
    )


def _expected(label: dict[str, Any]) -> Expected:
    return Expected(
        starts_with=label["starts_with"],
        code=label["code"],
        title=label["title"],
        theme=THEMES[label["theme"]] if label["theme"] else None,
        parties=tuple(label["parties"]),
        deadline=label["deadline"],
        quantities=tuple(
            (float(q["value"]), UNITS.get(q["unit"], q["unit"].removesuffix(" per jaar")), q["bound"])
            for q in label["quantities"]
        ),
        is_optional=bool(label.get("optional")),
    )


def _row(row: dict[str, Any]) -> ExpectedRow:
    light = LIGHTS[row["status"]]
    return ExpectedRow(row["code"], row["trekker"], row["prioriteit"], light, row["realisatie_starts_with"])
