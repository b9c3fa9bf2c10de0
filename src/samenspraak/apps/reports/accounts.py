"""The account of an organisation: its own commitments in the newest round of a year, over all its agreements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Max, Min, QuerySet
from django.utils import timezone

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Agreement, AgreementParty
from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.monitoring.models import LegendEntry, Round
from samenspraak.apps.monitoring.pages import MonitorItem
from samenspraak.apps.monitoring.queries import RoundItems, newest_rounds
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import Right, organisations_where
from samenspraak.apps.reports.annex import history_of
from samenspraak.apps.reports.gathering import USUAL_WORDS, light_from, line_of, municipality_of, round_name
from samenspraak.apps.reports.measuring import Numbers, beside_of, series_of
from samenspraak.apps.reports.subjects import Year
from samenspraak.core.composition.account import AccountMaterial, AccountPart, account
from samenspraak.core.composition.annex import with_history as annexed
from samenspraak.core.composition.material import Line
from samenspraak.core.composition.tree import Report
from samenspraak.core.vocabulary.traffic_light import TrafficLight

Words = dict[TrafficLight | None, str]
MOST_AGREEMENTS = 100


def year_for(person: Person, organisation_id: int, year: int) -> Year:
    """Return a year of an organisation for who works there (one query); raises NotFound."""
    organisation = _own(person).filter(pk=organisation_id).first()
    if organisation is None or not 1900 < year < 2200:
        raise NotFound("Deze organisatie is er niet, of u kunt haar verantwoording niet inzien.")
    return Year(organisation, year)


def year_named(person: Person, name: str, year: int) -> Year:
    """Return a year of the organisation that goes by a name, for who works there; raises NotFound."""
    own = list(_own(person))
    found = [one for one in own if name.casefold() in {n.casefold() for n in (one.name, *one.other_names)}]
    if len(found) != 1:
        names = ", ".join(sorted(one.name for one in own)[:12]) or "geen enkele"
        raise NotFound(f"Voor “{name}” kunt u geen verantwoording maken. Dit zijn uw organisaties: {names}.")
    return Year(found[0], year)


def years_of(person: Person, organisation: Organisation) -> tuple[int, ...]:
    """Return the years in which there were rounds about this organisation's agreements, newest first (one query)."""
    rounds = Round.objects.filter(agreement__in=_agreements(person, organisation))
    ends = rounds.aggregate(first=Min("year"), last=Max("year"))
    return () if ends["last"] is None else tuple(range(ends["last"], ends["first"] - 1, -1))


def _own(person: Person) -> QuerySet[Organisation]:
    if not person.is_active:
        return Organisation.objects.none()
    return Organisation.objects.all() if person.is_administrator else organisations_where(person, Right.READ)


def _agreements(person: Person, organisation: Organisation) -> QuerySet[Agreement]:
    confirmed = visible_agreements(person).filter(facts_confirmed_at__isnull=False)
    return confirmed.filter(parties__organisation=organisation).distinct()


def account_of(person: Person, about: Year, *, with_history: bool = False) -> Report:
    """Return the account as the data propose it (some fourteen queries, however many agreements)."""
    agreements = list(_agreements(person, about.organisation).prefetch_related("parties")[:MOST_AGREEMENTS])
    rounds = newest_rounds(person, Agreement.objects.filter(pk__in=[one.pk for one in agreements]), about.year)
    own = _own_parties(agreements, about.organisation)
    mine = [replace(one, items=_own_items(one.items, own)) for one in rounds]
    parts = _parts(agreements, [one for one in mine if one.items])
    asked = {part.agreement for part in parts}
    material = AccountMaterial(
        organisation=about.organisation.name,
        year=about.year,
        on=min(timezone.localdate(), date(about.year, 12, 31)),
        parts=parts,
        without_round=tuple(one.title for one in agreements if one.title not in asked and _runs_in(one, about.year)),
    )
    if not with_history:
        return account(material)
    items = [item for one in mine for item in one.items]
    return annexed(account(material), history_of(person, [one.head.public_id for one in mine], items, USUAL_WORDS))


def _runs_in(agreement: Agreement, year: int) -> bool:
    start, end = agreement.period_start, agreement.period_end
    return start is None or end is None or start <= year <= end


def _own_parties(agreements: Sequence[Agreement], organisation: Organisation) -> frozenset[int]:
    """Return the parties that are this organisation, of agreements whose parties were fetched."""
    parties: Iterable[AgreementParty] = (party for one in agreements for party in one.parties.all())
    return frozenset(party.pk for party in parties if party.organisation_id == organisation.pk)


def _own_items(items: Iterable[MonitorItem], own: frozenset[int]) -> tuple[MonitorItem, ...]:
    """Return the commitments on which the organisation is asked, with what it says itself."""
    found = ((item, tuple(report for report in item.reports if report.party_id in own)) for item in items)
    return tuple(replace(item, reports=reports) for item, reports in found if reports)


def _parts(agreements: Sequence[Agreement], rounds: Sequence[RoundItems]) -> tuple[AccountPart, ...]:
    by_number = {one.public_id: one for one in agreements}
    legends = _legends(agreements)
    targets = beside_of(item for one in rounds for item in one.items).numbers
    found = []
    for one in rounds:
        agreement, on = by_number[one.head.agreement_id], one.adopted_at
        found.append(
            AccountPart(
                agreement=agreement.title,
                municipality=municipality_of(agreement),
                round=round_name(one.head.period_kind, one.head.number, one.head.year),
                on=timezone.localdate(on) if on else one.head.last_day,
                is_adopted=on is not None,
                lines=_lines(one, USUAL_WORDS | legends.get(agreement.pk, {}), targets),
            )
        )
    return tuple(sorted(found, key=lambda part: (part.municipality.casefold(), part.agreement.casefold())))


def _lines(one: RoundItems, words: Words, targets: Numbers) -> tuple[Line, ...]:
    series = series_of([one], targets)
    return tuple(replace(line_of(item, words, None), series=series.get(item.commitment_id)) for item in one.items)


def _legends(agreements: Sequence[Agreement]) -> dict[int, Words]:
    """Return what the lights are called in each agreement (one query)."""
    found: dict[int, Words] = {}
    for entry in LegendEntry.objects.filter(agreement__in=[one.pk for one in agreements]):
        found.setdefault(entry.agreement_id, {})[light_from(entry.light)] = entry.word
    return found
