"""Builds the documents of the example from their texts: python -m scripts.example.build [FOLDER].

Needs Debian's fonts-crosextra-carlito and fonts-liberation. The same texts give the same bytes with the same versions
of the libraries; what is built is committed, so that running the example needs none of this.
"""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.example.docx_file import write_docx
from scripts.example.html_page import write_html
from scripts.example.odt import write_odt
from scripts.example.pdf import write_pdf
from scripts.example.pdf_look import BRICK, TEAL
from scripts.example.plain_text import write_text
from scripts.example.scan import write_scan
from scripts.example.source import read_document

DOCUMENTS = Path(__file__).parents[2] / "src/samenspraak/example/documents"


def build(folder: Path) -> None:
    """Write all documents into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    agreement, areas = "prestatieafspraken-2026-2029", "wijken-in-beweging-2025-2030"
    framework, accord = "kaderafspraken-en-monitor-2025", "woonakkoord-zilverkust-voortgang-2026"
    year, letter = "jaarschijf-2026", "raadsinformatiebrief-2026"
    write_pdf(read_document(agreement), folder / f"{agreement}.pdf", TEAL)
    write_docx(read_document(framework), folder / f"{framework}.docx", "Prestatieafspraken Duinrode 2022-2025")
    write_odt(read_document(year), folder / f"{year}.odt", "Jaarschijf 2026 Duinrode")
    write_scan(read_document(f"{year}-inlegvel"), folder / f"{year}-inlegvel.pdf")
    write_pdf(read_document(areas), folder / f"{areas}.pdf", BRICK)
    write_text(read_document(accord), folder / f"{accord}.txt")
    write_html(read_document(letter), folder / f"{letter}.html")


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    build(target)
    for path in sorted(target.iterdir()):
        print(f"{path.stat().st_size:9,} {path.name}")
