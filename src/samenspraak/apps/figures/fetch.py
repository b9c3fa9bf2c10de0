"""Fetching what a person may see of figures, in a bounded number of queries."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Commitment, CommitmentQuantity
from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.figures.models import AddedParameter, DismissedNumber, Observation, SeriesBreak, Target
from samenspraak.apps.parties.models import Person


def whole_targets() -> QuerySet[Target]:
    """Return targets with all that their lights rest on (four queries)."""
    return Target.objects.select_related(
        "commitment__agreement__measuring_policy", "party", "confirmed_by"
    ).prefetch_related("path", "breaks", "observations__entered_by")


def target_for(person: Person, public_id: UUID) -> Target:
    """Return a target that a person may see, with all that its page shows; raises NotFound."""
    found = whole_targets().filter(commitment__agreement__in=visible_agreements(person), public_id=public_id).first()
    if found is None:
        raise NotFound("Dit doel is er niet, of u kunt het niet inzien.")
    return found


def observation_for(person: Person, public_id: UUID, number: int) -> Observation:
    """Return a measurement of a target that a person may see; raises NotFound."""
    seen = Observation.objects.filter(target__commitment__agreement__in=visible_agreements(person))
    found = seen.select_related("target", "entered_by").filter(target__public_id=public_id, pk=number).first()
    if found is None:
        raise NotFound("Deze meting is er niet, of u kunt haar niet inzien.")
    return found


def commitment_for(person: Person, public_id: UUID) -> Commitment:
    """Return a commitment in the register to make a target of; raises NotFound."""
    seen = Commitment.objects.filter(agreement__in=visible_agreements(person), state=Commitment.State.ACCEPTED)
    found = seen.select_related("agreement").filter(public_id=public_id).first()
    if found is None:
        raise NotFound("Deze afspraak is er niet, of u kunt haar niet inzien.")
    return found


def quantity_of(commitment: Commitment, number: int) -> CommitmentQuantity | None:
    """Return a number of a commitment."""
    return commitment.quantities.filter(pk=number).first()


def quantity_for(person: Person, number: int) -> CommitmentQuantity:
    """Return a number of a commitment that a person may see; raises NotFound."""
    seen = CommitmentQuantity.objects.filter(commitment__agreement__in=visible_agreements(person), pk=number)
    found = seen.select_related("commitment__agreement").first()
    if found is None:
        raise NotFound("Dit getal is er niet meer, of u kunt het niet inzien.")
    return found


def dismissed_for(person: Person, number: int) -> DismissedNumber:
    """Return a number that was set aside, of a commitment that a person may see; raises NotFound."""
    seen = DismissedNumber.objects.filter(commitment__agreement__in=visible_agreements(person), pk=number)
    found = seen.select_related("commitment__agreement").first()
    if found is None:
        raise NotFound("Dit getal is niet terzijde gelegd, of u kunt het niet inzien.")
    return found


def break_for(person: Person, public_id: UUID, number: int) -> SeriesBreak:
    """Return a break in the series of a target that a person may see; raises NotFound."""
    seen = SeriesBreak.objects.filter(target__commitment__agreement__in=visible_agreements(person))
    found = seen.select_related("target__commitment__agreement").filter(target__public_id=public_id, pk=number).first()
    if found is None:
        raise NotFound("Deze breuk is er niet meer, of u kunt haar niet inzien.")
    return found


def added_parameter_for(person: Person, number: int) -> AddedParameter:
    """Return a limit that somebody added; raises NotFound."""
    found = AddedParameter.objects.select_related("added_by").filter(pk=number).first()
    if found is None or not person.is_active:
        raise NotFound("Deze toegevoegde grens is er niet meer.")
    return found
