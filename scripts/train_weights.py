"""Learn the weights of the language of commitment from labelled documents.

    python -m scripts.train_weights CORPUS

CORPUS is a folder with `truth/NNN.json` beside a folder `seeds` (or with `seeds` inside it) whose documents the labels
describe. Two more of its documents are labelled in `scripts/labels`, as offsets; the documents in other layouts that
are part of the tests are used as well. Only weights are written, no words of a document. The same input gives the same
file.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from samenspraak.core.extraction.actors import Actors
from samenspraak.core.extraction.blocks import BlockKind
from samenspraak.core.extraction.cast import cast_of
from samenspraak.core.extraction.headings import Stance, mark_headings
from samenspraak.core.extraction.language import features_of
from samenspraak.core.extraction.outline import outline
from samenspraak.core.extraction.paragraphs import blocks_of, is_footnote
from samenspraak.core.extraction.party_phrase import PartyPhrase
from samenspraak.core.vocabulary.sentences import sentences_in
from samenspraak.engines.knowledge.municipalities import municipalities
from samenspraak.engines.readers import read

HERE = Path(__file__).parent
OTHER_LAYOUTS = HERE.parent / "tests" / "corpus" / "other_layouts"
TARGET = HERE.parent / "src/samenspraak/engines/knowledge/data/commitment_weights.json"
SHORTEST = 5  # words of a sentence that is learned from
NEAR = 3  # characters between a label's offset and a unit's
# In a document that marks its commitments by their layout, what follows a labelled sentence in the same item is neither
# a commitment of its own nor context; only its openly contextual sections teach what context reads like.
REGULARISATION = 0.3
WEIGHT_OF_PROSE = {"002": 2.0, "004": 0.6}  # one long document must not outweigh all others


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence or list item as features, and whether it commits."""

    document: str
    features: frozenset[str]
    commits: bool


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    examples = list(_examples(parser.parse_args().corpus))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(example.features, 1) for example in examples])
    model = LogisticRegression(C=REGULARISATION, max_iter=3000)
    weights = [WEIGHT_OF_PROSE.get(example.document, 1.0) for example in examples]
    model.fit(matrix, [example.commits for example in examples], sample_weight=weights)
    learned = {name: round(float(w), 3) for name, w in zip(vectorizer.feature_names_, model.coef_[0], strict=True)}
    content = {"bias": round(float(model.intercept_[0]), 3), "features": dict(sorted(learned.items()))}
    TARGET.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    commits = sum(example.commits for example in examples)
    print(f"{len(examples)} examples, {commits} of them commitments, {len(learned)} weights in {TARGET.name}")


def _examples(corpus: Path) -> Iterator[Example]:
    seeds = corpus / "seeds" if (corpus / "seeds").is_dir() else corpus.parent / "seeds"
    for truth in sorted((corpus / "truth").glob("*.json")):
        yield from _learned_from(
            _document(seeds, truth.stem), truth.stem, _labels_of(truth, seeds), marks_by_layout=True
        )
    for labels in sorted((HERE / "labels").glob("*.json")):
        content = json.loads(labels.read_text(encoding="utf-8"))
        offsets = (content["commitments"], content["optional"])
        yield from _learned_from(_document(seeds, labels.stem), labels.stem, offsets, marks_by_layout=False)
    documents = OTHER_LAYOUTS / "documents"
    for truth in sorted((OTHER_LAYOUTS / "truth").glob("*.json")):
        labels = _labels_of(truth, documents)
        yield from _learned_from(
            _document(documents, truth.stem), truth.stem, labels, marks_by_layout=truth.stem != "103"
        )


def _document(folder: Path, stem: str) -> Path:
    return next(iter(sorted(folder.glob(f"{stem}*"))))


def _labels_of(truth: Path, folder: Path) -> tuple[list[int], list[int]]:
    """Return the offsets at which labelled statements begin, required and optional ones."""
    raw = _document(folder, truth.stem).read_text(encoding="utf-8")
    lines = [0, *(match.end() for match in re.finditer("\n", raw))]
    required: list[int] = []
    optional: list[int] = []
    for label in json.loads(truth.read_text(encoding="utf-8"))["agreements"]:
        words = r"\s+".join(re.escape(word) for word in label["starts_with"].split())
        found = re.compile(words).search(raw, lines[max(0, (label.get("line") or 1) - 1)])
        if found:
            (optional if label.get("optional") else required).append(found.start())
    return required, optional


def _learned_from(
    path: Path, name: str, labels: tuple[list[int], list[int]], *, marks_by_layout: bool
) -> Iterator[Example]:
    required, optional = labels
    seen = False
    for features, offset, stance in _units(path):
        commits = _is_near(offset, required)
        seen = seen or commits
        if not commits and _is_near(offset, optional):
            continue
        inside = marks_by_layout and seen and stance not in (Stance.CONTEXT, Stance.EXCLUDED)
        if commits or not inside:
            yield Example(name, features, commits)


def _is_near(offset: int, labels: list[int]) -> bool:
    return any(abs(offset - label) <= NEAR for label in labels)


def _units(path: Path) -> Iterator[tuple[frozenset[str], int, Stance]]:
    """Return every sentence and list item of a document as features, with its offset and its section's stance."""
    blocks = blocks_of(read(path).flow)
    cast = cast_of([block.text for block in blocks if block.pieces], municipalities())
    parties = PartyPhrase(cast.names)
    actors = Actors(cast)
    for entry in outline(mark_headings(blocks, parties), parties):
        block = entry.block
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE) or is_footnote(block):
            continue
        if block.kind is BlockKind.ITEM:
            yield features_of(block.text, actors), block.span().start, entry.place.promise
            continue
        for sentence in sentences_in(block.text):
            if len(sentence.text.split()) >= SHORTEST:
                start = block.span(sentence.start).start
                yield features_of(sentence.text, actors), start, entry.place.promise


if __name__ == "__main__":
    main()
