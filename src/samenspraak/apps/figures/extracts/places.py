"""Which municipalities an agreement is about, and whose lists count in it."""

from __future__ import annotations

from functools import lru_cache

from samenspraak.apps.agreements.models import Agreement, AgreementParty
from samenspraak.apps.parties.models import Organisation
from samenspraak.engines.extracts.municipalities import code_of_municipality


def code_of(organisation: Organisation) -> str:
    """Return the CBS code of a municipality, by its name where nobody filled it in; empty when it is not known."""
    return organisation.cbs_code or _code_of_name(organisation.name)


@lru_cache(maxsize=1024)
def _code_of_name(name: str) -> str:
    for text in (name, name.removeprefix("Gemeente "), name.removeprefix("gemeente ")):
        try:
            return code_of_municipality(text)
        except ValueError:
            continue
    return ""


class Places:
    """The municipalities and associations of an agreement (one query)."""

    def __init__(self, agreement: Agreement) -> None:
        parties = AgreementParty.objects.filter(agreement=agreement, left_on=None, organisation__isnull=False)
        found = list(parties.select_related("organisation__stands_as").order_by("order"))
        self.municipalities: dict[str, str] = {}  # name by CBS code
        self.place_of: dict[str, int] = {}  # the organisation by CBS code
        self.associations: dict[int, str] = {}  # name by the number of the organisation that stands for it now
        self.party_of: dict[int, int] = {}  # the organisation by the number of the party
        for party in found:
            organisation = party.organisation
            if organisation is None:
                continue
            now = organisation.stands_as or organisation
            if party.side == Organisation.Kind.MUNICIPALITY and code_of(now):
                self.municipalities[code_of(now)] = now.name
                self.place_of[code_of(now)] = now.pk
            elif party.side == Organisation.Kind.HOUSING_ASSOCIATION:
                self.associations[now.pk] = now.name
                self.party_of[party.pk] = now.pk
