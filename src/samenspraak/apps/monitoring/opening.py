"""What a new round asks, and of whom: decided in memory, written in a handful of statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from samenspraak.apps.agreements.models import Agreement, AgreementParty, Commitment, CommitmentParty
from samenspraak.apps.monitoring.leads import KnownParties, asked_parties, decided_about
from samenspraak.apps.monitoring.models import Consultation, Progress, Round, RoundItem
from samenspraak.apps.parties.models import Organisation
from samenspraak.core.assessment.standing import Standing as StandingValue
from samenspraak.core.vocabulary.priority_months import Asking, asked_in
from samenspraak.core.vocabulary.round_period import RoundPeriod

ROWS_AT_ONCE = 500
_FINAL = {standing.value for standing in StandingValue if standing.is_final}


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the round before left: by commitment number, whether it is still open."""

    is_open: dict[int, bool]


def register_with_parties(agreement: Agreement) -> list[Commitment]:
    """Return the accepted commitments of an agreement with who is named in them (two queries)."""
    parties = Prefetch("parties", CommitmentParty.objects.order_by("order"))
    found = Commitment.objects.filter(agreement=agreement, state=Commitment.State.ACCEPTED)
    return list(found.prefetch_related(parties).order_by("document_id", "order"))


def parties_of(agreement: Agreement) -> list[AgreementParty]:
    """Return those who are a party now, with their organisations and what merged into these (two queries)."""
    merged = Prefetch("organisation__merged", Organisation.objects.order_by("pk"))
    now = agreement.parties.filter(left_on=None).select_related("organisation")
    return list(now.prefetch_related(merged).order_by("order"))


def earlier_round(agreement: Agreement, period: RoundPeriod) -> Earlier:
    """Return what the last round before this period left open (two queries)."""
    before = Round.objects.filter(agreement=agreement, last_day__lt=period.first_day).order_by("-last_day").first()
    if before is None:
        return Earlier({})
    said: dict[int, list[str]] = {}
    rows = RoundItem.objects.filter(round=before).values_list("commitment_id", "reports__standing")
    for commitment, standing in rows:
        said.setdefault(commitment, []).append(standing or "")
    return Earlier({commitment: not _is_final(standings) for commitment, standings in said.items()})


def _is_final(standings: Iterable[str]) -> bool:
    """Whether every party says that it is done or lapsed."""
    return all(standing in _FINAL for standing in standings)


def asked_of(
    commitments: Sequence[Commitment], period: RoundPeriod, earlier: Earlier
) -> list[tuple[Commitment, RoundItem.Asking]]:
    """Return what a round asks about, in the order of the register.

    Where the agreement has commitments for the year itself, those are asked and the framework above them is not.
    What the round before left open is asked again; what it ended is not.
    """
    has_annual = any(_is_annual(commitment, period.year) for commitment in commitments)
    asked: list[tuple[Commitment, RoundItem.Asking]] = []
    for commitment in commitments:
        left_open = earlier.is_open.get(commitment.pk)
        if left_open is False:
            continue
        if has_annual and not _is_annual(commitment, period.year) and not left_open:
            continue
        why = asked_in(commitment.priority or None, period) if _is_of(commitment, period.year) else Asking.OTHER_PERIOD
        if left_open and why is Asking.OTHER_PERIOD:
            why = Asking.CARRIED_OVER
        if why.is_asked:
            asked.append((commitment, RoundItem.Asking(why.value)))
    return asked


def _is_of(commitment: Commitment, year: int) -> bool:
    return commitment.year in (None, year)


def _is_annual(commitment: Commitment, year: int) -> bool:
    """Whether a commitment is of this year itself: an annual one, or a row of a monitor."""
    kinds = {Commitment.Kind.ANNUAL.value, Commitment.Kind.MONITOR.value}
    return commitment.kind in kinds and commitment.year == year


def add_items(
    round_: Round,
    asked: Sequence[tuple[Commitment, RoundItem.Asking]],
    parties: Sequence[AgreementParty],
    *,
    start: int,
) -> list[RoundItem]:
    """Write what is asked and of whom (a query, and two statements per five hundred)."""
    items = RoundItem.objects.bulk_create(
        (
            RoundItem(round=round_, commitment=commitment, asked_because=why, order=start + order)
            for order, (commitment, why) in enumerate(asked)
        ),
        batch_size=ROWS_AT_ONCE,
    )
    known, decided = KnownParties(parties), decided_about(round_.agreement)
    Progress.objects.bulk_create(
        (
            Progress(item=item, party=party)
            for item in items
            for party in asked_parties(item.commitment, known, decided.get(item.commitment_id, ()))
        ),
        batch_size=ROWS_AT_ONCE,
    )
    return items


def take_over_words(items: Sequence[RoundItem]) -> None:
    """Put beside each row what the monitor in the document says of it, and nothing that it does not say."""
    for item in items:
        item.written_light, item.written_text = item.commitment.rating, item.commitment.progress
    RoundItem.objects.bulk_update(items, ["written_light", "written_text"], batch_size=ROWS_AT_ONCE)


def add_consultations(round_: Round, parties: Sequence[AgreementParty]) -> None:
    """Ask every party where it stands (one statement)."""
    Consultation.objects.bulk_create(Consultation(round=round_, party=party) for party in parties)
