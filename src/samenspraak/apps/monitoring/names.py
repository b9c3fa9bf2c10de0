"""What a round is called."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samenspraak.apps.monitoring.models import Round
from samenspraak.apps.monitoring.pages import RoundHead


def period_name(head: RoundHead) -> str:
    """Return what a round is called: "2e tertiaal 2027"."""
    if head.period_kind == Round.Period.OWN_DATES:
        return _("ronde over %(first)s tot en met %(last)s") % {
            "first": head.first_day.strftime("%d-%m-%Y"),
            "last": head.last_day.strftime("%d-%m-%Y"),
        }
    if head.period_kind == Round.Period.YEAR:
        return _("heel %(year)s") % {"year": head.year}
    kind = str(Round.Period(head.period_kind).label)
    return _("%(number)se %(kind)s %(year)s") % {"number": head.number, "kind": kind, "year": head.year}
