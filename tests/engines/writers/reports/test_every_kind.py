"""Every kind of report, with its charts and a logo, holds to the standards and opens where offices open it."""

from __future__ import annotations

import base64
import subprocess
from pathlib import Path

import pytest

from samenspraak.core.composition.tree import Chart, Report, Table
from samenspraak.engines.readers import read
from samenspraak.engines.writers.reports.docx import write_docx
from samenspraak.engines.writers.reports.house_style import HouseStyle
from samenspraak.engines.writers.reports.odt import write_odt
from samenspraak.engines.writers.reports.pdf import write_pdf
from tests.core.composition.reading import headings, words_of
from tests.engines.writers.reports.kinds import KINDS
from tests.engines.writers.reports.sample import PNG, sample
from tests.engines.writers.reports.test_four_formats import squeezed
from tests.engines.writers.reports.test_house_template import template
from tests.engines.writers.reports.test_pdf_standard import faults

STYLE = HouseStyle(accent="#7a1f5c", logo_png=base64.b64decode(PNG), logo_alternative="Logo van Waterhoven")

each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.mark.slow  # a PDF is laid out and checked
@each_kind
def test_its_pdf_passes_the_checks_of_the_standard(kind: str, tmp_path: Path) -> None:
    assert faults(write_pdf(KINDS[kind](), STYLE), tmp_path) == []


def told(report: Report) -> list[str]:
    """Return the words that must stand in a file: of every heading and cell, also of those behind the charts."""
    tables = [block if isinstance(block, Table) else block.table for block in report.blocks if _has_table(block)]
    cells = [words_of(cell) for table in tables for row in table.rows for cell in row]
    return [word for text in (report.title, *headings(report), *cells) for word in text.split() if len(word) > 2]


def _has_table(block: object) -> bool:
    return isinstance(block, Table | Chart)


def in_an_office(name: str, content: bytes, folder: Path) -> str:
    """Return the text of a file that LibreOffice opened and printed as a PDF."""
    path = folder / name
    path.write_bytes(content)
    # A home of its own: two offices at once would otherwise be one.
    home = f"-env:UserInstallation=file://{folder / 'home'}"
    subprocess.run(
        ["soffice", "--headless", home, "--convert-to", "pdf", "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    found = read(path.with_suffix(".pdf"), mend_text=False)
    return squeezed(found.raw)


@pytest.mark.office
@pytest.mark.slow  # starts an office
@pytest.mark.parametrize("kind", ["monitor", "council letter", "year slice", "account"])
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_an_office_opens_it_and_prints_every_word(kind: str, form: str, tmp_path: Path) -> None:
    report = KINDS[kind]()
    content = write_docx(report, STYLE) if form == "docx" else write_odt(report, STYLE)
    printed = in_an_office(f"verslag.{form}", content, tmp_path)
    # Word by word: in narrow columns the lines of neighbouring cells come one after the other.
    assert sorted({word for word in told(report) if word not in printed}) == []


@pytest.mark.office
@pytest.mark.slow  # starts an office
def test_a_template_and_a_table_of_three_hundred_rows_open_as_well(tmp_path: Path) -> None:
    own = template("{{ titel }}", "{{ inhoud }}", header="Gemeente {{ organisatie }}")
    printed = in_an_office("sjabloon.docx", write_docx(sample(300), STYLE, template=own), tmp_path)
    assert all(f"DeLindebouwt{number}woningen" in printed for number in range(41, 341))
    assert "{{7*7}}" in printed
