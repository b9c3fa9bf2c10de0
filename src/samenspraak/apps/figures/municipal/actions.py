"""Writes about numbers of a municipality: keyword-only, one transaction, one event."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.documents.jobs import enqueue
from samenspraak.apps.figures.errors import FigureNotPossible, MayNotSetTargets
from samenspraak.apps.figures.extracts.divisors import figures_divided_by, first_day, last_day
from samenspraak.apps.figures.extracts.places import code_of
from samenspraak.apps.figures.models import Extract, KeyFigureValue, MunicipalNumber
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import Right, fresh_organisation, may
from samenspraak.core.vocabulary.numbers import format_number

DIVIDE = "samenspraak.apps.figures.extracts.jobs.divide_again"
FIRST_YEAR, LAST_YEAR, MOST = 2000, 2100, 10_000_000


@transaction.atomic
def set_municipal_number(  # noqa: PLR0913 - a number has these parts
    *,
    organisation: Organisation,
    kind: str,
    year: int,
    value: int,
    on: date,
    source: str,
    is_final: bool,
    by: Person,
) -> MunicipalNumber:
    """Keep a number of a whole municipality, or the next version of one; lists of that year are divided again by it.

    Raises MayNotSetTargets, FigureNotPossible.
    """
    _refuse_others(organisation, by)
    _refuse_impossible(organisation, kind, year, value, on, source)
    fresh_organisation(organisation)
    same = MunicipalNumber.objects.filter(organisation=organisation, kind=kind, year=year).order_by("-version")
    last = same.first()
    before = same.filter(withdrawn_at=None).first()
    made = MunicipalNumber.objects.create(
        organisation=organisation, kind=kind, year=year, version=last.version + 1 if last else 1, value=value, on=on,
        source=source.strip(), is_final=is_final, entered_by=by,
    )  # fmt: skip
    enqueue(DIVIDE, str(made.pk))
    record(EventKind.MUNICIPAL_NUMBER_SET, target=made, by=by, before=_told(before), after=_told(made))
    return made


@transaction.atomic
def withdraw_municipal_number(*, number: MunicipalNumber, reason: str, by: Person) -> MunicipalNumber:
    """Take a number back, with the reason; the version before it counts again, or none does. It stays to be read.

    Raises MayNotSetTargets, FigureNotPossible.
    """
    _refuse_others(number.organisation, by)
    if not reason.strip():
        raise FigureNotPossible("Schrijf op waarom het aantal niet klopt. Anderen lezen dit terug.")
    held = MunicipalNumber.objects.select_for_update(of=("self",)).get(pk=number.pk)
    if held.withdrawn_at is not None:
        raise FigureNotPossible("Dit aantal was al ingetrokken.")
    held.withdrawn_at, held.withdrawn_reason = timezone.now(), reason.strip()
    held.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    enqueue(DIVIDE, str(held.pk))
    record(EventKind.MUNICIPAL_NUMBER_WITHDRAWN, target=held, by=by, before=_told(held), reason=reason.strip())
    return held


def _refuse_others(organisation: Organisation, by: Person) -> None:
    if organisation.kind != Organisation.Kind.MUNICIPALITY or not may(by, Right.EDIT_REGISTER, organisation):
        raise MayNotSetTargets("Alleen een coördinator van de gemeente vult in hoeveel woningen er zijn.")


def _refuse_impossible(organisation: Organisation, kind: str, year: int, value: int, on: date, source: str) -> None:
    if not code_of(organisation):
        raise FigureNotPossible(
            f"Van {organisation} is geen CBS-code bekend, zodat niet te zien is welke woningen erbij horen. Vul die in."
        )
    if kind not in MunicipalNumber.Kind or not FIRST_YEAR <= year <= LAST_YEAR:
        raise FigureNotPossible("Kies wat is geteld, en een jaar tussen 2000 en 2100.")
    if not 0 < value <= MOST:
        raise FigureNotPossible("Schrijf een heel getal van 1 tot tien miljoen; laat weg wat u niet weet.")
    if not first_day(year) <= on <= last_day(year):
        raise FigureNotPossible(
            f"De peildatum hoort in {year} te liggen, of op 1 januari {year + 1}. Kijk het jaar en de datum na."
        )
    if not source.strip():
        raise FigureNotPossible("Noem de bron: waar het aantal staat, en van wanneer dat is.")
    counted = _counted(organisation, kind, year)
    if counted > value:
        raise FigureNotPossible(
            f"In {year} zijn bij de corporaties al {format_number(counted)} woningen geteld; alles samen kan niet"
            " minder zijn. Kijk of er een cijfer ontbreekt."
        )


def _counted(organisation: Organisation, kind: str, year: int) -> int:
    """Return what counted lists already have of a part of this number."""
    parts = [figure.code for figure in figures_divided_by(kind)]
    found = KeyFigureValue.objects.filter(
        extract__status=Extract.Status.DONE,
        extract__year=year,
        level=KeyFigureValue.Level.MUNICIPALITY,
        municipality=code_of(organisation),
        code__in=parts,
    )
    sums = found.values("code").annotate(total=Sum("numerator")).values_list("total", flat=True)
    return int(max((total or Decimal(0) for total in sums), default=0))


def _told(number: MunicipalNumber | None) -> dict[str, object] | None:
    if number is None:
        return None
    return {
        "kind": number.kind, "year": number.year, "version": number.version, "value": number.value,
        "on": number.on.isoformat(), "source": number.source, "final": number.is_final,
    }  # fmt: skip
