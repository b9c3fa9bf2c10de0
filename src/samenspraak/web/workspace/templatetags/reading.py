"""How far the reading of a document is, in words."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from samenspraak.apps.agreements.queries import RunRow
from samenspraak.apps.documents.models import ImportRun

register = template.Library()

_MEGABYTE = 1_000_000
_UNDERSTANDING = "begrijpen"  # what engines.intake calls it

Status = ImportRun.Status


@register.filter
def run_words(run: RunRow) -> str:
    """Return one clause: what is being done with the document, and how far that is."""
    if run.status is not Status.RUNNING:
        return {
            Status.QUEUED: _("Wacht op een beurt"),
            Status.DONE: _("Klaar"),
            Status.FAILED: _("Mislukt"),
            Status.CANCELLED: _("Gestopt"),
        }[run.status]
    if run.doing == _UNDERSTANDING:
        return _("%(percent)s%%: afspraken zoeken in de tekst") % {"percent": run.percent}
    if not run.total:
        return _("Begint met lezen")
    if not run.has_pages:
        return _("%(percent)s%%: de tekst lezen") % {"percent": run.percent}
    return _("%(percent)s%%: bladzijde %(done)s van %(total)s is gelezen") % {
        "percent": run.percent,
        "done": run.done,
        "total": run.total,
    }


@register.filter
def megabytes(size: int) -> str:
    """Return a size in bytes as people say it."""
    return f"{size // _MEGABYTE} MB"
