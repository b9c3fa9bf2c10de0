"""Writes about organisations and people: keyword-only, one transaction, one event."""

from __future__ import annotations

from samenspraak.apps.parties.models import Membership, Organisation, Person


def register_person(
    *, email: str, name: str, password: str | None, by: Person | None, is_administrator: bool = False
) -> Person:
    """Add a person who can sign in; without a password sign-in is closed. `by` is None for the very first one."""
    raise NotImplementedError


def add_organisation(*, kind: Organisation.Kind, name: str, by: Person, cbs_code: str = "") -> Organisation:
    """Add an organisation that nobody confirmed yet."""
    raise NotImplementedError


def confirm_organisation(*, organisation: Organisation, by: Person, other_names: tuple[str, ...] = ()) -> Organisation:
    """Say that an organisation exists under its name and these others; from then on documents are recognised by them."""
    raise NotImplementedError


def add_member(*, person: Person, organisation: Organisation, role: Membership.Role, by: Person | None) -> Membership:
    """Give a person a role in an organisation; a second time changes the role."""
    raise NotImplementedError
