"""Keeping how one sees a register: keyword-only, one transaction, one event."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from samenspraak.apps.agreements.errors import InvalidValue, NotAllowed, NotFound, NothingChanged, ViewNameTaken
from samenspraak.apps.agreements.models import Agreement, ColumnChoice, SavedView
from samenspraak.apps.agreements.own_views.pages import COLUMN_NAMES
from samenspraak.apps.agreements.visibility import may
from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right

LONGEST_NAME = 80
LONGEST_ADDRESS = 2000
MOST_OWN = 100


@transaction.atomic
def choose_columns(*, columns: Iterable[str], by: Person) -> ColumnChoice:
    """Remember which columns somebody wants to see in any register; names that are not known are left out."""
    wanted = set(columns)
    names = [name for name in COLUMN_NAMES if name in wanted]
    before = ColumnChoice.objects.filter(person=by).first()
    choice, _ = ColumnChoice.objects.update_or_create(person=by, defaults={"columns": names})
    record(
        EventKind.COLUMNS_CHOSEN,
        target=choice,
        by=by,
        before=None if before is None else {"columns": before.columns},
        after={"columns": names},
    )
    return choice


@transaction.atomic
def save_view(*, agreement: Agreement, name: str, address: str, is_shared: bool, by: Person) -> SavedView:
    """Keep filters, order and columns under a name; raises NotFound, NotAllowed, InvalidValue or ViewNameTaken."""
    _refuse_stranger(agreement, by)
    if is_shared:
        _refuse_sharing(agreement, by)
    name = _name(name)
    if len(address) > LONGEST_ADDRESS:
        raise InvalidValue("Deze keuzes zijn te lang om te bewaren. Maak de zoekvraag korter.", where="Weergave")
    own = SavedView.objects.filter(agreement=agreement, owner=by)
    if own.count() >= MOST_OWN:
        raise InvalidValue(f"U hebt hier al {MOST_OWN} weergaven. Verwijder er eerst een.", where="Weergave")
    view = SavedView(agreement=agreement, owner=by, name=name, address=address, is_shared=is_shared)
    _keep(view)
    record(EventKind.VIEW_SAVED, target=view, by=by, after=_values(view))
    return view


@transaction.atomic
def change_view(*, view: SavedView, name: str, is_shared: bool, by: Person) -> SavedView:
    """Rename a view, or share it; raises NotFound, NotAllowed, InvalidValue, ViewNameTaken or NothingChanged."""
    current = _own(view, by)
    before = _values(current)
    if is_shared and not current.is_shared:
        _refuse_sharing(current.agreement, by)
    current.name, current.is_shared = _name(name), is_shared
    if _values(current) == before:
        raise NothingChanged("Er is niets gewijzigd aan deze weergave.")
    _keep(current)
    record(EventKind.VIEW_CHANGED, target=current, by=by, before=before, after=_values(current))
    return current


@transaction.atomic
def delete_view(*, view: SavedView, by: Person) -> None:
    """Delete a view; the commitments stay. Raises NotFound."""
    current = _own(view, by)
    record(EventKind.VIEW_DELETED, target=current, by=by, before=_values(current))
    current.delete()


def _own(view: SavedView, by: Person) -> SavedView:
    current = SavedView.objects.select_for_update(of=("self",)).select_related("agreement").filter(pk=view.pk).first()
    if current is None or current.owner_id != by.pk:
        raise NotFound("Deze weergave is er niet, of is niet van u.")
    _refuse_stranger(current.agreement, by)
    return current


def _refuse_stranger(agreement: Agreement, by: Person) -> None:
    if not may(by, Right.READ, agreement):
        raise NotFound("Deze prestatieafspraken zijn er niet, of u kunt ze niet inzien.")


def _refuse_sharing(agreement: Agreement, by: Person) -> None:
    if not may(by, Right.EDIT_REGISTER, agreement):
        raise NotAllowed("Een weergave met anderen delen kan een coördinator. Voor uzelf bewaren kan wel.")


def _name(name: str) -> str:
    words = " ".join(name.replace("\x00", "").split())
    if not words:
        raise InvalidValue("Geef de weergave een naam.", where="Naam")
    if len(words) > LONGEST_NAME:
        raise InvalidValue(f"De naam is langer dan {LONGEST_NAME} tekens.", where="Naam")
    return words


def _keep(view: SavedView) -> None:
    others = SavedView.objects.filter(agreement=view.agreement, owner=view.owner_id).exclude(pk=view.pk)
    taken = ViewNameTaken(f"U hebt hier al een weergave die “{view.name}” heet. Kies een andere naam.", where="Naam")
    if others.filter(name__iexact=view.name).exists():
        raise taken
    try:
        with transaction.atomic():
            view.save()
    except IntegrityError as error:  # the same name at the same moment
        raise taken from error


def _values(view: SavedView) -> dict[str, str | bool]:
    return {"name": view.name, "address": view.address, "is_shared": view.is_shared}
