"""Much of everything around the cast's agreement, so that a page can be asked about few rows and about many."""

from __future__ import annotations

from django.utils import timezone

from samenspraak.apps.agreements.models import CommitmentVersion
from samenspraak.apps.agreements.own_views.actions import save_view
from samenspraak.apps.agreements.revisions.actions import revise_commitments
from samenspraak.apps.documents.actions import request_import
from samenspraak.apps.monitoring import actions
from samenspraak.apps.monitoring.models import Evidence, Light, Progress, Reaction, Round, RoundItem
from samenspraak.apps.parties.actions import add_member, add_organisation, invite, register_person
from samenspraak.apps.parties.models import Membership, Organisation
from samenspraak.apps.reports.actions import adopt_edition, write_passages
from samenspraak.apps.reports.models import Draft
from samenspraak.apps.reports.subjects import kinds_of
from samenspraak.apps.review.actions import accept_proposal
from samenspraak.apps.search.jobs import catch_up
from samenspraak.core.vocabulary.round_period import PeriodKind, period_of
from tests.web.cast import Cast, imported
from tests.web.rounds import round_of

DOCUMENTS = 2
PEOPLE = 3
SAID = {"light": "amber", "standing": "action_needed", "text": "Het loopt.", "next_step": "Overleg", "version": 2}


def add_crowd(cast: Cast, number: int) -> None:
    """Add as much again of everything that pages show; `number` tells one crowd from another."""
    _documents(cast, number)
    _people(cast, number)
    _said_in(cast, _asked_more(cast))
    _earlier_round(cast, number)
    _changes(cast, number)
    _reports(cast, number)
    catch_up()


def _documents(cast: Cast, number: int) -> None:
    """Add documents to the agreement, new agreements, and a document of which the proposals wait."""
    for one in range(DOCUMENTS):
        imported(cast.noor, f"bij {number} {one}", cast.agreement)
        imported(cast.noor, f"los {number} {one}", None)
    document, agreement = imported(cast.noor, f"nakijken {number}", None, for_review=True)
    first, *_ = agreement.commitments.order_by("order")
    accept_proposal(proposal=first, version=first.version, by=cast.noor)
    request_import(document=document, by=cast.noor)


def _people(cast: Cast, number: int) -> None:
    organisation = cast.noor.memberships.order_by("pk")[0].organisation
    for one in range(PEOPLE):
        person = register_person(email=f"mens{number}{one}@waterhoven.example", name="Mens", password=None, by=None)
        add_member(person=person, organisation=organisation, role=Membership.Role.READER, by=None)
        invite(
            email=f"gast{number}{one}@waterhoven.example",
            organisation=organisation,
            role=Membership.Role.READER,
            language="nl",
            by=cast.noor,
        )
    other = add_organisation(kind=Organisation.Kind.REGION, name=f"Regio {number}", by=cast.noor)
    add_member(person=cast.noor, organisation=other, role=Membership.Role.COORDINATOR, by=None)
    cast.agreement.parties.create(side="region", name=other.name, organisation=other, order=100 + number)


def _asked_more(cast: Cast) -> Round:
    """Return the round, with the commitments in it that came since it was opened."""
    round_ = round_of(cast)
    for commitment in cast.agreement.commitments.filter(round_items=None):
        actions.ask_commitment(round_=round_, commitment=commitment, by=cast.noor)
    return round_


def _said_in(cast: Cast, round_: Round) -> None:
    """Let every party report, react twice and bring evidence, on every row."""
    now = timezone.now()
    for item in round_.items.all():
        for party in cast.agreement.parties.all():
            said = SAID | {"reported_at": now, "reported_by": cast.bas}
            progress, _ = Progress.objects.update_or_create(item=item, party=party, defaults=said)
            Evidence.objects.create(progress=progress, name="Besluit", url="https://b.example/", added_by=cast.bas)
            first = Reaction.objects.create(item=item, party=party, person=cast.noor, light="red", text="Nee.")
            Reaction.objects.create(item=item, party=party, person=cast.noor, light="red", text="Nu?", replaces=first)
    for party in cast.agreement.parties.all():
        round_.consultations.get_or_create(party=party)


def _earlier_round(cast: Cast, number: int) -> None:
    """Add an adopted round, one that is locked, and one that is open."""
    for third, is_locked, is_adopted in ((1, True, True), (2, True, False), (3, False, False)):
        period = period_of(PeriodKind.TERTIAL, 2027 - number, third)
        assert period is not None
        made = actions.open_round(agreement=cast.agreement, period=period, due_on=period.last_day, by=cast.noor)
        Progress.objects.filter(item__round=made).update(
            **SAID | {"reported_at": timezone.now(), "reported_by": cast.bas}
        )
        RoundItem.objects.filter(round=made).update(written_light="green", written_text="Ging goed.")
        if is_locked:
            actions.lock_round(round_=made, by=cast.noor)
        if is_adopted:
            actions.adopt_round(round_=made, adopted_in="overleg", by=cast.noor)
    actions.set_legend(
        agreement=cast.agreement, light=list(Light)[number], word="Let op", definition="Let op", by=cast.noor
    )


def _changes(cast: Cast, number: int) -> None:
    """Change every commitment, and keep views of the register."""
    rows = cast.agreement.commitments.filter(state="accepted")
    revise_commitments(
        agreement=cast.agreement,
        seen={row.public_id: row.version for row in rows},
        values={"theme": ("care", "liveability")[number % 2], "year": 2026 + number},
        nature=CommitmentVersion.Nature.AMENDMENT,
        reason="besluit",
        by=cast.noor,
    )
    for by in (cast.noor, cast.bas):
        save_view(agreement=cast.agreement, name=f"Eigen {number}", address="thema=zorg", is_shared=True, by=by)


def _reports(cast: Cast, number: int) -> None:
    round_ = round_of(cast)
    for kind in kinds_of(round_):
        draft = Draft.objects.filter(round=round_, kind=kind).first()
        seen = draft.version if draft else 0
        write_passages(about=round_, kind=kind, texts={}, seen_version=seen, by=cast.noor)
        adopt_edition(about=round_, kind=kind, seen_version=seen + 1, by=cast.noor)
