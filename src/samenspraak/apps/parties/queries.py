"""Reading organisations and people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from samenspraak.apps.parties.checks import fresh_organisation, unknown_organisation
from samenspraak.apps.parties.errors import UnknownPerson
from samenspraak.apps.parties.models import Membership, Organisation, Person
from samenspraak.apps.parties.names import fold_name
from samenspraak.apps.parties.read_people import (
    has_second_factor,
    invitation_of,
    invitation_shown,
    member_of,
    people_page,
)
from samenspraak.apps.parties.rights import Right, roles_with
from samenspraak.apps.parties.where import (
    may,
    memberships_with,
    organisations_where,
    own_organisations,
    own_with_merged,
    written,
)
from samenspraak.core.extraction.knowledge import ConfirmedOrganisation, OrganisationKind

__all__ = [
    "KnownNames",
    "MembershipRow",
    "Right",
    "acting_person",
    "confirmed_organisations",
    "find_person",
    "fold_name",
    "fresh_organisation",
    "has_second_factor",
    "invitation_of",
    "invitation_shown",
    "known_names",
    "may",
    "member_of",
    "memberships_of",
    "memberships_with",
    "organisation_acting_for",
    "organisation_named",
    "organisations_where",
    "own_organisations",
    "own_with_merged",
    "people_page",
    "person_by_email",
    "roles_with",
    "unknown_organisation",
    "written",
]

K = TypeVar("K")

_NAMED_IN_DOCUMENTS = {kind.value for kind in OrganisationKind}


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The confirmed organisations by folded name; a name that two share belongs to neither."""

    by_kind: dict[tuple[str, str], Organisation] = field(default_factory=dict)
    by_name: dict[str, Organisation] = field(default_factory=dict)

    def find(self, name: str, kind: str | None = None) -> Organisation | None:
        """Return the organisation that goes by this name, of this kind if one is given."""
        folded = fold_name(name)
        return self.by_name.get(folded) if kind is None else self.by_kind.get((kind, folded))


def known_names() -> KnownNames:
    """Return every confirmed organisation by its names (one query)."""
    pairs = [
        (organisation, folded)
        for organisation in Organisation.objects.filter(confirmed_at__isnull=False)
        for folded in {fold_name(name) for name in (organisation.name, *organisation.other_names)}
    ]
    return KnownNames(
        by_kind=_unshared(((str(organisation.kind), folded), organisation) for organisation, folded in pairs),
        by_name=_unshared((folded, organisation) for organisation, folded in pairs),
    )


def _unshared(pairs: Iterable[tuple[K, Organisation]]) -> dict[K, Organisation]:
    found: dict[K, Organisation] = {}
    shared: set[K] = set()
    for key, organisation in pairs:
        if found.setdefault(key, organisation) != organisation:
            shared.add(key)
    return {key: organisation for key, organisation in found.items() if key not in shared}


def confirmed_organisations() -> tuple[ConfirmedOrganisation, ...]:
    """Return the names that extraction may recognise in a next document, in a fixed order (one query)."""
    organisations = Organisation.objects.filter(confirmed_at__isnull=False, kind__in=_NAMED_IN_DOCUMENTS)
    return tuple(
        ConfirmedOrganisation(name=name, kind=OrganisationKind(organisation.kind))
        for organisation in organisations.order_by("kind", "name")
        for name in (organisation.name, *organisation.other_names)
    )


def acting_person(email: str | None) -> Person:
    """Return the person with this address, or else the only administrator; raises UnknownPerson."""
    return person_by_email(email) if email else _only_administrator()


def organisation_named(name: str, kind: Organisation.Kind) -> Organisation | None:
    """Return the organisation of this kind that goes by a name, confirmed or not."""
    folded = fold_name(name)
    for organisation in Organisation.objects.filter(kind=kind).order_by("pk"):
        if folded in {fold_name(known) for known in (organisation.name, *organisation.other_names)}:
            return organisation
    return None


def find_person(email: str) -> Person | None:
    """Return the person with this e-mail address, whether or not they may still sign in."""
    return Person.objects.filter(email=email.strip().lower()).first()


def person_by_email(email: str) -> Person:
    """Return an active person; raises UnknownPerson."""
    person = find_person(email)
    if person is None or not person.is_active:
        raise UnknownPerson(f"Niemand meldt zich aan met {email}. Controleer het e-mailadres.")
    return person


def _only_administrator() -> Person:
    """Return the one administrator of the installation; raises UnknownPerson when there is none or a choice."""
    found = list(Person.objects.filter(is_administrator=True, is_active=True)[:2])
    if not found:
        raise UnknownPerson("Er is nog geen beheerder. Maak er een met: samenspraak administrator naam@organisatie.nl")
    if len(found) > 1:
        raise UnknownPerson("Er zijn meer beheerders. Zeg namens wie: --as naam@organisatie.nl")
    return found[0]


def organisation_acting_for(person: Person) -> Organisation | None:
    """Return the organisation on whose behalf a person brings documents in: the first one they may do so for."""
    mine = Membership.objects.filter(person=person, role__in=roles_with(Right.UPLOAD))
    membership = mine.select_related("organisation").first()
    return None if membership is None else membership.organisation


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """For which organisation somebody works, and as what."""

    organisation: str
    kind: Organisation.Kind
    role: Membership.Role


def memberships_of(person: Person) -> tuple[MembershipRow, ...]:
    """Return for whom a person works, by the organisation's name (one query at most)."""
    kept = person.kept_memberships
    if kept is not None:
        return tuple(MembershipRow(one.organisation_name, one.kind, one.role) for one in kept)
    return tuple(
        MembershipRow(
            membership.organisation.name,
            Organisation.Kind(membership.organisation.kind),
            Membership.Role(membership.role),
        )
        for membership in person.memberships.select_related("organisation").order_by("organisation__name", "pk")
    )
