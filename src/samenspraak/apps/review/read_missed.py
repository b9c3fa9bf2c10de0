"""The lines of a page, to point at a commitment that extraction passed over."""

from __future__ import annotations

from uuid import UUID

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.agreements.queries import source_for
from samenspraak.apps.parties.models import Person
from samenspraak.apps.review.heads import State, review_head
from samenspraak.apps.review.leaves import leaf_of, lines_of, source_page
from samenspraak.apps.review.pages import MissedPage


def missed_page(person: Person, document_id: UUID, *, number: int) -> MissedPage:
    """Return a page with its lines, and which of them a proposal covers; raises NotFound."""
    source = source_for(person, document_id)
    document = source.document
    fields = ("public_id", "code", "title", "text", "state", "start", "end")
    row = list(Commitment.objects.filter(document=document).order_by("order").only(*fields))
    page = source_page(document, number)
    leaf = leaf_of(page, [one for one in row if one.state != State.SKIPPED], this=None)
    return MissedPage(
        head=review_head(person, source, [one.state for one in row]), leaf=leaf, lines=lines_of(page, leaf.outlines)
    )
