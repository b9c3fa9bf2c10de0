"""A monitor of 120 and of 1,000 commitments in four formats, beside what each library alone needs for such a document.

Alone: a document of that size: the same title, headings, paragraphs, lists and tables with the same words, made with
the library's own calls as its documentation shows: no styles, colours, notes or charts; for PDF the same words as
bare HTML. PDF stands beside two others as well: that document with the same charts as plain SVG, and only the seven
columns of the monitor, which is a smaller document. Processor time: the median of several runs in turn, so that what
else the machine does weighs on both sides. The charts are drawn in the first run and kept for the next, so what
drawing costs stands on its own line.
"""

from __future__ import annotations

import base64
import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from html import escape
from pathlib import Path

import docx
import odfdo
import weasyprint

from samenspraak.core.composition.material import Line, Material, Moment, Remark, Source, counts
from samenspraak.core.composition.monitor import monitor_report
from samenspraak.core.composition.series import Observation, Series
from samenspraak.core.composition.tree import Bullets, Chart, Heading, Paragraph, Report, Table, text_of
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.traffic_light import TrafficLight
from samenspraak.engines.writers.charts import drawn
from samenspraak.engines.writers.reports.docx import write_docx
from samenspraak.engines.writers.reports.html import write_html
from samenspraak.engines.writers.reports.odt import write_odt
from samenspraak.engines.writers.reports.pdf import write_pdf

RUNS = {120: 3, 1000: 1}  # by how many commitments
SIZES = tuple(RUNS)
MEASURED = 8  # commitments with a target of which something was measured
Rows = list[list[str]]
Part = Heading | str | Rows | bytes


@dataclass(frozen=True)
class Plain:
    """The words of a report: headings, paragraphs and the rows of tables; and pictures as SVG."""

    parts: tuple[Part, ...]


def measure() -> list[str]:
    """Return the rows: seconds and ratio per format and size, and the peak memory of the largest."""
    lines = []
    for size, runs in RUNS.items():
        report = monitor_report(make_material(size))
        for name, (ours, beside) in FORMATS.items():
            actions = [partial(ours, report), *(partial(bare, pick(report)) for _alone, bare, pick in beside)]
            mine, *others = _in_turn(actions, runs)
            for (alone, _bare, _pick), seconds in zip(beside, others, strict=True):
                ratio = f"{mine / seconds:5.1f} times" if seconds > 0.0005 else "    -"
                lines.append(f"{size:5} commitments  {name:5} {mine:7.2f} s   {alone:40} {seconds:7.2f} s  {ratio}")
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
            source=Source("afspraken.pdf", number // 5 + 1),
            remarks=(Remark("Huurdersplatform De Linde", "Wij missen de planning."),) if number % 4 == 0 else (),
        )
        for number in range(count)
    )
    counted = counts(lines)
    moments = tuple(Moment(f"T{number} 2026", counted) for number in (1, 2))
    round_ = Material("Samen wonen", "Waterhoven", "2026 tot en met 2029", "T2 2026", date(2026, 10, 2), True, lines)
    return replace(round_, moments=moments)


def _series(number: int) -> Series:
    seen = tuple(Observation(date(2026, month, 30), 10.0 * month + number) for month in (4, 8))
    return Series(f"J {number} Woningen op plek {number}", 100, "dwelling", due=date(2029, 12, 31), observations=seen)


def _texts(table: Table) -> Rows:
    return [["\n".join(text_of(line) for line in cell.lines) for cell in row] for row in table.rows]


def words_alone(report: Report) -> Plain:
    """Return the words of a report: what a document of the same size holds."""
    return Plain(tuple(part for part in _parts(report) if not isinstance(part, bytes)))


def words_and_charts(report: Report) -> Plain:
    """Return the words of a report, and its charts."""
    return Plain(tuple(_parts(report)))


def monitor_alone(report: Report) -> Plain:
    """Return only the rows of the seven columns."""
    return Plain(tuple(_texts(b) for b in report.blocks if isinstance(b, Table) and len(b.columns) == 7))


