"""What is to be expected of a target, in sentences that need no knowledge of statistics."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samenspraak.apps.figures.models import Target
from samenspraak.apps.figures.pages import TargetRow
from samenspraak.core.measurement.forecast import HORIZON, Forecast, Outlook
from samenspraak.core.vocabulary.quantity import Bound

register = template.Library()

_OUTLOOKS = {
    Outlook.EXPECTED: gettext_lazy("Naar verwachting wordt het doel gehaald."),
    Outlook.LIKELY: gettext_lazy("Waarschijnlijk wordt het doel gehaald, maar zeker is het niet."),
    Outlook.DOUBTFUL: gettext_lazy("Waarschijnlijk wordt het doel niet gehaald; het kan nog wel."),
    Outlook.NOT_EXPECTED: gettext_lazy("Naar verwachting wordt het doel niet gehaald."),
}
# A maximum is not reached: it is kept.
_LIMITS = {
    Outlook.EXPECTED: gettext_lazy("Naar verwachting blijft het onder het maximum."),
    Outlook.LIKELY: gettext_lazy("Waarschijnlijk blijft het onder het maximum, maar zeker is het niet."),
    Outlook.DOUBTFUL: gettext_lazy("Waarschijnlijk gaat het over het maximum heen; het kan nog meevallen."),
    Outlook.NOT_EXPECTED: gettext_lazy("Naar verwachting gaat het over het maximum heen."),
}
_YEARS = {
    1: gettext_lazy("een jaar"),
    2: gettext_lazy("twee jaar"),
    3: gettext_lazy("drie jaar"),
    4: gettext_lazy("vier jaar"),
    5: gettext_lazy("vijf jaar"),
}


@register.filter
def outlook_words(row: TargetRow, ahead: Forecast) -> str:
    """Return what the band says of a target; empty where only a signal value was agreed."""
    if ahead.outlook is None:
        return ""
    if row.reason == "limit_exceeded":
        return _("Het maximum is al overschreden.")
    return str((_LIMITS if _is_limit(row) else _OUTLOOKS)[ahead.outlook])


@register.filter
def pace_words(row: TargetRow, ahead: Forecast) -> str:
    """Return in which year a target would be reached, and how long that is before or after what was agreed.

    Empty where there is no such year to name: of a maximum, and of what is reached already.
    """
    if ahead.outlook is None or _is_limit(row) or row.reason == "reached":
        return ""
    year = ahead.reached_in
    if year is None:
        return _("In dit tempo wordt het doel de komende %(years)s jaar niet gehaald.") % {"years": HORIZON}
    if row.timing == Target.Timing.EVERY_YEAR:
        return _("In dit tempo wordt het doel in %(year)s voor het eerst gehaald.") % {"year": year}
    said = {"year": year, "years": _years(abs(year - row.last_year))}
    if year > row.last_year:
        return _("In dit tempo wordt het doel in %(year)s gehaald, %(years)s na de afspraak.") % said
    if year < row.last_year:
        return _("In dit tempo wordt het doel in %(year)s gehaald, %(years)s voor het einde van de afspraak.") % said
    return _("In dit tempo wordt het doel in %(year)s gehaald, op tijd.") % said


@register.filter
def spread_words(row: TargetRow, ahead: Forecast) -> str:
    """Return the years of the edges of the band; empty where they say no more than the middle."""
    best, worst = ahead.at_best, ahead.at_worst
    if best is None or best == worst or not pace_words(row, ahead):
        return ""
    if worst is None:
        said = _("Als het meezit is dat in %(best)s; als het tegenzit niet binnen %(years)s jaar.")
        return said % {"best": best, "years": HORIZON}
    return _("Als het meezit is dat in %(best)s, als het tegenzit in %(worst)s.") % {"best": best, "worst": worst}


@register.filter
def looks_at_the_path(row: TargetRow) -> bool:
    """Tell whether the light follows from the planned path, so that it may say otherwise than what is expected."""
    return row.reason in {"on_path", "just_off_path", "off_path"}


def _is_limit(row: TargetRow) -> bool:
    """Tell whether this is a maximum to stay under, rather than a number to bring down by the last day."""
    return row.aim is not None and row.aim.bound == Bound.MAX.value and row.timing != Target.Timing.AT_THE_END


def _years(count: int) -> str:
    if count in _YEARS:
        return str(_YEARS[count])
    return ngettext("%(count)s jaar", "%(count)s jaar", count) % {"count": count}
