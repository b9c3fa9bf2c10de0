"""For which organisations somebody has a right."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db.models import Q, QuerySet

from samenspraak.apps.parties.models import KeptMembership, Membership, Organisation, Person
from samenspraak.apps.parties.rights import GRANTS, Right, roles_with

# What a question about rights is asked among: numbers at hand, or a question in the question.
Numbers = Sequence[int] | QuerySet


def own_organisations(person: Person, right: Right) -> Numbers:
    """Return the numbers of the organisations for which a person has a right by a membership of their own.

    The administrator of the installation has every right where they work, whatever their role there.
    """
    if not person.is_active:
        return []
    if person.kept_memberships is not None:
        return [one.organisation_id for one in _kept(person, right)]
    found = Membership.objects.filter(person=person)
    return (found if person.is_administrator else found.filter(role__in=roles_with(right))).values("organisation")


def own_with_merged(person: Person, right: Right) -> Numbers:
    """Return the same numbers, and those of the organisations that merged into one of them."""
    if person.is_active and person.kept_memberships is not None:
        return [number for one in _kept(person, right) for number in (one.organisation_id, *one.merged)]
    own = own_organisations(person, right)
    return Organisation.objects.filter(Q(pk__in=own) | Q(stands_as__in=own)).values("pk")


def written(numbers: Numbers) -> tuple[str, tuple[object, ...]]:
    """Return what stands between the brackets of "IN ()", with its parameters; without any number nothing is in it."""
    if isinstance(numbers, QuerySet):
        return numbers.query.sql_with_params()
    return ", ".join(["%s"] * len(numbers)) or "NULL", tuple(numbers)


def organisations_where(person: Person, right: Right) -> QuerySet[Organisation]:
    """Return the organisations on whose behalf a person has a right; who may no longer sign in has none.

    The administrator of the installation has every right for every organisation.
    """
    if not person.is_active:
        return Organisation.objects.none()
    if person.is_administrator:
        return Organisation.objects.all()
    return Organisation.objects.filter(pk__in=own_organisations(person, right))


def may(person: Person, right: Right, organisation: Organisation | None = None) -> bool:
    """Tell whether a person has a right for an organisation, or without one for any (one query at most).

    Whether they have it within an agreement is asked of agreements.queries.may.
    """
    if person.is_active and person.is_administrator:
        return True
    own = own_organisations(person, right)
    if not isinstance(own, QuerySet):
        return bool(own) if organisation is None else organisation.pk in own
    return (own if organisation is None else own.filter(organisation=organisation)).exists()


def memberships_with(right: Right, people: Collection[int]) -> QuerySet[Membership]:
    """Return by which memberships these people, as far as they may sign in, have a right: one query for many people.

    The administrator of the installation is not among them, unless somebody made them a member as well.
    """
    return Membership.objects.filter(person__in=people, person__is_active=True, role__in=roles_with(right))


def _kept(person: Person, right: Right) -> list[KeptMembership]:
    kept = person.kept_memberships or ()
    return [one for one in kept if person.is_administrator or right in GRANTS[one.role]]
