"""Every action of the parties, with everything that it needs made beforehand."""

from __future__ import annotations

from samenspraak.apps.parties import actions
from samenspraak.apps.parties.models import Membership, Organisation
from tests.apps.acts.doing import Act, later
from tests.apps.cast import PASSWORD


def association() -> Organisation:
    return Organisation.objects.get(name="Woonstichting De Linde")


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
    "add_member": lambda people: later(
        actions.add_member, person=people.carla, organisation=association(), role=Membership.Role.READER, by=people.ada
    ),
}
