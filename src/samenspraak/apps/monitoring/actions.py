"""Writes about rounds: keyword-only, one transaction, one event. Nobody can change another party's words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from samenspraak.apps.agreements.models import Agreement, AgreementParty, Commitment
from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.monitoring.checks import (
    checked_open,
    checked_text,
    explained,
    fresh_item,
    fresh_progress,
    fresh_round,
    new_round,
)
from samenspraak.apps.monitoring.errors import (
    ChangedMeanwhile,
    NeedsExplanation,
    NothingToAsk,
    NotYourWords,
    RoundClosed,
)
from samenspraak.apps.monitoring.evidence_files import checked_file, checked_link
from samenspraak.apps.monitoring.models import (
    Adoption,
    Consultation,
    Evidence,
    LegendEntry,
    Light,
    Progress,
    Reaction,
    Round,
    RoundItem,
    Standing,
)
from samenspraak.apps.monitoring.opening import (
    add_consultations,
    add_items,
    asked_of,
    earlier_round,
    parties_of,
    register_with_parties,
    take_over_words,
)
from samenspraak.apps.monitoring.snapshots import frozen, snapshot_of
from samenspraak.apps.monitoring.voices import checked_manager, checked_voice
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right
from samenspraak.core.vocabulary.round_period import RoundPeriod


@dataclass(frozen=True, slots=True)
class Report:
    """What a party says of a commitment; an empty light or standing is not known."""

    light: str = ""
    standing: str = ""
    text: str = ""
    next_step: str = ""
    figures: dict[str, Any] = field(default_factory=dict)  # actual, expected: numbers; as_of: a day as text


@transaction.atomic
def open_round(*, agreement: Agreement, period: RoundPeriod, due_on: date, by: Person) -> Round:
    """Open a round: what it asks follows from priorities and from what the round before left open."""
    checked_manager(by, agreement)
    round_ = new_round(agreement, period, due_on, by)
    parties = parties_of(agreement)
    asked = asked_of(register_with_parties(agreement), period, earlier_round(agreement, period))
    if not asked:
        raise NothingToAsk("In deze periode wordt naar geen enkele afspraak gevraagd. Kies een andere periode.")
    add_items(round_, asked, parties, start=0)
    add_consultations(round_, parties)
    record(EventKind.ROUND_OPENED, target=round_, by=by, after={"asked": len(asked), "due_on": str(due_on)})
    return round_


@transaction.atomic
def import_monitor_round(*, agreement: Agreement, period: RoundPeriod, due_on: date, by: Person) -> Round:
    """Make the monitor that stands in the documents into a round: what it says is there, the rest is asked.

    Lights that the file does not have stay unknown. The words are the document's: no party is made to have said them.
    """
    checked_manager(by, agreement)
    round_ = new_round(agreement, period, due_on, by)
    parties = parties_of(agreement)
    rows = [row for row in register_with_parties(agreement) if _is_monitor_row(row, period.year)]
    if not rows:
        raise NothingToAsk("In de documenten staat geen monitor over dit jaar. Kies een ander jaar, of open een ronde.")
    items = add_items(round_, [(row, RoundItem.Asking.ADDED) for row in rows], parties, start=0)
    take_over_words(items)
    add_consultations(round_, parties)
    record(EventKind.MONITOR_IMPORTED, target=round_, by=by, after={"rows": len(rows)})
    return round_


def _is_monitor_row(commitment: Commitment, year: int) -> bool:
    is_row = commitment.progress or commitment.rating or commitment.kind == Commitment.Kind.MONITOR
    return bool(is_row) and commitment.year in (None, year)


@transaction.atomic
def ask_commitment(*, round_: Round, commitment: Commitment, by: Person) -> RoundItem:
    """Ask about one more commitment of the agreement in an open round."""
    round_ = checked_open(fresh_round(round_))
    checked_manager(by, round_.agreement)
    if commitment.agreement_id != round_.agreement_id or commitment.state != Commitment.State.ACCEPTED:
        raise NothingToAsk("Deze afspraak hoort niet bij deze prestatieafspraken. Kies een afspraak uit het register.")
    if round_.items.filter(commitment=commitment).exists():
        raise NothingToAsk("Naar deze afspraak wordt in deze ronde al gevraagd.")
    last = round_.items.aggregate(last=Max("order"))["last"] or 0
    asked = [(commitment, RoundItem.Asking.ADDED)]
    item = add_items(round_, asked, parties_of(round_.agreement), start=last + 1)[0]
    record(EventKind.COMMITMENT_ASKED, target=item, by=by)
    return item


@transaction.atomic
def drop_commitment(*, item: RoundItem, reason: str, by: Person) -> None:
    """Ask no longer about a commitment of which nobody said anything yet."""
    item = fresh_item(item)
    checked_open(item.round)
    checked_manager(by, item.round.agreement)
    said = item.settled_light or item.written_text or item.reactions.exists()
    if said or item.reports.filter(version__gt=0).exists():
        raise RoundClosed("Over deze afspraak is al iets gezegd; dan blijft zij in de ronde staan.")
    reason = checked_text(reason, "Zeg waarom u deze afspraak uit de ronde haalt.")
    record(EventKind.COMMITMENT_DROPPED, target=item, by=by, reason=reason)
    item.delete()


@transaction.atomic
def report_progress(
    *, item: RoundItem, party: AgreementParty, report: Report, seen_version: int, by: Person
) -> Progress:
    """Keep what a party says of a commitment; `seen_version` is the version that the person had before them."""
    item = fresh_item(item)
    checked_open(item.round)
    checked_voice(by, Right.REPORT, party, item.round.agreement)
    progress = fresh_progress(item, party)
    if progress.version != seen_version:
        raise ChangedMeanwhile(
            f"{progress.reported_by} heeft dit intussen bijgewerkt. Er is niets overschreven; bekijk het verschil.",
        )
    before = _said(progress)
    light, text = explained(Light, report.light, report.text)
    progress.light, progress.text = light, text
    progress.standing = Standing(report.standing).value if report.standing else ""
    progress.next_step, progress.figures = report.next_step.strip()[:1000], dict(report.figures)
    progress.version += 1
    progress.reported_at, progress.reported_by = timezone.now(), by
    progress.save()
    record(EventKind.PROGRESS_REPORTED, target=progress, by=by, before=before, after=_said(progress))
    return progress


def _said(progress: Progress) -> dict[str, Any]:
    names = ("light", "standing", "text", "next_step", "figures", "version")
    return {name: getattr(progress, name) for name in names}


@transaction.atomic
def add_evidence_link(*, progress: Progress, url: str, name: str, by: Person) -> Evidence:
    """Put a link beside what the own party says."""
    progress = _own_progress(progress, by)
    address = checked_link(url)
    evidence = Evidence.objects.create(
        progress=progress, name=(name.strip() or address)[:300], url=address, added_by=by
    )
    record(EventKind.EVIDENCE_ADDED, target=progress, by=by, after={"name": evidence.name, "url": address})
    return evidence


@transaction.atomic
def add_evidence_file(*, progress: Progress, name: str, content: bytes, by: Person) -> Evidence:
    """Put a file beside what the own party says; what can run is refused."""
    progress = _own_progress(progress, by)
    checked = checked_file(name, content)
    evidence = Evidence(
        progress=progress,
        name=name[-300:],
        media_type=checked.media_type,
        size_bytes=len(content),
        sha256=checked.sha256,
        added_by=by,
    )
    evidence.file.save(checked.sha256, ContentFile(content), save=False)
    evidence.save()
    record(EventKind.EVIDENCE_ADDED, target=progress, by=by, after={"name": evidence.name, "sha256": checked.sha256})
    return evidence


def _own_progress(progress: Progress, by: Person) -> Progress:
    item = fresh_item(progress.item)
    checked_open(item.round)
    checked_voice(by, Right.REPORT, progress.party, item.round.agreement)
    return progress


@transaction.atomic
def react(
    *, item: RoundItem, party: AgreementParty, text: str, by: Person, light: str = "", replaces: Reaction | None = None
) -> Reaction:
    """Record the reaction of a party, with the person in it; it may see another light. What it replaces stays."""
    item = fresh_item(item)
    if item.round.state == Round.State.ADOPTED:
        raise RoundClosed("Deze ronde is vastgesteld. Reageren kan weer in de volgende ronde.")
    checked_voice(by, Right.REACT, party, item.round.agreement)
    if replaces is not None and (replaces.item_id != item.pk or replaces.party_id != party.pk):
        raise NotYourWords("U kunt alleen een reactie van uw eigen organisatie vervangen.")
    if replaces is not None and Reaction.objects.filter(replaces=replaces).exists():
        raise ChangedMeanwhile("Deze reactie is intussen al vervangen. Bekijk de nieuwste.")
    light = Light(light).value if light else ""
    text = checked_text(text, "Schrijf erbij wat uw organisatie hiervan vindt.")
    reaction = Reaction.objects.create(item=item, party=party, person=by, light=light, text=text, replaces=replaces)
    record(EventKind.REACTION_GIVEN, target=reaction, by=by, after={"party": party.name, "light": light, "text": text})
    return reaction


@transaction.atomic
def withdraw_reaction(*, reaction: Reaction, reason: str, by: Person) -> Reaction:
    """Take back what the own party said, with or without a word why; what it said stays in the history."""
    item = fresh_item(reaction.item)
    if item.round.state == Round.State.ADOPTED:
        raise RoundClosed("Deze ronde is vastgesteld; wat er gezegd is hoort erbij. Reageren kan in de volgende ronde.")
    checked_voice(by, Right.REACT, reaction.party, item.round.agreement)
    if reaction.is_withdrawal or Reaction.objects.filter(replaces=reaction).exists():
        raise ChangedMeanwhile("Deze reactie is intussen al vervangen of ingetrokken. Bekijk de nieuwste.")
    text = reason.replace("\x00", "").strip()[:1000]
    taken_back = Reaction.objects.create(
        item=item, party=reaction.party, person=by, text=text, replaces=reaction, is_withdrawal=True
    )
    before = {"light": reaction.light, "text": reaction.text}
    record(EventKind.REACTION_WITHDRAWN, target=taken_back, by=by, before=before, reason=text)
    return taken_back


@transaction.atomic
def settle_item(*, item: RoundItem, light: str, text: str, by: Person) -> RoundItem:
    """Record what the meeting settled on a commitment; what the parties said stays beside it."""
    item = fresh_item(item)
    checked_manager(by, item.round.agreement)
    if item.round.state == Round.State.ADOPTED:
        raise RoundClosed("Deze ronde is vastgesteld. Heropen haar eerst, met een reden.")
    before = {"light": item.settled_light, "text": item.settled_text}
    item.settled_light = Light(light).value
    item.settled_text = checked_text(text, "Schrijf erbij waarom het overleg tot dit stoplicht komt.")
    item.settled_at = timezone.now()
    item.save()
    after = {"light": item.settled_light, "text": item.settled_text}
    record(EventKind.LIGHT_SETTLED, target=item, by=by, before=before, after=after)
    return item


@transaction.atomic
def take_position(
    *, round_: Round, party: AgreementParty, position: Consultation.Position, text: str, by: Person
) -> Consultation:
    """Record where a party stands with the round as a whole: its advice, as the party's and not as chat."""
    round_ = fresh_round(round_)
    checked_voice(by, Right.REACT, party, round_.agreement)
    if round_.state == Round.State.ADOPTED:
        raise RoundClosed("Deze ronde is al vastgesteld.")
    if position == Consultation.Position.WAITING:
        raise NeedsExplanation("Kies een standpunt: akkoord, akkoord met opmerkingen, of niet akkoord.")
    if position != Consultation.Position.AGREES:
        text = checked_text(text, "Schrijf erbij welke opmerkingen u hebt, of waarom u niet akkoord bent.")
    row = Consultation.objects.select_for_update().get(round=round_, party=party)
    before = {"position": row.position, "text": row.text}
    row.position, row.text, row.given_at, row.given_by = position, text.strip(), timezone.now(), by
    row.save()
    record(
        EventKind.POSITION_TAKEN, target=row, by=by, before=before, after={"position": row.position, "text": row.text}
    )
    return row


