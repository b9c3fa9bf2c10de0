"""Words of the figures: what a rule, an outlook or a state is called on the screen."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.figures.extracts.pages import ExtractRow
from samenspraak.apps.figures.models import AddedParameter
from samenspraak.apps.figures.pages import ParameterRow
from samenspraak.core.measurement.indicators import DIFFERENCE_WORDS, Difference
from samenspraak.core.measurement.key_figures.declaration import KeyFigure
from samenspraak.web.design.quantities import number_words

register = template.Library()

_REASONS = {
    "no_target": _("de streefwaarde is nog niet bepaald"),
    "not_measured": _("er is nog niets gemeten"),
    "not_comparable": _("de laatste meting telt anders dan het doel"),
    "outdated": _("de laatste meting is te oud"),
    "not_covered": _("niet de hele periode is gemeten"),
    "limit_exceeded": _("het maximum is overschreden"),
    "within_margin": _("binnen de marge van de meting is niet te zeggen of het doel is gehaald"),
    "signal": _("op of voorbij de signaalwaarde"),
    "above_signal": _("aan de goede kant van de signaalwaarde"),
    "reached": _("het doel is gehaald"),
    "missed": _("het doel is niet gehaald"),
    "provisional": _("volgens een voorlopig cijfer net niet gehaald"),
    "on_path": _("op het geplande pad"),
    "just_off_path": _("iets achter op het geplande pad"),
    "off_path": _("ver achter op het geplande pad"),
    "expected": _("wordt in dit tempo gehaald"),
    "uncertain": _("of het wordt gehaald is onzeker"),
    "not_expected": _("wordt in dit tempo niet gehaald"),
    "within_limit": _("onder het maximum"),
    "too_few_points": _("te weinig punten om iets te verwachten"),
}
_THEMES = {
    "STOCK": _("Voorraad"),
    "PRICE": _("Prijsklassen"),
    "VERA": _("Huurklassen van VERA"),
    "RENT": _("Huur"),
    "SOCIAL": _("Sociale huur"),
    "ENERGY": _("Energielabels"),
    "EFG": _("Label E, F en G"),
    "ACCESS": _("Toegankelijkheid"),
    "VACANT": _("Leegstand"),
    "EVICTIONS": _("Ontruimingen"),
    "BRIDGE": _("Van begin naar eind: alle woningen"),
    "SOCIAL_BRIDGE": _("Van begin naar eind: sociale huur"),
    "ALLOCATED": _("Toewijzingen"),
    "OWN": _("Eigen kengetallen"),
}
_STATES = {"official": _("officieel"), "derived": _("afgeleid"), "unverified": _("onbevestigd")}
_STEPS = {
    "reading bytes": _("%(percent)s%%: %(done)s van de %(total)s MB gelezen"),
    "reading rows": _("%(percent)s%%: %(done)s van de %(total)s rijen gelezen"),
    "understanding": _("%(percent)s%%: %(done)s van de %(total)s rijen begrepen"),
    "checking": _("%(percent)s%%: nakijken of er iets opvalt"),
    "counting": _("%(percent)s%%: de rijen tellen"),
    "computing": _("%(percent)s%%: de kengetallen berekenen"),
}
_MEGABYTE = 1_000_000


@register.filter
def step_words(row: ExtractRow) -> str:
    """Return one clause: what is being done with a list, and how far that is."""
    if not row.doing:
        return _now("Wacht op een beurt")
    if row.percent is None:
        return _now("%(done)s rijen gelezen; hoeveel het er zijn, zegt het bestand niet") % {
            "done": number_words(row.done)
        }
    parts = _MEGABYTE if row.doing == "reading bytes" else 1
    said = {
        "percent": row.percent,
        "done": number_words(row.done // parts),
        "total": number_words(-(-row.total // parts)),
    }
    return str(_STEPS[row.doing]) % said


@register.filter
def observed_reason(value: str) -> str:
    """Return which rule decided on the observed light."""
    return str(_REASONS[value])


@register.filter
def difference_words(value: Difference) -> str:
    """Return in what two figures differ."""
    return _now(DIFFERENCE_WORDS[value])


@register.filter
def state_words(value: str) -> str:
    """Return how sure an amount is."""
    return str(_STATES[value])


@register.filter
def parameter_label(row: ParameterRow) -> str:
    """Return what a limit is called, in the language of the screen."""
    return row.label_en if (get_language() or "").startswith("en") else row.label


@register.filter
def missing_label(words: tuple[str, str]) -> str:
    """Return what a limit that is not known is called, in the language of the screen."""
    return words[1] if (get_language() or "").startswith("en") else words[0]


@register.filter
def household_label(row: ParameterRow) -> str:
    """Return for whom a limit holds."""
    return str(AddedParameter.Household(row.household).label)


@register.filter
def theme_of_figures(stem: str) -> str:
    """Return what figures of which the code begins so are about."""
    return str(_THEMES.get(stem, stem))


@register.filter
def figure_name(figure: KeyFigure) -> str:
    """Return what a key figure is called, in the language of the screen."""
    return figure.name_en if _is_english() else figure.name


@register.filter
def figure_definition(figure: KeyFigure) -> str:
    """Return what a key figure means, in the language of the screen."""
    return figure.definition_en if _is_english() else figure.definition


@register.filter
def figure_note(figure: KeyFigure) -> str:
    """Return with what a key figure compares, in the language of the screen."""
    return figure.comparability.note_en if _is_english() else figure.comparability.note


def _is_english() -> bool:
    return (get_language() or "").startswith("en")
