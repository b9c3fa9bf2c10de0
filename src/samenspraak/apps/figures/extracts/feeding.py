"""Measurements of targets that follow from key figures: of one association, or of all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils import timezone

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.figures.errors import FigureNotPossible
from samenspraak.apps.figures.extracts.divisors import kind_of, numbers_now, whole_of
from samenspraak.apps.figures.extracts.known_figures import (
    declared_now,
    nature_of,
    rests_on_limits,
    shipped_figures,
    unit_of,
    version_name,
)
from samenspraak.apps.figures.extracts.places import Places, code_of
from samenspraak.apps.figures.models import Extract, KeyFigureValue, Observation, OwnKeyFigure, Target
from samenspraak.apps.figures.values import TargetValues
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.key_figures.declaration import FigureUnit, KeyFigure

_SCALE = {
    FigureUnit.SHARE: Decimal(100),
    FigureUnit.PER_THOUSAND: Decimal(1000),
    FigureUnit.EUR_PER_MONTH: Decimal("0.01"),
}
_NOT_KNOWN = "een van de aantallen is niet bekend, of te klein om te tonen"
_REPLACED = "vervangen door een nieuwe telling"


@dataclass(frozen=True, slots=True)
class Fed:
    """A number for a target, and what it rests on; None with the reason where there is none."""

    value: Decimal | None
    extract: Extract | None
    is_final: bool
    why_not: str = ""


def figures_of(agreement: Agreement, municipality: str = "") -> dict[str, KeyFigure]:
    """Return the key figures by which an agreement can be followed: the shipped ones, and its municipalities' own.

    Of one municipality, by its CBS code, only its own. Where two call different figures the same, neither can be meant.
    """
    ours = agreement.parties.filter(side=Organisation.Kind.MUNICIPALITY, organisation__isnull=False)
    named: dict[str, list[tuple[OwnKeyFigure, KeyFigure]]] = {}
    for record, figure in declared_now(ours.values_list("organisation", flat=True)):
        if municipality in {"", code_of(record.organisation)}:
            named.setdefault(record.code, []).append((record, figure))
    return shipped_figures() | {
        code: found[0][1] for code, found in named.items() if _is_one([record for record, _ in found])
    }


def _is_one(records: Sequence[OwnKeyFigure]) -> bool:
    """Tell whether what several municipalities declared counts the same."""
    return all((each.version, each.form) == (records[0].version, records[0].form) for each in records)


def as_counted(values: TargetValues, agreement: Agreement) -> TargetValues:
    """Return a target with the unit, the nature and the version of the key figure that it follows."""
    if not values.key_figure:
        return values
    figure = figures_of(agreement).get(values.key_figure)
    if figure is None:
        raise FigureNotPossible(
            "Dit kengetal is er niet, het is ingetrokken, of twee gemeenten noemen een ander kengetal zo. Kies er"
            " een uit de lijst."
        )
    return replace(
        values,
        unit=unit_of(figure),
        nature=nature_of(figure),
        definition=values.definition or figure.definition,
        definition_version=version_name(figure),
    )


def feed_from_lists(target: Target, by: Person) -> None:
    """Give a target that follows a key figure what was counted already."""
    if target.key_figure:
        places = Places(target.commitment.agreement)
        feed([target], years_counted(places.associations), by)


def targets_about(extract: Extract) -> list[Target]:
    """Return the targets that follow a key figure and to which a list may matter."""
    mine = {extract.organisation_id, *extract.organisation.merged.values_list("pk", flat=True)}
    found = Target.objects.filter(withdrawn_at=None, commitment__agreement__parties__organisation__in=mine).exclude(
        key_figure=""
    )
    return list(found.select_related("commitment__agreement", "party").distinct())


def feed(targets: Iterable[Target], years: Iterable[int], by: Person) -> list[Observation]:
    """Give targets the measurements that the counted lists hold now; earlier computed ones are taken back."""
    made = []
    wanted = list(years)
    known: dict[int, tuple[dict[str, KeyFigure], Places]] = {}  # an agreement has many targets
    for target in targets:
        agreement = target.commitment.agreement
        if agreement.pk not in known:
            known[agreement.pk] = figures_of(agreement), Places(agreement)
        figures, places = known[agreement.pk]
        figure = figures.get(target.key_figure)
        if figure is None:
            continue
        for year in wanted:
            _take_back(target, year)
            fed = number_for(target, figure, year, places)
            if fed.value is not None and fed.extract is not None:
                made.append(_observation(target, figure, year, fed.value, fed, by))
    return Observation.objects.bulk_create(made)


def awaiting(target: Target) -> str:
    """Return why the last year of which a list was counted gave a target no measurement; empty when it did."""
    if not target.key_figure or target.withdrawn_at is not None:
        return ""
    figure = figures_of(target.commitment.agreement).get(target.key_figure)
    if figure is None:
        return "het kengetal is ingetrokken, of twee gemeenten noemen een ander kengetal zo"
    places = Places(target.commitment.agreement)
    years = years_counted(places.associations)
    return number_for(target, figure, years[-1], places).why_not if years else "er is nog geen lijst geteld"


def years_counted(organisations: Iterable[int]) -> list[int]:
    """Return the years of which a list was counted."""
    found = Extract.objects.filter(organisation__in=list(organisations), status=Extract.Status.DONE)
    return sorted(set(found.values_list("year", flat=True)))


def number_for(target: Target, figure: KeyFigure, year: int, places: Places) -> Fed:
    """Return what the lists of a year say for a target: of its party, or of all associations of the agreement.

    A total needs all of them, and of none a number that is too small to be shown: it could be computed back.
    """
    wanted = set(places.associations)
    if target.party_id is not None:
        wanted = {places.party_of[target.party_id]} if target.party_id in places.party_of else set()
    values = KeyFigureValue.objects.filter(
        extract__status=Extract.Status.DONE,
        extract__organisation__in=wanted,
        extract__year=year,
        level=KeyFigureValue.Level.MUNICIPALITY,
        municipality__in=places.municipalities,
        code=figure.code,
        version=figure.version,
    ).select_related("extract")
    found = list(values)
    lacking = wanted - {each.extract.organisation_id for each in found}
    if not found or lacking:
        names = ", ".join(places.associations[one] for one in sorted(lacking)) or "alle partijen"
        return Fed(None, None, is_final=False, why_not=f"nog niet geteld: {names}")
    if any(each.state != KeyFigureValue.State.KNOWN or each.numerator is None for each in found):
        why_not = next((each.reason for each in found if each.reason and kind_of(figure)), _NOT_KNOWN)
        return Fed(None, None, is_final=False, why_not=why_not)
    last = max((each.extract for each in found), key=lambda one: (one.counted_at or one.delivered_at, one.pk))
    is_final = all(each.extract.is_final for each in found) and _is_divided_finally(figure, found, year, places)
    return Fed(_together(figure, found), last, is_final)


def _is_divided_finally(figure: KeyFigure, found: list[KeyFigureValue], year: int, places: Places) -> bool:
    """Tell whether the numbers of municipalities by which values were divided, if any, are final."""
    kind = kind_of(figure)
    known = numbers_now([year], places.place_of.values()) if kind else {}
    needed = [known.get((each.municipality, year, kind)) for each in found]
    return all(number.is_final for number in needed if number is not None)


def _together(figure: KeyFigure, found: list[KeyFigureValue]) -> Decimal | None:
    """Return the sum; a share of the whole is the sum of the parts over the sum of what they are of."""
    counted = sum((each.numerator for each in found if each.numerator is not None), Decimal(0))
    if figure.denominator is None:
        return counted
    if len(found) == 1 and found[0].value is not None:
        return _rounded(found[0].value * (100 if figure.unit is FigureUnit.SHARE else 1))
    whole = whole_of(figure, found)
    return None if whole is None else _rounded(_SCALE[figure.unit] * counted / whole)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.0001"))


def _take_back(target: Target, year: int) -> None:
    earlier = target.observations.filter(extract__isnull=False, withdrawn_at=None, on=date(year, 12, 31))
    earlier.update(withdrawn_at=timezone.now(), withdrawn_reason=_REPLACED)


def _observation(target: Target, figure: KeyFigure, year: int, value: Decimal, fed: Fed, by: Person) -> Observation:
    version = version_name(figure)
    if target.price_year not in {None, year} and rests_on_limits(figure):
        # The limits of another year decided: it does not count what the target counts, and it is shown so.
        version = f"{version}, prijspeil {year}"[:40]
    return Observation(
        target=target,
        value=value,
        on=date(year, 12, 31),
        since=date(year, 1, 1) if nature_of(figure) is Nature.FLOW else None,
        source=f"kengetal {figure.code}, {fed.extract}"[:500],
        definition_version=version,
        is_final=fed.is_final,
        extract=fed.extract,
        entered_by=by,
    )
