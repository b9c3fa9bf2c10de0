"""Writes about lists of stock and allocations: keyword-only, one transaction, one event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.documents.jobs import enqueue, harmless_name
from samenspraak.apps.figures.errors import (
    AlreadyCounted,
    ExtractBlocked,
    ExtractMoved,
    FigureNotPossible,
    MayNotDeliver,
    MayNotSetTargets,
)
from samenspraak.apps.figures.extracts import door
from samenspraak.apps.figures.extracts.counting import forget, key_of
from samenspraak.apps.figures.extracts.feeding import feed, targets_about
from samenspraak.apps.figures.extracts.places import code_of
from samenspraak.apps.figures.models import ColumnMapping, Extract, KeyFigureValue, OwnKeyFigure
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import Right, fresh_organisation, may
from samenspraak.core.errors import SamenspraakError
from samenspraak.core.measurement.key_figures.declaration import KeyFigure
from samenspraak.core.measurement.key_figures.declaring import own_figure
from samenspraak.engines.extracts.taking import Taken

LOOK = "samenspraak.apps.figures.extracts.jobs.look_at_extract"
COUNT = "samenspraak.apps.figures.extracts.jobs.count_extract"
RECOUNT = "samenspraak.apps.figures.extracts.jobs.recount_lists"
FIRST_YEAR, LAST_YEAR = 2000, 2100
_Status = Extract.Status
_AT_ONCE = 1000


@transaction.atomic
def deliver_extract(
    *, organisation: Organisation, subject: str, year: int, is_final: bool, file: UploadedFile, by: Person
) -> Extract:
    """Take in a list at the door and have it looked at; nothing counts yet. Raises MayNotDeliver, AlreadyCounted."""
    _refuse_others(organisation, by)
    if organisation.kind != Organisation.Kind.HOUSING_ASSOCIATION or not FIRST_YEAR <= year <= LAST_YEAR:
        raise MayNotDeliver("Een lijst is van een woningcorporatie, en van een jaar dat kan. Kijk beide na.")
    made = Extract(
        organisation=organisation, subject=subject, year=year, is_final=is_final, name=harmless_name(file.name or ""),
        delivered_by=by,
    )  # fmt: skip
    _refuse_second(made)
    made.save()
    try:
        door.let_in(made, file)
    except BaseException:
        door.let_go(made)
        raise
    enqueue(LOOK, str(made.public_id))
    record(EventKind.EXTRACT_DELIVERED, target=made, by=by, after={"file": made.name, "final": is_final})
    return made


@transaction.atomic
def map_columns(*, extract: Extract, columns: Mapping[str, str], by: Person) -> ColumnMapping:
    """Keep which column is which for all lists of an organisation about a subject, and look at this one again."""
    held = _held(extract, by, _Status.LOOKED)
    before = ColumnMapping.objects.filter(organisation=held.organisation, subject=held.subject).first()
    kept, _is_new = ColumnMapping.objects.update_or_create(
        organisation=held.organisation,
        subject=held.subject,
        defaults={"columns": dict(columns), "changed_by": by},
    )
    _again(held, _Status.LOOKING, LOOK)
    record(EventKind.COLUMNS_MAPPED, target=held, by=by, before=before.columns if before else None, after=dict(columns))
    return kept


@transaction.atomic
def note_look(*, extract: Extract, taken: Taken, by: Person) -> Extract:
    """Keep what was found in a list, so that somebody can judge it; raises ExtractMoved."""
    held = _working(extract, _Status.LOOKING)
    _say(held, taken)
    held.status = _Status.LOOKED
    held.save()
    blocking = sum(one.is_blocking for one in taken.problems)
    after = {"rows": taken.row_count, "problems": len(taken.problems), "blocking": blocking}
    record(EventKind.EXTRACT_LOOKED_AT, target=held, by=by, after=after)
    return held


@transaction.atomic
def confirm_extract(*, extract: Extract, by: Person) -> Extract:
    """Say that a list may be counted as it was shown; raises ExtractBlocked, ExtractMoved, AlreadyCounted."""
    held = _held(extract, by, _Status.LOOKED)
    if any(one["code"].startswith("E") for one in held.problems):
        raise ExtractBlocked("Er is eerst iets op te lossen: bekijk de meldingen. Er is niets geteld.")
    fresh_organisation(held.organisation)
    _refuse_second(held, _Status.DONE, _Status.COUNTING)
    _again(held, _Status.COUNTING, COUNT)
    record(EventKind.EXTRACT_CONFIRMED, target=held, by=by, after={"rows": held.row_count})
    return held


@transaction.atomic
def finish_extract(*, extract: Extract, taken: Taken, values: Sequence[KeyFigureValue], by: Person) -> Extract:
    """Keep the figures of a list and give targets their measurements, all or nothing; the rows are let go."""
    held = _working(extract, _Status.COUNTING)
    _refuse_second(held)
    _say(held, taken)
    held.status, held.counted_at = _Status.DONE, timezone.now()
    held.save()
    KeyFigureValue.objects.bulk_create(values, batch_size=_AT_ONCE)
    fed = feed(targets_about(held), [held.year], by)
    transaction.on_commit(lambda: door.let_go(held))
    after = {"rows": taken.row_count, "values": len(values), "targets": sorted(str(one.target_id) for one in fed)}
    record(EventKind.EXTRACT_COUNTED, target=held, by=by, after=after)
    return held


@transaction.atomic
def fail_extract(*, extract: Extract, error: SamenspraakError, by: Person) -> Extract:
    """Say why nothing came of a list; it is let go."""
    held = _working(extract, _Status.LOOKING, _Status.COUNTING)
    held.status, held.error_code, held.error_message = _Status.FAILED, error.code, _named(str(error), held)
    held.save()
    transaction.on_commit(lambda: door.let_go(held))
    record(EventKind.EXTRACT_FAILED, target=held, by=by, after={"code": error.code, "message": held.error_message})
    return held


@transaction.atomic
def discard_extract(*, extract: Extract, by: Person) -> Extract:
    """Let go of a list that was not counted; raises ExtractMoved."""
    held = _held(extract, by, _Status.LOOKING, _Status.LOOKED)
    before = {"status": held.status}
    held.status = _Status.DISCARDED
    held.save()
    transaction.on_commit(lambda: door.let_go(held))
    record(EventKind.EXTRACT_DISCARDED, target=held, by=by, before=before)
    return held


@transaction.atomic
def withdraw_extract(*, extract: Extract, reason: str, by: Person) -> Extract:
    """Take back a counted list: what rests on it no longer holds, and stays to be read."""
    held = _held(extract, by, _Status.DONE)
    if not reason.strip():
        raise ExtractBlocked("Schrijf op waarom de lijst wordt teruggenomen. Anderen lezen dit terug.")
    held.status, held.withdrawn_at, held.withdrawn_reason = _Status.WITHDRAWN, timezone.now(), reason.strip()
    held.save()
    feed(targets_about(held), [held.year], by)
    transaction.on_commit(lambda: forget(held))
    record(EventKind.EXTRACT_WITHDRAWN, target=held, by=by, before={"rows": held.row_count}, reason=reason.strip())
    return held


@transaction.atomic
def set_own_figure(
    *, organisation: Organisation, form: Mapping[str, str], by: Person, instead_of: OwnKeyFigure | None = None
) -> OwnKeyFigure:
    """Declare a figure for a municipality, or the next version of one; the lists are then counted by it as well.

    Raises MayNotSetTargets, FigureNotPossible, or what is wrong with its words and conditions.
    """
    _refuse_other_declarers(organisation, by)
    figure = _declarable(organisation, form)
    fresh_organisation(organisation)
    same = OwnKeyFigure.objects.filter(organisation=organisation, code=figure.code)
    last = same.order_by("-version").first()
    if (instead_of is None and last is not None and last.withdrawn_at is None) or (
        instead_of is not None and (last is None or last.pk != instead_of.pk)
    ):
        raise FigureNotPossible("Deze code is al in gebruik, of het kengetal is intussen gewijzigd. Kijk in de lijst.")
    made = OwnKeyFigure.objects.create(
        organisation=organisation,
        code=figure.code,
        version=1 if last is None else last.version + 1,
        form=dict(form),
        made_by=by,
    )
    enqueue(RECOUNT, str(made.pk))
    record(EventKind.OWN_KEY_FIGURE_SET, target=made, by=by, before=last.form if last else None, after=dict(form))
    return made


@transaction.atomic
def withdraw_own_figure(*, figure: OwnKeyFigure, by: Person) -> OwnKeyFigure:
    """Take an own figure out of what is counted; what was counted by it stays with its version.

    Raises MayNotSetTargets, FigureNotPossible.
    """
    _refuse_other_declarers(figure.organisation, by)
    fresh_organisation(figure.organisation)
    held = OwnKeyFigure.objects.get(pk=figure.pk)
    later = OwnKeyFigure.objects.filter(organisation=held.organisation_id, code=held.code, version__gt=held.version)
    if held.withdrawn_at is not None or later.exists():
        raise FigureNotPossible("Dit kengetal is intussen gewijzigd of ingetrokken. Kijk in de lijst.")
    held.withdrawn_at = timezone.now()
    held.save(update_fields=["withdrawn_at"])
    record(EventKind.OWN_KEY_FIGURE_WITHDRAWN, target=held, by=by, before=held.form)
    return held


@transaction.atomic
def recount_extract(*, extract: Extract, count: Callable[[Extract], Iterable[KeyFigureValue]], by: Person) -> Extract:
    """Put all values of a counted list anew, with the figures that were declared since, and feed the targets.

    They are counted while the list is held: of two who count again, the last one counts with all that is known then.
    """
    held = _working(extract, _Status.DONE)
    values = list(count(held))
    held.values.all().delete()
    KeyFigureValue.objects.bulk_create(values, batch_size=_AT_ONCE)
    feed(targets_about(held), [held.year], by)
    record(EventKind.EXTRACT_COUNTED, target=held, by=by, after={"values": len(values), "again": True})
    return held


def _refuse_other_declarers(organisation: Organisation, by: Person) -> None:
    if organisation.kind != Organisation.Kind.MUNICIPALITY or not may(by, Right.EDIT_REGISTER, organisation):
        raise MayNotSetTargets("Alleen een coördinator van een gemeente legt een eigen kengetal vast.")


def _declarable(organisation: Organisation, form: Mapping[str, str]) -> KeyFigure:
    if not code_of(organisation):
        raise FigureNotPossible(
            f"Van {organisation} is geen CBS-code bekend, zodat niet te zien is welke woningen erbij horen. Vul die in."
        )
    return own_figure(form)


def _refuse_others(organisation: Organisation, by: Person) -> None:
    if not may(by, Right.REPORT, organisation):
        raise MayNotDeliver(f"Alleen een medewerker of coördinator van {organisation} kan een lijst aanleveren.")


def _refuse_second(extract: Extract, *where: Extract.Status) -> None:
    """Raise AlreadyCounted where another list of the same year is counted, or stands elsewhere where it may not."""
    same = Extract.objects.filter(organisation=extract.organisation, subject=extract.subject, year=extract.year)
    other = same.exclude(pk=extract.pk).filter(status__in=where or [_Status.DONE]).first()
    if other is not None and other.status == _Status.COUNTING:
        raise AlreadyCounted(f"Van {extract} wordt een andere lijst al geteld. Wacht tot die klaar is.")
    if other is not None:
        raise AlreadyCounted(
            f"Van {extract} is al een lijst geteld. Neem die eerst terug als deze in haar plaats komt."
        )


def _held(extract: Extract, by: Person, *where: Extract.Status) -> Extract:
    _refuse_others(extract.organisation, by)
    return _working(extract, *where, attempt=None)


_ANY = -1


def _working(extract: Extract, *where: Extract.Status, attempt: int | None = _ANY) -> Extract:
    """Return a list as it is now, held, when it still stands where it should and nobody else took it up."""
    held = Extract.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=extract.pk)
    wanted = extract.attempt if attempt == _ANY else attempt
    if held.status not in where or (wanted is not None and held.attempt != wanted):
        raise ExtractMoved("Deze lijst is intussen verder. Bekijk hoe het er nu voor staat.", where=held.name)
    return held


def _again(held: Extract, status: Extract.Status, job: str) -> None:
    held.status, held.heartbeat_at, held.attempt = status, timezone.now(), 0
    held.save()
    enqueue(job, str(held.public_id))


def _say(held: Extract, taken: Taken) -> None:
    problems = [asdict(one) for one in taken.problems]
    held.row_count, held.columns, held.unused = taken.row_count, dict(taken.columns), list(taken.unused)
    held.columns.pop("association", None)
    held.problems = [one | {"message": _named(one["message"], held)} for one in problems]


def _named(text: str, held: Extract) -> str:
    return text.replace(key_of(held), held.organisation.name)
