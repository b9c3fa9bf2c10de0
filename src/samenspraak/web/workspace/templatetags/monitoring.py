"""Words of the monitor: what a stored value is called on the screen, and the measures of a bar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.monitoring.models import Consultation, Light, Round, RoundItem, Standing
from samenspraak.apps.monitoring.pages import LegendRow, LightCount, MonitorItem, ReactionView, ReportView, RoundHead
from samenspraak.apps.monitoring.queries import period_name
from samenspraak.web.workspace.agreements.addresses import THEMES

register = template.Library()

LIGHTS = (*Light.values, "")
_THEME_WORDS = {value: word for word, value in THEMES.items()}

_REASONS = {
    "lapsed": gettext_lazy("de afspraak is vervallen"),
    "on_hold": gettext_lazy("de afspraak staat in de wacht"),
    "no_occasion": gettext_lazy("er was geen aanleiding"),
    "limit_exceeded": gettext_lazy("het cijfer ligt boven het maximum"),
    "target_reached": gettext_lazy("het doel is gehaald"),
    "done": gettext_lazy("de partij zegt dat het af is"),
    "done_below_target": gettext_lazy("afgerond, maar het cijfer ligt onder het doel"),
    "past_due": gettext_lazy("de termijn is voorbij"),
    "not_reported": gettext_lazy("er is nog niets gemeld"),
    "long_silence": gettext_lazy("er is lang niets gemeld"),
    "due_soon_not_started": gettext_lazy("de termijn nadert en er is nog niet begonnen"),
    "within_limit": gettext_lazy("het cijfer blijft onder het maximum"),
    "expected_to_reach": gettext_lazy("naar verwachting wordt het doel gehaald"),
    "shortfall_within_tolerance": gettext_lazy("de verwachting ligt iets naast het doel"),
    "shortfall_beyond_tolerance": gettext_lazy("de verwachting ligt ver naast het doel"),
    "no_actual": gettext_lazy("er is een doel, maar nog geen cijfer"),
    "no_forecast": gettext_lazy("er is een cijfer, maar geen verwachting"),
    "in_time": gettext_lazy("de termijn loopt nog en er is gemeld"),
    "nothing_to_judge_by": gettext_lazy("er is geen termijn en geen getal om aan te toetsen"),
}
_CRITERIA = {
    "owner": gettext_lazy("Noem wie de trekker is."),
    "measurable": gettext_lazy("Noem een getal of een product, zodat te zien is of het lukt."),
    "target": gettext_lazy("Noem een streefgetal, als er iets te tellen is."),
    "baseline": gettext_lazy("Noem waar u vandaan komt: de stand van nu, met een peildatum."),
    "date": gettext_lazy("Noem wanneer het klaar is."),
    "source": gettext_lazy("Noem waar het cijfer straks vandaan komt."),
    "price_year": gettext_lazy("Noem het prijspeil bij het bedrag."),
    "firm": gettext_lazy("Schrijf wat u doet; streven en inspannen zeggen niet of het gebeurt."),
}
_STEPS = {1: gettext_lazy("voornemen"), 2: gettext_lazy("deels concreet"), 3: gettext_lazy("concreet")}
_GENERAL = {
    "green": gettext_lazy("Op schema"),
    "amber": gettext_lazy("Vraagt actie"),
    "red": gettext_lazy("Loopt achter"),
    "grey": gettext_lazy("Rust"),
}
_UNKNOWN = gettext_lazy("Nog niet bekend")
_SHOWS = {
    "rood-en-geel": gettext_lazy("Rood en geel"),
    "verschil": gettext_lazy("Partijen verschillen"),
    "zonder-nieuws": gettext_lazy("Zonder nieuws"),
    "van-ons": gettext_lazy("Van ons"),
}


@register.filter
def light_label(value: str, legend: Iterable[LegendRow] = ()) -> str:
    """Return what a light is called in this agreement, or else in general."""
    for row in legend:
        if row.light == value:
            return row.word[:1].upper() + row.word[1:]
    return str(_GENERAL.get(value, _UNKNOWN))


@register.filter
def standing_label(value: str) -> str:
    """Return a standing in words."""
    return str(Standing(value).label) if value in Standing.values else ""


@register.filter
def theme_label(value: str) -> str:
    """Return the name of a theme."""
    return str(Commitment.Theme(value).label).capitalize() if value else _("Zonder thema")


@register.filter
def theme_word(value: str) -> str:
    """Return the word for a theme in an address."""
    return _THEME_WORDS.get(value or "none", "")


@register.filter
def period_label(head: RoundHead) -> str:
    """Return what a round is called: "2e tertiaal 2027"."""
    return period_name(head)


@register.filter
def state_label(value: str) -> str:
    """Return the state of a round."""
    return str(Round.State(value).label)


@register.filter
def asked_label(value: str) -> str:
    """Return why a commitment is asked."""
    return str(RoundItem.Asking(value).label)


@register.filter
def position_label(value: str) -> str:
    """Return where a party stands."""
    return str(Consultation.Position(value).label)


@register.filter
def reason_label(value: str) -> str:
    """Return which rule gave the computed light."""
    return str(_REASONS.get(value, ""))


@register.filter
def criterion_label(value: str) -> str:
    """Return the advice on what is missing."""
    return str(_CRITERIA.get(value, ""))


@register.filter
def step_label(value: int) -> str:
    """Return a step of concreteness."""
    return str(_STEPS.get(value, ""))


@register.filter
def show_label(value: str) -> str:
    """Return the name of a filter."""
    return str(_SHOWS.get(value, ""))


@register.filter
def as_typed(value: float | str | None) -> str:
    """Return a number as it is read back from its field, in either language; what was typed stays what it is."""
    if value is None or isinstance(value, str):
        return value or ""
    return f"{value:.15g}".replace(".", ",")


@register.filter
def written_day(value: str) -> date | str:
    """Return a day that is kept as text, ready for Django's `date`; what is none stays what it is."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value


@register.filter
def days_between(later: date, earlier: date) -> int:
    """Return how many days lie between two days."""
    return (later - earlier).days


@register.filter
def light_cells(row: LightCount) -> list[tuple[str, int]]:
    """Return the count of each light in their order."""
    return [(light, row.counts.get(light, 0)) for light in LIGHTS]


@register.filter
def light_bar(row: LightCount) -> list[tuple[str, float, float]]:
    """Return the pieces of a bar of a hundred wide: the light, where it begins, how wide it is."""
    pieces, start = [], 0.0
    for light, count in light_cells(row):
        width = 100 * count / row.total if row.total else 0
        if width:
            pieces.append((light or "unknown", round(start, 2), round(width, 2)))
        start += width
    return pieces


@register.filter
def with_light(items: Sequence[MonitorItem], light: str) -> list[MonitorItem]:
    """Return the rows with a light."""
    return [item for item in items if item.light == light]


@register.filter
def typed_or(typed: Mapping[str, str], name: str) -> str:
    """Return what somebody typed into a field, or an empty text."""
    return typed.get(name, "") if typed else ""


@register.filter
def is_own_words(reaction: ReactionView, parties: Sequence[tuple[int, str]]) -> bool:
    """Whether a reaction stands, and is of one of these parties, which may then replace it or take it back."""
    stands = not reaction.is_replaced and not reaction.is_withdrawal
    return stands and reaction.party_id in {number for number, _name in parties}


@register.filter
def for_party(reports: Iterable[ReportView], party: int) -> ReportView | None:
    """Return what a party said, None when it said nothing."""
    return next((report for report in reports if report.party_id == party), None)
