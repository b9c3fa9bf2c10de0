"""Which commitments a filter leaves, and in which order."""

from __future__ import annotations

from datetime import date

from django.db.models import Case, Expression, F, OrderBy, OuterRef, Q, QuerySet, Subquery, Value, When

from samenspraak.apps.agreements.codes import code_key
from samenspraak.apps.agreements.models import Commitment, CommitmentParty
from samenspraak.apps.agreements.pages import NO_THEME, CommitmentFilter
from samenspraak.apps.agreements.passages import overlaps
from samenspraak.apps.documents.models import Finding

# By number, not by the document itself: that would sort as documents are listed, newest first.
_IN_DOCUMENT = ("document_id", "order")
_WITHOUT_CODE_LAST = Case(When(code="", then=1), default=0)
_FIRST_LEAD = CommitmentParty.objects.filter(commitment=OuterRef("pk")).order_by("order").values("name")[:1]


def _as_listed(name: str, values: list[str]) -> Case:
    return Case(*(When(**{name: value, "then": Value(at)}) for at, value in enumerate(values)), default=Value(99))


_ORDERS: dict[str, Expression | F | Subquery] = {
    "code": F("code_key"),
    "title": F("title"),
    "theme": _as_listed("theme", Commitment.Theme.values),
    "who": Subquery(_FIRST_LEAD),
    "deadline": F("deadline_on"),
    "rating": _as_listed("rating", ["red", "amber", "green", "grey"]),
    "kind": _as_listed("kind", Commitment.Kind.values),
    "year": F("year"),
}


def ordered(register: QuerySet[Commitment], wanted: CommitmentFilter) -> QuerySet[Commitment]:
    """Return the commitments in the order that was asked for; what has no value comes last either way."""
    if wanted.sort not in _ORDERS:
        return register.order_by(*(("-document_id", "-order") if wanted.is_descending else _IN_DOCUMENT))
    key = OrderBy(_ORDERS[wanted.sort], descending=wanted.is_descending, nulls_last=True)
    first = [_WITHOUT_CODE_LAST] if wanted.sort == "code" else []
    return register.order_by(*first, key, *_IN_DOCUMENT)


def filtered(register: QuerySet[Commitment], wanted: CommitmentFilter) -> QuerySet[Commitment]:
    """Return the commitments that a filter leaves; an unknown value leaves none."""
    if wanted.theme:
        register = register.filter(theme="" if wanted.theme == NO_THEME else wanted.theme)
    if wanted.kind:
        register = register.filter(kind=wanted.kind)
    if wanted.party:
        named = CommitmentParty.objects.filter(name=searchable(wanted.party))
        register = register.filter(pk__in=named.values("commitment"))
    if wanted.year:
        year = int(wanted.year) if wanted.year.isascii() and wanted.year.isdigit() and len(wanted.year) == 4 else 0
        register = register.filter(year=year)
    register = _due(register, wanted)
    if text := searchable(wanted.text):
        register = register.filter(
            Q(code_key__startswith=code_key(text))
            | Q(code__icontains=text)
            | Q(title__icontains=text)
            | Q(text__icontains=text)
        )
    return register.filter(pk__in=_questioned(register)) if wanted.has_finding else register


def _due(register: QuerySet[Commitment], wanted: CommitmentFilter) -> QuerySet[Commitment]:
    for asked, lookup in ((wanted.due_from, "deadline_on__gte"), (wanted.due_until, "deadline_on__lte")):
        if not asked:
            continue
        try:
            register = register.filter(**{lookup: date.fromisoformat(asked)})
        except ValueError:
            return register.none()
    return register


def _questioned(register: QuerySet[Commitment]) -> list[int]:
    """Return the numbers of the commitments where a finding points (two queries)."""
    places: dict[int, list[tuple[int, int]]] = {}
    findings = Finding.objects.filter(document__in=register.order_by().values("document"))
    for document, spans in findings.values_list("document", "spans"):
        places.setdefault(document, []).extend((span["start"], span["end"]) for span in spans)
    rows = register.order_by().values_list("pk", "document", "start", "end")
    return [
        pk
        for pk, document, start, end in rows
        if any(overlaps(start, end, *place) for place in places.get(document, ()))
    ]


def searchable(text: str) -> str:
    """Return what a person typed, without what a database refuses."""
    return text.replace("\x00", "").strip()[:200]
