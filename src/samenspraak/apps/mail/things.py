"""From what was read to what each person is told: pure Python over rows that are there, one person at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from samenspraak.apps.mail.material import Material
from samenspraak.apps.mail.pages import Kind, Thing
from samenspraak.apps.monitoring.models import Consultation, Reaction, Round
from samenspraak.apps.monitoring.pages import RoundHead
from samenspraak.apps.monitoring.queries import name_of
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.parties.queries import Right
from samenspraak.core.assessment.advice_clock import advice_clock

DUE_SOON = timedelta(days=7)
_Position = Consultation.Position
_RIGHTS = (Right.READ, Right.REPORT, Right.REACT)
_ASK_ANSWER = {_Position.REMARKS, _Position.DISAGREES}


@dataclass(frozen=True, slots=True)
class Terms:
    """When something becomes a reason to tell: the hour of the day, and how long coordinators are left in peace."""

    now: datetime
    hour: int
    escalation: timedelta

    @property
    def today(self) -> date:
        """The day on the wall."""
        return timezone.localdate(self.now)

    def on(self, day: date) -> datetime:
        """Return the moment of a day at which people are told."""
        return timezone.make_aware(datetime.combine(day, time(self.hour)))

    def latest(self, *moments: tuple[str, datetime | None]) -> tuple[str, datetime]:
        """Return the last of the moments that have come, with its name."""
        known = [(name, at) for name, at in moments if at is not None]
        come = [moment for moment in known if moment[1] <= self.now]
        return max(come or known[:1], key=lambda moment: moment[1])  # another machine's clock may run ahead


@dataclass(frozen=True, slots=True)
class _Places:
    """For which organisations a person may read, report and react."""

    read: frozenset[int]
    report: frozenset[int]
    react: frozenset[int]


class Teller:
    """Tells one person after another what there is; what colleagues are told is one and the same thing."""

    def __init__(self, material: Material, terms: Terms) -> None:
        self._material, self._terms = material, terms
        self._told: dict[tuple[object, ...], Thing] = {}
        self._rows = {
            number: [(row.party.organisation_id, row) for row in rows]
            for number, rows in material.consultations.items()
        }

    def things_of(self, person: int) -> tuple[Thing, ...]:
        """Return everything there is to tell a person, by date; nothing that they may not see."""
        material = self._material
        places = _Places(*(material.organisations[right].get(person, frozenset()) for right in _RIGHTS))
        found: list[Thing] = []
        for round_ in material.rounds.get(person, ()):
            found += self._of_round(round_, places, manages=(person, round_.agreement_id) in material.manages)
        return tuple(found)

    def _of_round(self, round_: Round, places: _Places, *, manages: bool) -> Iterator[Thing]:
        material, terms, rows = self._material, self._terms, self._rows[round_.pk]
        own = [row for organisation, row in rows if organisation in places.read]
        reports = [row for organisation, row in rows if organisation in places.report]
        reacts = [row for organisation, row in rows if organisation in places.react]
        owed = material.owed
        asked = [row for row in reports if (round_.pk, row.party_id) in owed]
        for row in asked:
            if owed[round_.pk, row.party_id]:
                yield self._once(_owed, round_, row, material, terms)
        if own and not asked and round_.state == Round.State.OPEN:
            yield self._once(_opened, round_, own[0], material)
        for row in reacts:
            if round_.state == Round.State.LOCKED and row.position == _Position.WAITING:
                yield self._once(_advice, round_, row, material, terms)
        for row in reacts:
            if row.answered_at is not None:
                yield self._once(_answered, round_, row, material)
        yield from _reactions(round_, reports, material)
        if manages and (own or round_.agreement.entered_for_id in places.read):
            yield from _for_coordinator(round_, own, material, terms)

    def _once(self, made: Callable[..., Thing], round_: Round, row: Consultation, *others: object) -> Thing:
        """Make a thing about a party in a round the first time that somebody is told it."""
        key = made, row.pk
        if key not in self._told:
            self._told[key] = made(round_, row, *others)
        return self._told[key]


def _owed(round_: Round, row: Consultation, material: Material, terms: Terms) -> Thing:
    name, at = terms.latest(
        ("opened", round_.opened_at),
        ("nudged", row.nudged_at),
        ("soon", _after(round_, terms.on(round_.due_on - DUE_SOON))),
        ("late", _after(round_, terms.on(round_.due_on + timedelta(days=1)))),
    )
    return Thing(
        kind=Kind.OWED,
        key=_key(name, row.pk, at),
        at=at,
        lasts=True,
        party=row.party.name,
        head=material.heads[round_.pk],
        due_on=round_.due_on,
        count=material.owed[round_.pk, row.party_id],
        tasks=material.tasks.get((round_.pk, row.party_id), ()),
        nudged_at=row.nudged_at,
    )


def _after(round_: Round, moment: datetime) -> datetime:
    """Return a moment, or that of opening when the round was opened later."""
    return max(round_.opened_at, moment)


def _opened(round_: Round, row: Consultation, material: Material) -> Thing:
    at = round_.opened_at
    return Thing(
        Kind.OPENED, _key("round", round_.pk, at), at, False, row.party.name, material.heads[round_.pk], round_.due_on
    )


def _advice(round_: Round, row: Consultation, material: Material, terms: Terms) -> Thing:
    given_on = timezone.localdate(round_.locked_at or round_.opened_at)
    is_clocked = row.party.side == Organisation.Kind.TENANTS_ORGANISATION
    due_on = advice_clock(given_on, None, None, terms.today).advice_by if is_clocked else None
    name, at = terms.latest(
        ("advice", round_.locked_at or round_.opened_at),
        ("advice-soon", terms.on(due_on - DUE_SOON) if due_on else None),
        ("advice-late", terms.on(due_on + timedelta(days=1)) if due_on else None),
    )
    return Thing(
        Kind.ADVICE,
        _key(name, row.pk, at),
        at,
        True,
        row.party.name,
        material.heads[round_.pk],
        due_on,
        is_clocked=is_clocked,
    )


def _answered(round_: Round, row: Consultation, material: Material) -> Thing:
    at = row.answered_at or round_.opened_at
    other = row.answered_for.name if row.answered_for else ""
    key = _key("answered", row.pk, at)
    return Thing(Kind.ANSWERED, key, at, False, row.party.name, material.heads[round_.pk], other=other)


def _reactions(round_: Round, own: Sequence[Consultation], material: Material) -> Iterator[Thing]:
    if round_.pk not in material.reactions:
        return
    names = {row.party_id: row.party.name for row in own}
    for reaction in material.reactions[round_.pk]:
        mine = material.reporters.get(reaction.item_id, frozenset()) & set(names)
        if mine and reaction.party_id not in names:
            yield _reaction(material.heads[round_.pk], reaction, names[min(mine)])


def _reaction(head: RoundHead, reaction: Reaction, party: str) -> Thing:
    about = reaction.item.commitment
    return Thing(
        kind=Kind.REACTION,
        key=f"reaction:{reaction.pk}",
        at=reaction.at,
        lasts=False,
        party=party,
        head=head,
        other=reaction.party.name,
        text=f"{about.code} {name_of(about.code, about.title, about.heading, about.text)}".strip(),
        item_id=reaction.item.public_id,
        number=reaction.pk,
    )


def _for_coordinator(round_: Round, own: Sequence[Consultation], material: Material, terms: Terms) -> Iterator[Thing]:
    party = own[0].party.name if own else ""
    mine = {row.party_id for row in own}
    for row in material.consultations[round_.pk]:
        if row.party_id not in mine and row.position in _ASK_ANSWER and row.answered_at is None:
            yield _answer(round_, row, party, material, terms)
    at = _after(round_, terms.on(round_.due_on + terms.escalation))
    silent = material.silent(round_, but=mine)
    if silent and at <= terms.now and round_.due_on < terms.today:
        key = _key("silent", round_.pk, at)
        yield Thing(Kind.SILENT, key, at, True, party, material.heads[round_.pk], round_.due_on, silent=silent)


def _answer(round_: Round, row: Consultation, party: str, material: Material, terms: Terms) -> Thing:
    given_at = row.given_at or round_.opened_at
    is_clocked = row.party.side == Organisation.Kind.TENANTS_ORGANISATION and round_.state == Round.State.LOCKED
    given_on = timezone.localdate(given_at)
    due_on = advice_clock(given_on, given_on, None, terms.today).answer_by if is_clocked else None
    name, at = terms.latest(
        ("answer", given_at), ("answer-late", terms.on(due_on + timedelta(days=1)) if due_on else None)
    )
    return Thing(
        kind=Kind.ANSWER,
        key=_key(name, row.pk, at),
        at=at,
        lasts=True,
        party=party,
        head=material.heads[round_.pk],
        due_on=due_on,
        other=row.party.name,
        number=row.party_id,
        is_clocked=is_clocked,
    )


def _key(name: str, number: int, at: datetime) -> str:
    """Return what tells one reason to write from the next: who, and when it arose."""
    return f"{name}:{number}:{at:%Y%m%d%H%M%S}"
