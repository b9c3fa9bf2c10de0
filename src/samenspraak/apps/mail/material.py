"""What is read to tell some hundreds of people what there is: a bounded number of queries, however many people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from samenspraak.apps.agreements.models import AgreementParty
from samenspraak.apps.agreements.queries import who_may
from samenspraak.apps.mail.pages import SilentParty, Task
from samenspraak.apps.monitoring.models import Consultation, Progress, Reaction, Round
from samenspraak.apps.monitoring.pages import RoundHead
from samenspraak.apps.monitoring.queries import head_of, name_of
from samenspraak.apps.parties.models import Membership
from samenspraak.apps.parties.queries import Right, memberships_with

TASKS_SHOWN = 5
Place = tuple[int, int]  # a round and a party of it, by their numbers


@dataclass(frozen=True, slots=True)
class Material:
    """The rounds that concern some people, and what these people may do; all by number."""

    rounds: Mapping[int, Sequence[Round]]  # that a person may see, by person and in the order of their last days
    consultations: Mapping[int, Sequence[Consultation]]  # by round
    organisations: Mapping[Right, Mapping[int, frozenset[int]]]  # for whom a person has a right, by person
    manages: frozenset[tuple[int, int]]  # person and agreement
    owed: Mapping[Place, int]  # of every party that was asked anything in an open round; 0 when it said all
    tasks: Mapping[Place, tuple[Task, ...]]
    reactions: Mapping[int, Sequence[Reaction]]  # by round
    reporters: Mapping[int, frozenset[int]]  # which parties report on a row
    heads: Mapping[int, RoundHead]
    reached: frozenset[int]  # organisations with people who can be told

    def silent(self, round_: Round, *, but: Collection[int]) -> tuple[SilentParty, ...]:
        """Return which other parties have not reported everything in a round."""
        return tuple(
            SilentParty(row.party.name, owed, row.party.organisation_id in self.reached)
            for row in self.consultations[round_.pk]
            if row.party_id not in but and (owed := self.owed.get((round_.pk, row.party_id), 0))
        )


def material_for(people: Collection[int], *, reactions_since: datetime) -> Material:
    """Return what concerns these people (at most sixteen queries)."""
    organisations = {right: _by_person(people, right) for right in (Right.READ, Right.REPORT, Right.REACT)}
    own = set().union(*organisations[Right.READ].values()) if organisations[Right.READ] else set()
    is_party = Q(agreement__in=AgreementParty.objects.filter(organisation__in=own).values("agreement"))
    unfinished = Round.objects.exclude(state=Round.State.ADOPTED).select_related("agreement")
    rounds = list(unfinished.filter(is_party | Q(agreement__entered_for__in=own)).order_by("due_on", "pk"))
    numbers = [round_.pk for round_ in rounds]
    is_open = [round_.pk for round_ in rounds if round_.state == Round.State.OPEN]
    agreements = {round_.agreement_id for round_ in rounds}
    consultations = _consultations(numbers)
    reactions = _reactions(numbers, reactions_since)
    rows = {reaction.item_id for found in reactions.values() for reaction in found}
    places = [row for number in numbers for row in consultations[number]]
    organised = {row.party.organisation_id for row in places}
    return Material(
        rounds=_by_reader(rounds, who_may(Right.READ, people, agreements)),
        consultations=consultations,
        organisations=organisations,
        manages=who_may(Right.EDIT_REGISTER, people, agreements),
        owed=_owed(is_open),
        tasks=_tasks(is_open, [row.party_id for row in places if row.party.organisation_id in own]),
        reactions=reactions,
        reporters=_reporters(rows),
        heads={round_.pk: head_of(round_) for round_ in rounds},
        reached=_reached(organised - {None}),
    )


def _by_person(people: Collection[int], right: Right) -> dict[int, frozenset[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for person, organisation in memberships_with(right, people).values_list("person", "organisation"):
        found[person].add(organisation)
    return {person: frozenset(organisations) for person, organisations in found.items()}


def _by_reader(rounds: Sequence[Round], reads: Collection[tuple[int, int]]) -> dict[int, list[Round]]:
    readers: defaultdict[int, list[int]] = defaultdict(list)
    for person, agreement in reads:
        readers[agreement].append(person)
    found: defaultdict[int, list[Round]] = defaultdict(list)
    for round_ in rounds:
        for person in readers[round_.agreement_id]:
            found[person].append(round_)
    return dict(found)


def _consultations(rounds: Sequence[int]) -> dict[int, list[Consultation]]:
    found: dict[int, list[Consultation]] = {number: [] for number in rounds}
    rows = Consultation.objects.filter(round__in=rounds).select_related("party", "answered_for")
    for row in rows.order_by("party__order", "pk"):
        found[row.round_id].append(row)
    return found


def _reactions(rounds: Sequence[int], since: datetime) -> dict[int, list[Reaction]]:
    found: defaultdict[int, list[Reaction]] = defaultdict(list)
    rows = Reaction.objects.filter(item__round__in=rounds, at__gt=since, replaced_by=None, is_withdrawal=False)
    for row in rows.select_related("item__commitment", "party").order_by("at", "pk"):
        found[row.item.round_id].append(row)
    return dict(found)


def _reporters(items: Collection[int]) -> dict[int, frozenset[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for item, party in Progress.objects.filter(item__in=items).order_by().values_list("item", "party"):
        found[item].add(party)
    return {item: frozenset(parties) for item, parties in found.items()}


def _owed(open_rounds: Sequence[int]) -> dict[Place, int]:
    rows = Progress.objects.filter(item__round__in=open_rounds).order_by().values_list("item__round", "party")
    counted = rows.annotate(owed=Count("pk", filter=Q(version=0)))
    return {(number, party): owed for number, party, owed in counted}


def _tasks(open_rounds: Sequence[int], parties: Collection[int]) -> dict[Place, tuple[Task, ...]]:
    """Return the first few commitments that each of these parties still has to report on.

    Rounds and parties are given by number: with their tables joined as well, SQLite read every report for every
    round where its statistics were of before these rounds.
    """
    rows = (
        Progress.objects.filter(item__round__in=open_rounds, version=0, party__in=parties)
        .annotate(
            nth=Window(RowNumber(), partition_by=[F("item__round"), F("party")], order_by=[F("item__order"), F("pk")])
        )
        .filter(nth__lte=TASKS_SHOWN)
        .order_by("item__round", "party", "item__order", "pk")
        .values_list(
            *("item__round", "party", "pk"),
            *(f"item__commitment__{field}" for field in ("code", "title", "heading", "text")),
        )
    )
    found: defaultdict[Place, list[Task]] = defaultdict(list)
    for number, party, progress, code, title, heading, text in rows:
        found[number, party].append(Task(progress, code, name_of(code, title, heading, text)))
    return {place: tuple(tasks) for place, tasks in found.items()}


def _reached(organisations: Collection[int | None]) -> frozenset[int]:
    rows = Membership.objects.filter(organisation__in=organisations, person__is_active=True)
    return frozenset(rows.order_by().values_list("organisation", flat=True).distinct())
