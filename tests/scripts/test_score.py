"""The score: a corpus' own scorer on its documents as text, and laid out as PDF and DOCX."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from docx import Document

from samenspraak.engines.readers import read
from scripts import score
from tests.scripts.corpus import COMMITMENTS, TEXT, make_corpus


@pytest.mark.slow  # the command line runs once for every layout
def test_every_layout_is_scored_and_the_page_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = score.PAGE.read_bytes()
    monkeypatch.setattr(sys, "argv", ["score", str(make_corpus(tmp_path))])
    score.main()
    printed = capsys.readouterr().out
    assert [line for line in printed.splitlines() if " of " in line] == [
        f"{suffix} {len(COMMITMENTS)} of {len(COMMITMENTS)}" for suffix in (".txt", ".pdf", ".docx")
    ]
    assert score.PAGE.read_bytes() == before


def test_the_tables_take_the_place_of_the_last_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "extraction.md"
    page.write_text(f"Boven\n{score.BEGIN}\noud\n{score.END}\nOnder\n", encoding="utf-8")
    monkeypatch.setattr(score, "PAGE", page)
    monkeypatch.setattr(score, "_evaluate", lambda *_: "F1 0.9\n")
    monkeypatch.setattr(sys, "argv", ["score", str(make_corpus(tmp_path / "corpus")), "--write"])
    score.main()
    written = page.read_text(encoding="utf-8")
    assert "oud" not in written
    assert written.count("F1 0.9") == 3
    assert (written.startswith("Boven\n"), written.endswith("Onder\n")) == (True, True)


def test_a_scorer_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = make_corpus(tmp_path)
    (corpus / "evaluate.py").write_text("raise SystemExit('geen labels')", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["score", str(corpus)])
    with pytest.raises(SystemExit, match="geen labels"):
        score.main()


def test_a_line_is_a_line_in_every_layout(tmp_path: Path) -> None:
    score._lay_out(TEXT + "\n\x00\x0bLaatste regel.", tmp_path / "afspraken.docx")
    paragraphs = [paragraph.text for paragraph in Document(str(tmp_path / "afspraken.docx")).paragraphs]
    assert paragraphs == [*TEXT.split("\n"), "Laatste regel."]
    score._lay_out(TEXT, tmp_path / "afspraken.pdf")
    assert COMMITMENTS[0].split()[-1] in read(tmp_path / "afspraken.pdf").raw


def test_the_page_has_a_place_for_the_tables() -> None:
    text = score.PAGE.read_text(encoding="utf-8")
    assert (text.count(score.BEGIN), text.count(score.END)) == (1, 1)
    assert text.index(score.BEGIN) < text.index(score.END)
