"""The PDF is built to PDF/UA-1: a checker of its own finds nothing wrong with it."""

from __future__ import annotations

import base64
from pathlib import Path

import page
import pytest

from samenspraak.core.composition.tree import Report
from samenspraak.engines.writers.reports import pdf
from samenspraak.engines.writers.reports.errors import PdfNotPossible
from samenspraak.engines.writers.reports.house_style import HouseStyle
from samenspraak.engines.writers.reports.pdf import write_pdf
from tests.engines.writers.reports.sample import PNG, sample

# A long report refers from page to page to page; the checker would give up on its length.
LIMITS = page.SafetyLimits(max_reference_depth=100_000)


def faults(content: bytes, folder: Path) -> list[str]:
    path = folder / "verslag.pdf"
    path.write_bytes(content)
    report = page.validate_pdf(path, profile="ua1", limits=LIMITS)
    return [f"{failure.rule_id} {failure.message}" for failure in report.failures]


@pytest.mark.slow  # a PDF is laid out and checked
@pytest.mark.parametrize("count", [7, 120])
def test_a_report_passes_the_checks_of_the_standard(count: int, tmp_path: Path) -> None:
    assert faults(write_pdf(sample(count)), tmp_path) == []


@pytest.mark.slow  # a PDF is laid out and checked
def test_a_logo_with_its_words_passes_as_well(tmp_path: Path) -> None:
    style = HouseStyle(logo_png=base64.b64decode(PNG), logo_alternative="Logo van Waterhoven", accent="#7a1f5c")
    assert faults(write_pdf(sample(), style), tmp_path) == []


def test_the_checker_sees_a_pdf_without_tags(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "zonder.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 720, "Zonder tags.")
    canvas.save()
    assert faults(path.read_bytes(), tmp_path) != []


def test_without_pango_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str, *arguments: object) -> object:
        raise OSError(name)

    monkeypatch.setattr(pdf, "_layout", missing)
    with pytest.raises(PdfNotPossible, match="apt-get install libpango"):
        write_pdf(Report(title="Leeg", blocks=(), made_on=sample().made_on))
