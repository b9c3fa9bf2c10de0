"""What else is read from the example's documents: tables, explained words, and what a careful reader would question."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from samenspraak.core.extraction.result import Extraction
from samenspraak.engines.intake.taking_in import take_in
from tests.corpus.register import names, read_register

DOCUMENTS = Path(__file__).resolve().parents[2] / "src/samenspraak/example/documents"

pytestmark = pytest.mark.slow  # whole documents are read


@cache
def extraction(name: str) -> Extraction:
    """Read a document of the example, once."""
    (path,) = (path for path in DOCUMENTS.iterdir() if path.stem == name)
    return take_in(path).extraction


@pytest.mark.parametrize("name", [name for name in names() if "tables" in read_register(name).facts])
def test_the_tables_are_tables(name: str) -> None:
    found = {table.columns: len(table.rows) for table in extraction(name).tables}
    expected = {tuple(t["columns"]): len(t["rows"]) for t in read_register(name).facts["tables"]}
    glossary = {("Begrip", "Uitleg")}  # a list of words and no table
    assert {columns: found.get(columns) for columns in expected if columns not in glossary} == {
        columns: rows for columns, rows in expected.items() if columns not in glossary
    }


FINDINGS = (
    ("prestatieafspraken-2026-2029", "total_mismatch", ("312", "295")),
    ("jaarschijf-2026", "odd_date", ("31 november 2025",)),
    ("wijken-in-beweging-2025-2030", "contradiction", ("850", "950")),
    ("wijken-in-beweging-2025-2030", "repeated_text", ()),
)


@pytest.mark.parametrize(("name", "kind", "words"), FINDINGS)
def test_what_a_careful_reader_would_question_is_found(name: str, kind: str, words: tuple[str, ...]) -> None:
    messages = [finding.message for finding in extraction(name).findings if finding.kind == kind]
    assert any(all(word in message for word in words) for message in messages), messages


def test_the_words_of_the_glossary_are_explained() -> None:
    terms = [entry.term for entry in extraction("kaderafspraken-en-monitor-2025").glossary]
    assert terms == ["Aftoppingsgrens", "Kernvoorraad", "Schouw", "Tertaal", "Woningdelen"]
