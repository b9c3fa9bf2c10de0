"""A report as Word (DOCX), in our own template or in that of the municipality."""

from __future__ import annotations

from samenspraak.engines.writers.reports.docx.document import write_docx
from samenspraak.engines.writers.reports.docx.template import FIELDS, check_template

__all__ = ["FIELDS", "check_template", "write_docx"]
