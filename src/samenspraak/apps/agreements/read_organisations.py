"""The organisations that somebody works with, and the agreements that each is a party to."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from samenspraak.apps.agreements.visibility import visible_agreements, visible_organisation, visible_organisations
from samenspraak.apps.parties.errors import OrganisationNotFound
from samenspraak.apps.parties.models import Membership, Organisation, Person


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in the list."""

    number: int
    name: str
    kind: Organisation.Kind
    is_confirmed: bool
    agreements: int  # that the reader may see too
    own_role: Membership.Role | None  # what the reader is there


@dataclass(frozen=True, slots=True)
class AgreementOfOrganisation:
    """An agreement that an organisation is a party to."""

    public_id: UUID
    title: str
    period: str  # "2026–2029", "2026", or empty


def organisations_for(person: Person) -> tuple[OrganisationRow, ...]:
    """Return the organisations that a person may see, by name (two queries at most)."""
    kept = person.kept_memberships
    memberships = person.memberships.all() if kept is None else kept
    roles = {m.organisation_id: Membership.Role(m.role) for m in memberships}
    together = Count("agreement_parties__agreement", distinct=True, filter=_seen_by(person))
    rows = visible_organisations(person).annotate(together=together).order_by("name", "pk")
    return tuple(
        OrganisationRow(
            row.pk, row.name, Organisation.Kind(row.kind), row.is_confirmed, row.together, roles.get(row.pk)
        )
        for row in rows
    )


def _seen_by(person: Person) -> Q:
    return Q(agreement_parties__agreement__in=visible_agreements(person))


def organisation_for(person: Person, number: int) -> Organisation:
    """Return an organisation that a person may see; raises OrganisationNotFound."""
    found = visible_organisation(person, number)
    if found is None:
        raise OrganisationNotFound(_("Deze organisatie is er niet, of u werkt er niet mee samen."))
    return found


def agreements_of(person: Person, organisation: Organisation) -> tuple[AgreementOfOrganisation, ...]:
    """Return the agreements of an organisation that a person may see, newest first (one query)."""
    rows = visible_agreements(person).filter(parties__organisation=organisation).distinct()
    return tuple(
        AgreementOfOrganisation(row.public_id, row.title, _period(row.period_start, row.period_end))
        for row in rows.order_by("-period_start", "title", "pk")
    )


def _period(first: int | None, last: int | None) -> str:
    return "–".join(str(year) for year in dict.fromkeys((first, last)) if year)
