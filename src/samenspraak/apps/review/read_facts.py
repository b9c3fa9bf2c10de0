"""What a document says of itself: title, period, parties, and which names are a question."""

from __future__ import annotations

from uuid import UUID

from samenspraak.apps.agreements.models import Agreement, AgreementDocument, Commitment
from samenspraak.apps.agreements.queries import source_for
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.review.heads import State, review_head
from samenspraak.apps.review.pages import FactsPage, FactsText, PartyQuestion
from samenspraak.apps.review.suggestions import known_of, suggestions_for


def facts_page(person: Person, document_id: UUID) -> FactsPage:
    """Return what is to be confirmed of an agreement (five queries); raises NotFound."""
    source = source_for(person, document_id)
    states = Commitment.objects.filter(document=source.document_id).order_by("order")
    rows = list(states.values_list("public_id", "state"))
    return FactsPage(
        head=review_head(person, source, [state for _, state in rows]),
        facts=facts_text(source.agreement),
        seen=version_of_facts(source.agreement),
        parties=_parties(source),
        first_open=next((public_id for public_id, state in rows if state == State.PROPOSED), None),
    )


def facts_text(agreement: Agreement) -> FactsText:
    """Return what an agreement says of itself now."""
    return FactsText(agreement.title, agreement.kind, agreement.period_start, agreement.period_end, agreement.signed_on)


def version_of_facts(agreement: Agreement) -> str:
    """Return what is another word each time that somebody confirms the facts."""
    return "" if agreement.facts_confirmed_at is None else agreement.facts_confirmed_at.isoformat()


def _parties(source: AgreementDocument) -> tuple[PartyQuestion, ...]:
    parties = list(source.agreement.parties.select_related("organisation").order_by("order"))
    known = known_of({party.side for party in parties})
    return tuple(
        PartyQuestion(
            party_id=party.pk,
            name=party.name,
            side=Organisation.Kind(party.side),
            organisation=None if party.organisation is None else party.organisation.name,
            suggestions=suggestions_for(
                party.name, [one for one in known if one.kind == party.side and one.pk != party.organisation_id]
            ),
        )
        for party in parties
    )
