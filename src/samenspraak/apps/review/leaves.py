"""A page of a document with the proposals that stand on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.agreements.queries import marks_on
from samenspraak.apps.documents.models import Document, SourcePage
from samenspraak.apps.review.pages import Leaf, Outline, Piece, TextLine
from samenspraak.core.review.flowing import flowing

_LINE = re.compile(r"[^\n\f]+")


def page_number_at(document: Document, start: int) -> int:
    """Return on which page or leaf an offset of the raw text stands (one query)."""
    earlier = document.pages.filter(start__lte=start).order_by("-number").values_list("number", flat=True)
    return earlier.first() or 1


def source_page(document: Document, number: int) -> SourcePage:
    """Return a page (out of range gives the nearest); raises NotFound when the document was not read."""
    before = document.pages.filter(number__lte=max(1, number)).order_by("-number").first()
    page = before or document.pages.order_by("number").first()
    if page is None:
        raise NotFound("Dit document is nog niet gelezen.")
    return page


def leaf_of(page: SourcePage, proposals: Iterable[Commitment], *, this: Commitment | None) -> Leaf:
    """Return a page with the passages of these proposals outlined (one query)."""
    outlines = tuple(
        Outline(
            public_id=one.public_id,
            label=str(one)[:120],
            marks=marks_on(page, one.start, one.end),
            start=max(one.start, page.start) - page.start,
            end=min(one.end, page.end) - page.start,
            is_this=this is not None and one.pk == this.pk,
        )
        for one in proposals
        if one.start < page.end and one.end > page.start
    )
    return Leaf(
        number=page.number,
        page_count=page.document.pages.count(),
        width=page.width,
        height=page.height,
        outlines=outlines,
        pieces=tuple(_pieces(flowing(page.raw), outlines)),
    )


def _pieces(text: str, outlines: Sequence[Outline]) -> Iterator[Piece]:
    """Cut a text where passages begin and end; where two overlap, the words are of the one being checked."""
    done = 0
    cuts = sorted({0, len(text), *(one.start for one in outlines), *(one.end for one in outlines)})
    for end in cuts[1:]:
        here = [one for one in outlines if one.start <= done and one.end >= end]
        owner = next((one for one in here if one.is_this), here[0] if here else None)
        yield Piece(text[done:end], owner)
        done = end


def lines_of(page: SourcePage, taken: Sequence[Outline]) -> tuple[TextLine, ...]:
    """Return the lines of a page that hold words, with whether a proposal covers them."""
    return tuple(
        TextLine(
            start=page.start + match.start(),
            end=page.start + match.end(),
            text=match[0].strip(),
            marks=marks_on(page, page.start + match.start(), page.start + match.end()),
            is_taken=any(one.start < match.end() and one.end > match.start() for one in taken),
        )
        for match in _LINE.finditer(page.raw)
        if match[0].strip()
    )
