"""Every action of the agreements, with everything that it needs made beforehand."""

from __future__ import annotations

from samenspraak.apps.agreements import actions
from tests.apps.acts.doing import Act, later
from tests.apps.acts.parties import association
from tests.apps.cast import extraction, source, store

ACTS: dict[str, Act] = {
    "register_extraction": lambda people: later(
        actions.register_extraction, document=store(people.noor), extraction=extraction(source()), by=people.noor
    ),
    "recognise_organisation": lambda people: later(
        actions.recognise_organisation, organisation=association(), by=people.ada
    ),
}
