"""Writes about parties that come and go: history keeps both names, open tasks move, what was adopted stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from samenspraak.apps.agreements.models import Agreement, AgreementParty
from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.monitoring.errors import PartiesStay
from samenspraak.apps.monitoring.successions.applying import (
    Moved,
    fit_rounds,
    joined_party,
    leave_no_trace,
    running_with,
)
from samenspraak.apps.monitoring.successions.checks import (
    checked_day,
    checked_merger,
    checked_not_adopted,
    checked_reason,
)
from samenspraak.apps.monitoring.voices import checked_manager
from samenspraak.apps.parties.errors import NoRight
from samenspraak.apps.parties.models import Membership, Merger, Organisation, Person
from samenspraak.apps.parties.queries import Right, may


@transaction.atomic
def join_agreement(
    *, agreement: Agreement, organisation: Organisation, on: date, reason: str, by: Person
) -> AgreementParty:
    """Make an organisation a party from a day; open rounds ask it from then on what it leads."""
    checked_manager(by, agreement)
    on, reason = checked_day(on), checked_reason(reason)
    party, is_new = joined_party(agreement, organisation, on)
    if not is_new:
        raise PartiesStay(f"{organisation.name} is al partij bij deze prestatieafspraken.")
    moved = fit_rounds(agreement)
    after = {"on": str(on), "asked": moved.asked}
    record(EventKind.PARTY_JOINED, target=party, by=by, after=after, reason=reason)
    return party


@transaction.atomic
def leave_agreement(*, party: AgreementParty, on: date, reason: str, by: Person) -> AgreementParty:
    """Say that a party is one no longer from a day; its words stay, its open tasks end."""
    checked_manager(by, party.agreement)
    on, reason = checked_day(on), checked_reason(reason)
    if party.left_on is not None:
        raise PartiesStay(f"{party.name} was al geen partij meer.")
    party.left_on = on
    party.save()
    moved = fit_rounds(party.agreement)
    record(EventKind.PARTY_LEFT, target=party, by=by, after={"on": str(on), "ended": moved.ended}, reason=reason)
    return party


@transaction.atomic
def merge_organisations(
    *, organisations: Sequence[Organisation], successor: Organisation, on: date, reason: str, by: Person
) -> Merger:
    """Let organisations go on as one: its people get their rights, open tasks move to it, nothing adopted changes."""
    _demand_over((*organisations, successor), by)
    checked_merger(organisations, successor)
    on, reason = checked_day(on), checked_reason(reason)
    merger = Merger.objects.create(successor=successor, merged_on=on, reason=reason, recorded_by=by)
    merger.organisations.set(organisations)
    # Who merged into these earlier stands for the new one as well.
    stood = Organisation.objects.filter(Q(pk__in=[one.pk for one in organisations]) | Q(stands_as__in=organisations))
    stood_as = dict(stood.values_list("pk", "stands_as"))
    Organisation.objects.filter(pk__in=stood_as).update(stands_as=successor)
    merger.changes = {
        "stood_as": {str(pk): before for pk, before in stood_as.items()},
        "memberships": _taken_along(organisations, successor),
        **_parties_changed(organisations, successor, on),
    }
    merger.save()
    names = [one.name for one in organisations]
    after = {"organisations": names, "on": str(on), **merger.changes}
    record(EventKind.ORGANISATIONS_MERGED, target=successor, by=by, after=after, reason=reason)
    return merger


def _demand_over(organisations: Iterable[Organisation], by: Person) -> None:
    for one in organisations:
        if not may(by, Right.CONFIRM_ORGANISATION, one):
            raise NoRight(
                f"U coördineert niet voor {one.name}. Een fusie legt vast wie dat voor alle organisaties doet, "
                "of de beheerder van de installatie."
            )


def _taken_along(organisations: Sequence[Organisation], successor: Organisation) -> list[int]:
    """Give everybody of these organisations their role in the successor, unless they have one; return what is new."""
    there = set(successor.memberships.values_list("person_id", flat=True))
    new = []
    for one in Membership.objects.filter(organisation__in=organisations).order_by("pk"):
        if one.person_id not in there:
            there.add(one.person_id)
            new.append(Membership.objects.create(person_id=one.person_id, organisation=successor, role=one.role).pk)
    return new


def _parties_changed(organisations: Sequence[Organisation], successor: Organisation, on: date) -> dict[str, list[int]]:
    """Let the successor take the places of these in every agreement that still runs; return which places changed."""
    left: list[int] = []
    joined: list[int] = []
    moved = Moved()
    for agreement in running_with(organisations, on):
        places = agreement.parties.filter(organisation__in=organisations, left_on=None)
        left += places.values_list("pk", flat=True)
        places.update(left_on=on)
        party, is_new = joined_party(agreement, successor, on)
        joined += [party.pk] if is_new else []
        moved += fit_rounds(agreement)
    return {"left": left, "joined": joined, "moved": [moved.ended, moved.asked]}


@transaction.atomic
def undo_merger(*, merger: Merger, reason: str, by: Person) -> Merger:
    """Take a merger back, as long as no round was adopted since; what the successor said meanwhile stays its words."""
    merger = Merger.objects.select_for_update().get(pk=merger.pk)
    _demand_over((*merger.organisations.all(), merger.successor), by)
    checked_not_adopted(merger)
    reason, today = checked_reason(reason), timezone.localdate()
    changes = merger.changes
    for pk, before in changes["stood_as"].items():
        Organisation.objects.filter(pk=pk).update(stands_as=before)
    Membership.objects.filter(pk__in=changes["memberships"]).delete()
    agreements = list(Agreement.objects.filter(parties__in=changes["left"]).distinct())
    for party in AgreementParty.objects.filter(pk__in=changes["joined"]):
        leave_no_trace(party, today)
    AgreementParty.objects.filter(pk__in=changes["left"]).update(left_on=None)
    for agreement in agreements:
        fit_rounds(agreement)
    merger.undone_at = timezone.now()
    merger.save()
    record(EventKind.MERGER_UNDONE, target=merger.successor, by=by, before=changes, reason=reason)
    return merger
