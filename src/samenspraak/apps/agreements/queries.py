"""What a person may read of agreements. Every function checks the right first; what is not theirs is not found."""

from __future__ import annotations

from uuid import UUID

from samenspraak.apps.agreements.pages import (
    AgreementPage,
    AgreementsPage,
    CommitmentFilter,
    CommitmentPage,
    DocumentPage,
    FindingsPage,
    GlossaryPage,
    TablesPage,
)
from samenspraak.apps.parties.models import Person

# The signatures are fixed; the bodies follow. NotFound is also an Http404, so a page needs no try/except.


def agreements_for(person: Person, *, text: str = "", page: int = 1) -> AgreementsPage:
    """Return the agreements that a person may see, newest period first; `text` is part of a title or party name."""
    raise NotImplementedError


def agreement_page(person: Person, public_id: UUID, *, wanted: CommitmentFilter) -> AgreementPage:
    """Return an agreement with one page of its commitments; raises NotFound."""
    raise NotImplementedError


def commitment_page(person: Person, public_id: UUID) -> CommitmentPage:
    """Return a commitment with its passage and neighbours; raises NotFound."""
    raise NotImplementedError


def findings_for(person: Person, agreement_id: UUID, *, kind: str = "") -> FindingsPage:
    """Return the findings of an agreement; raises NotFound."""
    raise NotImplementedError


def tables_for(person: Person, agreement_id: UUID) -> TablesPage:
    """Return the tables of an agreement; raises NotFound."""
    raise NotImplementedError


def glossary_for(person: Person, agreement_id: UUID) -> GlossaryPage:
    """Return the terms of an agreement; raises NotFound."""
    raise NotImplementedError


def document_page(person: Person, document_id: UUID, *, number: int = 1) -> DocumentPage:
    """Return one page of a document (from 1; out of range gives the nearest); raises NotFound."""
    raise NotImplementedError


def page_picture(person: Person, document_id: UUID, *, number: int, width: int = 1000) -> bytes:
    """Return a PNG of a page, `width` pixels wide (200-2000); raises NotFound when there is none or not theirs."""
    raise NotImplementedError


def original_file(person: Person, document_id: UUID) -> tuple[str, str, bytes]:
    """Return name, media type and bytes of the file as it came in; raises NotFound."""
    raise NotImplementedError
