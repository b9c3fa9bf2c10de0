"""PDF: lines and ruled tables with their places, in reading order; scans through text recognition."""

from __future__ import annotations

from samenspraak.engines.readers.pdf.pictures import picture
from samenspraak.engines.readers.pdf.reader import read_pdf

__all__ = ["picture", "read_pdf"]
