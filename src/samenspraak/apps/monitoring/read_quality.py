"""How well the commitments of an agreement are made, as advice."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from textwrap import shorten
from uuid import UUID

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Agreement, Commitment, CommitmentParty, CommitmentQuantity
from samenspraak.apps.agreements.pages import CommitmentPage
from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.monitoring.items import name_of
from samenspraak.apps.monitoring.leads import KnownParties
from samenspraak.apps.monitoring.opening import parties_of, register_with_parties
from samenspraak.apps.parties.models import Person
from samenspraak.core.assessment.quality import Quality, Wording, most_concrete, quality_of
from samenspraak.core.assessment.reciprocity import Balance, Side, balance_of

_EXCERPT = 160  # letters of a commitment's text below its name
_SIDES = {side.value: side for side in Side}


@dataclass(frozen=True, slots=True)
class QualityRow:
    """A commitment with what the checks say of it."""

    public_id: UUID
    code: str
    title: str
    missing: tuple[str, ...]  # Criterion values
    concreteness: int  # 1-3
    text: str  # empty where its name is the beginning of it


@dataclass(frozen=True, slots=True)
class QualityPage:
    """An agreement with how concrete it is, what is missing most, and what each side brings."""

    agreement_id: UUID
    agreement_title: str
    rows: tuple[QualityRow, ...]
    missing_counts: tuple[tuple[str, int], ...]
    steps: dict[int, int]
    by_theme: tuple[tuple[str, int], ...]  # theme value and its step; the most concrete commitment leads
    balance: Balance


def quality_for(person: Person, agreement_id: UUID) -> QualityPage:
    """Return the advice on an agreement (five queries); raises NotFound."""
    agreement = visible_agreements(person).filter(public_id=agreement_id).first()
    if agreement is None:
        raise NotFound("Deze prestatieafspraken zijn er niet, of u kunt ze niet inzien.")
    parties = KnownParties(parties_of(agreement))
    register = register_with_parties(agreement)
    units = _units(agreement)
    judged = [(row, _quality_of(_wording(row, units.get(row.pk, ())))) for row in register]
    sides = [_sides(row, parties) for row in register]
    return QualityPage(
        agreement_id=agreement.public_id,
        agreement_title=agreement.title,
        rows=tuple(_row(row, quality) for row, quality in judged),
        missing_counts=tuple(Counter(c.value for _, quality in judged for c in quality.missing).most_common()),
        steps={step: sum(quality.concreteness == step for _, quality in judged) for step in (1, 2, 3)},
        by_theme=_by_theme(judged),
        balance=balance_of(sides),
    )


def advice_on(page: CommitmentPage) -> Quality:
    """Return what the checks say of one commitment, which the person was found to see; asks nothing of the database."""
    has_lead = any(party.role is CommitmentParty.Role.LEAD for party in page.parties)
    has_date = bool(page.deadline or page.priority or page.year)
    units = tuple(quantity.unit for quantity in page.quantities)
    return _quality_of(Wording(page.text, has_lead=has_lead, has_deadline=has_date, units=units))


# The same words are judged the same way, for whoever looks at them next.
_quality_of = lru_cache(maxsize=4096)(quality_of)


def _units(agreement: Agreement) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    rows = CommitmentQuantity.objects.filter(commitment__agreement=agreement)
    for commitment, unit in rows.values_list("commitment_id", "unit"):
        found[commitment] = (*found.get(commitment, ()), unit)
    return found


def _wording(row: Commitment, units: tuple[str, ...]) -> Wording:
    leads = [party for party in row.parties.all() if party.role == "lead"]
    has_date = bool(row.deadline_kind or row.priority or row.year)
    return Wording(row.text, has_lead=bool(leads), has_deadline=has_date, units=units)


def _sides(row: Commitment, parties: KnownParties) -> tuple[frozenset[Side], frozenset[Side]]:
    leading = {_SIDES[party.side] for party in parties.leading(row) if party.side in _SIDES}
    named = {party for one in row.parties.all() for party in parties.named(one)}
    partners = {_SIDES[party.side] for party in named if party.side in _SIDES}
    return frozenset(leading), frozenset(partners)


def _row(row: Commitment, quality: Quality) -> QualityRow:
    missing = tuple(criterion.value for criterion in quality.missing)
    name = name_of(row.code, row.title, row.heading, row.text)
    words = " ".join(row.text.split())
    text = "" if words.startswith(name.rstrip("…. ")) else shorten(words, _EXCERPT, placeholder=" …")
    return QualityRow(row.public_id, row.code, name, missing, int(quality.concreteness), text)


def _by_theme(judged: list[tuple[Commitment, Quality]]) -> tuple[tuple[str, int], ...]:
    order = [*(theme.value for theme in Commitment.Theme), ""]
    steps = {theme: most_concrete(q.concreteness for row, q in judged if row.theme == theme) for theme in order}
    return tuple((theme, int(step)) for theme, step in steps.items() if step is not None)
