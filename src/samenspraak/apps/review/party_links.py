"""Whom the names in an agreement stand for: what a person answered is put beside each name."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from django.db import transaction
from django.db.models import ProtectedError

from samenspraak.apps.agreements.models import Agreement, AgreementParty, CommitmentParty
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.parties.queries import fold_name, known_names, unknown_organisation
from samenspraak.apps.review.errors import PartyStays
from samenspraak.apps.review.pages import MissedParty, PartyAnswer

ROWS_AT_ONCE = 500
Links = dict[str, str | None]  # of each name that was answered, the organisation


def link_parties(agreement: Agreement, answers: Sequence[PartyAnswer]) -> tuple[Links, Links]:
    """Link the parties that were answered; returns what their names stood for, and what they stand for now.

    An organisation is taken only for a name of its own side: a municipality is never an association. The name is
    An organisation that goes by two names is a party once. The name is
    remembered for the next document of the organisation that brought this one in. Raises OrganisationKnown, WrongName,
    and PartyStays for what is no party, but has reported or has targets.
    """
    asked = {answer.party_id: answer for answer in answers}
    parties = agreement.parties.select_for_update(of=("self",)).filter(pk__in=asked).select_related("organisation")
    before: Links = {}
    after: Links = {}
    changed: list[AgreementParty] = []
    for party in parties:
        was = party.organisation
        if not asked[party.pk].is_party:
            before[party.name] = None if was is None else was.name
            _take_out(party)
            continue
        party.organisation = _organisation(party, asked[party.pk])
        if party.organisation != was:
            before[party.name] = None if was is None else was.name
            after[party.name] = None if party.organisation is None else party.organisation.name
            changed.append(party)
    AgreementParty.objects.bulk_update(changed, ["organisation"])
    _link_commitments(agreement, changed)
    _fold_together(agreement, changed)
    return before, after


def add_missed(agreement: Agreement, missed: Sequence[MissedParty]) -> Links:
    """Add parties that were not found, behind the others; returns whom each of them stands for, as far as is known."""
    known = known_names()
    present = {(party.side, fold_name(party.name)) for party in agreement.parties.all()}
    order = max(agreement.parties.values_list("order", flat=True), default=-1)
    added: Links = {}
    for one in missed:
        if (key := (one.side.value, fold_name(one.name))) in present:
            continue
        present.add(key)
        order += 1
        organisation = known.find(one.name, one.side.value)
        agreement.parties.create(side=one.side, name=one.name[:300], organisation=organisation, order=order)
        added[one.name] = None if organisation is None else organisation.name
    return added


def _take_out(party: AgreementParty) -> None:
    try:
        party.delete()
    except ProtectedError:
        raise PartyStays(
            f"Over {party.name} is al iets vastgelegd in een ronde of bij een doel. Leg bij de partijen van de"
            " afspraken vast dat zij geen partij meer is."
        ) from None


def _fold_together(agreement: Agreement, changed: Sequence[AgreementParty]) -> None:
    """Keep an organisation once: where another name stands for it already, that party is the one."""
    for party in changed:
        if party.organisation_id is None:
            continue
        others = agreement.parties.filter(organisation=party.organisation_id).exclude(pk=party.pk)
        if others.exists():
            with suppress(ProtectedError), transaction.atomic():  # what has reported or has targets stays
                party.delete()


def _organisation(party: AgreementParty, answer: PartyAnswer) -> Organisation | None:
    if answer.is_new:
        organisation = unknown_organisation(Organisation.Kind(party.side), party.name)
        organisation.save()
        return organisation
    if answer.organisation_id is None:
        return None
    return Organisation.objects.filter(kind=party.side, pk=answer.organisation_id).first() or party.organisation


def _link_commitments(agreement: Agreement, parties: Sequence[AgreementParty]) -> None:
    """Give the parties of single commitments that go by these names the same organisations (two queries)."""
    known = {fold_name(party.name): party.organisation for party in parties}
    if not known:
        return
    named = CommitmentParty.objects.filter(commitment__agreement=agreement)
    same = [one for one in named if fold_name(one.name) in known]
    for one in same:
        one.organisation = known[fold_name(one.name)]
    CommitmentParty.objects.bulk_update(same, ["organisation"], batch_size=ROWS_AT_ONCE)
