"""Every action of the reports, with everything that it needs made beforehand."""

from __future__ import annotations

from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.reports import actions
from samenspraak.apps.reports.models import ReportKind
from tests.apps.acts.doing import Act, later
from tests.apps.monitoring.board import make_board

ACTS: dict[str, Act] = {
    "write_passages": lambda people: later(
        actions.write_passages,
        about=make_board(people).round,
        kind=ReportKind.COUNCIL_LETTER,
        texts={"Aanleiding#1": "Onze eigen aanleiding."},
        seen_version=0,
        by=people.noor,
    ),
    "adopt_edition": lambda people: later(
        actions.adopt_edition, about=make_board(people).round, kind=ReportKind.MONITOR, seen_version=0, by=people.noor
    ),
    "set_house_style": lambda people: later(
        actions.set_house_style,
        organisation=Organisation.objects.get(name="Waterhoven"),
        accent="#123456",
        by=people.noor,
    ),
}
