"""What an open round asks after parties changed: open tasks move, words that were said stay where they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from samenspraak.apps.agreements.models import Agreement, AgreementParty, CommitmentParty
from samenspraak.apps.monitoring.leads import KnownParties, asked_parties, decided_about, goes_on_as
from samenspraak.apps.monitoring.models import Consultation, Progress, Reaction, Round, RoundItem
from samenspraak.apps.monitoring.opening import ROWS_AT_ONCE, parties_of
from samenspraak.apps.parties.models import Organisation


@dataclass(frozen=True, slots=True)
class Moved:
    """How many open questions a round lost and gained."""

    ended: int = 0
    asked: int = 0

    def __add__(self, other: Moved) -> Moved:
        return Moved(self.ended + other.ended, self.asked + other.asked)


def fit_rounds(agreement: Agreement) -> Moved:
    """Bring the open rounds of an agreement in line with who is a party now; closed and adopted ones stay."""
    moved = Moved()
    for round_ in Round.objects.select_for_update(of=("self",)).filter(agreement=agreement, state=Round.State.OPEN):
        moved += _fit(round_, agreement)
    return moved


def _fit(round_: Round, agreement: Agreement) -> Moved:
    """Ask who leads now and was not asked; ask no more of who left (a handful of statements)."""
    known, decided = KnownParties(parties_of(agreement)), decided_about(agreement)
    ended: list[Progress] = []
    added: list[Progress] = []
    for item in _items(round_):
        reports = list(item.reports.all())
        gone = [report for report in reports if report.party.left_on and not _is_said(report)]
        ended += gone
        there = {report.party_id for report in reports}
        leads = asked_parties(item.commitment, known, decided.get(item.commitment_id, ()))
        wanted = [party for party in _asked_now(reports, gone, known.parties, leads) if party.pk not in there]
        added += [Progress(item=item, party=party) for party in wanted]
    Progress.objects.filter(pk__in=[report.pk for report in ended]).delete()
    Progress.objects.bulk_create(added, batch_size=ROWS_AT_ONCE)
    _fit_consultations(round_, known.parties)
    return Moved(len(ended), len(added))


def _items(round_: Round) -> Iterable[RoundItem]:
    reports = Progress.objects.select_related("party__organisation").prefetch_related("evidence")
    return (
        RoundItem.objects.filter(round=round_)
        .select_related("commitment")
        .prefetch_related(
            Prefetch("reports", reports), Prefetch("commitment__parties", CommitmentParty.objects.order_by("order"))
        )
    )


def _asked_now(
    reports: Sequence[Progress],
    gone: Sequence[Progress],
    parties: Sequence[AgreementParty],
    leads: Sequence[AgreementParty],
) -> list[AgreementParty]:
    """Return the leads of now, and who takes over an open question; not who would say again what was said."""
    asked = []
    for party in parties:
        before = [report for report in reports if goes_on_as(report.party, party)]
        takes_over = any(report in gone for report in before)
        if takes_over or (party in leads and not before):
            asked.append(party)
    return asked


def _is_said(report: Progress) -> bool:
    return report.version > 0 or bool(report.evidence.all())


def _fit_consultations(round_: Round, parties: Sequence[AgreementParty]) -> None:
    """Ask a position of everybody who is a party now, and no more of who left without a word."""
    waiting = Consultation.objects.filter(round=round_, position=Consultation.Position.WAITING)
    spoke = Progress.objects.filter(item__round=round_, version__gt=0).values("party")
    waiting.filter(party__left_on__isnull=False).exclude(party__in=spoke).delete()
    asked = set(Consultation.objects.filter(round=round_).values_list("party_id", flat=True))
    Consultation.objects.bulk_create(
        Consultation(round=round_, party=party) for party in parties if party.pk not in asked
    )


def running_with(organisations: Iterable[Organisation], on: date) -> list[Agreement]:
    """Return the agreements of these that had not ended on a day, or in which a round is not adopted yet."""
    runs = Q(period_end=None) | Q(period_end__gte=on.year) | Q(rounds__state__in=(Round.State.OPEN, Round.State.LOCKED))
    theirs = Agreement.objects.filter(parties__organisation__in=list(organisations), parties__left_on=None)
    return list(theirs.filter(runs).distinct().order_by("pk"))


def joined_party(agreement: Agreement, organisation: Organisation, on: date) -> tuple[AgreementParty, bool]:
    """Return the organisation as a party of the agreement from a day, and whether that is new."""
    rows = agreement.parties.order_by("order")
    found = (
        rows.filter(organisation=organisation).first()
        or rows.filter(organisation=None, side=organisation.kind, name=organisation.name).first()
    )
    if found is not None and found.left_on is None and found.organisation_id:
        return found, False
    if found is None:
        last = rows.last()
        found = AgreementParty(agreement=agreement, side=organisation.kind, name=organisation.name)
        found.order = 0 if last is None else last.order + 1
    found.organisation, found.joined_on, found.left_on = organisation, on, None
    found.save()
    return found, True


def leave_no_trace(party: AgreementParty, on: date) -> None:
    """Undo that somebody joined: without a word said they were never here, else they left on a day."""
    Progress.objects.filter(party=party, version=0, evidence=None).delete()
    Consultation.objects.filter(party=party, position=Consultation.Position.WAITING).delete()
    spoke = [model.objects.filter(party=party).exists() for model in (Progress, Reaction, Consultation)]
    if any(spoke):
        party.left_on = on
        party.save()
    else:
        party.delete()
