"""The columns of the table: their names do not change, whatever the language of the screen."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import override

from samenspraak.apps.agreements.models import Commitment, CommitmentQuantity
from samenspraak.core.vocabulary.typed_number import typed_number
from samenspraak.engines.writers.cells import CellKind, Column


@dataclass(frozen=True, slots=True)
class ExchangeColumn:
    """A column, the field that it holds ("" when it is only to read), and what it means."""

    name: str
    field: str
    meaning: str
    width: int = 16
    kind: CellKind = CellKind.TEXT

    @property
    def column(self) -> Column:
        """The column of a sheet."""
        return Column(self.name, self.width, self.kind)


ID, VERSION, DOCUMENT, PAGE, REASON = "ID", "Versie", "Document", "Bladzijde", "Reden"
COLUMNS = (
    ExchangeColumn(ID, "", "Vast nummer van de afspraak. Laat het staan; leeg betekent een nieuwe afspraak.", 38),
    ExchangeColumn(
        VERSION, "", "De versie die u ophaalde. Laat staan: zo valt op wat een ander wijzigde.", 8, CellKind.NUMBER
    ),
    ExchangeColumn("Nummer", "code", "Het nummer dat in het document staat, zoals J 2.1.", 10),
    ExchangeColumn("Titel", "title", "De titel, als het document die geeft.", 30),
    ExchangeColumn("Tekst", "text", "De tekst van de afspraak.", 70),
    ExchangeColumn(
        "Getallen",
        "quantities",
        "Eén per regel: grens | getal | eenheid | wat wordt geteld | zoals geschreven.",
        40,
    ),
    ExchangeColumn("Trekker", "leads", "Wie trekt, gescheiden door puntkomma’s.", 24),
    ExchangeColumn("Doet mee", "partners", "Wie meedoet, gescheiden door puntkomma’s.", 24),
    ExchangeColumn("Termijn", "deadline_text", "De termijn zoals die er letterlijk staat.", 22),
    ExchangeColumn(
        "Soort termijn", "deadline_kind", "dag, kwartaal, tertiaal, jaar, doorlopend of onder voorwaarde.", 14
    ),
    ExchangeColumn("Uiterlijk", "deadline_on", "De laatste dag, als die vaststaat.", 12, CellKind.DATE),
    ExchangeColumn("Soort afspraak", "kind", "kaderafspraak, jaarafspraak, procesafspraak, regel van een monitor.", 16),
    ExchangeColumn("Jaar", "year", "Het jaar van een jaarafspraak.", 8, CellKind.NUMBER),
    ExchangeColumn(
        "Thema",
        "theme",
        "beschikbaarheid, betaalbaarheid, verduurzaming, wonen en zorg, leefbaarheid of samenwerking.",
        16,
    ),
    ExchangeColumn("Kop", "heading", "De kop waaronder de afspraak staat.", 24),
    ExchangeColumn("Werkt uit", "elaborates", "Het nummer (of ID) van de kaderafspraak die deze uitwerkt.", 12),
    ExchangeColumn("Prioriteit", "priority", "Zoals T2.", 10),
    ExchangeColumn("Stoplicht", "rating", "groen, geel, rood of grijs.", 10),
    ExchangeColumn("Stoplicht zoals geschreven", "rating_text", "De woorden van het document.", 18),
    ExchangeColumn("Voortgang", "progress", "De voortgang zoals die in het document staat.", 50),
    ExchangeColumn(DOCUMENT, "", "Het document waar de afspraak in staat. Alleen om te lezen.", 28),
    ExchangeColumn(PAGE, "", "De bladzijde in dat document. Alleen om te lezen.", 10, CellKind.NUMBER),
    ExchangeColumn(REASON, "", "Leeg bij het ophalen. Vul in waarom u deze rij wijzigde.", 30),
)
BY_NAME = {column.name: column for column in COLUMNS}
FIELDS = tuple(column for column in COLUMNS if column.field)
_CHOICES: Mapping[str, type[TextChoices]] = {
    "kind": Commitment.Kind,
    "theme": Commitment.Theme,
    "rating": Commitment.Rating,
    "deadline_kind": Commitment.DeadlineKind,
}
_BETWEEN = re.compile(r"(?<!\\)\|")


@cache
def dutch_words() -> dict[str, dict[str, str]]:
    """Return for each choice the Dutch word of every value."""
    with override("nl"):
        return {name: {one.value: str(one.label) for one in choice} for name, choice in _CHOICES.items()}


def list_cell(names: Iterable[str]) -> str:
    """Return names in one cell; a name with a semicolon stands in quotes."""
    return _list_cell(tuple(names))


@lru_cache(maxsize=4096)  # the same few parties stand in every row
def _list_cell(names: tuple[str, ...]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="").writerow(names)
    return text.getvalue().replace(";", "; ") if '"' not in text.getvalue() else text.getvalue()


def names_in(cell: str) -> list[str]:
    """Return the names in a cell."""
    rows = csv.reader(io.StringIO(cell), delimiter=";", skipinitialspace=True)
    return [name.strip() for row in rows for name in row if name.strip()]


def quantities_cell(quantities: Iterable[Mapping[str, Any]]) -> str:
    """Return numbers in one cell, each on a line."""
    return "\n".join(" | ".join(_parts(one)) for one in quantities)


def _parts(one: Mapping[str, Any]) -> list[str]:
    number = f"{one['value']:.15g}".replace(".", ",")
    return [_bounds()[one["bound"]], number, _part(one["unit"]), _part(one["subject"]), _part(one["text"])]


def _part(text: str) -> str:
    words = " ".join(text.split())
    return words.replace("\\", "\\\\").replace("|", r"\|") if "|" in words or "\\" in words else words


def quantities_in(cell: str) -> list[dict[str, Any]]:
    """Return the numbers in a cell; raises ValueError with what is wrong."""
    return [_quantity(line) for line in cell.splitlines() if line.strip()]


@cache
def _bounds() -> dict[str, str]:
    """Return the Dutch word of every bound, whatever the language of the screen."""
    with override("nl"):
        return {bound.value: str(bound.label) for bound in CommitmentQuantity.Bound}


def _quantity(line: str) -> dict[str, Any]:
    parts = [part.strip().replace(r"\|", "|").replace("\\\\", "\\") for part in _BETWEEN.split(line)]
    if len(parts) != 5:
        raise ValueError("Een getal heeft vijf delen: grens | getal | eenheid | wat wordt geteld | zoals geschreven.")
    bounds = {label: value for value, label in _bounds().items()}
    if parts[0].lower() not in bounds:
        raise ValueError(f"“{parts[0][:40]}” is geen grens; kies uit {', '.join(bounds)}.")
    number = typed_number(parts[1])
    value = parts[1] if number is None else number
    unit, subject, text = parts[2:]
    return {
        "bound": bounds[parts[0].lower()],
        "value": value,
        "unit": unit,
        "subject": subject,
        "text": text,
    }
