"""Writes about who is asked: now, in an open round, and in those that come, until it is decided otherwise."""

from __future__ import annotations

from django.db import transaction

from samenspraak.apps.agreements.models import AgreementParty
from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.monitoring.checks import checked_open, checked_text, fresh_item
from samenspraak.apps.monitoring.errors import PartiesStay
from samenspraak.apps.monitoring.leads import KnownParties
from samenspraak.apps.monitoring.models import AskedParty, Progress, RoundItem
from samenspraak.apps.monitoring.opening import parties_of
from samenspraak.apps.monitoring.voices import checked_manager
from samenspraak.apps.parties.models import Person

_WHY = "Schrijf in een zin waarom, zoals 'doet aan deze afspraak niet mee'."


@transaction.atomic
def name_lead(*, item: RoundItem, party: AgreementParty, reason: str, by: Person) -> Progress:
    """Ask another party about a commitment: in this open round, and in those that come."""
    item = _held(item, party, by)
    reason = checked_text(reason, _WHY)
    if party.left_on is not None:
        raise PartiesStay("Kies een partij die nu meedoet aan deze prestatieafspraken.")
    if item.reports.filter(party=party).exists():
        raise PartiesStay(f"{party.name} wordt al naar deze afspraak gevraagd.")
    progress = Progress.objects.create(item=item, party=party)
    _decide(item, party, is_asked=True, reason=reason, by=by)
    record(EventKind.LEAD_NAMED, target=progress, by=by, after={"party": party.name}, reason=reason)
    return progress


@transaction.atomic
def leave_out_party(*, item: RoundItem, party: AgreementParty, reason: str, by: Person) -> AskedParty:
    """Ask a party no longer about a commitment, here and in rounds that come; it may still report and react."""
    item = _held(item, party, by)
    reason = checked_text(reason, _WHY)
    asked = item.reports.select_for_update(of=("self",)).filter(party=party).first()
    if asked is None:
        raise PartiesStay(f"{party.name} wordt niet naar deze afspraak gevraagd.")
    if asked.version or asked.evidence.exists():
        raise PartiesStay(f"{party.name} zei hierover al iets; dan blijft de partij bij deze afspraak staan.")
    if not item.reports.exclude(party=party).filter(party__left_on=None).exists():
        raise PartiesStay(
            "Dan wordt niemand meer gevraagd. Vraag eerst een andere partij, of haal de afspraak uit de ronde."
        )
    asked.delete()
    decided = _decide(item, party, is_asked=False, reason=reason, by=by)
    record(EventKind.PARTY_LEFT_OUT, target=item, by=by, before={"party": party.name}, reason=reason)
    return decided


@transaction.atomic
def ask_again(*, item: RoundItem, party: AgreementParty, by: Person) -> Progress:
    """Ask a party again that was left out: the way back."""
    item = _held(item, party, by)
    left_out = AskedParty.objects.filter(commitment=item.commitment, party=party, is_asked=False).first()
    if left_out is None or party.left_on is not None:
        raise PartiesStay(f"{party.name} was niet weggelaten, of is geen partij meer. Laad de bladzijde opnieuw.")
    if party in KnownParties(parties_of(item.round.agreement)).leading(item.commitment):
        left_out.delete()  # the document asks it
    else:
        _decide(item, party, is_asked=True, reason=left_out.reason, by=by)
    progress, _is_new = Progress.objects.get_or_create(item=item, party=party)
    record(EventKind.PARTY_ASKED_AGAIN, target=item, by=by, after={"party": party.name})
    return progress


def _held(item: RoundItem, party: AgreementParty, by: Person) -> RoundItem:
    """Return the row as it is now, held; raises when it is not for this person to say, or not of this party."""
    item = fresh_item(item)
    checked_open(item.round)
    checked_manager(by, item.round.agreement)
    if party.agreement_id != item.round.agreement_id:
        raise PartiesStay("Kies een partij die meedoet aan deze prestatieafspraken.")
    return item


def _decide(item: RoundItem, party: AgreementParty, *, is_asked: bool, reason: str, by: Person) -> AskedParty:
    decided, _is_new = AskedParty.objects.update_or_create(
        commitment=item.commitment,
        party=party,
        defaults={"is_asked": is_asked, "reason": reason, "decided_by": by},
    )
    return decided
