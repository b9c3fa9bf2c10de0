"""Every action of the parties, with everything that it needs made beforehand."""

from __future__ import annotations

from samenspraak.apps.parties import actions
from samenspraak.apps.parties.invitations import Issued
from samenspraak.apps.parties.models import Membership, Organisation
from tests.apps.acts.doing import Act, later
from tests.apps.cast import PASSWORD, People

READER = Membership.Role.READER
NEW_PASSWORD = "nog een lang wachtwoord"


def association() -> Organisation:
    return Organisation.objects.get(name="Woonstichting De Linde")


def membership(people: People) -> Membership:
    return people.bas.memberships.get()


def issued(people: People, email: str = "an@nieuw.example") -> Issued:
    return actions.invite(email=email, organisation=association(), role=READER, language="nl", by=people.ada)


ACTS: dict[str, Act] = {
    "register_person": lambda people: later(
        actions.register_person, email="an@nieuw.example", name="An", password=PASSWORD, by=people.ada
    ),
    "add_organisation": lambda people: later(
        actions.add_organisation, kind=Organisation.Kind.REGION, name="Kustregio", by=people.ada
    ),
    "confirm_organisation": lambda people: later(
        actions.confirm_organisation, organisation=association(), by=people.ada
    ),
    "change_organisation": lambda people: later(
        actions.change_organisation,
        organisation=association(),
        name="De Lindeboom",
        other_names=("De Linde",),
        codes=("", "L1234", "12345678"),
        by=people.ada,
    ),
    "demand_second_factor": lambda people: later(
        actions.demand_second_factor, organisation=association(), required=True, by=people.ada
    ),
    "add_member": lambda people: later(
        actions.add_member, person=people.carla, organisation=association(), role=READER, by=people.ada
    ),
    "change_role": lambda people: later(actions.change_role, membership=membership(people), role=READER, by=people.ada),
    "end_membership": lambda people: later(actions.end_membership, membership=membership(people), by=people.ada),
    "close_person": lambda people: later(actions.close_person, person=people.bas, by=people.ada),
    "reopen_person": lambda people: later(actions.reopen_person, person=people.bas, by=people.ada),
    "change_profile": lambda people: later(actions.change_profile, name="Noor", language="en", by=people.noor),
    "change_password": lambda people: later(
        actions.change_password, present=PASSWORD, password=NEW_PASSWORD, by=people.noor
    ),
    "reset_password": lambda people: later(actions.reset_password, password=NEW_PASSWORD, by=people.noor),
    "request_password_reset": lambda people: later(actions.request_password_reset, by=people.noor),
    "sign_out_everywhere": lambda people: later(actions.sign_out_everywhere, by=people.noor),
    "link_account": lambda people: later(
        actions.link_account, person=people.noor, provider="organisatie", by=people.noor
    ),
    "invite": lambda people: later(
        actions.invite, email="an@nieuw.example", organisation=association(), role=READER, language="nl", by=people.ada
    ),
    "renew_invitation": lambda people: later(
        actions.renew_invitation, invitation=issued(people).invitation, by=people.ada
    ),
    "withdraw_invitation": lambda people: later(
        actions.withdraw_invitation, invitation=issued(people).invitation, by=people.ada
    ),
    "accept_invitation": lambda people: later(
        actions.accept_invitation, token=issued(people, people.noor.email).token, by=people.noor
    ),
}
