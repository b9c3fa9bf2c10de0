"""The piles of the country, one per table, in the order in which they refer to each other."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import partial

from bench.country.tables import Pile
from samenspraak.apps.agreements.models import (
    Agreement,
    AgreementDocument,
    AgreementParty,
    AgreementTable,
    Commitment,
    CommitmentParty,
    CommitmentQuantity,
    GlossaryTerm,
    Signatory,
)
from samenspraak.apps.audit.models import Event
from samenspraak.apps.documents.models import Document, Finding, ImportRun, SourcePage
from samenspraak.apps.parties.models import Membership, Organisation, Person

_PERSON = ("password", "email", "name", "is_administrator", "registered_at")
_ORGANISATION = ("kind", "name", "cbs_code", "other_names", "confirmed_at", "confirmed_by")
_DOCUMENT = (
    *("public_id", "sha256", "name", "media_type", "size_bytes", "file", "page_count", "has_pages"),
    *("uploaded_by", "uploaded_at"),
)
_RUN = (
    *("public_id", "document", "status", "extraction", "software_version", "requested_by"),
    *("requested_at", "started_at", "finished_at"),
)
_AGREEMENT = (
    *("public_id", "title", "kind", "period_start", "period_end", "signed_on", "entered_for"),
    *("registered_by", "registered_at"),
)
_COMMITMENT = (
    *("public_id", "agreement", "document", "order", "elaborates", "code", "code_key", "title", "text", "kind"),
    *("year", "theme", "heading", "deadline_text", "deadline_kind", "deadline_on", "rating", "rating_text"),
    *("progress", "page", "start", "end", "confidence", "state", "accepted_at", "accepted_by"),
)
_EVENT = ("at", "kind", "actor_id", "actor_label", "target_type", "target_id", "target_label", "after")


@dataclass(frozen=True)
class Piles:
    """What is filled while the country is made."""

    people: Pile = field(default_factory=partial(Pile, Person, *_PERSON))
    organisations: Pile = field(default_factory=partial(Pile, Organisation, *_ORGANISATION))
    memberships: Pile = field(default_factory=partial(Pile, Membership, "person", "organisation", "role"))
    documents: Pile = field(default_factory=partial(Pile, Document, *_DOCUMENT))
    runs: Pile = field(default_factory=partial(Pile, ImportRun, *_RUN))
    pages: Pile = field(
        default_factory=partial(
            Pile, SourcePage, "document", "number", "start", "end", "raw", "width", "height", "lines"
        )
    )
    findings: Pile = field(
        default_factory=partial(Pile, Finding, "document", "order", "code", "kind", "message", "spans")
    )
    agreements: Pile = field(default_factory=partial(Pile, Agreement, *_AGREEMENT))
    parties: Pile = field(
        default_factory=partial(Pile, AgreementParty, "agreement", "side", "name", "organisation", "order")
    )
    sources: Pile = field(default_factory=partial(Pile, AgreementDocument, "agreement", "document", "kind", "order"))
    signatories: Pile = field(
        default_factory=partial(Pile, Signatory, "source", "name", "function", "organisation_name", "order")
    )
    terms: Pile = field(
        default_factory=partial(Pile, GlossaryTerm, "source", "term", "definition", "page", "start", "end", "order")
    )
    tables: Pile = field(
        default_factory=partial(
            Pile, AgreementTable, "source", "title", "columns", "rows", "page", "start", "end", "order"
        )
    )
    commitments: Pile = field(default_factory=partial(Pile, Commitment, *_COMMITMENT))
    players: Pile = field(
        default_factory=partial(Pile, CommitmentParty, "commitment", "name", "role", "organisation", "order")
    )
    quantities: Pile = field(
        default_factory=partial(
            Pile, CommitmentQuantity, "commitment", "text", "value", "unit", "bound", "subject", "order"
        )
    )
    events: Pile = field(default_factory=partial(Pile, Event, *_EVENT))

    def all(self) -> list[Pile]:
        """Return the piles in the order in which they have to be written."""
        return [getattr(self, one.name) for one in fields(self)]
