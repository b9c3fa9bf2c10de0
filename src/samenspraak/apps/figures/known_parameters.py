"""The limits of the law as this installation knows them: what is shipped, with what people added."""

from __future__ import annotations

from django.db import connection

from samenspraak.apps.figures.errors import FigureNotPossible
from samenspraak.apps.figures.models import AddedParameter
from samenspraak.apps.figures.values import plain
from samenspraak.core.measurement.households import Household
from samenspraak.core.measurement.parameters import ParameterName, Parameters, ParameterState, ParameterValue
from samenspraak.engines.knowledge.parameters import load_parameters


def parameters_now() -> Parameters:
    """Return all that is known (one query)."""
    return load_parameters().supplemented_by(added_now())


def added_now() -> dict[ParameterValue, AddedParameter]:
    """Return what people added, each for the days until a shipped amount follows; one that is replaced is left out."""
    shipped = load_parameters()
    added = AddedParameter.objects.select_related("added_by")
    return {value: each for each in added if (value := shipped.until_known(as_value(each))) is not None}


def hold_parameters() -> None:
    """Let limits be added one after another, until the end of the transaction: two for the same days break every page.

    There is no row to hold before the first is there. SQLite has one writer at a time as it is.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            table = connection.ops.quote_name(AddedParameter._meta.db_table)
            cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")


def as_value(added: AddedParameter) -> ParameterValue:
    """Return an added limit as the rules see it; raises FigureNotPossible for a household that it does not know."""
    if added.name not in set(ParameterName):
        raise FigureNotPossible("Deze grens kennen wij niet. Kies er een uit de lijst.")
    parameter = load_parameters().parameter(ParameterName(added.name))
    household = Household(added.household) if added.household else None
    if (household is None) is bool(parameter.households) or (household and household not in parameter.households):
        raise FigureNotPossible(
            f"Bij de {parameter.label} hoort een ander huishouden, of geen. Kijk in de tabel welke er zijn."
        )
    return ParameterValue(
        parameter,
        plain(added.value),
        added.valid_from,
        added.valid_to,
        household,
        ParameterState.OFFICIAL,
        added.source,
    )
