"""Setting new values and keeping the old ones: the steps that every change of a commitment has in common."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from samenspraak.apps.agreements.codes import code_key
from samenspraak.apps.agreements.errors import ChangedMeanwhile, InvalidValue, NotAllowed, ReasonMissing
from samenspraak.apps.agreements.models import (
    Agreement,
    AgreementDocument,
    Commitment,
    CommitmentParty,
    CommitmentQuantity,
    CommitmentVersion,
)
from samenspraak.apps.agreements.names_here import names_in
from samenspraak.apps.agreements.revisions.cleaning import cleaned, refuse_half_a_deadline
from samenspraak.apps.agreements.revisions.values import (
    PLAIN_FIELDS,
    SIGNED_FIELDS,
    Values,
    changed_fields,
    values_of,
)
from samenspraak.apps.agreements.visibility import may, visible_agreements
from samenspraak.apps.documents.queries import passage_of
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import KnownNames, Right, known_names

Nature = CommitmentVersion.Nature


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changes something, when, in what sense and why; `change` is shared by all that changes at once."""

    by: Person
    nature: CommitmentVersion.Nature
    reason: str
    at: datetime = field(default_factory=timezone.now)
    change: UUID = field(default_factory=uuid.uuid4)
    known: KnownNames = field(default_factory=known_names)

    @classmethod
    def on(cls, agreement: Agreement, **said: Any) -> Stamp:
        """Return a stamp for changes of one agreement, which knows its own parties by their names."""
        return cls(known=names_in(agreement, known_names()), **said)


@dataclass(frozen=True, slots=True)
class Revised:
    """What a change did to one commitment."""

    commitment: Commitment
    fields: tuple[str, ...]
    before: Mapping[str, Any]
    after: Mapping[str, Any]

    @property
    def was(self) -> dict[str, Any]:
        """The old values of what changed."""
        return {name: self.before[name] for name in self.fields}

    @property
    def became(self) -> dict[str, Any]:
        """The new values of what changed."""
        return {name: self.after[name] for name in self.fields}


def refuse_reader(by: Person, agreement: Agreement) -> None:
    """Raise NotAllowed when somebody may not change the register of an agreement."""
    if not may(by, Right.EDIT_REGISTER, agreement):
        raise NotAllowed("U kunt deze afspraken lezen, maar niet wijzigen. Vraag een coördinator.")


def locked(commitments: QuerySet[Commitment]) -> list[Commitment]:
    """Return accepted commitments with all that they say, held until the transaction ends (three queries)."""
    accepted = commitments.filter(state=Commitment.State.ACCEPTED).select_for_update(of=("self",))
    return list(accepted.select_related("elaborates").prefetch_related("parties", "quantities").order_by("pk"))


def refuse_stale(commitment: Commitment, seen: int) -> None:
    """Raise ChangedMeanwhile when a commitment is no longer the version that somebody saw."""
    if commitment.version != seen:
        raise ChangedMeanwhile(
            f"Iemand heeft deze afspraak intussen gewijzigd: u zag versie {seen}, nu staat er versie"
            f" {commitment.version}. Vergelijk beide teksten en kies.",
            where=str(commitment)[:80],
        )


def revised(commitment: Commitment, values: Values, stamp: Stamp) -> Revised | None:
    """Set values, keep those that stood there, and count the version up; None when nothing changes.

    Raises InvalidValue, ReasonMissing, or ChangedMeanwhile when another got in between.
    """
    before = values_of(commitment)
    after = {**before, **cleaned(values)}
    fields = changed_fields(before, after)
    if not fields:
        return None
    refuse_half_a_deadline(after)
    if SIGNED_FIELDS & set(fields) and not stamp.reason.strip():
        raise ReasonMissing("De tekst of een getal van een ondertekende afspraak verandert. Schrijf op waarom.")
    _set_plain(commitment, after, fields, stamp)
    _set_parties(commitment, after, fields, stamp.known)
    _set_quantities(commitment, after, fields)
    CommitmentVersion.objects.create(
        commitment=commitment,
        version=commitment.version,
        values=before,
        nature=stamp.nature,
        reason=stamp.reason.strip(),
        change=stamp.change,
        replaced_at=stamp.at,
        replaced_by=stamp.by,
    )
    commitment.version += 1
    return Revised(commitment, fields, before, after)


