"""Who is asked: the lead that a commitment names, split into parties, and what a coordinator decided beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from samenspraak.apps.agreements.models import Agreement, AgreementParty, Commitment, CommitmentParty
from samenspraak.apps.monitoring.models import AskedParty
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.parties.queries import fold_name

_Kind = Organisation.Kind
# "beide corporaties" and "de woningcorporaties" are all associations of the agreement, "partijen" is everybody.
_GROUPS: tuple[tuple[re.Pattern[str], tuple[_Kind, ...]], ...] = (
    (re.compile(r"(?:alle )?partijen|allen|iedereen|gezamenlijk|samen"), tuple(_Kind)),
    (re.compile(r"gemeenten?|college.*|wethouders?"), (_Kind.MUNICIPALITY,)),
    (re.compile(r"(?:woning|woon)?corporaties?|verhuurders?"), (_Kind.HOUSING_ASSOCIATION,)),
    (
        re.compile(r"huurders?(?:organisaties?|vereniging(?:en)?|raad|raden|vertegenwoordiging)?|bewonersraad"),
        (_Kind.TENANTS_ORGANISATION,),
    ),
    (re.compile(r"provincie"), (_Kind.PROVINCE,)),
    (re.compile(r"regio"), (_Kind.REGION,)),
)
_BEFORE = re.compile(r"^(?:de|het|alle|beide|elke|iedere|betrokken)\s+")


class KnownParties:
    """The parties of an agreement by all their names, gathered once for all its commitments.

    The parties' organisations and what merged into these must be prefetched.
    """

    def __init__(self, parties: Sequence[AgreementParty]) -> None:
        self.parties = tuple(parties)
        self._numbers = [{one.pk for one in _organisations_of(party)} for party in parties]
        self._names = [_names_of(party) for party in parties]
        self._found: dict[tuple[int | None, str], tuple[AgreementParty, ...]] = {}

    def leading(self, commitment: Commitment) -> list[AgreementParty]:
        """Return the parties that lead a commitment, in the agreement's order; empty when nobody we know of does.

        The commitment's parties must be prefetched.
        """
        leads = [named for named in commitment.parties.all() if named.role == CommitmentParty.Role.LEAD]
        found = {party.pk for named in leads for party in self.named(named)}
        return [party for party in self.parties if party.pk in found]

    def named(self, named: CommitmentParty) -> tuple[AgreementParty, ...]:
        """Return who a name in a commitment stands for: one party, all of a group, or nobody we know of."""
        key = (named.organisation_id, named.name)
        if key not in self._found:
            self._found[key] = self._exactly(*key) or tuple(_group(named.name, self.parties))
        return self._found[key]

    def _exactly(self, organisation: int | None, name: str) -> tuple[AgreementParty, ...]:
        folded = fold_name(name)
        known = zip(self.parties, self._numbers, self._names, strict=True)
        return tuple(party for party, numbers, names in known if organisation in numbers or folded in names)


def decided_about(agreement: Agreement) -> dict[int, list[AskedParty]]:
    """Return what coordinators decided about who is asked, by commitment, oldest first (one query)."""
    found: dict[int, list[AskedParty]] = {}
    rows = AskedParty.objects.filter(commitment__agreement=agreement).select_related("party__organisation")
    for row in rows:
        found.setdefault(row.commitment_id, []).append(row)
    return found


def asked_parties(commitment: Commitment, known: KnownParties, decided: Sequence[AskedParty]) -> list[AgreementParty]:
    """Return who is asked about a commitment: its leads, and beside or instead of these whom a coordinator chose.

    A party that was chosen and merged is asked under its new name. One that was left out is not left out for
    another: who it went on as may stand for a lead as well.
    """
    leads = known.leading(commitment)
    if not decided:
        return leads
    asked = {party.pk for party in leads}
    for one in decided:
        if one.is_asked:
            asked |= {party.pk for party in known.parties if party.pk == one.party_id or goes_on_as(one.party, party)}
        else:
            asked.discard(one.party_id)
    return [party for party in known.parties if party.pk in asked]


def goes_on_as(left: AgreementParty, party: AgreementParty) -> bool:
    """Whether a party that left merged into this one."""
    if left.left_on is None or left.organisation is None or party.organisation_id is None:
        return False
    return left.organisation.stands_as_id == party.organisation_id


def _names_of(party: AgreementParty) -> set[str]:
    known = (name for one in _organisations_of(party) for name in (one.name, *one.other_names))
    return {fold_name(name) for name in (party.name, *known)}


def _organisations_of(party: AgreementParty) -> Sequence[Organisation]:
    """Return who a party is, and who merged into it: a name of before the merger is a name of the party."""
    return () if party.organisation is None else (party.organisation, *party.organisation.merged.all())


def _group(name: str, parties: Sequence[AgreementParty]) -> list[AgreementParty]:
    words = _BEFORE.sub("", " ".join(name.lower().split()))
    for pattern, kinds in _GROUPS:
        if pattern.fullmatch(words):
            return [party for party in parties if party.side in kinds]
    return []
