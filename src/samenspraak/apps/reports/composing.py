"""A report of a round: which kind is made how, and how it is frozen and written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.text import slugify
from pydantic import TypeAdapter

from samenspraak.apps.reports.house_styles import look_from
from samenspraak.apps.reports.models import Edition, ReportKind
from samenspraak.apps.reports.pages import FORMATS, WrittenFile
from samenspraak.core.composition.annex import with_history
from samenspraak.core.composition.council_letter import council_letter
from samenspraak.core.composition.editing import Edit
from samenspraak.core.composition.evaluation import evaluation
from samenspraak.core.composition.material import Material
from samenspraak.core.composition.monitor import monitor_report
from samenspraak.core.composition.newsletter import newsletter
from samenspraak.core.composition.progress_report import progress_report
from samenspraak.core.composition.tree import Report
from samenspraak.core.composition.year_slice import year_slice
from samenspraak.engines.writers.charts import with_pictures
from samenspraak.engines.writers.reports.docx import write_docx
from samenspraak.engines.writers.reports.house_style import HouseStyle
from samenspraak.engines.writers.reports.html import write_html
from samenspraak.engines.writers.reports.odt import write_odt
from samenspraak.engines.writers.reports.pdf import write_pdf

_REPORT: TypeAdapter[Report] = TypeAdapter(Report)
_EDITS: TypeAdapter[dict[str, Edit]] = TypeAdapter(dict[str, Edit])

_MAKERS: Mapping[ReportKind, Callable[[Material], Report]] = {
    ReportKind.MONITOR: monitor_report,
    ReportKind.COUNCIL_LETTER: council_letter,
    ReportKind.YEAR_SLICE: year_slice,
    ReportKind.EVALUATION: evaluation,
    ReportKind.PROGRESS: progress_report,
    ReportKind.NEWSLETTER: lambda material: newsletter(material, own=_tenants(material)),
}


def proposed(kind: ReportKind, material: Material) -> Report:
    """Return the report as the data propose it."""
    report = _MAKERS[kind](material)
    return report if material.history is None else with_history(report, material.history)


def _tenants(material: Material) -> str:
    found = [party.name for party in material.parties if party.side == "huurdersorganisaties"]
    return found[0] if len(found) == 1 else "De huurdersorganisaties"


def edits_of(value: dict[str, Any]) -> dict[str, Edit]:
    """Return what was written, from how it is kept."""
    return _EDITS.validate_python(value)


def kept(edits: Mapping[str, Edit]) -> dict[str, Any]:
    """Return what was written as it is kept."""
    value: dict[str, Any] = _EDITS.dump_python(dict(edits), mode="json")
    return value


def frozen(report: Report) -> tuple[dict[str, Any], str]:
    """Return a report as JSON with its fingerprint; its charts are drawn, so that they never change again."""
    value: dict[str, Any] = _REPORT.dump_python(with_pictures(report), mode="json")
    return value, hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def thawed(value: dict[str, Any]) -> Report:
    """Return the report that was frozen."""
    return _REPORT.validate_python(value)


def written(report: Report, form: str, style: HouseStyle, template: bytes | None) -> WrittenFile:
    """Return a report as a file; `form` is one of FORMATS. Raises TemplateNotUsable, PdfNotPossible."""
    writers: dict[str, Callable[[], bytes]] = {
        "docx": lambda: write_docx(report, style, template=template),
        "odt": lambda: write_odt(report, style),
        "pdf": lambda: write_pdf(report, style),
        "html": lambda: write_html(report, style).encode(),
    }
    name = slugify(f"{report.title} {report.subtitle}")[:80] or "verslag"
    return WrittenFile(f"{name}.{form}", FORMATS[form], writers[form]())


def written_edition(edition: Edition, form: str) -> WrittenFile:
    """Return an adopted report as a file, from what was frozen; `form` is one of FORMATS. Raises as `written` does."""
    template = None if edition.template is None else bytes(edition.template)
    return written(thawed(edition.report), form, look_from(edition.look), template)
