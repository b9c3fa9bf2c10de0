"""Which agreements an event is about, whatever sort of record it names."""

from __future__ import annotations

from django.apps import apps
from django.db import models

from samenspraak.apps.agreements.models import Agreement, AgreementDocument, AgreementParty, Commitment, CommitmentParty
from samenspraak.apps.audit.models import Event, EventKind
from samenspraak.apps.documents.models import Document
from samenspraak.apps.parties.models import Organisation

# What is done beside the register: no text that can be found changes (tests/apps/search tries every action).
_BESIDE = {
    EventKind.TABLE_OFFERED,
    EventKind.COLUMNS_CHOSEN,
    EventKind.VIEW_SAVED,
    EventKind.VIEW_CHANGED,
    EventKind.VIEW_DELETED,
    EventKind.REPORT_WRITTEN,
    EventKind.PARTY_NUDGED,
}
# Records that no text hangs on; everything else, also of rooms that are not there yet, is looked at.
_NO_TEXT = {"parties.person", "parties.membership"}
# Changed by reading a document again, not by what is done to one commitment.
_ONLY_COMMITMENTS = {Commitment._meta.label_lower}


def can_matter(event: Event) -> bool:
    """Tell whether what was done can change what is found."""
    return event.target_type not in _NO_TEXT and event.kind not in _BESIDE


def can_matter_to_pages(target_type: str) -> bool:
    """Tell whether such a change can touch the pages of documents."""
    return target_type not in _ONLY_COMMITMENTS


def agreements_of(target_type: str, target_id: str) -> set[int]:
    """Return the numbers of the agreements that a record belongs to; none when it is gone."""
    record = _record(target_type, target_id)
    return set() if record is None else _agreements(record)


def _record(target_type: str, target_id: str) -> models.Model | None:
    try:
        found: models.Model | None = apps.get_model(target_type).objects.filter(pk=target_id).first()
    except (LookupError, ValueError):
        return None
    return found


def _agreements(record: models.Model) -> set[int]:
    match record:
        case Agreement():
            return {record.pk}
        case Document():
            sources = AgreementDocument.objects.filter(document=record)
            return set(sources.values_list("agreement_id", flat=True))
        case Organisation():
            # What went into it stands in agreements as well, also after the merger was undone.
            theirs = models.Q(organisation=record) | models.Q(organisation__gone_into__successor=record)
            parties = AgreementParty.objects.filter(theirs).values_list("agreement_id", flat=True)
            players = CommitmentParty.objects.filter(organisation=record)
            return {*parties, *players.values_list("commitment__agreement_id", flat=True)}
    return _through_relations(record)


def _through_relations(record: models.Model) -> set[int]:
    """Follow what other records point at: an agreement, a commitment or a document."""
    for name in ("agreement", "commitment", "document"):
        related = getattr(record, name, None)
        if isinstance(related, models.Model):
            return _agreements(related)
    return set()
