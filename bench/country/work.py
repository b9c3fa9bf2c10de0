"""What goes on in the first municipality, so that its pages have something to show: a round, a review, a search index.

Only there: what a page of it asks of the database must not grow with the country around it.
"""

from __future__ import annotations

from datetime import date

from bench.country.people import coordinator_of
from bench.country.places import places
from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.monitoring.actions import Report, open_round, report_progress
from samenspraak.apps.monitoring.models import Light, Progress, Round, Standing
from samenspraak.apps.parties.models import Person
from samenspraak.apps.search.refresh import refresh
from samenspraak.core.vocabulary.round_period import PeriodKind, period_of

REPORTS = 15
PROPOSALS = 40


def add_work() -> Round:
    """Open a round on the newest agreement, leave proposals to check in the one before, and index all of them."""
    cbs_code = places(1)[0].municipality.cbs_code
    person = Person.objects.get(email=coordinator_of(cbs_code))
    agreements = list(Agreement.objects.filter(entered_for__cbs_code=cbs_code).order_by("-pk"))
    opened = _round(agreements[0], person)
    _leave_to_check(agreements[1])
    refresh([agreement.pk for agreement in agreements])
    return opened


def _round(agreement: Agreement, person: Person) -> Round:
    period = period_of(PeriodKind.TERTIAL, agreement.period_start or 0, 2)
    if period is None:
        raise ValueError(f"{agreement} has no period.")
    opened = open_round(agreement=agreement, period=period, due_on=date(period.year, 9, 15), by=person)
    # Only the coordinator's own party: nobody can say anything for another.
    own = Progress.objects.filter(item__round=opened, party__organisation__memberships__person=person)
    for progress in own.select_related("item", "party").order_by("item__order")[:REPORTS]:
        said = Report(
            light=Light.AMBER, standing=Standing.ACTION_NEEDED, text="Het plan ligt klaar; de bouw wacht nog."
        )
        report_progress(item=progress.item, party=progress.party, report=said, seen_version=0, by=person)
    return opened


def _leave_to_check(agreement: Agreement) -> None:
    """Make the last commitments of an agreement proposals again, as if nobody accepted them yet."""
    last = agreement.commitments.order_by("-order").values_list("pk", flat=True)[:PROPOSALS]
    Commitment.objects.filter(pk__in=list(last)).update(
        state=Commitment.State.PROPOSED, accepted_at=None, accepted_by=None
    )
