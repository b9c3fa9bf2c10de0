"""What a person may read of figures. Every function checks the right first; what is not theirs is not found."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from samenspraak.apps.agreements.models import AgreementParty, Commitment, CommitmentQuantity
from samenspraak.apps.agreements.queries import agreement_for, may
from samenspraak.apps.figures.agreed_models import policy_of
from samenspraak.apps.figures.extracts.feeding import awaiting
from samenspraak.apps.figures.fetch import (
    added_parameter_for,
    break_for,
    commitment_for,
    dismissed_for,
    observation_for,
    quantity_for,
    quantity_of,
    target_for,
    whole_targets,
)
from samenspraak.apps.figures.models import Observation, Target
from samenspraak.apps.figures.pages import (
    Amount,
    CommitmentFigures,
    Companion,
    FiguresPage,
    Proposal,
    TargetPage,
)
from samenspraak.apps.figures.picturing import picture_of
from samenspraak.apps.figures.read_beside import beside_of, others_of
from samenspraak.apps.figures.read_parameters import choices_of_parameters, is_share, parameters_for
from samenspraak.apps.figures.read_series import series_for
from samenspraak.apps.figures.reading import (
    apart,
    break_views,
    expectation_on,
    forecast_of,
    observation_views,
    path_rows,
    row_of,
    together,
)
from samenspraak.apps.figures.sharing import shares_page
from samenspraak.apps.figures.tables import column_in, columns_of, number_in
from samenspraak.apps.figures.values import Measured, ParameterValues, TargetValues, exact, target_of
from samenspraak.apps.parties.models import Membership, Person
from samenspraak.apps.parties.queries import Right, organisations_where
from samenspraak.core.measurement.indicators import differences

__all__ = [
    "Measured",
    "ParameterValues",
    "TargetValues",
    "added_parameter_for",
    "break_for",
    "choices_of_parameters",
    "column_in",
    "columns_of",
    "commitment_for",
    "dismissed_for",
    "exact",
    "figures_for",
    "is_share",
    "may_plan",
    "number_in",
    "observation_for",
    "parameters_for",
    "parties_to_choose",
    "quantity_for",
    "quantity_of",
    "series_for",
    "shares_page",
    "target_for",
    "target_page",
]

_MOST_COMPANIONS = 12
# How often and how long: these say when something is done, and seldom what it should lead to.
_NO_TARGETS = {"times", "times/year", "times/month", "day", "week", "month", "year"}


def figures_for(person: Person, public_id: UUID) -> FiguresPage:
    """Return the figures of an agreement by commitment; raises NotFound."""
    agreement = agreement_for(person, public_id)
    today = timezone.localdate()
    records = list(whole_targets().filter(commitment__agreement=agreement, withdrawn_at=None))
    rows: dict[int, list[Target]] = {}
    for record in records:
        rows.setdefault(record.commitment_id, []).append(record)
    commitments = (
        Commitment.objects.filter(Q(pk__in=rows) | Q(quantities__isnull=False), agreement=agreement)
        .filter(state=Commitment.State.ACCEPTED)
        .distinct()
        .prefetch_related("quantities", "dismissed_numbers")
        .order_by("document_id", "order")
    )
    groups = [
        CommitmentFigures(
            public_id=each.public_id,
            name=str(each),
            rating=each.rating,
            rows=tuple(row_of(record, today) for record in _as_agreed(rows.get(each.pk, []))),
            proposals=_proposals(each, rows.get(each.pk, [])),
            apart=apart(_as_agreed(rows.get(each.pk, []))),
            dismissed=tuple((one.pk, one.text) for one in each.dismissed_numbers.all()),
            text=each.text if each.title and not each.code else "",
        )
        for each in commitments
    ]
    # A target that was read brings the policy along.
    policy = policy_of(records[0].commitment.agreement if records else agreement)
    return FiguresPage(
        agreement_id=agreement.public_id,
        agreement_title=agreement.title,
        groups=tuple(group for group in groups if group.rows),
        proposed=tuple(group for group in groups if group.proposals),
        may_edit=may(person, Right.EDIT_REGISTER, agreement),
        tolerance_percent=float(policy.tolerance_share * 100),
        outdated_days=policy.outdated_after.days,
        set_aside=tuple(groups),
    )


def _as_agreed(records: list[Target]) -> list[Target]:
    """Return targets as they were set, those that count the same for several parties after each other."""
    first = {record.label: record.pk for record in sorted(records, key=lambda each: -each.pk)}
    return sorted(records, key=lambda each: (first[each.label], each.pk))


def _proposals(commitment: Commitment, targets: list[Target]) -> tuple[Proposal, ...]:
    """Return the numbers of which nobody made a target, by what was written."""
    taken = {target.from_text for target in targets} | {one.text for one in commitment.dismissed_numbers.all()}
    return tuple(
        Proposal(each.pk, each.text, _quantity_amount(each))
        for each in commitment.quantities.all()
        if each.text[:500] not in taken and each.unit not in _NO_TARGETS
    )


def _quantity_amount(quantity: CommitmentQuantity) -> Amount:
    return Amount(quantity.value, quantity.unit, quantity.bound, quantity.subject)


def target_page(person: Person, public_id: UUID, *, beside: str = "") -> TargetPage:
    """Return everything about one target, with another beside it where one is asked for; raises NotFound."""
    record = target_for(person, public_id)
    commitment, agreement = record.commitment, record.commitment.agreement
    today = timezone.localdate()
    ahead = forecast_of(record)
    same = _beside(record)
    may_measure = may(person, Right.REPORT, agreement)
    return TargetPage(
        row=row_of(record, today),
        agreement_id=agreement.public_id,
        agreement_title=agreement.title,
        commitment_id=commitment.public_id,
        commitment_name=str(commitment),
        commitment_rating=commitment.rating,
        from_text=record.from_text,
        definition=record.definition,
        definition_version=record.definition_version,
        version=record.version,
        confirmed_by=str(record.confirmed_by),
        confirmed_at=record.confirmed_at,
        is_withdrawn=record.withdrawn_at is not None,
        path=path_rows(record),
        observations=observation_views(record, _withdrawable(person, record)),
        breaks=break_views(record),
        expectation=expectation_on(record, ahead, today),
        picture=picture_of(record, ahead),
        companions=tuple(_companion(other) for other in same if other.pk != record.pk),
        together=together(same),
        columns=columns_of(agreement) if may_measure else (),
        may_edit=may(person, Right.EDIT_REGISTER, agreement),
        may_measure=may_measure,
        is_counted=record.nature == Target.Nature.FLOW,
        key_figure=record.key_figure,
        awaiting=awaiting(record),
        others=others_of(person, record),
        beside=beside_of(person, record, beside),
    )


def _beside(record: Target) -> list[Target]:
    """Return the targets of one commitment that count the same for several parties, this one among them."""
    if record.party_id is None or record.withdrawn_at is not None:
        return [record]
    same = whole_targets().filter(commitment=record.commitment, withdrawn_at=None, party__isnull=False)
    indicator = target_of(record).indicator
    found = [other for other in same if not differences(indicator, target_of(other).indicator)]
    return found[:_MOST_COMPANIONS]


def _companion(record: Target) -> Companion:
    return Companion(row_of(record, timezone.localdate()), picture_of(record, forecast_of(record), is_small=True))


def _withdrawable(person: Person, record: Target) -> set[int]:
    """Return of whom a person may withdraw measurements: themselves, and people whom they coordinate."""
    own = organisations_where(person, Right.EDIT_REGISTER)
    who = Observation.objects.filter(target=record).values("entered_by")
    ours = Membership.objects.filter(organisation__in=own, person__in=who).values_list("person_id", flat=True)
    return {*ours, person.pk}


def may_plan(person: Person, commitment: Commitment, parties: Iterable[AgreementParty] | None = None) -> bool:
    """Tell whether a person may say what figures of a commitment should be (no query where `parties` are given)."""
    return may(person, Right.EDIT_REGISTER, commitment.agreement, parties)


def parties_to_choose(commitment: Commitment) -> list[AgreementParty]:
    """Return the parties of which a target can be."""
    return list(commitment.agreement.parties.order_by("order"))
