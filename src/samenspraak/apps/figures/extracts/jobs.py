"""Looking at lists and counting them, by a worker; and taking up what a worker that stopped left behind."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from uuid import UUID

from django.utils import timezone

from samenspraak.apps.documents.errors import BrokenOffTooOften, UnexpectedFailure
from samenspraak.apps.documents.jobs import SILENT_SECONDS, beating, offer_again, waiting
from samenspraak.apps.figures.errors import AlreadyCounted, ExtractMoved
from samenspraak.apps.figures.extracts import door
from samenspraak.apps.figures.extracts.actions import (
    COUNT,
    LOOK,
    discard_extract,
    fail_extract,
    finish_extract,
    note_look,
    recount_extract,
)
from samenspraak.apps.figures.extracts.counting import count, forget, heads_of, look, rests_on, snapshots_of, values_of
from samenspraak.apps.figures.extracts.own_figures import lists_about
from samenspraak.apps.figures.extracts.telling import Telling
from samenspraak.apps.figures.models import Extract, MunicipalNumber, OwnKeyFigure
from samenspraak.apps.parties.models import Person
from samenspraak.core.errors import SamenspraakError
from samenspraak.engines.extracts.errors import HeaderNotFound

SILENT = timedelta(seconds=SILENT_SECONDS)
AT_THE_DOOR = timedelta(hours=24)
MOST_ATTEMPTS = 3
_JOBS = {Extract.Status.LOOKING: LOOK, Extract.Status.COUNTING: COUNT}

log = logging.getLogger(__name__)


def look_at_extract(public_id: str) -> None:
    """Look at a list that waits. Safe to call again."""
    _do(public_id, Extract.Status.LOOKING, _look)


def count_extract(public_id: str) -> None:
    """Count a list that was confirmed. Safe to call again."""
    _do(public_id, Extract.Status.COUNTING, _count)


def recount_lists(number: str) -> None:
    """Count the lists of a municipality again, with a figure that it declared. Safe to call again."""
    figure = OwnKeyFigure.objects.select_related("organisation", "made_by").get(pk=int(number))
    _recount(lists_about(figure.organisation), figure.made_by)


def divide_again(number: str) -> None:
    """Count lists of a year again after a number of the municipality was entered or withdrawn. Safe to call again."""
    given = MunicipalNumber.objects.select_related("organisation", "entered_by").get(pk=int(number))
    lists = lists_about(given.organisation).filter(year=given.year, subject=Extract.Subject.STOCK)
    _recount(lists, given.entered_by)


def _recount(lists: Iterable[Extract], by: Person) -> None:
    """Count lists again; one that was taken back meanwhile keeps no other from it."""
    for extract in lists:
        if not snapshots_of(extract):
            continue
        try:
            recount_extract(extract=extract, count=values_of, by=by)
        except ExtractMoved as error:
            log.info("extract %s: %s", extract.public_id, error)


def _look(extract: Extract) -> None:
    _sweep(extract)
    try:
        taken = look(extract, Telling(extract))
    except HeaderNotFound as error:
        taken = heads_of(extract, error)
    door.keep_preview(extract, taken.preview)
    note_look(extract=extract, taken=taken, by=extract.delivered_by)


def _count(extract: Extract) -> None:
    _sweep(extract)
    known = rests_on(extract.year)
    counted = count(extract, Telling(extract))
    try:
        finish_extract(extract=extract, taken=counted.taken, values=counted.values, by=extract.delivered_by)
    except BaseException as error:
        if not isinstance(error, AlreadyCounted):
            forget(extract)
        raise
    if rests_on(extract.year) != known:  # set meanwhile: whoever counted again for it did not see this list yet
        _recount(Extract.objects.filter(pk=extract.pk), extract.delivered_by)


def _sweep(extract: Extract) -> None:
    """Remove counts that no list stands for: left by a worker that stopped between counting and keeping, or undone."""
    same = Extract.objects.filter(organisation=extract.organisation, subject=extract.subject, year=extract.year)
    if not same.filter(status=Extract.Status.DONE).exists():
        forget(extract)


def _do(public_id: str, status: Extract.Status, work: Callable[[Extract], None]) -> None:
    mine = Extract.objects.filter(public_id=UUID(public_id), status=status)
    extract = mine.select_related("organisation", "delivered_by").first()
    if extract is None:
        log.info("extract %s is over", public_id)
        return
    attempt = extract.attempt + 1
    anew = {"attempt": attempt, "heartbeat_at": timezone.now(), "doing": "", "done_count": 0, "total_count": 0}
    taken_up = mine.filter(attempt=extract.attempt).update(**anew)
    if not taken_up:
        return
    extract.attempt = attempt
    try:
        with beating(partial(_give_sign_of_life, extract), name=f"extract {extract.pk}"):
            work(extract)
    except ExtractMoved as error:
        log.info("extract %s: %s", public_id, error)
    except SamenspraakError as error:
        _fail(extract, error)
    except Exception:
        # The border where a fault of ours is recorded; the log has the rest.
        log.exception("extract %s failed", public_id)
        _fail(extract, UnexpectedFailure("Er ging iets mis. De beheerder vindt de oorzaak in het logboek."))


def _fail(extract: Extract, error: SamenspraakError) -> None:
    try:
        fail_extract(extract=extract, error=error, by=extract.delivered_by)
    except ExtractMoved as moved:
        log.info("extract %s: %s", extract.public_id, moved)


def _give_sign_of_life(extract: Extract) -> None:
    Extract.objects.filter(pk=extract.pk, attempt=extract.attempt).update(heartbeat_at=timezone.now())


def take_up_left_behind() -> int:
    """Put in line what a worker that stopped left, and let go of what nobody confirmed in a day; returns how many."""
    now = timezone.now()
    silent = Extract.objects.filter(status__in=list(_JOBS), heartbeat_at__lt=now - SILENT)
    taken_up = 0
    for extract in silent.select_related("organisation", "delivered_by"):
        job = _JOBS[Extract.Status(extract.status)]
        if extract.attempt >= MOST_ATTEMPTS:
            _fail(
                extract, BrokenOffTooOften("De telling is steeds afgebroken. Lever Parquet aan, of vraag de beheerder.")
            )
        elif str(extract.public_id) not in waiting(job):
            offer_again(job, str(extract.public_id))
            taken_up += 1
    left = Extract.objects.filter(status=Extract.Status.LOOKED, delivered_at__lt=now - AT_THE_DOOR)
    for extract in left.select_related("organisation", "delivered_by"):
        try:
            discard_extract(extract=extract, by=extract.delivered_by)
        except ExtractMoved as error:  # somebody confirmed it just now, and it is still to be counted
            log.info("extract %s: %s", extract.public_id, error)
        except SamenspraakError as error:  # who delivered it may no longer do so
            log.info("extract %s: %s", extract.public_id, error)
            door.let_go(extract)
    return taken_up
