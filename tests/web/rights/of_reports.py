"""Rights on reports: every party reads them, a coordinator writes and adopts."""

from __future__ import annotations

from typing import Any

from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.reports import actions
from samenspraak.apps.reports.models import Edition, ReportKind
from tests.web.cast import Cast
from tests.web.rights.row import PARTY, Answer, Role, Row, Visitor, from_role
from tests.web.rounds import of_round, round_of

WRITES = from_role(Role.COORDINATOR)


def of_kind(cast: Cast) -> list[Any]:
    return [*of_round(cast), "evaluation"]


def of_file(cast: Cast) -> list[Any]:
    return [*of_kind(cast), "html"]


def of_edition(cast: Cast) -> list[Any]:
    round_ = round_of(cast)
    found = Edition.objects.filter(round=round_).first() or actions.adopt_edition(
        about=round_, kind=ReportKind.NEWSLETTER, seen_version=0, by=cast.noor
    )
    return [found.public_id, "html"]


def of_own_organisation(cast: Cast) -> list[Any]:
    return [Organisation.objects.get(name="Waterhoven").pk]


def of_own_year(cast: Cast) -> list[Any]:
    return [*of_own_organisation(cast), round_of(cast).year]


ROWS = (
    Row("reports", get=PARTY, arguments=of_round),
    Row("report-draft", get=PARTY, post=WRITES, arguments=of_kind),
    Row("report-draft-file", get=PARTY, arguments=of_file, is_page=False),
    Row(
        "report-adopt",
        get=dict.fromkeys(Visitor, Answer.NO_FORM) | {Visitor.NOBODY: Answer.SIGN_IN},
        post=WRITES,
        arguments=of_kind,
        is_page=False,
    ),
    Row("report-edition-file", get=PARTY, arguments=of_edition, is_page=False),
    # An account is for the organisation itself; the other parties of its agreements do not find it.
    Row("account", get=PARTY, post=WRITES, arguments=of_own_year),
    Row("account-file", get=PARTY, arguments=lambda cast: [*of_own_year(cast), "html"], is_page=False),
    Row(
        "account-adopt",
        get=dict.fromkeys(Visitor, Answer.NO_FORM) | {Visitor.NOBODY: Answer.SIGN_IN},
        post=WRITES,
        arguments=of_own_year,
        is_page=False,
    ),
    # Whoever may not set it does not find it, and only those of the organisation itself may.
    Row(
        "house-style",
        get=from_role(Role.COORDINATOR, below=Answer.HIDDEN),
        post=from_role(Role.COORDINATOR, below=Answer.HIDDEN),
        arguments=of_own_organisation,
    ),
)
