"""Consent with what parties report: it changes none of their words, and holds for the version that was read."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.monitoring.approvals.reading import WAITING
from samenspraak.apps.monitoring.checks import fresh_round
from samenspraak.apps.monitoring.errors import ChangedMeanwhile, RoundClosed
from samenspraak.apps.monitoring.models import Progress, Round
from samenspraak.apps.monitoring.voices import checked_manager
from samenspraak.apps.parties.models import Person


@transaction.atomic
def approve_reports(*, round_: Round, seen: Mapping[int, int], by: Person) -> tuple[int, int]:
    """Consent to reports of which `seen` is the version that the person read; return how many, and how many changed.

    What was changed meanwhile waits on: consent is with words that somebody saw. Raises ChangedMeanwhile when that
    leaves nothing, RoundClosed when the round was adopted.
    """
    round_ = _not_adopted(round_, by)
    rows = list(Progress.objects.select_for_update(of=("self",)).filter(WAITING, item__round=round_, pk__in=list(seen)))
    read = [row.pk for row in rows if row.version == seen[row.pk]]
    if not read:
        raise ChangedMeanwhile("Er is niets akkoord bevonden: kies meldingen, of bekijk wat intussen is gewijzigd.")
    Progress.objects.filter(pk__in=read).update(
        approved_version=F("version"), approved_at=timezone.now(), approved_by=by
    )
    record(EventKind.REPORTS_APPROVED, target=round_, by=by, after={"reports": {str(pk): seen[pk] for pk in read}})
    return len(read), len(seen) - len(read)


@transaction.atomic
def withdraw_approvals(*, round_: Round, reports: Collection[int], by: Person) -> int:
    """Take consent back, as long as the round was not adopted; return how many reports wait again."""
    round_ = _not_adopted(round_, by)
    rows = Progress.objects.filter(item__round=round_, pk__in=list(reports), approved_version__isnull=False)
    before = {str(pk): version for pk, version in rows.values_list("pk", "approved_version")}
    if not before:
        raise ChangedMeanwhile("Er viel niets terug te nemen: dit akkoord was al weg.")
    rows.update(approved_version=None, approved_at=None, approved_by=None)
    record(EventKind.APPROVALS_WITHDRAWN, target=round_, by=by, before={"reports": before})
    return len(before)


def _not_adopted(round_: Round, by: Person) -> Round:
    round_ = fresh_round(round_)
    checked_manager(by, round_.agreement)
    if round_.state == Round.State.ADOPTED:
        raise RoundClosed("Deze ronde is vastgesteld. Heropen haar eerst, met een reden.")
    return round_
