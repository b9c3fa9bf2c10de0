"""What a report is about: one round, or a year of one organisation over all its agreements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.agreements.queries import may
from samenspraak.apps.monitoring.models import Round
from samenspraak.apps.monitoring.queries import fresh_round
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import Right, fresh_organisation
from samenspraak.apps.parties.queries import may as may_for
from samenspraak.apps.reports.models import ReportKind


@dataclass(frozen=True, slots=True)
class Year:
    """A year of one organisation."""

    organisation: Organisation
    year: int


Subject: TypeAlias = Round | Year

_OF_ROUNDS = tuple(kind for kind in ReportKind if kind is not ReportKind.ACCOUNT)


def fields_of(about: Subject) -> dict[str, Any]:
    """Return by which fields the drafts and editions about this are found and made."""
    if isinstance(about, Year):
        return {"organisation": about.organisation, "year": about.year}
    return {"round": about}


def hold(about: Subject) -> None:
    """Let editions about this come one after another: what it is about is held until the end of the transaction."""
    if isinstance(about, Year):
        fresh_organisation(about.organisation)
    else:
        fresh_round(about)


def may_write(person: Person, about: Subject) -> bool:
    """Tell whether a person may write and adopt reports about this (one query)."""
    if isinstance(about, Year):
        return may_for(person, Right.EDIT_REGISTER, about.organisation)
    return may(person, Right.EDIT_REGISTER, about.agreement)


def kinds_of(about: Subject) -> tuple[ReportKind, ...]:
    """Return the reports that can be made about this: a progress report is an accord's own."""
    if isinstance(about, Year):
        return (ReportKind.ACCOUNT,)
    is_accord = about.agreement.kind == Agreement.Kind.REGIONAL
    return tuple(kind for kind in _OF_ROUNDS if is_accord or kind is not ReportKind.PROGRESS)
