"""What must hold before something is written about figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.agreements.queries import may
from samenspraak.apps.figures.errors import FigureNotPossible, MayNotMeasure, MayNotSetTargets, TargetChangedMeanwhile
from samenspraak.apps.figures.models import Observation, Target
from samenspraak.apps.figures.values import Measured, ParameterValues, TargetValues
from samenspraak.apps.parties.models import Membership, Person
from samenspraak.apps.parties.queries import Right, organisations_where, own_organisations
from samenspraak.core.measurement.indicators import Indicator, Nature
from samenspraak.core.measurement.targets import Target as TargetRule
from samenspraak.core.measurement.targets import Timing

FIRST_YEAR, LAST_YEAR = 1950, 2150
LARGEST = Decimal(10) ** 11


def checked_planner(by: Person, agreement: Agreement) -> None:
    """Raise MayNotSetTargets when a person does not coordinate for one of the parties."""
    if not may(by, Right.EDIT_REGISTER, agreement):
        raise MayNotSetTargets(
            "Alleen een coördinator van een van de partijen kan vastleggen waar een cijfer op uit moet komen."
        )


def checked_measurer(by: Person, agreement: Agreement) -> None:
    """Raise MayNotMeasure when a person may not report for one of the parties."""
    if not may(by, Right.REPORT, agreement):
        raise MayNotMeasure("Alleen een medewerker of coördinator van een van de partijen kan metingen vastleggen.")


def checked_withdrawer(by: Person, observation: Observation) -> None:
    """Raise MayNotMeasure unless it is their own measurement, or from an organisation that they coordinate."""
    own = organisations_where(by, Right.EDIT_REGISTER)
    of_ours = Membership.objects.filter(person=observation.entered_by, organisation__in=own).exists()
    if observation.entered_by_id != by.pk and not of_ours:
        raise MayNotMeasure(
            f"Deze meting is van {observation.entered_by}. Alleen die persoon, of een coördinator van dezelfde "
            "organisatie, kan haar intrekken."
        )


def fresh_target(target: Target, seen_version: int) -> Target:
    """Return a target as it is now, held until the end of the transaction; raises TargetChangedMeanwhile."""
    held = Target.objects.select_for_update(of=("self",)).select_related("commitment__agreement").get(pk=target.pk)
    if held.version != seen_version or held.withdrawn_at is not None:
        raise TargetChangedMeanwhile(
            "Iemand anders heeft deze streefwaarde intussen gewijzigd. Bekijk wat er nu staat."
        )
    return held


def checked_values(values: TargetValues) -> None:
    """Raise FigureNotPossible for what cannot be, and SignalOnWrongSide for a signal that comes too late."""
    if not values.label.strip() or not values.unit.strip():
        raise FigureNotPossible("Zeg wat er wordt geteld en in welke eenheid.")
    if not FIRST_YEAR <= values.first_year <= values.last_year <= LAST_YEAR:
        raise FigureNotPossible("Het laatste jaar ligt voor het eerste, of een van beide kan niet. Kijk de jaren na.")
    years = [point.year for point in values.path]
    if len(set(years)) < len(years):
        raise FigureNotPossible("In het geplande pad staat een jaar twee keer. Laat er één van staan.")
    if any(not FIRST_YEAR <= year <= LAST_YEAR for year in years):
        raise FigureNotPossible("In het geplande pad staat een jaar dat niet kan.")
    for number in (values.value, values.signal_value, *(point.value for point in values.path)):
        _check_number(number, values.unit)
    is_added_up = values.nature is Nature.FLOW and values.unit != "percent"
    if values.timing is Timing.IN_TOTAL and not is_added_up:
        raise FigureNotPossible(
            "Over de hele periode samen is er alleen van wat optelt: geen stand op een dag, en geen percentage. Kies"
            " wanneer het moet gelden: elk jaar, of op de laatste dag."
        )
    indicator = Indicator(values.label, values.label, values.unit, values.nature)
    TargetRule(
        indicator,
        values.bound,
        values.value,
        values.timing,
        values.first_year,
        values.last_year,
        signal_value=values.signal_value,
    )


def checked_measured(target: Target, measured: Sequence[Measured], today: date) -> None:
    """Raise FigureNotPossible for what cannot have been measured."""
    if target.withdrawn_at is not None:
        raise FigureNotPossible("Dit doel wordt niet meer gevolgd; er komen geen metingen meer bij.")
    if not measured:
        raise FigureNotPossible("Er is geen meting ingevuld.")
    for each in measured:
        _check_number(each.value, target.unit)
        _check_number(each.margin, "")
        if not each.source.strip():
            raise FigureNotPossible("Noem de bron van de meting: een cijfer zonder bron kan niemand nagaan.")
        if each.on > today:
            raise FigureNotPossible("De peildatum ligt in de toekomst. Wat u verwacht hoort bij het geplande pad.")
        if each.on.year < FIRST_YEAR or (each.since is not None and each.since > each.on):
            raise FigureNotPossible("De peildatum kan niet, of ligt voor de dag vanaf wanneer is geteld.")


def may_add_parameters(person: Person) -> bool:
    """Tell whether a person coordinates for some organisation, or keeps the installation."""
    return person.is_active and (person.is_administrator or bool(own_organisations(person, Right.EDIT_REGISTER)))


def checked_parameter(values: ParameterValues) -> None:
    """Raise FigureNotPossible for what cannot be a limit of the law."""
    _check_number(values.value, "")
    if values.value <= 0 or (values.valid_to is not None and values.valid_to < values.valid_from):
        raise FigureNotPossible("Het bedrag is niet hoger dan nul, of de laatste dag ligt voor de eerste.")
    if not FIRST_YEAR <= values.valid_from.year <= LAST_YEAR:
        raise FigureNotPossible("De eerste dag kan niet. Kijk het jaar na.")
    if not values.source.strip():
        raise FigureNotPossible("Noem de bron: anderen rekenen met dit bedrag.")


def _check_number(number: Decimal | None, unit: str) -> None:
    if number is None:
        return
    if not number.is_finite() or abs(number) > LARGEST:
        raise FigureNotPossible("Dit getal is te groot om te bewaren.")
    if unit == "percent" and not 0 <= number <= 100:
        raise FigureNotPossible("Een percentage ligt tussen 0 en 100.")
