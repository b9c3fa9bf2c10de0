"""`samenspraak import`: read files and put their commitments into the register."""

from __future__ import annotations

import argparse
from uuid import UUID

from samenspraak.apps.agreements.queries import agreement_for
from samenspraak.apps.parties.queries import acting_person
from samenspraak.config.cli import exit_status
from samenspraak.config.cli.errors import NoAgreementByThatNumber
from samenspraak.config.cli.importing import import_files
from samenspraak.config.cli.screen import show


def run(options: argparse.Namespace) -> int:
    """Import each file; returns REFUSED when one could not be read."""
    person = acting_person(options.email)
    into = agreement_for(person, _number(options.agreement)) if options.agreement else None
    status = exit_status.DONE
    found = import_files(options.files, by=person, into=into, for_review=options.review, processes=options.processes)
    for outcome in found:
        if outcome.is_refused:
            status = exit_status.REFUSED
        else:
            show(outcome.sentence)
    return status


def _number(text: str) -> UUID:
    """Return the number of an agreement, also out of the address of its page."""
    last = next((part for part in reversed(text.split("/")) if part), "")
    try:
        return UUID(last)
    except ValueError:
        raise NoAgreementByThatNumber(
            f"Dit is geen nummer van prestatieafspraken: {text}. Het staat in het adres van hun pagina."
        ) from None
