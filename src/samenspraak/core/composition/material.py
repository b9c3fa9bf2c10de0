"""What reports are made of: how the commitments of an agreement stood in one round, as frozen values.

Words for lights and reasons come with the material: what a colour means is the agreement's own (its legend), so
that a report never says "red" where the parties wrote "behind or not started".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from samenspraak.core.composition.series import Series
from samenspraak.core.measurement.comparing import NotComparable
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.traffic_light import TrafficLight

# As people read a monitor: what needs a decision first.
URGENCY: tuple[TrafficLight | None, ...] = (
    TrafficLight.RED,
    TrafficLight.AMBER,
    None,
    TrafficLight.GREY,
    TrafficLight.GREEN,
)

THEME_WORDS: dict[Theme | None, str] = {
    Theme.AVAILABILITY: "Beschikbaarheid",
    Theme.AFFORDABILITY: "Betaalbaarheid",
    Theme.SUSTAINABILITY: "Verduurzaming",
    Theme.CARE: "Wonen en zorg",
    Theme.LIVEABILITY: "Leefbaarheid",
    Theme.COOPERATION: "Samenwerking",
    None: "Overige afspraken",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What a party says of a commitment, and the light it would give if that differs (light and word, or neither)."""

    party: str
    text: str
    light: TrafficLight | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a commitment stands: in which document, on which page; without fixed pages it is a part of the text."""

    document: str
    page: int
    has_pages: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One commitment in a round. `light` None: not known; `before`: the light of the round before, if there was one."""

    code: str
    title: str
    text: str
    theme: Theme | None
    chapter: str = ""  # the heading above it in the document
    leads: tuple[str, ...] = ()
    priority: str = ""
    light: TrafficLight | None = None
    word: str = "Nog niet bekend"
    reason: str = ""
    progress: str = ""
    next_step: str = ""
    before: TrafficLight | None = None
    before_word: str = ""
    remarks: tuple[Remark, ...] = ()
    source: Source | None = None
    figures_on: date | None = None
    year: int | None = None
    is_new: bool = False  # not in the round before; of next year: not among those of this round
    due_on: date | None = None
    is_on_hold: bool = False  # or lapsed
    silent: tuple[str, ...] = ()  # who is asked and has not said anything
    series: Series | None = None  # its target beside what was measured

    @property
    def name(self) -> str:
        """Return the code with the title, or with the beginning of the text."""
        return f"{self.code} {self.title or self.text[:80]}".strip()

    @property
    def is_disputed(self) -> bool:
        """Whether a party would give another light."""
        return any(remark.light is not None and remark.light != self.light for remark in self.remarks)

    @property
    def has_turned(self) -> bool:
        """Whether the light is another than in the round before."""
        return bool(self.before_word) and self.before != self.light


@dataclass(frozen=True, slots=True)
class Moment:
    """How many commitments had each light in one round."""

    name: str
    counts: Mapping[TrafficLight | None, int]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a light means in this agreement."""

    light: TrafficLight | None
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term that the agreement explains."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the agreement; `side` in Dutch: gemeente, woningcorporatie, huurdersorganisatie."""

    name: str
    side: str
    signatory: str = ""
    function: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed what in which commitment, and when."""

    on: date
    who: str
    about: str
    what: str


@dataclass(frozen=True, slots=True)
class Material:
    """A round of an agreement: everything that a report may tell of it."""

    agreement: str
    municipality: str
    period: str
    round: str
    on: date  # the day for which it holds
    is_adopted: bool
    lines: tuple[Line, ...]
    parties: tuple[Party, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    terms: tuple[Term, ...] = ()
    upcoming: tuple[Line, ...] = ()  # commitments of next year
    signed_on: date | None = None
    year: int | None = None
    apart: tuple[tuple[str, NotComparable], ...] = ()  # code of the commitment, and which of its targets
    targets: tuple[Series, ...] = ()  # those that people confirmed, beside what was measured
    moments: tuple[Moment, ...] = ()  # this round and those before it, oldest first
    history: tuple[Change, ...] | None = None  # None: nobody asked for it


def by_theme(lines: Iterable[Line]) -> list[tuple[str, tuple[Line, ...]]]:
    """Return the lines per theme, in the order in which themes are listed; within a theme as they came."""
    found = tuple(lines)
    groups = [(word, tuple(line for line in found if line.theme == theme)) for theme, word in THEME_WORDS.items()]
    return [(word, group) for word, group in groups if group]


def by_chapter(lines: Iterable[Line]) -> list[tuple[str, tuple[Line, ...]]]:
    """Return the lines under the agreement's own headings in its order, as people know them from the document.

    Where many lines have no heading, or nearly every line has its own, they are grouped by theme.
    """
    found = tuple(lines)
    names = list(dict.fromkeys(line.chapter for line in found if line.chapter))
    headed = sum(1 for line in found if line.chapter)
    if not names or headed < 0.8 * len(found) or len(names) > 0.6 * len(found):
        return by_theme(found)
    groups = [(name, tuple(line for line in found if line.chapter == name)) for name in names]
    rest = tuple(line for line in found if not line.chapter)
    return [*groups, (THEME_WORDS[None], rest)] if rest else groups


def urgent_first(lines: Iterable[Line]) -> list[Line]:
    """Return the lines by urgency: red, amber, unknown, grey, green."""
    return sorted(lines, key=lambda line: URGENCY.index(line.light))


def counts(lines: Iterable[Line]) -> dict[TrafficLight | None, int]:
    """Return how many lines have each light; every light is there, also with 0."""
    found = [line.light for line in lines]
    return {light: found.count(light) for light in (*TrafficLight, None)}
