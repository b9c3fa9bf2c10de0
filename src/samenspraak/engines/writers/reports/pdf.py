"""A report as tagged PDF, built to PDF/UA-1: language, title, headings, table heads, words for pictures."""

from __future__ import annotations

import hashlib
import logging
import os

from samenspraak.core.composition.tree import Report
from samenspraak.engines.writers.reports.errors import PdfNotPossible
from samenspraak.engines.writers.reports.house_style import HouseStyle
from samenspraak.engines.writers.reports.html import write_html

# It remarks on every rule of CSS that paper does not have.
logging.getLogger("weasyprint").setLevel(logging.ERROR)
# The subset of a font carries the moment it was made, unless this says which moment that is (reproducible-builds.org).
os.environ.setdefault("SOURCE_DATE_EPOCH", "946684800")


def write_pdf(report: Report, style: HouseStyle | None = None) -> bytes:
    """Return the file; the same report gives the same bytes. Raises PdfNotPossible when Pango is not installed."""
    page = write_html(report, style, for_paper=True)
    try:
        return _layout(page)
    except OSError as error:
        raise PdfNotPossible(
            "Om een PDF te maken is Pango nodig. Op Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0"
            " libharfbuzz-subset0. Word, OpenDocument en HTML kunnen zonder."
        ) from error


def _layout(page: str) -> bytes:
    # Late: it loads Pango, which a machine that only reads documents need not have.
    from weasyprint import HTML, URLFetcher  # noqa: PLC0415

    # Nothing is fetched but the pictures that stand in the page itself.
    source = HTML(string=page, url_fetcher=URLFetcher(allowed_protocols={"data"}, fail_on_errors=True))
    # The identifier is part of the bytes: made of what is written, not of chance.
    identifier = hashlib.sha256(page.encode()).digest()[:16]
    return bytes(source.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier))