def _parts(report: Report) -> Iterator[Part]:
    yield Heading(report.title)
    yield report.subtitle
    yield from (f"{label}: {value}" for label, value in report.facts)
    for block in report.blocks:
        match block:
            case Heading(text=text, level=level):
                yield Heading(text, min(level + 1, 4))
            case Paragraph(parts=parts):
                yield text_of(parts)
            case Bullets(items=items):
                yield from map(text_of, items)
            case Table():
                yield from _whole(block)
            case Chart():
                yield block.title
                yield drawn(block).svg.encode()
                yield from _whole(block.table)


def _whole(table: Table) -> Iterator[str | Rows]:
    yield table.title
    yield [[column.title for column in table.columns], *_texts(table)]
    yield table.note


def _bare_docx(plain: Plain) -> object:
    document = docx.Document()
    for part in plain.parts:
        match part:
            case Heading(text=text, level=level):
                document.add_heading(text, level)
            case str():
                document.add_paragraph(part)
            case list():
                table = document.add_table(rows=0, cols=len(part[0]))
                for row in part:
                    for cell, text in zip(table.add_row().cells, row, strict=True):
                        cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out


def _bare_odt(plain: Plain) -> object:
    document = odfdo.Document("text")
    for part in plain.parts:
        match part:
            case Heading(text=text, level=level):
                document.body.append(odfdo.Header(level, text))
            case str():
                document.body.append(odfdo.Paragraph(part))
            case list():
                table = odfdo.Table("Tabel")
                for texts in part:
                    row = odfdo.Row()
                    for text in texts:
                        row.append_cell(odfdo.Cell(text), clone=False)
                    table.append_row(row, clone=False)
                document.body.append(table)
    out = io.BytesIO()
    document.save(out)
    return out


def _bare_html(plain: Plain) -> str:
    return f"<!DOCTYPE html><html lang='nl'><title>Verslag</title>{''.join(map(_bare_part, plain.parts))}</html>"


def _bare_part(part: Part) -> str:
    match part:
        case Heading(text=text, level=level):
            return f"<h{level}>{escape(text)}</h{level}>"
        case str():
            return f"<p>{escape(part)}</p>"
        case bytes():
            return f"<img alt='beeld' src='data:image/svg+xml;base64,{base64.b64encode(part).decode()}'>"
    rows = (f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in part)
    return f"<table>{''.join(rows)}</table>"


def _bare_pdf(plain: Plain) -> object:
    page = "<style>@page{size:A4 landscape}</style>" + _bare_html(plain)
    return weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")


Beside = tuple[str, Callable[[Plain], object], Callable[[Report], Plain]]
ALONE = "its library alone"
FORMATS: dict[str, tuple[Callable[[Report], object], tuple[Beside, ...]]] = {
    "docx": (write_docx, ((ALONE, _bare_docx, words_alone),)),
    "odt": (write_odt, ((ALONE, _bare_odt, words_alone),)),
    "html": (write_html, ((ALONE, _bare_html, words_alone),)),
    "pdf": (
        write_pdf,
        (
            (ALONE, _bare_pdf, words_alone),
            (f"{ALONE}, with the charts", _bare_pdf, words_and_charts),
            (f"{ALONE}, the seven columns only", _bare_pdf, monitor_alone),
        ),
    ),
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


def _in_turn(actions: Sequence[Callable[[], object]], runs: int) -> list[float]:
    """Return what each takes in seconds: the median; the first round, which loads what is needed, is not counted."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(runs + 1):
        for action, found in zip(actions, times, strict=True):
            begin = time.process_time()
            action()
            found.append(time.process_time() - begin)
    return [statistics.median(found[1:]) for found in times]


def _peak(count: int) -> int:
    """Return the peak memory in MB of a process that writes all four formats."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.reports", str(count)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


if __name__ == "__main__":
    made = monitor_report(make_material(int(sys.argv[1])))
    for ours, _beside in FORMATS.values():
        ours(made)
    # Not getrusage: a child starts from the peak of whoever started it.
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    print(next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM")))
