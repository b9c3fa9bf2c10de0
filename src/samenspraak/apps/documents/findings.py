"""From findings about a text to rows that show the words they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspraak.apps.documents.models import Document, Finding
from samenspraak.core.extraction import result
from samenspraak.core.extraction.quotes import Quotes
from samenspraak.core.extraction.source import SourceText

EXCERPT_LENGTH = 240


def finding_rows(document: Document, source: SourceText, findings: Sequence[result.Finding]) -> Iterator[Finding]:
    """Yield unsaved rows in the order of the findings, with the words as they were read: mended."""
    quotes = Quotes(source)
    for order, finding in enumerate(findings):
        yield Finding(
            document=document,
            order=order,
            code=finding.code,
            kind=finding.kind.value,
            message=finding.message,
            spans=[
                {"page": span.page, "start": span.start, "end": span.end, "excerpt": _excerpt(quotes, span)}
                for span in finding.spans
            ],
        )


def _excerpt(quotes: Quotes, span: result.SourceSpan) -> str:
    # The excerpt is kept with the row, so that a list of findings need not load the whole text.
    words = quotes.between(span.start, span.end).replace("\x00", " ")
    return words if len(words) <= EXCERPT_LENGTH else words[: EXCERPT_LENGTH - 1].rstrip() + "…"
