"""Score extraction against a labelled corpus, as plain text and laid out as PDF and DOCX.

    python -m scripts.score CORPUS [--write]

CORPUS holds `evaluate.py` and `truth/`; its documents lie in `seeds` inside it or beside it. The layouts are made in a
temporary folder and nothing of them is kept. With --write the tables are put into docs/domain/extraction.md.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from docx import Document

from tests.engines.readers.pdf_samples import lay_out_lines

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "domain" / "extraction.md"
BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"
EXTRACT = f"{Path(sys.executable).parent / 'samenspraak'} extract {{}} --format json"


def main() -> None:
    """Score the three layouts and print what the corpus' own scorer says of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", action="store_true", help="keep the tables in docs/domain/extraction.md")
    options = parser.parse_args()
    corpus = options.corpus
    seeds = corpus / "seeds" if (corpus / "seeds").is_dir() else corpus.parent / "seeds"
    tables = [f"As plain text\n{_evaluate(corpus, seeds)}"]
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("pdf", "docx"):
            laid_out = Path(folder) / kind
            laid_out.mkdir()
            for truth in sorted((corpus / "truth").glob("*.json")):
                text = next(iter(seeds.glob(f"{truth.stem}*"))).read_text(encoding="utf-8")
                _lay_out(text, laid_out / f"{truth.stem}.{kind}")
            tables.append(f"Laid out as {kind.upper()}, a printed line a line\n{_evaluate(corpus, laid_out)}")
    report = "\n".join(tables)
    print(report)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        block = f"{BEGIN}\n\n```text\n{report.strip()}\n```\n\n{END}"
        PAGE.write_text(re.sub(f"{BEGIN}.*?{END}", lambda _: block, page, flags=re.DOTALL), encoding="utf-8")


def _evaluate(corpus: Path, documents: Path) -> str:
    command = [sys.executable, str(corpus / "evaluate.py"), "--extract", EXTRACT, "--truth", str(corpus / "truth")]
    done = subprocess.run([*command, "--docs", str(documents)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr or done.stdout)
    return done.stdout


def _lay_out(text: str, path: Path) -> None:
    if path.suffix == ".pdf":
        path.write_bytes(lay_out_lines(text))
        return
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph("".join(character for character in line if character >= " "))
    document.save(str(path))


if __name__ == "__main__":
    main()
