"""Writes about reports: keyword-only, one transaction, one event."""

from __future__ import annotations

from importlib.metadata import version

from django.db import transaction
from django.utils import timezone

from samenspraak.apps.audit.actions import record
from samenspraak.apps.audit.models import EventKind
from samenspraak.apps.documents.jobs import enqueue
from samenspraak.apps.parties.models import Organisation, Person
from samenspraak.apps.parties.queries import Right
from samenspraak.apps.parties.queries import may as may_for
from samenspraak.apps.reports.composing import edits_of, frozen, kept
from samenspraak.apps.reports.drafts import report_of
from samenspraak.apps.reports.errors import DraftChangedMeanwhile, MayNotWriteReports, NoSuchPassage
from samenspraak.apps.reports.house_styles import Upload, checked_colour, kept_look, style_for
from samenspraak.apps.reports.models import Draft, Edition, HouseStyle, ReportKind
from samenspraak.apps.reports.subjects import Subject, fields_of, hold, kinds_of, may_write
from samenspraak.core.composition.editing import Edit, passages, with_edits
from samenspraak.engines.writers.logos import logo_as_png
from samenspraak.engines.writers.reports.docx import check_template

LONGEST_PASSAGE = 20_000
KEEP_FILES = "samenspraak.apps.reports.jobs.keep_files"


@transaction.atomic
def write_passages(*, about: Subject, kind: ReportKind, texts: dict[str, str], seen_version: int, by: Person) -> Draft:
    """Keep what somebody wrote in paragraphs of a draft; a text that is as proposed is no longer an edit.

    Raises DraftChangedMeanwhile when somebody else wrote since `seen_version`, NoSuchPassage, MayNotWriteReports.
    """
    _checked_writer(by, about, kind)
    draft, _is_new = Draft.objects.select_for_update().get_or_create(**fields_of(about), kind=kind)
    if draft.version != seen_version:
        raise DraftChangedMeanwhile("Iemand anders heeft intussen in dit concept geschreven. Vergelijk en kies.")
    edits = edits_of(draft.edits)
    found = {one.key: one for one in passages(report_of(by, about, kind), edits)}
    before, after = {}, {}
    for key, typed in texts.items():
        passage = found.get(key)
        if passage is None:
            raise NoSuchPassage("Deze alinea staat niet meer in het verslag. Laad de bladzijde opnieuw.", where=key)
        text = typed.replace("\r\n", "\n").strip()[:LONGEST_PASSAGE]
        if text == passage.text.strip():
            continue
        before[key], after[key] = passage.text, text
        edits[key] = Edit(text, passage.proposed)
        if text == passage.proposed.strip():
            del edits[key]
    draft.edits, draft.version = kept(edits), draft.version + 1
    draft.written_at, draft.written_by = timezone.now(), by
    draft.save()
    record(EventKind.REPORT_WRITTEN, target=draft, by=by, before=before, after=after)
    return draft


@transaction.atomic
def adopt_edition(
    *, about: Subject, kind: ReportKind, seen_version: int, by: Person, with_history: bool = False
) -> Edition:
    """Freeze a report as it is now, with its data and its look; earlier editions stay as they were."""
    _checked_writer(by, about, kind)
    hold(about)
    draft = Draft.objects.select_for_update().filter(**fields_of(about), kind=kind).first()
    if (0 if draft is None else draft.version) != seen_version:
        raise DraftChangedMeanwhile("Iemand anders heeft intussen in dit concept geschreven. Lees het eerst na.")
    report = report_of(by, about, kind, with_history=with_history)
    value, sha256 = frozen(report if draft is None else with_edits(report, edits_of(draft.edits)))
    style, template = style_for(about)
    edition = Edition.objects.create(
        **fields_of(about),
        kind=kind,
        number=Edition.objects.filter(**fields_of(about), kind=kind).count() + 1,
        report=value,
        look=kept_look(style),
        template=template,
        sha256=sha256,
        software_version=version("samenspraak"),
        adopted_by=by,
    )
    record(EventKind.REPORT_ADOPTED, target=edition, by=by, after={"number": edition.number, "sha256": sha256})
    enqueue(KEEP_FILES, str(edition.public_id))
    return edition


@transaction.atomic
def set_house_style(
    *,
    organisation: Organisation,
    accent: str,
    by: Person,
    template: Upload | None = None,
    logo: Upload | None = None,
) -> HouseStyle:
    """Say how an organisation's reports look; None keeps the template or logo there is, an empty one takes it away.

    Raises UnreadableColour, TemplateNotUsable, LogoNotUsable, MayNotWriteReports.
    """
    if not may_for(by, Right.EDIT_REGISTER, organisation):
        raise MayNotWriteReports("Alleen een coördinator of beheerder van deze organisatie kan de huisstijl instellen.")
    accent = checked_colour(accent)
    if template and template.content:
        check_template(template.content)
    picture = logo_as_png(logo.content) if logo and logo.content else None
    style, _is_new = HouseStyle.objects.get_or_create(organisation=organisation)
    before = _said(style)
    style.accent = accent
    if template is not None:
        style.template, style.template_name = template.content or None, template.name[:255] if template.content else ""
    if logo is not None:
        style.logo, style.logo_name = picture, logo.name[:255] if picture else ""
    style.save()
    record(EventKind.HOUSE_STYLE_SET, target=style, by=by, before=before, after=_said(style))
    return style


def _said(style: HouseStyle) -> dict[str, str]:
    return {"accent": style.accent, "template": style.template_name, "logo": style.logo_name}


def _checked_writer(by: Person, about: Subject, kind: ReportKind) -> None:
    if not may_write(by, about):
        raise MayNotWriteReports(
            "Alleen een coördinator van een van de partijen kan verslagen schrijven en vaststellen."
        )
    if kind not in kinds_of(about):
        raise NoSuchPassage("Dit soort verslag wordt hier niet gemaakt.", where=str(kind.label))
