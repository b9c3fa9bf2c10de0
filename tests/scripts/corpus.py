"""A small labelled corpus for the tests of the scripts, with sentences of our own."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import fill

COMMITMENTS = (
    "De gemeente wijst uiterlijk in 2027 in de haven grond aan voor dertig woningen.",
    "De corporaties bouwen daar samen ten minste dertig sociale huurwoningen.",
    "De corporaties verhogen de huren jaarlijks met niet meer dan de inflatie.",
    "De gemeente biedt huurders met schulden binnen vier weken hulp.",
)
CONTEXT = (
    "De wachttijd in de stad is sinds 2020 opgelopen tot zeven jaar.",
    "Veel ouderen wonen al lang in een grote woning.",
    "Het Rijk heeft de regels vorig jaar gewijzigd.",
    "In 2024 werden maar twintig woningen opgeleverd.",
)
PARAGRAPHS = (
    *("Prestatieafspraken Waterhoven 2026-2029", "Inleiding", *CONTEXT),
    *("Beschikbaarheid", "Afspraken", *COMMITMENTS),
)
TEXT = "\n\n".join(fill(paragraph, 60) for paragraph in PARAGRAPHS)
SCORER = """
import argparse, json, pathlib, shlex, subprocess
parser = argparse.ArgumentParser()
for name in ("extract", "truth", "docs"):
    parser.add_argument(f"--{name}")
options = parser.parse_args()
for truth in sorted(pathlib.Path(options.truth).glob("*.json")):
    document = next(pathlib.Path(options.docs).glob(truth.stem + "*"))
    command = shlex.split(options.extract.replace("{}", str(document)))
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["commitments"]
    print(document.suffix, len(found), "of", len(json.loads(truth.read_text())["agreements"]))
"""


def make_corpus(folder: Path) -> Path:
    """Write a corpus of one document with its labels and a scorer; return its folder."""
    for name in ("seeds", "truth"):
        (folder / name).mkdir(parents=True)
    (folder / "seeds" / "900_afspraken.txt").write_text(TEXT, encoding="utf-8")
    labels = [{"starts_with": " ".join(text.split()[:8]), "line": None} for text in COMMITMENTS]
    (folder / "truth" / "900.json").write_text(json.dumps({"agreements": labels}), encoding="utf-8")
    (folder / "evaluate.py").write_text(SCORER, encoding="utf-8")
    return folder
