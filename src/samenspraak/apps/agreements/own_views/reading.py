"""The columns and views of a person; the right to the agreement is checked first."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Agreement, ColumnChoice, SavedView
from samenspraak.apps.agreements.own_views.pages import COLUMN_NAMES, OwnViews, SavedViewRow, ViewsPage
from samenspraak.apps.agreements.visibility import may, visible_agreements
from samenspraak.apps.parties.models import Person
from samenspraak.apps.parties.queries import Right

MOST_VIEWS = 200


def own_views(person: Person, agreement: Agreement) -> OwnViews:
    """Return the columns and views of a person for an agreement that they were shown (two queries)."""
    choice = ColumnChoice.objects.filter(person=person).first()
    columns = None if choice is None else tuple(name for name in COLUMN_NAMES if name in choice.columns)
    return OwnViews(columns, _rows(person, agreement))


def agreement_of_views(person: Person, public_id: UUID) -> Agreement:
    """Return an agreement that a person may see, to keep a view of; raises NotFound."""
    agreement = visible_agreements(person).filter(public_id=public_id).first()
    if agreement is None:
        raise NotFound("Deze prestatieafspraken zijn er niet, of u kunt ze niet inzien.")
    return agreement


def views_page(person: Person, agreement: Agreement) -> ViewsPage:
    """Return the views of a person in an agreement that they may see (two queries)."""
    rows = _rows(person, agreement)
    return ViewsPage(
        agreement_id=agreement.public_id,
        agreement_title=agreement.title,
        own=tuple(row for row in rows if not row.owner),
        others=tuple(row for row in rows if row.owner),
        may_share=may(person, Right.EDIT_REGISTER, agreement),
    )


def own_view(person: Person, public_id: UUID) -> SavedView:
    """Return a view that somebody keeps, to change it; another's is not found. Raises NotFound."""
    seen = SavedView.objects.filter(owner=person, agreement__in=visible_agreements(person))
    view = seen.select_related("agreement").filter(public_id=public_id).first()
    if view is None:
        raise NotFound("Deze weergave is er niet, of is niet van u.")
    return view


def _rows(person: Person, agreement: Agreement) -> tuple[SavedViewRow, ...]:
    found = SavedView.objects.filter(Q(owner=person) | Q(is_shared=True), agreement=agreement)
    rows = [
        SavedViewRow(view.public_id, view.name, view.address, view.is_shared, _owner(view, person))
        for view in found.select_related("owner").order_by("name", "id")[:MOST_VIEWS]
    ]
    return tuple(sorted(rows, key=lambda row: bool(row.owner)))


def _owner(view: SavedView, person: Person) -> str:
    return "" if view.owner_id == person.pk else str(view.owner)
