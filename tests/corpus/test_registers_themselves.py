"""The expected registers and the texts of the example belong together."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.example.blocks import Document, MonitorRow, Table
from scripts.example.html_page import write_html
from scripts.example.plain_text import write_text
from scripts.example.source import read_document
from tests.corpus.register import names, read_register
from tests.corpus.scoring import letters

DOCUMENTS = Path(__file__).resolve().parents[2] / "src/samenspraak/example/documents"


def all_letters(document: Document) -> str:
    """Return the letters of all that is written in a document."""
    return "".join(letters(getattr(block, "text", "")) for block in document.blocks)


@pytest.mark.parametrize("name", names())
def test_every_expected_commitment_stands_in_the_text(name: str) -> None:
    whole = all_letters(read_document(name))
    absent = [one.starts_with for one in read_register(name).commitments if letters(one.starts_with)[:40] not in whole]
    assert absent == []


@pytest.mark.parametrize("name", names())
def test_every_document_of_the_example_has_a_register(name: str) -> None:
    assert [path.stem for path in DOCUMENTS.iterdir() if path.stem == name] == [name]


def test_no_document_of_the_example_is_without_a_register() -> None:
    assert {path.stem for path in DOCUMENTS.iterdir()} == set(names())


@pytest.mark.parametrize("name", names())
def test_a_code_is_expected_once(name: str) -> None:
    codes = [one.code for one in read_register(name).commitments if one.code]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("name", [name for name in names() if read_register(name).monitor])
def test_the_expected_monitor_has_a_row_for_every_row_of_the_text(name: str) -> None:
    written = [block.code for block in read_document(name).blocks if isinstance(block, MonitorRow)]
    assert [row.code for row in read_register(name).monitor] == written


@pytest.mark.parametrize("name", [name for name in names() if "tables" in read_register(name).facts])
def test_the_expected_tables_are_those_of_the_text(name: str) -> None:
    tables = [block for block in read_document(name).blocks if isinstance(block, Table)]
    expected = read_register(name).facts["tables"]
    assert [(table["title"], len(table["rows"])) for table in expected] == [(t.title, len(t.rows) - 1) for t in tables]


def test_the_plain_text_is_built_from_its_source(tmp_path: Path) -> None:
    name = "woonakkoord-zilverkust-voortgang-2026.txt"
    write_text(read_document(Path(name).stem), tmp_path / name)
    assert (tmp_path / name).read_bytes() == (DOCUMENTS / name).read_bytes()


def test_the_letter_is_built_from_its_source(tmp_path: Path) -> None:
    name = "raadsinformatiebrief-2026.html"
    write_html(read_document(Path(name).stem), tmp_path / name)
    assert (tmp_path / name).read_bytes() == (DOCUMENTS / name).read_bytes()
