"""The words in the address of a search: Dutch for who reads them, the domain's values behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from samenspraak.apps.search.models import SearchEntry
from samenspraak.apps.search.pages import FacetCount, SearchPage, Wanted
from samenspraak.core.search.question import LONGEST_QUESTION
from samenspraak.web.workspace.agreements.addresses import KINDS, THEMES, page_number

KINDS_OF_HIT: dict[str, str] = {
    "prestatieafspraken": SearchEntry.Kind.AGREEMENT.value,
    "afspraken": SearchEntry.Kind.COMMITMENT.value,
    "voortgang": SearchEntry.Kind.PROGRESS.value,
    "documenten": SearchEntry.Kind.PAGE.value,
}
SORTS: dict[str, str] = {"nieuw": "newest", "oud": "oldest"}
YEAR_AND_PARTY: dict[str, str] = {}  # these stand in the address as they are


@dataclass(frozen=True, slots=True)
class Option:
    """A value that a search can be narrowed down by, with its word in the address."""

    word: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """What a search can be narrowed down by: its name in the address and on the screen, and the values."""

    name: str
    label: str
    everything: str
    options: tuple[Option, ...]

    @property
    def chosen(self) -> str:
        """The label of the value that is chosen, if any."""
        return next((option.label for option in self.options if option.is_chosen), "")


def wanted_hits(params: QueryDict) -> Wanted:
    """Return what an address asks for; a word that is not known is passed on and finds nothing."""
    return Wanted(
        text=params.get("zoek", "")[:LONGEST_QUESTION].strip(),
        kind=_value(KINDS_OF_HIT, params.get("in", "")),
        theme=_value(THEMES, params.get("thema", "")),
        party=params.get("partij", "")[:300],
        year=params.get("jaar", "")[:8],
        commitment_kind=_value(KINDS, params.get("soort", "")),
        sort=SORTS.get(params.get("sorteer", ""), "relevance"),
        page=page_number(params),
    )


def kinds_of_hit(page: SearchPage) -> Facet:
    """Return the sorts of things that were found."""
    wanted = page.wanted
    return _facet("in", _("Wat"), _("Alles"), page.facets.kinds, KINDS_OF_HIT, wanted.kind)


def facets(page: SearchPage) -> tuple[Facet, ...]:
    """Return everything else that a search can be narrowed down by, where there is a choice."""
    wanted, counts = page.wanted, page.facets
    found = (
        _facet("thema", _("Thema"), _("Alle thema's"), counts.themes, THEMES, wanted.theme),
        _facet("partij", _("Gemeente of partij"), _("Alle partijen"), counts.parties, YEAR_AND_PARTY, wanted.party),
        _facet("jaar", _("Jaar"), _("Alle jaren"), counts.years, YEAR_AND_PARTY, wanted.year),
        _facet("soort", _("Soort afspraak"), _("Alle soorten"), counts.commitment_kinds, KINDS, wanted.commitment_kind),
    )
    return tuple(facet for facet in found if facet.chosen or len(facet.options) > 1)


def _facet(
    name: str, label: str, everything: str, counts: Iterable[FacetCount], words: Mapping[str, str], chosen: str
) -> Facet:
    by_value = {value: word for word, value in words.items()}
    options = [
        Option(by_value.get(row.value, row.value), str(row.label or _("Zonder thema")), row.count, row.value == chosen)
        for row in counts
    ]
    if chosen and not any(option.is_chosen for option in options):
        options.append(Option(by_value.get(chosen, chosen), by_value.get(chosen, chosen), 0, is_chosen=True))
    return Facet(name, str(label), str(everything), tuple(options))


def _value(words: Mapping[str, str], word: str) -> str:
    return words.get(word, word)
