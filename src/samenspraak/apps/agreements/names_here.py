"""The organisations that an agreement knows by their names."""

from __future__ import annotations

from dataclasses import replace

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.parties.queries import KnownNames, fold_name


def names_in(agreement: Agreement, known: KnownNames) -> KnownNames:
    """Return what is known everywhere, and beside it whom the parties of this agreement stand for (one query)."""
    linked = agreement.parties.exclude(organisation=None).select_related("organisation")
    here = {fold_name(party.name): party.organisation for party in linked if party.organisation is not None}
    return replace(known, by_name=here | known.by_name)
