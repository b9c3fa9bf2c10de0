"""What goes on in the first municipality, so that its pages have something to show: rounds, a review, a search index.

Only there: what a page of it asks of the database must not grow with the country around it.
"""

from __future__ import annotations

from uuid import uuid5

from django.db.models import Max

from bench.country.people import coordinator_of
from bench.country.places import places
from samenspraak.apps.agreements.models import Agreement, AgreementParty, Commitment, CommitmentParty
from samenspraak.apps.monitoring.actions import (
    Report,
    adopt_round,
    lock_round,
    open_round,
    react,
    report_progress,
)
from samenspraak.apps.monitoring.models import Light, Progress, Round, RoundItem, Standing
from samenspraak.apps.parties.models import Membership, Person
from samenspraak.apps.search.refresh import refresh
from samenspraak.core.vocabulary.round_period import PeriodKind, period_of

ASKED = 120  # the commitments of the newest agreement, and so of its rounds
PROPOSALS = 40
SILENT = 5  # each so many reports, one is not given
REACTIONS = 8  # each so many commitments, one gets a reaction
LIGHTS = (
    (Light.GREEN, Standing.ON_SCHEDULE, "De eerste woningen zijn opgeleverd en de volgende zijn in aanbouw."),
    (Light.AMBER, Standing.ACTION_NEEDED, "Het plan ligt klaar; de bouw wacht nog op de aansluiting op het net."),
    (Light.RED, Standing.BEHIND, "De vergunning is vernietigd. Partijen zoeken samen een andere plek."),
)


def add_work() -> Round:
    """Hold two rounds on the newest agreement, leave proposals to check in the one before, and index all of them.

    The first round is adopted, the second is open. Returns the second.
    """
    person = who_coordinates()
    agreements = list(_agreements())
    _fill_up(agreements[0])
    for third in (1, 2):
        opened = _round(agreements[0], third, person)
        if third == 1:
            lock_round(round_=opened, by=person)
            adopt_round(round_=opened, adopted_in="bestuurlijk overleg", by=person)
    _leave_to_check(agreements[1])
    refresh([agreement.pk for agreement in agreements])
    return opened


def who_coordinates() -> Person:
    """Return who coordinates in the first municipality."""
    return Person.objects.get(email=coordinator_of(places(1)[0].municipality.cbs_code))


def newest_agreement() -> Agreement:
    """Return the agreement of the first municipality with the rounds."""
    return _agreements()[0]


def _agreements() -> list[Agreement]:
    return list(Agreement.objects.filter(entered_for__cbs_code=places(1)[0].municipality.cbs_code).order_by("-pk"))


def _fill_up(agreement: Agreement) -> None:
    """Repeat commitments of an agreement until it has as many as the largest monitors."""
    rows = list(agreement.commitments.order_by("order"))
    last = agreement.commitments.aggregate(last=Max("order"))["last"] or 0
    for extra in range(ASKED - len(rows)):
        row = rows[extra % len(rows)]
        parties = list(CommitmentParty.objects.filter(commitment=row))
        row.pk, row.public_id = None, uuid5(row.public_id, str(extra))
        row.order, row.code, row.code_key = last + 1 + extra, "", ""
        row._state.adding = True
        row.save()
        for party in parties:
            party.pk, party.commitment = None, row
        CommitmentParty.objects.bulk_create(parties)


def _round(agreement: Agreement, third: int, person: Person) -> Round:
    period = period_of(PeriodKind.TERTIAL, agreement.period_start or 0, third)
    if period is None:
        raise ValueError(f"{agreement} has no period.")
    opened = open_round(agreement=agreement, period=period, due_on=period.last_day, by=person)
    speakers = _speakers(agreement)
    asked = Progress.objects.filter(item__round=opened).select_related("item__commitment", "party")
    for number, progress in enumerate(asked.order_by("item__order", "party__order")):
        if number % SILENT == SILENT - 1:
            continue
        light, standing, text = LIGHTS[(number + third) % len(LIGHTS)]
        said = Report(light=light, standing=standing, text=text, next_step="Bespreken in het overleg")
        by = speakers[progress.party_id]
        report_progress(item=progress.item, party=progress.party, report=said, seen_version=0, by=by)
    tenants = agreement.parties.filter(side="tenants_organisation").order_by("order")[0]
    for item in RoundItem.objects.filter(round=opened).order_by("order")[::REACTIONS]:
        react(item=item, party=tenants, light=Light.RED, text="Huurders merken er niets van.", by=speakers[tenants.pk])
    return opened


def _speakers(agreement: Agreement) -> dict[int, Person]:
    """Return who speaks for each party: nobody can say anything for another."""
    found = {}
    for party in AgreementParty.objects.filter(agreement=agreement):
        members = Membership.objects.filter(organisation=party.organisation_id, role=Membership.Role.COORDINATOR)
        found[party.pk] = members.select_related("person").order_by("pk")[0].person
    return found


def _leave_to_check(agreement: Agreement) -> None:
    """Make the last commitments of an agreement proposals again, as if nobody accepted them yet."""
    last = agreement.commitments.order_by("-order").values_list("pk", flat=True)[:PROPOSALS]
    Commitment.objects.filter(pk__in=list(last)).update(
        state=Commitment.State.PROPOSED, accepted_at=None, accepted_by=None
    )
