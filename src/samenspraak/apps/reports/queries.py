"""What a person may read of reports. Every function checks the right first; what is not theirs is not found."""

from __future__ import annotations

from uuid import UUID

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.queries import may, visible_agreements
from samenspraak.apps.monitoring.models import Round
from samenspraak.apps.monitoring.queries import head_of, round_for
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import Right
from samenspraak.apps.parties.queries import may as may_for
from samenspraak.apps.reports.composing import edits_of, thawed, written
from samenspraak.apps.reports.drafts import report_of, report_on, round_read
from samenspraak.apps.reports.house_styles import style_for
from samenspraak.apps.reports.models import Draft, Edition, HouseStyle, ReportKind
from samenspraak.apps.reports.pages import FORMATS, DraftPage, EditionRow, KindRow, ReportsPage, WrittenFile
from samenspraak.apps.reports.picturing import pictures_in
from samenspraak.core.composition.editing import lost_edits, passages, with_edits
from samenspraak.engines.writers.reports.house_style import HouseStyle as Look

__all__ = [
    "draft_file",
    "draft_page",
    "edition_file",
    "house_style_for",
    "kind_named",
    "reports_for",
    "round_for",
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
    editions = list(Edition.objects.filter(round=round_).defer("report", "template").select_related("adopted_by"))
    return ReportsPage(
        head=head_of(round_),
        rows=tuple(_kind_row(kind, drafts.get(kind.value), editions) for kind in ReportKind),
        may_write=may(person, Right.EDIT_REGISTER, round_.agreement),
    )


def _kind_row(kind: ReportKind, draft: Draft | None, editions: list[Edition]) -> KindRow:
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
    """Return a draft with its paragraphs (at most fourteen queries); raises NotFound."""
    read = round_read(person, round_id)
    report = report_on(read, kind)
    draft = _draft(read.round, kind)
    edits = edits_of(draft.edits) if draft else {}
    return DraftPage(
        head=head_of(read.round),
        kind=kind,
        title=report.title,
        passages=passages(report, edits),
        lost=tuple(lost_edits(report, edits).items()),
        pictures=pictures_in(report),
        version=draft.version if draft else 0,
        may_write=read.monitor.may_manage,
    )


def draft_file(
    person: Person, round_id: UUID, kind: ReportKind, form: str, *, with_history: bool = False
) -> WrittenFile:
    """Return a draft as a file; raises NotFound, TemplateNotUsable, PdfNotPossible."""
    round_ = round_for(person, round_id)
    draft = _draft(round_, kind)
    proposal = report_of(person, round_, kind, with_history=with_history)
    report = with_edits(proposal, edits_of(draft.edits) if draft else {})
    style, template = style_for(round_.agreement)
    return written(report, _form(form), style, template)


def edition_file(person: Person, edition_id: UUID, form: str) -> WrittenFile:
    """Return an adopted report as a file, byte for byte as it was; raises NotFound."""
    seen = Edition.objects.filter(round__agreement__in=visible_agreements(person))
    edition = seen.filter(public_id=edition_id).first()
    if edition is None:
        raise NotFound("Dit verslag is er niet, of u kunt het niet inzien.")
    template = None if edition.template is None else bytes(edition.template)
    return written(thawed(edition.report), _form(form), Look(**edition.look), template)


def house_style_for(person: Person, organisation_id: int) -> tuple[Organisation, HouseStyle]:
    """Return the look of an organisation for who may set it; raises NotFound."""
    organisation = Organisation.objects.filter(pk=organisation_id).first()
    if organisation is None or not may_for(person, Right.EDIT_REGISTER, organisation):
        raise NotFound("Deze organisatie is er niet, of u kunt haar huisstijl niet instellen.")
    kept = HouseStyle.objects.filter(organisation=organisation).first()
    return organisation, kept or HouseStyle(organisation=organisation)


def _draft(round_: Round, kind: ReportKind) -> Draft | None:
    return Draft.objects.filter(round=round_, kind=kind).first()


def _form(form: str) -> str:
    if form not in FORMATS:
        raise NotFound("In deze vorm is het verslag er niet. Kies docx, odt, pdf of html.")
    return form
