"""The monitor of a round: as it stands, as it was adopted, and beside an earlier one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.agreements.queries import may, visible_agreements
from samenspraak.apps.monitoring.fetch import item_for, round_for
from samenspraak.apps.monitoring.items import Part, items_of
from samenspraak.apps.monitoring.models import Adoption, LegendEntry, Round, RoundItem
from samenspraak.apps.monitoring.pages import (
    AdoptionView,
    ComparisonPage,
    ItemPage,
    LegendRow,
    LightCount,
    MonitorFilter,
    MonitorItem,
    MonitorPage,
    RoundRow,
    RoundsPage,
    Snapshot,
    Turn,
)
from samenspraak.apps.monitoring.read_rounds import RoundItems, RoundsRead, adoptions_of, read_rounds
from samenspraak.apps.monitoring.snapshots import head_of, legend_of, snapshot_of, snapshot_with, thawed
from samenspraak.apps.monitoring.voices import voices_in
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right

# The pages of a whole round name no evidence; beside each other rounds show no computed light either.
NOT_SHOWN = frozenset({Part.EVIDENCE})
NOT_COMPARED = frozenset({Part.EVIDENCE, Part.COMPUTED})
NO_THEME = "none"
ATTENTION = ("amber", "red")


@dataclass(frozen=True, slots=True)
class MonitorWithEarlier:
    """A round, with its agreement and parties, as a monitor and with those before it, oldest first."""

    round: Round
    monitor: MonitorPage
    earlier: tuple[RoundItems, ...]
    comparison: ComparisonPage  # with the last one before


def rounds_for(person: Person, agreement_id: UUID) -> RoundsPage:
    """Return the rounds of an agreement, newest first; raises NotFound."""
    agreement = visible_agreements(person).filter(public_id=agreement_id).first()
    if agreement is None:
        raise NotFound("Deze prestatieafspraken zijn er niet, of u kunt ze niet inzien.")
    rounds = Round.objects.filter(agreement=agreement).select_related("agreement").order_by("-first_day", "-pk")
    counted = rounds.annotate(
        asked=Count("items", distinct=True),
        reported=Count("items", filter=Q(items__reports__version__gt=0) | ~Q(items__written_text=""), distinct=True),
        adopted=Count("adoptions", distinct=True),
    )
    rows = Commitment.objects.filter(agreement=agreement, state=Commitment.State.ACCEPTED, round_items=None)
    return RoundsPage(
        agreement_id=agreement.public_id,
        agreement_title=agreement.title,
        rows=tuple(RoundRow(head_of(one), one.asked, one.reported, one.adopted) for one in counted),
        legend=tuple(LegendRow(e.light, e.word, e.definition) for e in LegendEntry.objects.filter(agreement=agreement)),
        may_manage=may(person, Right.EDIT_REGISTER, agreement),
        monitor_years=tuple(
            rows.exclude(progress="", rating="").order_by("-year").values_list("year", flat=True).distinct()
        ),
    )


def monitor_for(
    person: Person, public_id: UUID, *, wanted: MonitorFilter | None = None, edition: int | None = None
) -> MonitorPage:
    """Return the monitor of a round; an adopted one as it was adopted, unless another edition is asked for."""
    round_ = round_for(person, public_id)
    adoptions = adoptions_of([round_])
    shown = _shown(round_, adoptions, edition)
    snapshot = snapshot_of(round_, unread=NOT_SHOWN) if shown is None else thawed(shown.snapshot)
    return _page(person, round_, snapshot, adoptions, shown=shown, wanted=wanted or MonitorFilter())


def monitor_with_earlier(person: Person, public_id: UUID, *, limit: int = 1) -> MonitorWithEarlier:
    """Return a round and the last ones before it, each row read once (at most ten queries); raises NotFound."""
    read = read_rounds(person, public_id, limit=limit, unread=NOT_COMPARED)
    snapshot = read.snapshot or snapshot_with(read.round, read.items[read.round.pk])
    mine = [adoption for adoption in read.adoptions if adoption.round_id == read.round.pk]
    shown = _shown(read.round, mine, None)
    page = _page(person, read.round, snapshot, mine, shown=shown, wanted=MonitorFilter())
    return MonitorWithEarlier(read.round, page, read.earlier, _compared(read, page.legend))


def _page(
    person: Person,
    round_: Round,
    snapshot: Snapshot,
    adoptions: Sequence[Adoption],
    *,
    shown: Adoption | None,
    wanted: MonitorFilter,
) -> MonitorPage:
    """Return what is shown of a round that was read (one query: who the parties are)."""
    voices = voices_in(person, round_.agreement)
    mine = voices.react
    return MonitorPage(
        head=snapshot.head,
        items=_filtered(snapshot.items, wanted, mine),
        total=len(snapshot.items),
        by_light=light_count("", snapshot.items),
        by_theme=_by_theme(snapshot.items),
        by_party=_by_party(snapshot),
        show_counts={show: len(_shown_items(snapshot.items, show, mine)) for show in _SHOWS},
        legend=snapshot.legend,
        consultations=snapshot.consultations,
        adoptions=tuple(_adoption_view(adoption) for adoption in adoptions),
        edition=None if shown is None else shown.number,
        my_parties=mine,
        may_manage=voices.may_manage,
        wanted=wanted,
    )


def _shown(round_: Round, adoptions: Sequence[Adoption], edition: int | None) -> Adoption | None:
    """Return the adoption to show; None for a round as it stands."""
    if edition is not None:
        found = next((adoption for adoption in adoptions if adoption.number == edition), None)
        if found is None:
            raise NotFound("Deze vaststelling is er niet.")
        return found
    return adoptions[-1] if adoptions and round_.state == Round.State.ADOPTED else None


def _adoption_view(adoption: Adoption) -> AdoptionView:
    return AdoptionView(
        adoption.number, adoption.adopted_at, str(adoption.adopted_by), adoption.adopted_in, adoption.sha256
    )


_SHOWS = ("", "attention", "disputed", "silent", "mine")


def _shown_items(items: Iterable[MonitorItem], show: str, mine: Sequence[tuple[int, str]]) -> tuple[MonitorItem, ...]:
    own = {number for number, _ in mine}
    tests: dict[str, Callable[[MonitorItem], bool]] = {
        "attention": lambda item: item.light in ATTENTION,
        "disputed": lambda item: item.is_disputed,
        "silent": lambda item: not item.is_reported,
        "mine": lambda item: any(report.party_id in own for report in item.reports),
    }
    holds = tests.get(show)
    return tuple(item for item in items if holds is None or holds(item))


def _filtered(
    items: Sequence[MonitorItem], wanted: MonitorFilter, mine: Sequence[tuple[int, str]]
) -> tuple[MonitorItem, ...]:
    theme = "" if wanted.theme == NO_THEME else wanted.theme
    kept = [item for item in items if not wanted.theme or item.theme == theme]
    return _shown_items(kept, wanted.show, mine)


def light_count(name: str, items: Iterable[MonitorItem]) -> LightCount:
    """Return how many of these have each light; those that are not known under ""."""
    return LightCount(name, dict(Counter(item.light for item in items)))


def _by_theme(items: Sequence[MonitorItem]) -> tuple[LightCount, ...]:
    order = [*(theme.value for theme in Commitment.Theme), ""]
    groups = {theme: [item for item in items if item.theme == theme] for theme in order}
    return tuple(light_count(theme, group) for theme, group in groups.items() if group)


def _by_party(snapshot: Snapshot) -> tuple[LightCount, ...]:
    reports = [report for item in snapshot.items for report in item.reports]
    return tuple(
        LightCount(row.party, dict(Counter(report.light for report in reports if report.party_id == row.party_id)))
        for row in snapshot.consultations
        if row.asked
    )


def item_page(person: Person, public_id: UUID) -> ItemPage:
    """Return one commitment in a round, with who may say what; raises NotFound."""
    found = item_for(person, public_id)
    voices = voices_in(person, found.round.agreement)
    is_open = found.round.state == Round.State.OPEN
    is_adopted = found.round.state == Round.State.ADOPTED
    ((_number, view),) = items_of(RoundItem.objects.filter(pk=found.pk), today=timezone.localdate())
    may_manage = not is_adopted and voices.may_manage
    is_silent = not (view.reactions or view.settled_light or view.written_text) and not any(
        report.is_reported for report in view.reports
    )
    return ItemPage(
        head=head_of(found.round),
        item=view,
        legend=legend_of(found.round),
        may_report=voices.report if is_open else (),
        may_react=() if is_adopted else voices.react,
        may_manage=may_manage,
        may_drop=may_manage and is_open and is_silent,
    )


def comparison_for(person: Person, public_id: UUID, *, earlier_id: str = "") -> ComparisonPage:
    """Return a round beside an earlier one, the last before it unless another is asked for; raises NotFound."""
    read = read_rounds(person, public_id, earlier_id=earlier_id, unread=NOT_COMPARED)
    return _compared(read, legend_of(read.round))


def _compared(read: RoundsRead, legend: tuple[LegendRow, ...]) -> ComparisonPage:
    earlier = read.others[0] if read.others else None
    now, then = read.items[read.round.pk], () if earlier is None else read.items[earlier.pk]
    was = {item.commitment_id: item for item in then}
    kept = {item.commitment_id for item in now}
    turned = sorted((_turn(item, was.get(item.commitment_id)) for item in now), key=lambda turn: turn.is_new)
    return ComparisonPage(
        head=head_of(read.round),
        earlier=None if earlier is None else head_of(earlier),
        choices=tuple(head_of(one) for one in read.choices),
        legend=legend,
        turned=tuple(turn for turn in turned if turn.is_new or turn.before != turn.after),
        same=sum(not turn.is_new and turn.before == turn.after for turn in turned),
        gone=tuple(item for item in then if item.commitment_id not in kept),
    )


def _turn(item: MonitorItem, was: MonitorItem | None) -> Turn:
    said = [report.text for report in item.reports if report.text]
    why = item.settled_text or " ".join(said) or item.written_text
    return Turn(item, "" if was is None else was.light, item.light, is_new=was is None, why=why)
