"""Answers to the question which organisation a name in a document stands for."""

from __future__ import annotations

from samenspraak.apps.agreements.models import AgreementDocument, AgreementParty
from samenspraak.apps.parties.actions import add_organisation
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.review import actions, queries
from samenspraak.web.workspace.request import SignedInRequest

_NEW = "new"
_PREFIX = "party-"


def answer_parties(request: SignedInRequest, source: AgreementDocument) -> None:
    """Link each party that was answered; "new" adds an organisation by that name, nothing leaves it open."""
    for name in request.POST:
        answer = request.POST.get(name, "")
        number = name.removeprefix(_PREFIX)
        if not name.startswith(_PREFIX) or not number.isdigit() or not answer:
            continue
        party = queries.party_to_review(source, int(number))
        organisation = _organisation(request, party, answer)
        if organisation is not None and organisation.pk != party.organisation_id:
            actions.link_party(party=party, organisation=organisation, by=request.user)


def _organisation(request: SignedInRequest, party: AgreementParty, answer: str) -> Organisation | None:
    if answer == _NEW:
        return add_organisation(kind=Organisation.Kind(party.side), name=party.name, by=request.user)
    # Only of the same side: a municipality is never an association.
    same_side = Organisation.objects.filter(kind=party.side)
    return same_side.filter(pk=int(answer)).first() if answer.isascii() and answer.isdigit() else None
