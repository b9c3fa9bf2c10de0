"""The key figures of an agreement: of each association and together, per year and per district."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.agreements.queries import agreement_for
from samenspraak.apps.figures.extracts.divisors import Known, kind_of, numbers_now, whole_of
from samenspraak.apps.figures.extracts.feeding import figures_of
from samenspraak.apps.figures.extracts.known_figures import unit_of
from samenspraak.apps.figures.extracts.pages import (
    Cell,
    DistrictRow,
    Divisor,
    FigureRow,
    KeyFigurePage,
    KeyFiguresPage,
    Source,
    YearRow,
)
from samenspraak.apps.figures.extracts.places import Places, code_of
from samenspraak.apps.figures.known_parameters import parameters_now
from samenspraak.apps.figures.models import Extract, KeyFigureValue, MunicipalNumber, Target
from samenspraak.apps.figures.pages import Amount, ParameterRow
from samenspraak.apps.figures.read_parameters import parameter_row
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import Right, organisations_where
from samenspraak.core.measurement.key_figures.classification import NEEDED_LIMITS
from samenspraak.core.measurement.key_figures.declaration import FigureUnit, KeyFigure
from samenspraak.core.measurement.key_figures.declaring import OWN

_DONE = Extract.Status.DONE
_Level = KeyFigureValue.Level
_NOT_COUNTED = "nog niet geteld"
_NOT_ALL = "niet van alle corporaties bekend, of te klein om te tonen"
_MOST_DISTRICTS = 200
# What the law asks of a figure, beside the limits by which it is counted.
_NORMS = {
    "ALLOCATED.TARGET_INCOME": {"allocation_share", "allocation_share_by_agreement"},
    "ALLOCATED.APPROPRIATE": {"appropriate_share"},
}


def key_figures_for(person: Person, public_id: UUID, *, year: int | None, municipality: str) -> KeyFiguresPage:
    """Return the key figures of an agreement for a year and a municipality; raises NotFound."""
    agreement = agreement_for(person, public_id)
    places = Places(agreement)
    place = municipality if municipality in places.municipalities else next(iter(places.municipalities), "")
    lists = list(Extract.objects.filter(organisation__in=places.associations, status=_DONE).order_by("-year"))
    years = tuple(sorted({each.year for each in lists}, reverse=True))
    asked = year if year in years else (years[0] if years else None)
    figures = figures_of(agreement, place)
    values = _values(places, [place], [asked] if asked else [])
    numbers = _numbers(figures.values(), places, place, [asked] if asked else [])
    rows = [
        _figure_row(figure, places, values, numbers.get((place, asked or 0, kind_of(figure))))
        for figure in figures.values()
    ]
    groups: dict[str, list[FigureRow]] = defaultdict(list)
    for row in rows:
        if any(cell.reason != _NOT_COUNTED for cell in row.cells):
            groups[row.figure.code.split(".")[0]].append(row)
    mine = organisations_where(person, Right.REPORT).filter(kind=Organisation.Kind.HOUSING_ASSOCIATION)
    return KeyFiguresPage(
        agreement_id=agreement.public_id,
        agreement_title=agreement.title,
        year=asked,
        years=years,
        municipality=place,
        municipalities=tuple(places.municipalities.items()),
        associations=tuple(places.associations.values()),
        groups=tuple((name, tuple(found)) for name, found in groups.items()),
        sources=tuple(_source(each, places) for each in lists if each.year == asked),
        may_deliver=mine.exists(),
        own_of=_own_of(person, agreement),
    )


def key_figure_for(person: Person, public_id: UUID, code: str, *, municipality: str) -> KeyFigurePage:
    """Return one key figure of an agreement over the years; raises NotFound."""
    agreement = agreement_for(person, public_id)
    places = Places(agreement)
    place = municipality if municipality in places.municipalities else next(iter(places.municipalities), "")
    figure = figures_of(agreement, place).get(code) or figures_of(agreement).get(code)
    if figure is None:
        raise NotFound("Dit kengetal is er niet.")
    lists = Extract.objects.filter(organisation__in=places.associations, status=_DONE, subject=figure.subject.value)
    years = sorted(set(lists.values_list("year", flat=True)))
    values = _values(places, [place], years, code=code)
    limits = _limits(figure, years, person)
    last = years[-1] if years else None
    numbers = _numbers([figure], places, place, years)
    targets = Target.objects.filter(commitment__agreement=agreement, withdrawn_at=None, key_figure=code)
    return KeyFigurePage(
        agreement_id=agreement.public_id,
        agreement_title=agreement.title,
        figure=figure,
        is_own=code.startswith(OWN),
        municipality=places.municipalities.get(place, ""),
        associations=tuple(places.associations.values()),
        years=tuple(
            YearRow(year, row.cells, row.together, limits.get(year, ()), _divisor(number))
            for year in years
            for number in [numbers.get((place, year, kind_of(figure)))]
            for row in [_figure_row(figure, places, [one for one in values if one.extract.year == year], number)]
        ),
        districts=_districts(figure, places, place, last) if last else (),
        district_year=last,
        targets=tuple((each.public_id, str(each)) for each in targets.select_related("party")),
        divided_by=kind_of(figure) and str(MunicipalNumber.Kind(kind_of(figure)).label),
        may_number=bool(kind_of(figure)) and _own_of(person, agreement) is not None,
    )


def _numbers(figures: Iterable[KeyFigure], places: Places, place: str, years: Sequence[int]) -> Known:
    """Return the numbers of a municipality by which any of these figures is divided (one query, or none)."""
    if place not in places.place_of or not any(kind_of(figure) for figure in figures):
        return {}
    return numbers_now(years, [places.place_of[place]])


def _divisor(number: MunicipalNumber | None) -> Divisor | None:
    return None if number is None else Divisor(number.value, number.on, number.source, number.is_final)


def _own_of(person: Person, agreement: Agreement) -> int | None:
    """Return the municipality of the agreement for which a person may declare figures of its own."""
    parties = agreement.parties.filter(side=Organisation.Kind.MUNICIPALITY).values("organisation")
    found = organisations_where(person, Right.EDIT_REGISTER).filter(pk__in=parties).first()
    return found.pk if found is not None and code_of(found) else None


def _values(
    places: Places,
    municipalities: Sequence[str],
    years: Iterable[int],
    *,
    code: str = "",
    level: str = _Level.MUNICIPALITY,
) -> list[KeyFigureValue]:
    found = KeyFigureValue.objects.filter(
        extract__status=_DONE,
        extract__organisation__in=places.associations,
        extract__year__in=list(years),
        level=level,
        municipality__in=municipalities,
    ).select_related("extract")
    return list(found.filter(code=code) if code else found)


def _figure_row(
    figure: KeyFigure, places: Places, values: Iterable[KeyFigureValue], number: MunicipalNumber | None = None
) -> FigureRow:
    """A figure that is divided by a provisional number is provisional itself."""
    mine = {
        each.extract.organisation_id: each
        for each in values
        if (each.code, each.version) == (figure.code, figure.version)
    }
    found = [mine.get(number) for number in places.associations]
    cells = [cell_of(figure, each) for each in found]
    together = _together(figure, found) if len(found) > 1 else None
    if number is not None and not number.is_final:
        cells = [replace(cell, is_final=False) for cell in cells]
        together = together and replace(together, is_final=False)
    return FigureRow(figure, figure.code.startswith(OWN), tuple(cells), together)


def cell_of(figure: KeyFigure, value: KeyFigureValue | None) -> Cell:
    """Return a value as pages show it; None was not counted."""
    if value is None:
        return Cell(None, None, None, 0, _NOT_COUNTED)
    return Cell(
        amount=_amount(figure, value.value),
        counted=_count(value.numerator) if value.denominator is not None and not _is_money(figure) else None,
        of=_count(value.denominator),
        left_out=int(value.left_out or 0),
        reason=value.reason,
        is_final=value.extract.is_final,
        extract_id=value.extract.public_id,
    )


def _together(figure: KeyFigure, found: Sequence[KeyFigureValue | None]) -> Cell:
    """Add what is shown: a total over a number that is hidden or lacking would tell it, or would be none."""
    known = [each for each in found if each is not None and each.state == KeyFigureValue.State.KNOWN]
    if len(known) < len(found):
        lacks = next((each.reason for each in found if each is not None and each.reason and kind_of(figure)), "")
        return Cell(None, None, None, 0, lacks or _NOT_ALL)
    counted = sum((each.numerator or Decimal(0) for each in known), Decimal(0))
    is_final = all(each.extract.is_final for each in known)
    if figure.denominator is None:
        return Cell(_amount(figure, counted), None, None, 0, "", is_final)
    whole = whole_of(figure, known)
    if whole is None:
        return Cell(None, None, None, 0, _NOT_ALL)
    share = counted / whole
    scaled = {FigureUnit.PER_THOUSAND: share * 1000, FigureUnit.EUR_PER_MONTH: share / 100}.get(figure.unit, share)
    return Cell(_amount(figure, scaled), None if _is_money(figure) else _count(counted), _count(whole), 0, "", is_final)


def _is_money(figure: KeyFigure) -> bool:
    """A rent is summed in cents: what was summed says less than over how many."""
    return figure.unit is FigureUnit.EUR_PER_MONTH


def _amount(figure: KeyFigure, value: Decimal | None) -> Amount | None:
    if value is None:
        return None
    is_share = figure.unit is FigureUnit.SHARE
    return Amount(round(float(value * 100 if is_share else value), 2 if not is_share else 1), unit_of(figure))


def _count(number: Decimal | None) -> Amount | None:
    return None if number is None else Amount(round(float(number), 2), "")


def _districts(figure: KeyFigure, places: Places, place: str, year: int) -> tuple[DistrictRow, ...]:
    values = _values(places, [place], [year], code=figure.code, level=_Level.DISTRICT)
    by_name: dict[str, list[KeyFigureValue]] = defaultdict(list)
    for each in values:
        by_name[each.district].append(each)
    if set(by_name) <= {""}:
        return ()
    names = sorted(by_name, key=lambda name: (not name, name))[:_MOST_DISTRICTS]
    return tuple(DistrictRow(name, _figure_row(figure, places, by_name[name]).cells) for name in names)


def _limits(figure: KeyFigure, years: Iterable[int], person: Person) -> dict[int, tuple[ParameterRow, ...]]:
    """Return the limits that decided, of the price year of each year."""
    needed = {name for column in figure.columns() for name in NEEDED_LIMITS.get(column, ())}
    needed |= _NORMS.get(figure.code, set())
    known = [one for one in parameters_now() if one.parameter.name.value in needed]
    return {
        year: tuple(
            parameter_row(one, None, person, year)
            for one in known
            if one.valid_from <= date(year, 12, 31) and (one.valid_to is None or one.valid_to >= date(year, 1, 1))
        )
        for year in years
    }


def _source(extract: Extract, places: Places) -> Source:
    return Source(
        extract.public_id,
        places.associations[extract.organisation_id],
        Extract.Subject(extract.subject),
        extract.counted_at,
        extract.is_final,
    )
