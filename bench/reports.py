"""A monitor of 120 and of 1,000 commitments in four formats, beside what each library alone needs for such a document.

Alone: the same words in a table of the same size, made with the library's own calls as its documentation shows,
without styles, colours, notes or charts; for PDF the same words as a bare HTML table. Processor time, median of
several runs; the charts are drawn in the first run and kept for the next, so what drawing costs stands on its own line.
"""

from __future__ import annotations

import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path

import docx
import odfdo
import weasyprint

from samenspraak.core.composition.material import Line, Material, Moment, Remark, counts
from samenspraak.core.composition.monitor import monitor_report
from samenspraak.core.composition.series import Observation, Series
from samenspraak.core.composition.tree import Chart, Report, Table, text_of
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.traffic_light import TrafficLight
from samenspraak.engines.writers.reports.docx import write_docx
from samenspraak.engines.writers.reports.html import write_html
from samenspraak.engines.writers.reports.odt import write_odt
from samenspraak.engines.writers.reports.pdf import write_pdf

SIZES = (120, 1000)
MEASURED = 8  # commitments with a target of which something was measured
RUNS = 3
Rows = list[list[str]]


def measure() -> list[str]:
    """Return the rows: seconds and ratio per format and size, and the peak memory of the largest."""
    lines = []
    for size in SIZES:
        report = monitor_report(make_material(size))
        rows = _rows(report)
        for name, (ours, bare) in FORMATS.items():
            mine, alone = _median(ours, report), _median(bare, rows)
            ratio = f"{mine / alone:5.1f} times" if alone > 0.0005 else "    -"
            lines.append(f"{size:5} commitments  {name:5} {mine:7.2f} s   its library alone {alone:7.2f} s  {ratio}")
    return [*lines, _drawing(), f"peak memory for {SIZES[0]} commitments in all four: {_peak(SIZES[0])} MB"]


def make_material(count: int) -> Material:
    """Return a round with this many commitments; all sentences are invented."""
    lights = (TrafficLight.GREEN, TrafficLight.AMBER, TrafficLight.RED, TrafficLight.GREY, None)
    words = ("Op schema", "Vraagt actie", "Loopt achter", "Nu niet aan de orde", "Nog niet bekend")
    themes = (*Theme, None)
    plain = Line("", "", "", None)
    lines = tuple(
        replace(
            plain,
            code=f"J {number // 20 + 1}.{number % 20 + 1}",
            title=f"Woningen op plek {number}",
            text=f"De Linde bouwt op plek {number} ten minste {number % 60 + 20} sociale huurwoningen, klaar in 2029.",
            theme=themes[number * len(themes) // count],
            leads=("Woonstichting De Linde", "gemeente")[: number % 2 + 1],
            priority=f"T{number % 3 + 1}",
            light=lights[number % 5],
            word=words[number % 5],
            reason="De vergunning laat op zich wachten." if number % 5 in (1, 2) else "",
            progress="Het ontwerp is klaar en met de buurt besproken. De aannemer is gekozen.",
            next_step="de vergunning aanvragen",
            series=_series(number) if number < MEASURED else None,
            remarks=(Remark("Huurdersplatform De Linde", "Wij missen de planning."),) if number % 4 == 0 else (),
        )
        for number in range(count)
    )
    counted = counts(lines)
    moments = tuple(Moment(f"T{number} 2026", counted) for number in (1, 2))
    plain = Material("Samen wonen", "Waterhoven", "2026 tot en met 2029", "T2 2026", date(2026, 10, 2), True, lines)
    return replace(plain, moments=moments)


def _series(number: int) -> Series:
    seen = tuple(Observation(date(2026, month, 30), 10.0 * month) for month in (4, 8))
    return Series(f"J {number} Woningen op plek {number}", 100, "dwelling", due=date(2029, 12, 31), observations=seen)


def _rows(report: Report) -> Rows:
    return [
        ["\n".join(text_of(line) for line in cell.lines) for cell in row]
        for block in report.blocks
        if isinstance(block, Table) and len(block.columns) == 7
        for row in block.rows
    ]


def _bare_docx(rows: Rows) -> object:
    document = docx.Document()
    table = document.add_table(rows=0, cols=7)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out


def _bare_odt(rows: Rows) -> object:
    document = odfdo.Document("text")
    table = odfdo.Table("Tabel")
    for texts in rows:
        row = odfdo.Row()
        for text in texts:
            row.append_cell(odfdo.Cell(text), clone=False)
        table.append_row(row, clone=False)
    document.body.append(table)
    out = io.BytesIO()
    document.save(out)
    return out


def _bare_html(rows: Rows) -> str:
    body = "".join(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in rows)
    return f"<!DOCTYPE html><html lang='nl'><title>Tabel</title><table>{body}</table></html>"


def _bare_pdf(rows: Rows) -> object:
    page = "<style>@page{size:A4 landscape}</style>" + _bare_html(rows)
    return weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")


FORMATS: dict[str, tuple[Callable[[Report], object], Callable[[Rows], object]]] = {
    "docx": (write_docx, _bare_docx),
    "odt": (write_odt, _bare_odt),
    "html": (write_html, _bare_html),
    "pdf": (write_pdf, _bare_pdf),
}


def _drawing() -> str:
    """Return what drawing the charts of a monitor costs: the first in a process, and each after that."""
    charts = [block for block in monitor_report(make_material(SIZES[0])).blocks if isinstance(block, Chart)]
    program = (
        "import sys, time\nfrom bench.reports import *\nfrom samenspraak.engines.writers.charts import drawn\n"
        "charts = [b for b in monitor_report(make_material(SIZES[0])).blocks if isinstance(b, Chart)]\ntimes = []\n"
        "for chart in charts:\n    begin = time.process_time()\n    drawn(chart)\n"
        "    times.append(time.process_time() - begin)\n"
        "print(times[0], statistics.median(times[1:]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    first, next_one = map(float, done.stdout.split())
    return f"drawing {len(charts)} charts: the first {first:.2f} s, each after that {next_one:.2f} s"


def _median(action: Callable[..., object], argument: object) -> float:
    action(argument)
    times = []
    for _ in range(RUNS):
        begin = time.process_time()
        action(argument)
        times.append(time.process_time() - begin)
    return statistics.median(times)


def _peak(count: int) -> int:
    """Return the peak memory in MB of a process that writes all four formats."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.reports", str(count)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


if __name__ == "__main__":
    made = monitor_report(make_material(int(sys.argv[1])))
    for ours, _bare in FORMATS.values():
        ours(made)
    # Not getrusage: a child starts from the peak of whoever started it.
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    print(next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM")))
