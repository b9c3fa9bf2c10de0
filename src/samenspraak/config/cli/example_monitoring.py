"""Monitoring and targets of the example, told by its own people through the same actions as everything else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from pydantic import BaseModel, ConfigDict

from samenspraak.apps.agreements.models import Agreement, AgreementParty
from samenspraak.apps.figures.actions import record_observations, set_target
from samenspraak.apps.figures.values import Measured, TargetValues
from samenspraak.apps.monitoring.actions import (
    Report,
    adopt_round,
    lock_round,
    nudge_party,
    open_round,
    react,
    report_progress,
    set_legend,
    settle_item,
    take_position,
)
from samenspraak.apps.monitoring.asking.actions import name_lead
from samenspraak.apps.monitoring.models import Consultation, Light, RoundItem
from samenspraak.apps.parties.models import Person
from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.targets import PathPoint, Timing
from samenspraak.core.vocabulary.quantity import Bound
from samenspraak.core.vocabulary.round_period import PeriodKind, period_of


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExampleLegend(_Part):
    """What a colour means to these parties."""

    light: Light
    word: str
    definition: str


class ExampleReport(_Part):
    """What a party says of a commitment in a round."""

    code: str
    party: str
    light: str
    standing: str
    text: str
    next_step: str = ""
    actual: int | None = None
    expected: int | None = None
    as_of: str = ""


class ExampleReaction(_Part):
    """What a party says of the report of another."""

    code: str
    party: str
    text: str
    light: str = ""


class ExampleSettled(_Part):
    """What the meeting made of a commitment."""

    code: str
    light: str
    text: str


class ExamplePosition(_Part):
    """Where a party stands with a round."""

    party: str
    position: Consultation.Position
    text: str = ""


class ExampleRound(_Part):
    """A tertial that is reported on; without a last day it is open, until so many days from today."""

    year: int
    tertial: int
    due_on: date | None = None
    due_in_days: int = 0
    reports: tuple[ExampleReport, ...] = ()
    reactions: tuple[ExampleReaction, ...] = ()
    settled: tuple[ExampleSettled, ...] = ()
    positions: tuple[ExamplePosition, ...] = ()
    nudged: tuple[str, ...] = ()
    adopted_in: str = ""  # empty: it is still open


class ExampleTarget(_Part):
    """A number to be reached, of the commitment whose text begins so, with what was measured."""

    agreement: str
    begins: str
    by: str
    label: str
    nature: Nature
    bound: Bound
    value: Decimal
    timing: Timing
    first_year: int
    last_year: int
    source: str
    party: str = ""
    path: tuple[tuple[int, Decimal], ...] = ()
    measured: tuple[tuple[date, Decimal], ...] = ()


class ExampleMonitor(_Part):
    """Everything that monitor.json says."""

    agreement: str
    coordinator: str
    legend: tuple[ExampleLegend, ...]
    leads: dict[str, tuple[str, ...]]
    lead_reason: str
    voices: dict[str, str]  # of each party, who speaks for it
    rounds: tuple[ExampleRound, ...]
    targets: tuple[ExampleTarget, ...]


@transaction.atomic
def load_monitor(wanted: ExampleMonitor, agreements: Mapping[str, Agreement], people: Mapping[str, Person]) -> None:
    """Add the rounds and targets, all or none; where there are any already, those of people stay as they are."""
    agreement = agreements.get(wanted.agreement)
    if agreement is not None and not agreement.rounds.exists():
        told = _Telling(wanted, agreement, people)
        for entry in wanted.legend:
            set_legend(**entry.model_dump(), agreement=agreement, by=told.coordinator)
        for one in wanted.rounds:
            told.round(one)
    for target in wanted.targets:
        if target.agreement in agreements:
            _add_target(target, agreements[target.agreement], people[target.by])


class _Telling:
    """The people of the example at work on the rounds of one agreement."""

    def __init__(self, wanted: ExampleMonitor, agreement: Agreement, people: Mapping[str, Person]) -> None:
        self.leads = {code: (names, wanted.lead_reason) for code, names in wanted.leads.items()}
        self.agreement, self.coordinator = agreement, people[wanted.coordinator]
        self.parties: dict[str, AgreementParty] = {party.name: party for party in agreement.parties.all()}
        self.voices = {party: people[email] for party, email in wanted.voices.items()}

    def round(self, wanted: ExampleRound) -> None:
        """Open a round, let everybody say what they say, and adopt it if it was."""
        period = period_of(PeriodKind.TERTIAL, wanted.year, wanted.tertial)
        if period is None:
            raise ValueError(wanted.tertial)
        soon = max(timezone.localdate(), period.first_day) + timedelta(days=wanted.due_in_days)
        by = self.coordinator
        opened = open_round(agreement=self.agreement, period=period, due_on=wanted.due_on or soon, by=by)
        items = {item.commitment.code: item for item in opened.items.select_related("commitment")}
        self._name_leads(items)
        self._tell(wanted, items)
        for position in wanted.positions:
            said = {"position": position.position, "text": position.text, **self._as(position.party)}
            take_position(round_=opened, **said)
        for name in wanted.nudged:
            nudge_party(round_=opened, party=self.parties[name], by=by)
        if wanted.adopted_in:
            adopt_round(round_=lock_round(round_=opened, by=by), adopted_in=wanted.adopted_in, by=by)

    def _as(self, party: str) -> dict[str, Any]:
        return {"party": self.parties[party], "by": self.voices[party]}

    def _name_leads(self, items: Mapping[str, RoundItem]) -> None:
        """Say who is asked, once: it holds for the rounds that come."""
        for code, (names, reason) in self.leads.items():
            for name in names:
                name_lead(item=items[code], party=self.parties[name], reason=reason, by=self.coordinator)
        self.leads = {}

    def _tell(self, wanted: ExampleRound, items: Mapping[str, RoundItem]) -> None:
        for one in wanted.reports:
            figures = one.model_dump(include={"actual", "expected", "as_of"}, exclude_defaults=True)
            report = Report(one.light, one.standing, one.text, one.next_step, figures)
            report_progress(item=items[one.code], report=report, seen_version=0, **self._as(one.party))
        for reaction in wanted.reactions:
            react(item=items[reaction.code], text=reaction.text, light=reaction.light, **self._as(reaction.party))
        for settled in wanted.settled:
            settle_item(item=items[settled.code], light=settled.light, text=settled.text, by=self.coordinator)


def _add_target(wanted: ExampleTarget, agreement: Agreement, by: Person) -> None:
    commitment = agreement.commitments.filter(text__startswith=wanted.begins).first()
    if commitment is None or commitment.targets.exists():
        return
    party = agreement.parties.filter(name=wanted.party).first()
    values = TargetValues(
        **wanted.model_dump(include={"label", "nature", "bound", "value", "timing", "first_year", "last_year"}),
        unit="dwelling",
        party_id=None if party is None else party.pk,
        path=tuple(PathPoint(year, value) for year, value in wanted.path),
    )
    target = set_target(commitment=commitment, values=values, by=by)
    measured = [
        Measured(
            value, on, wanted.source, since=date(wanted.first_year, 1, 1) if wanted.nature == Nature.FLOW else None
        )
        for on, value in wanted.measured
        if on <= timezone.localdate()  # nobody has measured what is yet to come
    ]
    if measured:
        record_observations(target=target, measured=measured, by=by)
