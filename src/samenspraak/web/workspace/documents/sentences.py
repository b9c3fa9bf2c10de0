"""What the page says of a file that was handed in and recognised."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samenspraak.apps.agreements.jobs import Received, Reception


def sentence_about(received: Received) -> str:
    """Return the sentence, as safe HTML: names of files and agreements in it are escaped."""
    if received.reception is Reception.KNOWN_ELSEWHERE:
        # Not who, when or under which name: that would tell of agreements that are not theirs to see.
        return format_html(
            _(
                "{name}: dit bestand is hier al aangeleverd, en u kunt niet zien wat ermee is gedaan. Bent u partij bij"
                " deze afspraken, vraag de andere partijen dan wie ze heeft ingebracht, of vraag de beheerder."
            ),
            name=received.name,
        )
    if received.reception is Reception.UNDER_WAY:
        return format_html(_("{name}: dit bestand wordt al ingelezen."), name=received.name)
    assert received.uploaded_at is not None  # noqa: S101  # what is known came in some day
    return format_html(
        _(
            '{name}: dit bestand is op {day} ingelezen en staat bij <a href="{address}">{title}</a>.'
            " Er is niets veranderd."
        ),
        name=received.name,
        day=date_format(localtime(received.uploaded_at), "j F Y"),
        address=reverse("document", args=[received.document_id]),
        title=received.agreement_title,
    )
