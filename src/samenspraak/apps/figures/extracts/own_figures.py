"""Figures that a municipality declares itself: tried on its data, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.figures.extracts.counting import snapshots_of, values_of
from samenspraak.apps.figures.extracts.known_figures import own_figures_now, trouble_with
from samenspraak.apps.figures.extracts.pages import Cell
from samenspraak.apps.figures.extracts.places import code_of
from samenspraak.apps.figures.extracts.read_key_figures import cell_of
from samenspraak.apps.figures.models import Extract, KeyFigureValue, OwnKeyFigure
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import Right, organisations_where
from samenspraak.core.measurement.key_figures.columns import COLUMNS, Column, ColumnKind, Subject
from samenspraak.core.measurement.key_figures.declaration import KeyFigure
from samenspraak.core.measurement.key_figures.declaring import own_figure

_MOST_TRIED = 6  # lists: the last year of each association


@dataclass(frozen=True, slots=True)
class OwnFigureRow:
    """An own figure as it stands now, in the words in which it was declared."""

    number: int
    municipality: str
    code: str
    version: int
    form: Mapping[str, str]
    trouble: str  # why nothing is counted with it; empty when it is understood


@dataclass(frozen=True, slots=True)
class Trial:
    """What a figure gives on the lists of the last year."""

    figure: KeyFigure
    cells: tuple[tuple[str, int, Cell], ...]  # association, year, value


def municipalities_of(person: Person) -> list[Organisation]:
    """Return the municipalities for which a person may declare figures."""
    found = organisations_where(person, Right.EDIT_REGISTER).filter(kind=Organisation.Kind.MUNICIPALITY)
    return list(found.filter(stands_as__isnull=True))


def own_figures_for(person: Person) -> tuple[OwnFigureRow, ...]:
    """Return the figures of the municipalities for which a person may declare them."""
    found = own_figures_now({one.pk for one in municipalities_of(person)})
    return tuple(
        OwnFigureRow(each.pk, each.organisation.name, each.code, each.version, each.form, trouble_with(each))
        for each in found
    )


def own_figure_for(person: Person, number: int) -> OwnKeyFigure:
    """Return the latest version of a figure that a person may change; raises NotFound."""
    mine = {one.pk for one in municipalities_of(person)}
    found = next((each for each in own_figures_now(mine) if each.pk == number), None)
    if found is None:
        raise NotFound("Dit eigen kengetal is er niet, het is intussen gewijzigd, of u kunt het niet wijzigen.")
    return found


def columns_to_ask_for() -> dict[str, tuple[Column, ...]]:
    """Return what a condition can look at, for each subject."""
    return {
        subject.value: tuple(column for column in COLUMNS[subject] if column.kind is not ColumnKind.PLACE)
        for subject in Subject
    }


def tried(organisation: Organisation, form: Mapping[str, str]) -> Trial:
    """Return what a figure would give, protected together with all others; raises SamenspraakError. Nothing is kept."""
    figure = own_figure(form)
    record = OwnKeyFigure(organisation=organisation, code=figure.code, version=1, form=dict(form))
    cells: list[tuple[str, int, Cell]] = []
    for extract in last_lists(organisation, figure.subject):
        found = [
            value
            for value in values_of(extract, [(record, figure)])
            if value.own is record and value.level == KeyFigureValue.Level.MUNICIPALITY
        ]
        cells.extend((extract.organisation.name, extract.year, cell_of(figure, value)) for value in found)
    return Trial(figure, tuple(cells))


def last_lists(organisation: Organisation, subject: Subject) -> list[Extract]:
    """Return the last counted list of each association that has dwellings in a municipality."""
    last: dict[int, Extract] = {}
    for extract in lists_about(organisation).filter(subject=subject.value).order_by("year"):
        last[extract.organisation_id] = extract
    return [extract for extract in list(last.values())[:_MOST_TRIED] if snapshots_of(extract)]


def lists_about(organisation: Organisation) -> QuerySet[Extract]:
    """Return the counted lists that have something in a municipality."""
    about = KeyFigureValue.objects.filter(
        municipality=code_of(organisation) or "-", level=KeyFigureValue.Level.MUNICIPALITY
    )
    done = Extract.objects.filter(status=Extract.Status.DONE, pk__in=about.values("extract"))
    return done.select_related("organisation", "delivered_by")
