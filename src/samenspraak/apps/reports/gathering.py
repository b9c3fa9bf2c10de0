"""From a round to what a report is made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import F, FilteredRelation, Q
from django.utils import timezone

from samenspraak.apps.agreements.models import Agreement, Commitment, CommitmentParty, GlossaryTerm
from samenspraak.apps.monitoring.models import Standing
from samenspraak.apps.monitoring.pages import MonitorItem, MonitorPage
from samenspraak.apps.monitoring.queries import RoundItems, name_of
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.reports.measuring import beside_of, series_of
from samenspraak.apps.reports.models import ReportKind
from samenspraak.core.composition.material import Change, LegendEntry, Line, Material, Moment, Party, Remark, Term
from samenspraak.core.composition.phrases import DEFAULT_LEGEND
from samenspraak.core.composition.series import Followed
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.traffic_light import TrafficLight

_SIDES = {
    "municipality": "gemeente",
    "housing_association": "woningcorporaties",
    "tenants_organisation": "huurdersorganisaties",
    "province": "provincie",
    "region": "regio",
}
USUAL_WORDS = {entry.light: entry.word for entry in DEFAULT_LEGEND}
# How the register keeps what the document says in many ways.
_PRIORITIES = {"continuous": "doorlopend"}
LONGEST_UPCOMING = 300
_EXPLAINING = {ReportKind.MONITOR}
_LOOKING_AHEAD = {ReportKind.COUNCIL_LETTER, ReportKind.YEAR_SLICE}
_YEAR = re.compile(r"\b20\d\d\b")


def material_of(
    monitor: MonitorPage,
    agreement: Agreement,
    earlier: Sequence[RoundItems],
    targets: Mapping[UUID, Followed],
    kind: ReportKind,
    history: tuple[Change, ...] | None = None,
) -> Material:
    """Return the material of a round, `earlier` being those before it and `targets` those that people confirmed.

    What this kind of report does not tell is not read. At most two queries beside those of the arguments.
    """
    words = words_of(monitor)
    before = {item.commitment_id: item.light for item in earlier[-1].items} if earlier else {}
    rounds = (*earlier, RoundItems(monitor.head, monitor.items))
    beside = beside_of(monitor.items)
    series = series_of(rounds, {key: number for key, number in beside.numbers.items() if key not in targets})
    adopted = next((one for one in monitor.adoptions if one.number == monitor.edition), None)
    head = monitor.head
    followed = [(item.code, targets[item.commitment_id]) for item in monitor.items if item.commitment_id in targets]
    return Material(
        agreement=agreement.title,
        municipality=municipality_of(agreement),
        period=_period(agreement),
        round=round_name(head.period_kind, head.number, head.year),
        on=timezone.localdate(adopted.adopted_at) if adopted else head.last_day,
        is_adopted=adopted is not None,
        lines=tuple(
            replace(
                line_of(item, words, before.get(item.commitment_id, item.light) if earlier else None),
                series=series.get(item.commitment_id),
                source=beside.sources.get(item.commitment_id),
                is_new=bool(earlier) and item.commitment_id not in before,
            )
            for item in monitor.items
        ),
        parties=_parties(agreement),
        legend=tuple(LegendEntry(light_from(one.light), one.word, one.definition) for one in monitor.legend),
        terms=tuple(Term(term.term, term.definition) for term in _terms(agreement, kind)),
        upcoming=_upcoming(agreement, head.year + 1, monitor.items) if kind in _LOOKING_AHEAD else (),
        signed_on=agreement.signed_on,
        year=head.year,
        targets=tuple(
            replace(one, name=f"{code} {one.name}".strip()) for code, found in followed for one in found.series
        ),
        apart=tuple((code, one) for code, found in followed for one in found.apart),
        moments=tuple(_moment(one) for one in rounds),
        history=history,
    )


def _terms(agreement: Agreement, kind: ReportKind) -> Iterable[GlossaryTerm]:
    if kind not in _EXPLAINING:
        return ()
    return GlossaryTerm.objects.filter(source__agreement=agreement).order_by("source__order", "order")


def words_of(monitor: MonitorPage) -> dict[TrafficLight | None, str]:
    """Return what every light is called in this agreement."""
    return USUAL_WORDS | {light_from(entry.light): entry.word for entry in monitor.legend}


def _moment(one: RoundItems) -> Moment:
    counts = Counter(light_from(item.light) for item in one.items)
    return Moment(round_name(one.head.period_kind, one.head.number, one.head.year), counts)


def round_name(period_kind: str, number: int, year: int) -> str:
    """Return what people call a round: eerste tertiaal 2026."""
    ordinals = ("eerste", "tweede", "derde", "vierde")
    ordinal = ordinals[number - 1] if 0 < number <= len(ordinals) else f"{number}e"
    kinds = {"tertial": "tertiaal", "quarter": "kwartaal", "half_year": "halfjaar", "own_dates": "ronde"}
    return (
        f"Jaar {year}" if period_kind == "year" else f"{ordinal.capitalize()} {kinds.get(period_kind, 'ronde')} {year}"
    )


def light_from(value: str) -> TrafficLight | None:
    """Return a light from how it is kept; "" is not known."""
    return TrafficLight(value) if value else None


def line_of(item: MonitorItem, words: dict[TrafficLight | None, str], before: str | None) -> Line:
    light = light_from(item.light)
    said = [report for report in item.reports if report.is_reported]
    several = len(said) > 1
    texts = [f"{one.party}: {one.text}" if several else one.text for one in said if one.text]
    standings = {one.standing for one in said}
    return Line(
        code=item.code,
        title=item.title,
        text=item.text,
        theme=Theme(item.theme) if item.theme else None,
        chapter=item.heading,
        leads=item.leads,
        priority=_PRIORITIES.get(item.priority, item.priority),
        light=light,
        word=words[light],
        reason=item.settled_text or _standings(said),
        progress="\n".join(texts) or item.written_text,
        next_step="; ".join(one.next_step for one in said if one.next_step),
        before=light_from(before or ""),
        before_word="" if before is None else words[light_from(before)],
        remarks=tuple(_remark(one.party, one.light, one.text, words) for one in item.current_reactions),
        due_on=item.due_on,
        is_on_hold=bool(standings) and standings <= {Standing.ON_HOLD, Standing.LAPSED},
        silent=item.silent,
    )


def _standings(said: Sequence[object]) -> str:
    """Return how it stands in words, where it says more than the colour."""
    more = {Standing.NOT_STARTED, Standing.NO_OCCASION, Standing.ON_HOLD, Standing.LAPSED}
    found = dict.fromkeys(getattr(one, "standing", "") for one in said)
    return ", ".join(str(Standing(value).label) for value in found if value in more).capitalize()


def _remark(party: str, light: str, text: str, words: dict[TrafficLight | None, str]) -> Remark:
    return Remark(party, text, light_from(light), words[light_from(light)] if light else "")


def municipality_of(agreement: Agreement) -> str:
    """Return the municipality of an agreement; "" when there is not exactly one."""
    sides = [party for party in agreement.parties.all() if party.side == Organisation.Kind.MUNICIPALITY]
    return sides[0].name.removeprefix("gemeente ").removeprefix("Gemeente ") if len(sides) == 1 else ""


def _period(agreement: Agreement) -> str:
    start, end = agreement.period_start, agreement.period_end
    if start is None or end is None:
        return "een nog onbekende periode"
    return f"{start}" if start == end else f"{start} tot en met {end}"


def _parties(agreement: Agreement) -> tuple[Party, ...]:
    return tuple(
        Party(party.name, _SIDES.get(str(party.side), "overige partijen")) for party in agreement.parties.all()
    )


def _upcoming(agreement: Agreement, year: int, now: Iterable[MonitorItem]) -> tuple[Line, ...]:
    """Return what the agreement has for a year, and what of it is not among `now` (one query: a row per lead).

    A framework commitment carries no year; it counts where the heading above it names that year and no other.
    """
    of_the_year = Q(year=year) | Q(year=None, heading__contains=str(year))
    rows = Commitment.objects.filter(of_the_year, agreement=agreement, state=Commitment.State.ACCEPTED)
    known_now = {_folded(item.title) for item in now}
    leads = FilteredRelation("parties", condition=Q(parties__role=CommitmentParty.Role.LEAD))
    found: dict[int, Line] = {}
    for row in rows.annotate(lead=leads, lead_name=F("lead__name")).order_by("document_id", "order", "lead__order"):
        if row.year is None and set(_YEAR.findall(row.heading)) != {str(year)}:
            continue
        known = found.get(row.pk)
        if known is None and len(found) == LONGEST_UPCOMING:
            break
        named = (row.lead_name,) if row.lead_name else ()
        found[row.pk] = replace(known, leads=known.leads + named) if known else _planned(row, named, known_now)
    return tuple(found.values())


def _folded(name: str) -> str:
    """Return what tells a commitment from others where codes are given out anew each year."""
    return " ".join(name.casefold().split())


def _planned(row: Commitment, leads: tuple[str, ...], now: Collection[str]) -> Line:
    return Line(
        code=row.code,
        title=row.title,
        text=row.text,
        theme=Theme(row.theme) if row.theme else None,
        leads=leads,
        priority=_PRIORITIES.get(row.priority, row.priority),
        is_new=_folded(name_of(row.code, row.title, row.heading, row.text)) not in now,
    )
