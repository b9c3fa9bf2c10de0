"""A report as OpenDocument text (ODT)."""

from __future__ import annotations

from samenspraak.engines.writers.reports.odt.document import write_odt

__all__ = ["write_odt"]
