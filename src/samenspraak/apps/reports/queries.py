"""What a person may read of reports. Every function checks the right first; what is not theirs is not found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import Q

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.queries import visible_agreements
from samenspraak.apps.monitoring.queries import head_of, round_for
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import Right, organisations_where
from samenspraak.apps.parties.queries import may as may_for
from samenspraak.apps.reports.accounts import year_for, year_named, years_of
from samenspraak.apps.reports.composing import edits_of, written, written_edition
from samenspraak.apps.reports.drafts import report_of, report_on, round_read
from samenspraak.apps.reports.house_styles import Upload, style_for
from samenspraak.apps.reports.models import Draft, Edition, HouseStyle, ReportKind
from samenspraak.apps.reports.pages import (
    FORMATS,
    AccountPage,
    DraftPage,
    EditionRow,
    KindRow,
    ReportsPage,
    WrittenFile,
)
from samenspraak.apps.reports.picturing import pictures_in
from samenspraak.apps.reports.subjects import Subject, Year, fields_of, kinds_of, may_write
from samenspraak.core.composition.editing import lost_edits, passages, with_edits
from samenspraak.core.composition.tree import Report

__all__ = [
    "Subject",
    "Upload",
    "Year",
    "account_file",
    "account_page",
    "draft_file",
    "draft_page",
    "edition_file",
    "editions_of",
    "house_style_for",
    "kind_named",
    "reports_for",
    "round_for",
    "year_for",
    "year_named",
    "years_of",
]


def kind_named(value: str) -> ReportKind:
    """Return the kind of report with this value; raises NotFound."""
    if value not in ReportKind.values:
        raise NotFound("Dit soort verslag is er niet.")
    return ReportKind(value)


def reports_for(person: Person, round_id: UUID) -> ReportsPage:
    """Return the reports of a round by kind; raises NotFound."""
    round_ = round_for(person, round_id)
    drafts = {draft.kind: draft for draft in Draft.objects.filter(round=round_).select_related("written_by")}
    editions = _editions(round_)
    return ReportsPage(
        head=head_of(round_),
        rows=tuple(_kind_row(kind, drafts.get(kind.value), editions) for kind in kinds_of(round_)),
        may_write=may_write(person, round_),
    )


def _editions(about: Subject) -> list[Edition]:
    found = Edition.objects.filter(**fields_of(about)).defer("report", "template")
    return list(found.select_related("adopted_by"))


def _kind_row(kind: ReportKind, draft: Draft | None, editions: Sequence[Edition]) -> KindRow:
    return KindRow(
        kind=kind,
        has_edits=draft is not None and bool(draft.edits),
        written_at=None if draft is None else draft.written_at,
        written_by="" if draft is None or draft.written_by is None else str(draft.written_by),
        editions=tuple(_edition_row(one) for one in editions if one.kind == kind),
    )


def _edition_row(edition: Edition) -> EditionRow:
    return EditionRow(
        public_id=edition.public_id,
        kind=ReportKind(edition.kind),
        number=edition.number,
        adopted_at=edition.adopted_at,
        adopted_by=str(edition.adopted_by),
        sha256=edition.sha256,
    )


def draft_page(person: Person, round_id: UUID, kind: ReportKind) -> DraftPage:
    """Return a draft about a round with its paragraphs (at most fourteen queries); raises NotFound."""
    read = round_read(person, round_id)
    _refuse_other(read.round, kind)
    page = _draft_page(report_on(person, read, kind), read.round, kind)
    return replace(page, head=head_of(read.round), may_write=read.monitor.may_manage)


def account_page(person: Person, about: Year) -> AccountPage:
    """Return the draft of an account, with its editions (fourteen queries); `about` comes from `year_for`."""
    page = _draft_page(report_of(person, about, ReportKind.ACCOUNT), about, ReportKind.ACCOUNT)
    return AccountPage(
        draft=replace(page, may_write=may_write(person, about)),
        organisation_id=about.organisation.pk,
        organisation=about.organisation.name,
        year=about.year,
        years=tuple(sorted({about.year, *years_of(person, about.organisation)}, reverse=True)),
        editions=tuple(_edition_row(one) for one in _editions(about)),
    )


def _draft_page(report: Report, about: Subject, kind: ReportKind) -> DraftPage:
    draft = _draft(about, kind)
    edits = edits_of(draft.edits) if draft else {}
    return DraftPage(
        head=None,
        kind=kind,
        title=report.title,
        passages=passages(report, edits),
        lost=tuple(lost_edits(report, edits).items()),
        pictures=pictures_in(report),
        version=draft.version if draft else 0,
        may_write=False,
    )


def draft_file(
    person: Person, round_id: UUID, kind: ReportKind, form: str, *, with_history: bool = False
) -> WrittenFile:
    """Return a draft about a round as a file; raises NotFound, TemplateNotUsable, PdfNotPossible."""
    return _draft_file(person, round_for(person, round_id), kind, form, with_history=with_history)


def account_file(person: Person, about: Year, form: str, *, with_history: bool = False) -> WrittenFile:
    """Return the draft of an account as a file; `about` comes from `year_for`. Raises what `draft_file` raises."""
    return _draft_file(person, about, ReportKind.ACCOUNT, form, with_history=with_history)


def _draft_file(person: Person, about: Subject, kind: ReportKind, form: str, *, with_history: bool) -> WrittenFile:
    _refuse_other(about, kind)
    draft = _draft(about, kind)
    proposal = report_of(person, about, kind, with_history=with_history)
    style, template = style_for(about)
    return written(with_edits(proposal, edits_of(draft.edits) if draft else {}), _form(form), style, template)


def _refuse_other(about: Subject, kind: ReportKind) -> None:
    if kind not in kinds_of(about):
        raise NotFound("Dit soort verslag wordt hier niet gemaakt.")


def edition_file(person: Person, edition_id: UUID, form: str) -> WrittenFile:
    """Return an adopted report as a file, byte for byte as it was; raises NotFound."""
    own = Organisation.objects.all() if person.is_administrator else organisations_where(person, Right.READ)
    seen = Q(round__agreement__in=visible_agreements(person))
    if person.is_active:
        seen |= Q(organisation__in=own)
    edition = Edition.objects.filter(seen, public_id=edition_id).defer("report", "template").first()
    if edition is None:
        raise NotFound("Dit verslag is er niet, of u kunt het niet inzien.")
    kept = edition.files.filter(form=_form(form)).first()
    return WrittenFile(kept.name, FORMATS[form], bytes(kept.content)) if kept else written_edition(edition, form)


def editions_of(person: Person, about: Year) -> tuple[EditionRow, ...]:
    """Return the adopted accounts of a year, newest first; `about` comes from `year_for`."""
    return tuple(_edition_row(one) for one in _editions(about))


def house_style_for(person: Person, organisation_id: int) -> tuple[Organisation, HouseStyle]:
    """Return the look of an organisation for who may set it; raises NotFound."""
    organisation = Organisation.objects.filter(pk=organisation_id).first()
    if organisation is None or not may_for(person, Right.EDIT_REGISTER, organisation):
        raise NotFound("Deze organisatie is er niet, of u kunt haar huisstijl niet instellen.")
    kept = HouseStyle.objects.filter(organisation=organisation).first()
    return organisation, kept or HouseStyle(organisation=organisation)


def _draft(about: Subject, kind: ReportKind) -> Draft | None:
    return Draft.objects.filter(**fields_of(about), kind=kind).first()


def _form(form: str) -> str:
    if form not in FORMATS:
        raise NotFound("In deze vorm is het verslag er niet. Kies docx, odt, pdf of html.")
    return form
