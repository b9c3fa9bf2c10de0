"""Reading and understanding a PDF of 100 pages, beside the bare text extraction of the same library.

Each figure is the median over several runs in one process, after a first run that is not counted; processor time, so
that what else the machine does counts as little as possible. Memory is the peak of a process of its own.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from samenspraak.core.extraction import extract
from samenspraak.core.extraction.knowledge import Knowledge
from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.knowledge.loading import load_knowledge
from samenspraak.engines.readers import read
from samenspraak.engines.readers.collecting import collecting_later
from tests.engines.readers.pdf_samples import lay_out_lines

TEXT = Path(__file__).parent.parent / "scripts/example/texts/prestatieafspraken-2026-2029.txt"
PAGES = 100
MANY_PAGES = 500
RUNS = 5
PAGE_LINES = 50
WIDTH = 100  # characters of a printed line


def measure() -> list[str]:
    """Return the rows: pages per second, ratios, peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "agreement.pdf"
        pages = make_document(path, PAGES)
        bare = _median(lambda: _bare(path))
        knowledge = load_knowledge()
        reading = _median(lambda: read(path))
        source = read(path)
        understanding = _median(lambda: _understand(source, knowledge))
        rows = [
            f"{pages} pages, {len(source.raw):,} characters, {len(extract(source, knowledge).commitments)} commitments",
            f"bare text extraction   {pages / bare:7.0f} pages/s",
            f"reading                {pages / reading:7.0f} pages/s  {reading / bare:5.1f} times bare",
            f"understanding          {pages / understanding:7.0f} pages/s  {understanding / bare:5.1f} times bare",
            (
                f"both together          {pages / (reading + understanding):7.0f} pages/s  "
                f"{(reading + understanding) / bare:5.1f} times bare"
            ),
        ]
        many = Path(folder) / "long.pdf"
        count = make_document(many, MANY_PAGES)
        return [*rows, f"peak memory for {count} pages: {_peak(many)} MB"]


def make_document(path: Path, pages: int) -> int:
    """Lay the example's agreement out as a PDF of this many pages at least; return how many it has."""
    words = TEXT.read_text(encoding="utf-8").split("\n")
    lines = [line[start : start + WIDTH] for line in words for start in range(0, max(1, len(line)), WIDTH)]
    wanted = pages * PAGE_LINES
    repeated = [*lines] * (wanted // len(lines) + 1)
    path.write_bytes(lay_out_lines("\n".join(repeated[:wanted])))
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def _bare(path: Path) -> None:
    document = pypdfium2.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def _understand(source: SourceText, knowledge: Knowledge) -> None:
    with collecting_later():  # as `engines.intake` does
        extract(source, knowledge)


def _median(action: Callable[[], object]) -> float:
    """Return the median processor time in seconds."""
    action()
    times = []
    for _ in range(RUNS):
        begin = time.process_time()
        action()
        times.append(time.process_time() - begin)
    return statistics.median(times)


def _peak(path: Path) -> int:
    """Return the peak memory in MB of a process that reads and understands a file."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.reading", str(path)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


if __name__ == "__main__":
    extract(read(Path(sys.argv[1])), load_knowledge())
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
