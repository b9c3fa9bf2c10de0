"""The limits of the law of one year, as a page shows them."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from samenspraak.apps.figures.checks import may_add_parameters
from samenspraak.apps.figures.known_parameters import added_now
from samenspraak.apps.figures.models import AddedParameter
from samenspraak.apps.figures.pages import Amount, ParameterRow, ParametersPage
from samenspraak.apps.parties.models import Person
from samenspraak.core.measurement.parameters import ParameterName, ParameterValue
from samenspraak.engines.knowledge.parameters import load_parameters


def parameters_for(person: Person, year: int | None) -> ParametersPage:
    """Return the limits of a year, this year where none is asked for."""
    added = added_now()
    known = load_parameters().supplemented_by(added)
    years = sorted({value.price_year for value in known} | {timezone.localdate().year})
    chosen = year if year is not None else timezone.localdate().year
    first, last = date(chosen, 1, 1), date(chosen, 12, 31)
    rows = [value for value in known if value.valid_from <= last and (value.valid_to or date.max) >= first]
    there = {value.parameter.name for value in rows}
    missing = [known.parameter(name) for name in ParameterName if name not in there]
    return ParametersPage(
        year=chosen,
        years=tuple(reversed(years)),
        rows=tuple(parameter_row(value, added.get(value), person, chosen) for value in rows),
        missing=tuple((one.label, one.label_en) for one in missing),
        may_add=may_add_parameters(person),
    )


def choices_of_parameters() -> tuple[tuple[str, str, str], ...]:
    """Return what can be added: its name with its Dutch and its English words."""
    shipped = load_parameters()
    return tuple(
        (name.value, shipped.parameter(name).label, shipped.parameter(name).label_en) for name in ParameterName
    )


def is_share(name: str) -> bool:
    """Tell whether a limit is a share, which people type as a percentage."""
    return load_parameters().parameter(ParameterName(name)).unit == "share"


def parameter_row(value: ParameterValue, added: AddedParameter | None, person: Person, year: int) -> ParameterRow:
    """Return a limit as the page of a year shows it."""
    is_share = value.parameter.unit == "share"
    return ParameterRow(
        label=value.parameter.label,
        label_en=value.parameter.label_en,
        household=value.household or "",
        amount=Amount(float(value.value * 100), "percent")
        if is_share
        else Amount(float(value.value), value.parameter.unit),
        valid_from=value.valid_from,
        valid_to=value.valid_to,
        holds_all_year=value.valid_from <= date(year, 1, 1) and (value.valid_to or date.max) >= date(year, 12, 31),
        state=value.state,
        source=value.source,
        note=value.note,
        added_number=added.pk if added else None,
        added_by=str(added.added_by) if added else "",
        may_withdraw=added is not None and (added.added_by_id == person.pk or person.is_administrator),
    )