@transaction.atomic
def answer_position(*, consultation: Consultation, party: AgreementParty, text: str, by: Person) -> Consultation:
    """Answer the advice of another party, on behalf of the own one, with reasons."""
    row = Consultation.objects.select_for_update().select_related("round__agreement").get(pk=consultation.pk)
    checked_voice(by, Right.REACT, party, row.round.agreement)
    if party.pk == row.party_id or row.position == Consultation.Position.WAITING:
        raise NotYourWords("Antwoorden kan alleen op een standpunt dat een andere partij heeft gegeven.")
    row.answer = checked_text(text, "Schrijf wat u met het advies doet, en waarom.")
    row.answered_at, row.answered_for = timezone.now(), party
    row.save()
    record(EventKind.POSITION_ANSWERED, target=row, by=by, after={"party": party.name, "text": row.answer})
    return row


@transaction.atomic
def nudge_party(*, round_: Round, party: AgreementParty, by: Person) -> Consultation:
    """Remind a party of what it has not reported yet; it stands on the desk of everybody who may report for it."""
    round_ = checked_open(fresh_round(round_))
    checked_manager(by, round_.agreement)
    row = Consultation.objects.select_for_update().get(round=round_, party=party)
    row.nudged_at = timezone.now()
    row.save()
    owed = Progress.objects.filter(item__round=round_, party=party, version=0).count()
    record(EventKind.PARTY_NUDGED, target=row, by=by, after={"party": party.name, "owed": owed})
    return row


