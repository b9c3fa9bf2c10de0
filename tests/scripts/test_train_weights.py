"""The weights are learned from labels that stay outside; the same labels give the same file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from scripts import train_weights
from tests.scripts.corpus import COMMITMENTS, CONTEXT, make_corpus


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small corpus that is all there is to learn from."""
    monkeypatch.setattr(train_weights, "HERE", tmp_path / "nothing")
    monkeypatch.setattr(train_weights, "OTHER_LAYOUTS", tmp_path / "nothing")
    monkeypatch.setattr(train_weights, "TARGET", tmp_path / "weights.json")
    folder = make_corpus(tmp_path / "corpus")
    monkeypatch.setattr(sys, "argv", ["train_weights", str(folder)])
    return folder


def test_labelled_statements_commit_and_context_does_not(corpus: Path) -> None:
    examples = list(train_weights._examples(corpus))
    assert sum(example.commits for example in examples) == len(COMMITMENTS)
    assert sum(not example.commits for example in examples) == len(CONTEXT)
    assert {example.document for example in examples} == {"900"}


def test_what_may_be_left_out_teaches_nothing(corpus: Path) -> None:
    path = corpus / "truth" / "900.json"
    labels = json.loads(path.read_text(encoding="utf-8"))
    labels["agreements"][-1]["optional"] = True
    path.write_text(json.dumps(labels), encoding="utf-8")
    examples = list(train_weights._examples(corpus))
    assert sum(example.commits for example in examples) == len(COMMITMENTS) - 1
    assert len(examples) == len(COMMITMENTS) + len(CONTEXT) - 1


def test_a_label_is_found_over_a_line_break_and_from_its_own_line_on(tmp_path: Path) -> None:
    folder = make_corpus(tmp_path)
    document = folder / "seeds" / "900_afspraken.txt"
    document.write_text("De gemeente bouwt.\nDaarna: de\ngemeente bouwt.\nDe gemeente\nbouwt.", encoding="utf-8")
    labels = [{"starts_with": "De gemeente bouwt.", "line": line} for line in (1, 2, 9)]
    truth = folder / "truth" / "900.json"
    truth.write_text(json.dumps({"agreements": labels[:2]}), encoding="utf-8")
    assert train_weights._labels_of(truth, folder / "seeds") == ([0, 46], [])


@pytest.mark.slow  # learns twice
def test_the_same_labels_give_the_same_file_without_words_of_the_document(corpus: Path) -> None:
    train_weights.main()
    first = train_weights.TARGET.read_bytes()
    train_weights.main()
    assert train_weights.TARGET.read_bytes() == first
    content = json.loads(first)
    assert content["features"]["party in front"] > 0 > content["features"]["no party"]
    assert not [name for name in content["features"] if "haven" in name or "Waterhoven" in name]
