"""Reading who comes and goes: what a merger would change, who is a party, and what has lost its lead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Agreement, AgreementParty, CommitmentParty
from samenspraak.apps.agreements.queries import may as may_within
from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.monitoring.items import name_of
from samenspraak.apps.monitoring.models import Progress, Round, RoundItem
from samenspraak.apps.monitoring.snapshots import head_of
from samenspraak.apps.monitoring.successions.applying import running_with
from samenspraak.apps.monitoring.successions.pages import (
    Candidate,
    LeaderlessRow,
    MergerPreview,
    MergerRow,
    PartiesPage,
    PartyPlace,
    PlaceTaken,
)
from samenspraak.apps.parties.errors import OrganisationNotFound
from samenspraak.apps.parties.models import Membership, Merger, Organisation, Person
from samenspraak.apps.parties.queries import Right, organisations_where, roles_with


def candidates_for(person: Person, successor: Organisation) -> tuple[Candidate, ...]:
    """Return the organisations of the same kind that a person may let merge into this one (one query)."""
    mine = organisations_where(person, Right.CONFIRM_ORGANISATION)
    rows = mine.filter(kind=successor.kind, stands_as=None).exclude(pk=successor.pk)
    return tuple(Candidate(row.pk, row.name) for row in rows.order_by("name", "pk"))


def chosen_for(person: Person, successor: Organisation, numbers: Iterable[int]) -> list[Organisation]:
    """Return those of the candidates that were chosen."""
    asked = set(numbers)
    if not asked:
        return []
    wanted = asked & {one.number for one in candidates_for(person, successor)}
    return list(Organisation.objects.filter(pk__in=wanted).order_by("name", "pk"))


def merger_preview(organisations: Sequence[Organisation], successor: Organisation, on: date) -> MergerPreview:
    """Return what a merger would change (three queries per agreement that runs)."""
    people = Membership.objects.filter(organisation__in=organisations)
    new = people.exclude(person__in=successor.memberships.values("person")).select_related("person")
    return MergerPreview(
        names=tuple(one.name for one in organisations),
        successor=successor.name,
        places=tuple(_place(agreement, organisations) for agreement in running_with(organisations, on)),
        people=tuple(dict.fromkeys(str(row.person) for row in new.order_by("person__name", "pk"))),
    )


def _place(agreement: Agreement, organisations: Sequence[Organisation]) -> PlaceTaken:
    places = agreement.parties.filter(organisation__in=organisations, left_on=None)
    owed = Progress.objects.filter(party__in=places, version=0, item__round__state=Round.State.OPEN)
    return PlaceTaken(
        agreement_id=agreement.public_id,
        title=agreement.title,
        parties=tuple(places.order_by("order").values_list("name", flat=True)),
        open_tasks=owed.count(),
        rounds=agreement.rounds.filter(adoptions__isnull=False).distinct().count(),
    )


def mergers_of(organisation: Organisation) -> tuple[MergerRow, ...]:
    """Return the mergers that an organisation came from or went into, newest first (two queries)."""
    found = Merger.objects.filter(Q(successor=organisation) | Q(organisations=organisation)).distinct()
    return tuple(_merger_row(row) for row in found.select_related("successor").prefetch_related("organisations"))


def _merger_row(row: Merger) -> MergerRow:
    merged = list(row.organisations.all())
    return MergerRow(
        number=row.pk,
        names=tuple(one.name for one in merged),
        numbers=tuple(one.pk for one in merged),
        successor=row.successor.name,
        successor_number=row.successor_id,
        merged_on=row.merged_on,
        reason=row.reason,
        is_undone=row.undone_at is not None,
    )


def merger_of(organisation: Organisation, number: int) -> Merger:
    """Return a merger into this organisation; raises OrganisationNotFound."""
    found = Merger.objects.filter(successor=organisation, pk=number).first()
    if found is None:
        raise OrganisationNotFound(_("Deze fusie is er niet."))
    return found


def parties_for(person: Person, agreement_id: UUID) -> PartiesPage:
    """Return who is and was a party to an agreement (six queries); raises NotFound."""
    agreement = visible_agreements(person).filter(public_id=agreement_id).first()
    if agreement is None:
        raise NotFound("Deze prestatieafspraken zijn er niet, of u kunt ze niet inzien.")
    parties = list(agreement.parties.select_related("organisation__stands_as").order_by("order"))
    owed = Progress.objects.filter(party__in=parties, version=0, item__round__state=Round.State.OPEN).order_by()
    counts = dict(owed.values_list("party").annotate(count=Count("pk")))
    speaking = with_reporter(party.organisation_id for party in parties)
    rounds = Round.objects.filter(agreement=agreement)
    return PartiesPage(
        agreement_id=agreement.public_id,
        title=agreement.title,
        places=tuple(_party_place(party, counts.get(party.pk, 0), speaking) for party in parties),
        leaderless=_leaderless_rows(rounds),
        may_manage=may_within(person, Right.EDIT_REGISTER, agreement),
    )


def _party_place(party: AgreementParty, owed: int, speaking: set[int]) -> PartyPlace:
    goes_on = party.organisation.stands_as if party.organisation and party.left_on else None
    return PartyPlace(
        number=party.pk,
        name=party.name,
        side=party.side,
        joined_on=party.joined_on,
        left_on=party.left_on,
        goes_on_as="" if goes_on is None else goes_on.name,
        open_tasks=owed,
        has_reporter=party.organisation_id in speaking,
    )


def with_reporter(organisations: Iterable[int | None]) -> set[int]:
    """Return those of these organisations for which somebody can report (one query)."""
    members = Membership.objects.filter(
        organisation__in=[one for one in organisations if one is not None],
        person__is_active=True,
        role__in=roles_with(Right.REPORT),
    )
    return set(members.values_list("organisation_id", flat=True))


def leaderless(rounds: QuerySet[Round]) -> QuerySet[RoundItem]:
    """Return the commitments in open rounds of which nobody is asked who is a party now."""
    asked = Progress.objects.filter(item=OuterRef("pk"), party__left_on=None)
    items = RoundItem.objects.filter(~Exists(asked), round__in=rounds.filter(state=Round.State.OPEN))
    return items.select_related("commitment", "round__agreement").order_by("round__first_day", "order")


def _leaderless_rows(rounds: QuerySet[Round]) -> tuple[LeaderlessRow, ...]:
    """Return them with the leads that the document names (two queries)."""
    items = leaderless(rounds)
    named = CommitmentParty.objects.filter(role=CommitmentParty.Role.LEAD)
    named = named.filter(commitment__round_items__in=items.order_by()).distinct().order_by("order")
    leads: dict[int, list[str]] = {}
    for commitment, name in named.values_list("commitment", "name"):
        leads.setdefault(commitment, []).append(name)
    return tuple(_leaderless_row(item, leads.get(item.commitment_id, [])) for item in items)


def _leaderless_row(item: RoundItem, leads: Sequence[str]) -> LeaderlessRow:
    commitment = item.commitment
    return LeaderlessRow(
        item_id=item.public_id,
        code=commitment.code,
        title=name_of(commitment.code, commitment.title, commitment.heading, commitment.text),
        round=head_of(item.round),
        was_asked=", ".join(leads),
    )


def leaderless_counts(rounds: Iterable[int]) -> dict[int, int]:
    """Return how many commitments have nobody who is asked, by round (one query)."""
    rows = leaderless(Round.objects.filter(pk__in=list(rounds))).order_by()
    return dict(rows.values_list("round").annotate(count=Count("pk")))
