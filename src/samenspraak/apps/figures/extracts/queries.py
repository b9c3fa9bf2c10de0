"""What a person may read of lists; what is not theirs is not found."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import AgreementParty
from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.figures.extracts.door import days_kept, preview_of, rows_kept_of
from samenspraak.apps.figures.extracts.feeding import figures_of, number_for
from samenspraak.apps.figures.extracts.own_figures import (
    Trial,
    columns_to_ask_for,
    municipalities_of,
    own_figure_for,
    own_figures_for,
    tried,
)
from samenspraak.apps.figures.extracts.pages import (
    ColumnRow,
    ExtractPage,
    ExtractRow,
    ExtractsPage,
    ProblemRow,
)
from samenspraak.apps.figures.extracts.places import Places, code_of
from samenspraak.apps.figures.extracts.read_key_figures import key_figure_for, key_figures_for
from samenspraak.apps.figures.models import ColumnMapping, Extract, KeyFigureValue
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import Right, may, organisations_where
from samenspraak.core.measurement.key_figures.columns import Subject
from samenspraak.engines.extracts.matching import readable_columns
from samenspraak.engines.extracts.progress import Doing, percent_of

__all__ = [
    "Places",
    "Trial",
    "associations_of",
    "code_of",
    "columns_to_ask_for",
    "days_kept",
    "extract_for",
    "extract_page",
    "extracts_for",
    "figures_of",
    "key_figure_for",
    "key_figures_for",
    "municipalities_of",
    "number_for",
    "own_figure_for",
    "own_figures_for",
    "tried",
]

_BUSY = {Extract.Status.LOOKING, Extract.Status.COUNTING}
_OPENING = "W845"
_ALL_ROWS = "alle rijen: "
_MOST_LISTS = 200


def associations_of(person: Person) -> list[Organisation]:
    """Return the associations of which a person may deliver lists."""
    return list(
        organisations_where(person, Right.REPORT).filter(
            kind=Organisation.Kind.HOUSING_ASSOCIATION, stands_as__isnull=True
        )
    )


def extracts_for(person: Person) -> ExtractsPage:
    """Return the lists of the associations that a person works for, and those that figures they see rest on."""
    rows = _seen(person).exclude(status=Extract.Status.DISCARDED)
    return ExtractsPage(
        rows=tuple(_row(each) for each in rows[:_MOST_LISTS]), may_deliver=bool(associations_of(person))
    )


def extract_for(person: Person, public_id: UUID) -> Extract:
    """Return a list that a person may know of; raises NotFound."""
    found = _seen(person).filter(public_id=public_id).first()
    if found is None:
        raise NotFound("Deze lijst is er niet, of u kunt haar niet inzien.")
    return found


def extract_page(person: Person, public_id: UUID) -> ExtractPage:
    """Return everything about a list; its rows only to who may handle it. Raises NotFound."""
    extract = extract_for(person, public_id)
    may_handle = may(person, Right.REPORT, extract.organisation)
    kept = ColumnMapping.objects.filter(organisation=extract.organisation, subject=extract.subject).first()
    values = KeyFigureValue.objects.filter(extract=extract)
    return ExtractPage(
        row=_row(extract),
        row_count=extract.row_count,
        columns=_columns(extract, kept.columns if kept else {}),
        names=tuple(sorted({*_theirs(extract).values(), *extract.unused})),
        problems=tuple(_problem(one) for one in extract.problems),
        preview=_preview(extract) if may_handle else (),
        opening=_opening(extract),
        value_count=values.filter(state=KeyFigureValue.State.KNOWN).count(),
        hidden_count=values.filter(state=KeyFigureValue.State.SUPPRESSED).count(),
        target_count=extract.observations.filter(withdrawn_at=None).count(),
        counted_at=extract.counted_at,
        withdrawn_at=extract.withdrawn_at,
        withdrawn_reason=extract.withdrawn_reason,
        may_handle=may_handle,
        rows_kept=extract.status == Extract.Status.DONE and bool(rows_kept_of(extract)),
    )


def _seen(person: Person) -> QuerySet[Extract]:
    mine = organisations_where(person, Right.REPORT)
    beside = AgreementParty.objects.filter(agreement__in=visible_agreements(person), organisation__isnull=False)
    known = Q(status__in=(Extract.Status.DONE, Extract.Status.WITHDRAWN)) & (
        Q(organisation__in=beside.values("organisation"))
        | Q(organisation__in=beside.values("organisation__stands_as"))
        | Q(organisation__in=organisations_where(person, Right.READ))
    )
    return Extract.objects.filter(Q(organisation__in=mine) | known).select_related("organisation", "delivered_by")


def _row(extract: Extract) -> ExtractRow:
    status = Extract.Status(extract.status)
    return ExtractRow(
        public_id=extract.public_id,
        organisation=extract.organisation.name,
        subject=Extract.Subject(extract.subject),
        year=extract.year,
        name=extract.name,
        status=status,
        is_final=extract.is_final,
        delivered_by=str(extract.delivered_by),
        delivered_at=extract.delivered_at,
        message=extract.error_message,
        is_busy=status in _BUSY,
        **(_progress(extract, status) if status in _BUSY and extract.doing else {}),
    )


def _progress(extract: Extract, status: Extract.Status) -> dict[str, Any]:
    is_counted = status == Extract.Status.COUNTING
    percent = percent_of(Doing(extract.doing), extract.done_count, extract.total_count, is_counted=is_counted)
    return {"doing": extract.doing, "done": extract.done_count, "total": extract.total_count, "percent": percent}


def _theirs(extract: Extract) -> dict[str, str]:
    return {name: text for name, text in extract.columns.items() if not text.startswith(_ALL_ROWS)}


def _columns(extract: Extract, kept: dict[str, str]) -> tuple[ColumnRow, ...]:
    """Return our columns with what is known of each: by the list itself, or else by the mapping that is kept."""
    theirs = _theirs(extract)
    same = {name: text.removeprefix("=") for name, text in kept.items() if text.startswith("=")}
    known = {name: text for name, text in kept.items() if not text.startswith("=")}
    return tuple(
        ColumnRow(name, column.dutch, theirs.get(name, known.get(name, "")), same.get(name, ""), column.is_required)
        for name, column in readable_columns(Subject(extract.subject)).items()
        if name not in {"association", "edition"}
    )


def _problem(one: dict) -> ProblemRow:
    rows = tuple(one["rows"])
    return ProblemRow(
        one["code"], one["column"], one["message"], one["advice"], rows,
        others=max(0, one["count"] - len(rows)) if rows else 0,
        is_blocking=one["code"].startswith("E"),
    )  # fmt: skip


def _preview(extract: Extract) -> tuple[tuple[str, ...], ...]:
    found = preview_of(extract)
    if not found:
        return ()
    columns = readable_columns(Subject(extract.subject))
    shown = [place for place, name in enumerate(found[0]) if name in columns and name != "association"]
    head = tuple(columns[found[0][place]].dutch for place in shown)
    return (head, *(tuple(row[place] for place in shown) for row in found[1:]))


def _opening(extract: Extract) -> str:
    """Tell how the opening stands to the closing of the year before: "equal", "differs", or "" where it is unknown."""
    if extract.subject != Extract.Subject.STOCK or extract.row_count == 0:
        return ""
    before = Extract.objects.filter(
        organisation=extract.organisation, subject=extract.subject, year=extract.year - 1, status=Extract.Status.DONE
    )
    if any(one["code"] == _OPENING for one in extract.problems):
        return "differs"
    has_opening = {"at_opening", "put_in_on"} & set(extract.columns)
    return "equal" if has_opening and before.exists() else "unknown"