@transaction.atomic
def lock_round(*, round_: Round, by: Person) -> Round:
    """Take no more reports: the concept is ready for the meeting and for the tenants' advice."""
    round_ = checked_open(fresh_round(round_))
    checked_manager(by, round_.agreement)
    round_.state, round_.locked_at = Round.State.LOCKED, timezone.now()
    round_.save()
    record(EventKind.ROUND_LOCKED, target=round_, by=by)
    return round_


@transaction.atomic
def adopt_round(*, round_: Round, adopted_in: str, by: Person) -> Adoption:
    """Adopt a locked round: everything in it is frozen as it is now, also what is not known."""
    round_ = fresh_round(round_)
    checked_manager(by, round_.agreement)
    if round_.state != Round.State.LOCKED:
        raise RoundClosed("Alleen een gesloten ronde kan worden vastgesteld. Sluit haar eerst.")
    round_.state = Round.State.ADOPTED
    round_.save()
    value, sha256 = frozen(snapshot_of(round_))
    adoption = Adoption.objects.create(
        round=round_,
        number=round_.adoptions.count() + 1,
        adopted_by=by,
        adopted_in=adopted_in.strip()[:300],
        snapshot=value,
        sha256=sha256,
    )
    record(
        EventKind.ROUND_ADOPTED,
        target=round_,
        by=by,
        after={"number": adoption.number, "adopted_in": adoption.adopted_in, "sha256": sha256},
    )
    return adoption


