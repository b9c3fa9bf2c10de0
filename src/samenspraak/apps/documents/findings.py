"""From findings about a text to rows that show the words they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspraak.apps.documents.models import Document, Finding
from samenspraak.core.extraction import result

EXCERPT_LENGTH = 240


def finding_rows(document: Document, raw: str, findings: Sequence[result.Finding]) -> Iterator[Finding]:
    """Yield unsaved rows in the order of the findings."""
    for order, finding in enumerate(findings):
        yield Finding(
            document=document,
            order=order,
            code=finding.code,
            kind=finding.kind.value,
            message=finding.message,
            spans=[
                {"page": span.page, "start": span.start, "end": span.end, "excerpt": _excerpt(raw, span)}
                for span in finding.spans
            ],
        )


def _excerpt(raw: str, span: result.SourceSpan) -> str:
    # The excerpt is kept with the row, so that a list of findings need not load the whole text.
    words = " ".join(raw[span.start : span.end].replace("\x00", " ").split())
    return words if len(words) <= EXCERPT_LENGTH else words[: EXCERPT_LENGTH - 1].rstrip() + "…"
