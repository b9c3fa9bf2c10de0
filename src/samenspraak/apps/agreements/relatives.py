"""What belongs to a commitment: the framework above it, the years below it, and the same number elsewhere."""

from __future__ import annotations

from django.db.models import Case, Q, When

from samenspraak.apps.agreements.beside import Beside, beside
from samenspraak.apps.agreements.counts import accepted
from samenspraak.apps.agreements.elaboration import frameworks_for, proposed_framework, says_the_same
from samenspraak.apps.agreements.models import AgreementParty, Commitment
from samenspraak.apps.agreements.relative_pages import Relative, Relatives
from samenspraak.apps.agreements.views_of_rows import beginning
from samenspraak.apps.agreements.visibility import visible_agreements
from samenspraak.apps.parties.models import Person

MOST_RELATIVES = 50


def relatives_of(person: Person, commitment: Commitment) -> Relatives:
    """Return what belongs to a commitment (two queries)."""
    is_loose = commitment.kind == Commitment.Kind.ANNUAL and commitment.elaborates_id is None
    proposed = proposed_framework(commitment, frameworks_for(commitment)) if is_loose else None
    above, below = (None, []) if is_loose else _above_and_below(person, commitment)
    return Relatives(
        above=None if above is None else _relative(above, commitment),
        proposed_above=None if proposed is None else _relative(proposed, commitment),
        below=tuple(_relative(one, commitment) for one in below),
        same_code=_same_code(person, commitment),
    )


def _above_and_below(person: Person, commitment: Commitment) -> tuple[Beside | None, list[Beside]]:
    """Return the framework that a commitment elaborates, and what elaborates the commitment itself (one query)."""
    is_above = Q(pk=commitment.elaborates_id)
    seen = accepted().filter(agreement__in=visible_agreements(person))
    found = (
        seen.filter(is_above | Q(elaborates=commitment.pk))
        if commitment.elaborates_id
        else seen.filter(elaborates=commitment.pk)
    )
    # The one above comes first, so that it never falls off the end.
    ordered = found.order_by(Case(When(is_above, then=0), default=1), "year", "code_key", "pk")
    rows = beside(ordered[: MOST_RELATIVES + 1])
    above = next((one for one in rows if one.pk == commitment.elaborates_id), None)
    return above, [one for one in rows if one is not above][:MOST_RELATIVES]


def _same_code(person: Person, commitment: Commitment) -> tuple[Relative, ...]:
    if not commitment.code_key:
        return ()
    own = AgreementParty.objects.filter(agreement=commitment.agreement_id, organisation__isnull=False)
    shared = AgreementParty.objects.filter(organisation__in=own.values("organisation")).values("agreement")
    found = (
        accepted()
        .filter(code_key=commitment.code_key, agreement__in=visible_agreements(person))
        .filter(Q(agreement__in=shared) | Q(agreement=commitment.agreement_id))
        .exclude(pk=commitment.pk)
    )
    rows = found.order_by("-agreement_id", "-year", "pk")[:MOST_RELATIVES]
    return tuple(_relative(row, commitment) for row in beside(rows))


def _relative(other: Beside, commitment: Commitment) -> Relative:
    return Relative(
        public_id=other.public_id,
        code=other.code,
        title=beginning(other.title or other.text),
        year=other.year,
        agreement=other.agreement_title,
        agreement_id=other.agreement_id,
        document=other.document_name,
        is_here=other.agreement == commitment.agreement_id,
        says_the_same=says_the_same(other, commitment),
    )
