"""Every kind of report, of one invented round, with charts and everything else that a report may hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from samenspraak.core.composition.account import AccountMaterial, AccountPart, account
from samenspraak.core.composition.annex import with_history
from samenspraak.core.composition.council_letter import council_letter
from samenspraak.core.composition.evaluation import evaluation
from samenspraak.core.composition.material import Change, Moment
from samenspraak.core.composition.monitor import monitor_report
from samenspraak.core.composition.newsletter import newsletter
from samenspraak.core.composition.progress_report import progress_report
from samenspraak.core.composition.tree import Report
from samenspraak.core.composition.year_slice import year_slice
from tests.core.composition.test_charts import HOMES
from tests.core.composition.waterhoven import AMBER, GREEN, MATERIAL, RED

FULL = replace(
    MATERIAL,
    lines=(replace(MATERIAL.lines[0], series=HOMES), *MATERIAL.lines[1:]),
    moments=(Moment("Eerste ronde 2026", {GREEN: 4, AMBER: 2}), Moment("Tweede ronde 2026", {GREEN: 2, RED: 4})),
)
HISTORY = (Change(date(2026, 9, 1), "Bas Vermeer", "J 1.1 Zestig woningen", "Voortgang bijgewerkt. “De bouw begon.”"),)


def _account() -> Report:
    parts = tuple(
        AccountPart("Samen wonen", place, "Tweede ronde 2026", date(2026, 10, 2), is_adopted=True, lines=FULL.lines)
        for place in ("Waterhoven", "Zandhoek")
    )
    return account(AccountMaterial("Woonstichting De Linde", 2026, date(2026, 12, 31), parts, ("Afspraken Duindorp",)))


KINDS: dict[str, Callable[[], Report]] = {
    "monitor": lambda: monitor_report(FULL),
    "council letter": lambda: council_letter(FULL),
    "year slice": lambda: year_slice(FULL),
    "evaluation": lambda: evaluation(FULL),
    "newsletter": lambda: newsletter(FULL, own="Huurdersplatform De Linde"),
    "progress report": lambda: progress_report(FULL),
    "account": _account,
    "with its history": lambda: with_history(monitor_report(FULL), HISTORY),
}
