"""For which organisations somebody has a right."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from samenspraak.apps.parties.models import Membership, Organisation, Person
from samenspraak.apps.parties.rights import Right, roles_with


def organisations_where(person: Person, right: Right) -> QuerySet[Organisation]:
    """Return the organisations on whose behalf a person has a right; who may no longer sign in has none.

    The administrator of the installation has every right for every organisation.
    """
    if not person.is_active:
        return Organisation.objects.none()
    if person.is_administrator:
        return Organisation.objects.all()
    return Organisation.objects.filter(
        pk__in=Membership.objects.filter(person=person, role__in=roles_with(right)).values("organisation")
    )


def may(person: Person, right: Right, organisation: Organisation | None = None) -> bool:
    """Tell whether a person has a right for an organisation, or without one for any (one query at most).

    Whether they have it within an agreement is asked of agreements.queries.may.
    """
    if person.is_active and person.is_administrator:
        return True
    where = organisations_where(person, right)
    return (where if organisation is None else where.filter(pk=organisation.pk)).exists()


def memberships_with(right: Right, people: Collection[int]) -> QuerySet[Membership]:
    """Return by which memberships these people, as far as they may sign in, have a right: one query for many people.

    The administrator of the installation is not among them, unless somebody made them a member as well.
    """
    return Membership.objects.filter(person__in=people, person__is_active=True, role__in=roles_with(right))
