"""What a person may read of numbers of a municipality; what is not theirs is not found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.figures.extracts.divisors import figures_divided_by
from samenspraak.apps.figures.extracts.own_figures import municipalities_of
from samenspraak.apps.figures.extracts.places import code_of
from samenspraak.apps.figures.models import Extract, KeyFigureValue, MunicipalNumber
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.core.measurement.key_figures.declaration import KeyFigure

_MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A version of a number; `counts` tells whether it is the one that is divided by."""

    number: int
    organisation_id: int
    municipality: str
    kind: MunicipalNumber.Kind
    year: int
    version: int
    value: int
    on: date
    source: str
    is_final: bool
    entered_by: str
    entered_at: datetime
    withdrawn_at: datetime | None
    withdrawn_reason: str
    counts: bool


@dataclass(frozen=True, slots=True)
class LackingRow:
    """A number that key figures need, of a year in which lists were counted, and that nobody entered."""

    organisation_id: int
    municipality: str
    kind: MunicipalNumber.Kind
    year: int
    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class NumbersPage:
    """The numbers of the municipalities for which somebody may enter them."""

    rows: tuple[NumberRow, ...]  # that count
    earlier: tuple[NumberRow, ...]
    lacking: tuple[LackingRow, ...]


def municipal_numbers_for(person: Person) -> NumbersPage:
    """Return the numbers of the municipalities for which a person may enter them (four queries)."""
    mine = {each.pk: each for each in municipalities_of(person)}
    found = MunicipalNumber.objects.filter(organisation__in=mine).select_related("organisation", "entered_by")
    known = MunicipalNumber.objects.filter(organisation__in=mine, withdrawn_at=None).order_by()
    counting: dict[tuple[int, str, int], int] = {}
    listed = list(found[:_MOST_ROWS])
    for each in listed:  # the newest version of each comes first
        if each.withdrawn_at is None:
            counting.setdefault((each.organisation_id, each.kind, each.year), each.pk)
    counts = set(counting.values())
    rows = [_row(each, counts=each.pk in counts) for each in listed]
    return NumbersPage(
        rows=tuple(row for row in rows if row.counts),
        earlier=tuple(row for row in rows if not row.counts),
        # More may be known than is listed: the administrator enters those of the whole country.
        lacking=_lacking(mine, set(known.values_list("organisation", "kind", "year"))),
    )


def municipal_number_for(person: Person, number: int) -> MunicipalNumber:
    """Return a number that a person may withdraw; raises NotFound."""
    found = MunicipalNumber.objects.filter(pk=number, organisation__in=municipalities_of(person))
    one = found.select_related("organisation").first()
    if one is None:
        raise NotFound("Dit aantal is er niet, of u kunt het niet wijzigen.")
    return one


def _lacking(mine: dict[int, Organisation], known: set[tuple[int, str, int]]) -> tuple[LackingRow, ...]:
    """Return what counted lists ask for and nobody entered, the newest year first."""
    by_code = {code_of(each): each for each in mine.values() if code_of(each)}
    asked = KeyFigureValue.objects.filter(
        extract__status=Extract.Status.DONE,
        extract__subject=Extract.Subject.STOCK,
        level=KeyFigureValue.Level.MUNICIPALITY,
        municipality__in=by_code,
    )
    places = sorted(
        set(asked.values_list("municipality", "extract__year").order_by().distinct()), key=lambda one: -one[1]
    )
    return tuple(
        LackingRow(by_code[code].pk, by_code[code].name, kind, year, figures_divided_by(kind))
        for code, year in places
        for kind in MunicipalNumber.Kind
        if (by_code[code].pk, kind.value, year) not in known
    )


def _row(each: MunicipalNumber, *, counts: bool) -> NumberRow:
    return NumberRow(
        number=each.pk,
        organisation_id=each.organisation_id,
        municipality=each.organisation.name,
        kind=MunicipalNumber.Kind(each.kind),
        year=each.year,
        version=each.version,
        value=each.value,
        on=each.on,
        source=each.source,
        is_final=each.is_final,
        entered_by=str(each.entered_by),
        entered_at=each.entered_at,
        withdrawn_at=each.withdrawn_at,
        withdrawn_reason=each.withdrawn_reason,
        counts=counts,
    )
