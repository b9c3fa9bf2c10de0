"""`samenspraak report`: write a report of a round as a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from uuid import UUID

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.monitoring.pages import RoundHead
from samenspraak.apps.monitoring.queries import rounds_for
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import acting_person
from samenspraak.apps.reports.models import ReportKind
from samenspraak.apps.reports.pages import EditionRow, WrittenFile
from samenspraak.apps.reports.queries import (
    account_file,
    draft_file,
    edition_file,
    editions_of,
    reports_for,
    year_named,
)
from samenspraak.config.cli import exit_status
from samenspraak.config.cli.errors import NoAgreementByThatNumber, NoOutputFolder
from samenspraak.config.cli.screen import show

TO_STANDARD_OUTPUT = "-"


def run(options: argparse.Namespace) -> int:
    """Write the report of the newest round, or of the one asked for; an account is of an organisation's year."""
    person = acting_person(options.email)
    kind = ReportKind(options.kind.replace("-", "_"))
    if kind is ReportKind.ACCOUNT:
        told, written = _account(person, options)
    else:
        head = _round(person, options.agreement, options.round)
        told, written = f"ronde {head.year}-{head.number}", _written(person, head, kind, options)
    if options.output == TO_STANDARD_OUTPUT:
        sys.stdout.buffer.write(written.content)
        return exit_status.DONE
    path = options.output or written.name
    try:
        with open(path, "wb") as file:  # noqa: PTH123 (as the person wrote it)
            file.write(written.content)
    except OSError:
        raise NoOutputFolder(f"Dit bestand kan niet worden geschreven: {path}. Kies een andere plaats.") from None
    show(f"{path}: {kind.label} van {told} geschreven.")
    return exit_status.DONE


def _round(person: Person, agreement: str, wanted: str) -> RoundHead:
    try:
        public_id = UUID(agreement)
    except ValueError:
        raise NoAgreementByThatNumber(f"Dit is geen nummer van prestatieafspraken: {agreement}.") from None
    heads = [row.head for row in rounds_for(person, public_id).rows]
    if not heads:
        raise NotFound("Bij deze prestatieafspraken is nog geen ronde. Open er een, of neem een monitor over.")
    found = [head for head in heads if f"{head.year}-{head.number}" == wanted] if wanted else heads[:1]
    if not found:
        there = ", ".join(f"{head.year}-{head.number}" for head in heads)
        raise NotFound(f"Ronde {wanted} is er niet. Deze zijn er: {there}.")
    return found[0]


def _written(person: Person, head: RoundHead, kind: ReportKind, options: argparse.Namespace) -> WrittenFile:
    if options.edition is None:
        return draft_file(person, head.public_id, kind, options.format, with_history=options.history)
    rows = {row.kind: row.editions for row in reports_for(person, head.public_id).rows}
    return edition_file(person, _edition(rows.get(kind, ()), options.edition), options.format)


def _account(person: Person, options: argparse.Namespace) -> tuple[str, WrittenFile]:
    if not options.organisation or options.year is None:
        raise NoAgreementByThatNumber("Zeg van welke organisatie en welk jaar: --organisation NAAM --year JAAR.")
    about = year_named(person, options.organisation, options.year)
    told = f"{about.organisation} over {about.year}"
    if options.edition is None:
        return told, account_file(person, about, options.format, with_history=options.history)
    return told, edition_file(person, _edition(editions_of(person, about), options.edition), options.format)


def _edition(rows: Sequence[EditionRow], number: int) -> UUID:
    found = [one for one in rows if one.number == number]
    if not found:
        raise NotFound(f"Uitgave {number} van dit verslag is er niet.")
    return found[0].public_id