@transaction.atomic
def reopen_round(*, round_: Round, reason: str, by: Person) -> Round:
    """Open a locked or adopted round again, with a reason; what was adopted stays as it was."""
    round_ = fresh_round(round_)
    checked_manager(by, round_.agreement)
    if round_.state == Round.State.OPEN:
        raise RoundClosed("Deze ronde is al open.")
    reason = checked_text(reason, "Zeg waarom de ronde weer open moet.")
    before = {"state": round_.state}
    round_.state, round_.locked_at, round_.reopened_reason = Round.State.OPEN, None, reason
    round_.save()
    record(EventKind.ROUND_REOPENED, target=round_, by=by, before=before, reason=reason)
    return round_


@transaction.atomic
def set_legend(*, agreement: Agreement, light: Light, word: str, definition: str, by: Person) -> LegendEntry:
    """Say what a colour means in this agreement; rounds that were adopted keep what it meant then."""
    checked_manager(by, agreement)
    word = checked_text(word, "Geef het stoplicht een woord, zoals 'loopt achter'.")[:80]
    entry, _ = LegendEntry.objects.update_or_create(
        agreement=agreement, light=light, defaults={"word": word, "definition": definition.strip()[:500]}
    )
    record(EventKind.LEGEND_SET, target=entry, by=by, after={"light": str(light), "word": word})
    return entry
