"""`samenspraak confirm`: say that an organisation exists, and recognise it where it is named."""

from __future__ import annotations

import argparse

from django.db import transaction

from samenspraak.apps.agreements.actions import recognise_organisation
from samenspraak.apps.parties.actions import add_organisation, confirm_organisation
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.parties.queries import acting_person, organisation_named
from samenspraak.config.cli import exit_status
from samenspraak.config.cli.screen import show


@transaction.atomic
def run(options: argparse.Namespace) -> int:
    """Add the organisation when it is new, confirm it, and link what names it already."""
    person = acting_person(options.email)
    kind = Organisation.Kind(options.kind)
    organisation = organisation_named(options.name, kind) or add_organisation(kind=kind, name=options.name, by=person)
    others = tuple(dict.fromkeys((*organisation.other_names, *options.also)))
    confirm_organisation(organisation=organisation, by=person, other_names=others)
    count = recognise_organisation(organisation=organisation, by=person)
    show(f"{organisation.name} is bevestigd en bij {count} prestatieafspraken herkend.")
    return exit_status.DONE