def place_new(source: AgreementDocument, values: Values, *, order: int, stamp: Stamp) -> Commitment:
    """Add a commitment that people agreed on outside the reading; its passage is where its text stands, if it does."""
    after = {"leads": [], "partners": [], "quantities": [], "elaborates": None, **cleaned(values)}
    page, start, end = passage_of(source.document, after["text"])
    found = {name: after[name] for name in PLAIN_FIELDS if name in after and name != "deadline_on"}
    commitment = Commitment(
        agreement=source.agreement,
        document=source.document,
        order=order,
        code_key=code_key(after.get("code", "")),
        deadline_on=date.fromisoformat(after["deadline_on"]) if after.get("deadline_on") else None,
        page=page,
        start=start,
        end=end,
        confidence=1.0,
        state=Commitment.State.ACCEPTED,
        accepted_by=stamp.by,
        accepted_at=stamp.at,
        **found,
    )
    commitment.elaborates = _framework(commitment, after["elaborates"], stamp.by)
    commitment.save()
    _set_parties(commitment, after, ("leads",), stamp.known)
    _set_quantities(commitment, after, ("quantities",))
    return commitment


def _set_plain(commitment: Commitment, after: Values, fields: Iterable[str], stamp: Stamp) -> None:
    found: dict[str, Any] = {name: after[name] for name in fields if name in PLAIN_FIELDS}
    if "deadline_on" in found:
        found["deadline_on"] = found["deadline_on"] and date.fromisoformat(found["deadline_on"])
    if "code" in found:
        found["code_key"] = code_key(found["code"])
    if "elaborates" in fields:
        found["elaborates"] = _framework(commitment, after["elaborates"], stamp.by)
    # The version in the condition: of two at the same moment, one changes a row and the other none.
    same = Commitment.objects.filter(pk=commitment.pk, version=commitment.version)
    if not same.update(version=commitment.version + 1, **found):
        refuse_stale(Commitment.objects.get(pk=commitment.pk), commitment.version)
    for name, value in found.items():
        setattr(commitment, name, value)


def _framework(commitment: Commitment, public_id: str | None, by: Person) -> Commitment | None:
    """Return the commitment that this one elaborates; it must be theirs to see, and no circle may come of it."""
    if public_id is None:
        return None
    try:
        seen = Commitment.objects.filter(state=Commitment.State.ACCEPTED, agreement__in=visible_agreements(by))
        above = seen.filter(public_id=public_id).first()
    except (ValidationError, ValueError):
        above = None
    if above is None:
        raise InvalidValue("Die afspraak is er niet, of u kunt haar niet inzien.", where="Werkt uit")
    step: Commitment | None = above
    while step is not None:
        if step.pk == commitment.pk:
            raise InvalidValue("Een afspraak kan niet zichzelf uitwerken, ook niet via een andere.", where="Werkt uit")
        step = step.elaborates
    return above


def _set_parties(commitment: Commitment, after: Values, fields: Iterable[str], known: KnownNames) -> None:
    if not {"leads", "partners"} & set(fields):
        return
    commitment.parties.all().delete()
    named = [(CommitmentParty.Role.LEAD, name) for name in after["leads"]]
    named += [(CommitmentParty.Role.PARTNER, name) for name in after["partners"]]
    CommitmentParty.objects.bulk_create(
        CommitmentParty(commitment=commitment, name=name, role=role, organisation=known.find(name), order=order)
        for order, (role, name) in enumerate(named)
    )
    _forget(commitment, "parties")


def _set_quantities(commitment: Commitment, after: Values, fields: Iterable[str]) -> None:
    if "quantities" not in fields:
        return
    commitment.quantities.all().delete()
    CommitmentQuantity.objects.bulk_create(
        CommitmentQuantity(commitment=commitment, order=order, **one) for order, one in enumerate(after["quantities"])
    )
    _forget(commitment, "quantities")


def _forget(commitment: Commitment, relation: str) -> None:
    """Forget what was fetched beforehand: it was replaced."""
    getattr(commitment, "_prefetched_objects_cache", {}).pop(relation, None)
