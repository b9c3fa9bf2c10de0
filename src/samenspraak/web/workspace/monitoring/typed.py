"""What people typed into the forms of the monitor, read without trusting any of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from samenspraak.apps.agreements.models import Agreement, AgreementParty
from samenspraak.apps.monitoring.actions import Report
from samenspraak.apps.monitoring.errors import NotYourWords, WrongPeriod
from samenspraak.apps.monitoring.models import Light, Standing
from samenspraak.apps.monitoring.queries import own_parties, party_in
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right
from samenspraak.core.vocabulary.round_period import PeriodKind, RoundPeriod, period_of
from samenspraak.core.vocabulary.typed_number import typed_number

FIELDS = ("light", "standing", "text", "next_step", "actual", "expected", "as_of")


def report_from(typed: Mapping[str, str], prefix: str = "") -> Report:
    """Return a report as typed; what is not a known light or standing, or no number, is not known."""
    values = {name: typed.get(f"{prefix}{name}", "").strip() for name in FIELDS}
    figures: dict[str, Any] = {
        name: number for name in ("actual", "expected") if (number := number_in(values[name])) is not None
    }
    if day := day_in(values["as_of"]):
        figures["as_of"] = day.isoformat()
    return Report(
        light=values["light"] if values["light"] in Light.values else "",
        standing=values["standing"] if values["standing"] in Standing.values else "",
        text=values["text"],
        next_step=values["next_step"],
        figures=figures,
    )


def number_in(text: str) -> float | None:
    """Return a number as Dutch people write it ("1.250", "92,5"), None when it is none."""
    return typed_number(text.replace("%", ""))


def day_in(text: str) -> date | None:
    """Return a day from a date field, None when it is empty or none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def whole_number_in(text: str) -> int:
    """Return a whole number of at most nine figures, 0 when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def uuid_in(text: str) -> UUID | None:
    """Return an identifier, None when it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def period_from(typed: Mapping[str, str]) -> RoundPeriod:
    """Return the period of a new round; raises WrongPeriod."""
    kind_word, _, number_word = typed.get("period", "").partition(":")
    year = whole_number_in(typed.get("year", ""))
    if kind_word == PeriodKind.OWN_DATES.value:
        first, last = day_in(typed.get("first_day", "")), day_in(typed.get("last_day", ""))
        if first and last and first <= last:
            return RoundPeriod(PeriodKind.OWN_DATES, first.year, first.timetuple().tm_yday, first, last)
        raise WrongPeriod("Vul de eerste en de laatste dag in, de eerste voor de laatste.")
    kinds = {kind.value: kind for kind in PeriodKind}
    found = None
    if kind_word in kinds and 1950 <= year <= 2100:
        found = period_of(kinds[kind_word], year, whole_number_in(number_word))
    if found is None:
        raise WrongPeriod("Kies een periode en een jaar, zoals het tweede tertiaal van 2027.")
    return found


def due_day(typed: Mapping[str, str]) -> date:
    """Return the last day to report; raises WrongPeriod."""
    day = day_in(typed.get("due_on", ""))
    if day is None:
        raise WrongPeriod("Vul in tot en met welke dag partijen kunnen bijwerken.")
    return day


def speaking_party(person: Person, agreement: Agreement, right: Right, number: str) -> AgreementParty:
    """Return the party that a person chose to speak for, or their only one; raises NotYourWords."""
    mine = own_parties(person, agreement, right)
    if not mine:
        raise NotYourWords("U werkt niet voor een van de partijen, of u mag alleen lezen. Vraag uw coördinator.")
    return party_in(agreement, number or str(mine[0][0]))
