"""A machine without Tesseract: the example's scan is refused in one sentence, and everything else is there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.config.command import samenspraak

pytestmark = pytest.mark.slow  # reads the whole example


def test_without_tesseract_the_example_has_one_document_less(tmp_path: Path) -> None:
    nowhere = tmp_path / "empty"
    nowhere.mkdir()
    done = samenspraak("demo", folder=tmp_path, PATH=str(nowhere))
    assert done.returncode == 0
    (refused,) = done.stderr.splitlines()
    assert refused.startswith("jaarschijf-2026-inlegvel.pdf: Dit is een scan, en het programma Tesseract is hier niet")
    assert refused.endswith("apt-get install tesseract-ocr tesseract-ocr-nld. (E106)")
    assert "sanne@duinrode.example" in done.stdout
    with closing(sqlite3.connect(tmp_path / "var" / "samenspraak.sqlite3")) as records:
        names = {name for (name,) in records.execute("select name from documents_document")}
    assert len(names) == 6
    assert "jaarschijf-2026-inlegvel.pdf" not in names
