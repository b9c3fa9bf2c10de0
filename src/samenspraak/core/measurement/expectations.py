"""What is to be expected of a target, in sentences that need no knowledge of statistics: one wording everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from samenspraak.core.measurement.forecast import HORIZON, Basis, Expected, Forecast, LeftOut, Outlook, TooFewPoints
from samenspraak.core.measurement.observed_light import ObservedReason
from samenspraak.core.measurement.targets import Target, Timing
from samenspraak.core.vocabulary.wording import Sentence

END_OF_YEAR = "eind %(year)s: %(value)s, waarschijnlijk tussen %(low)s en %(high)s"
BAND = Sentence(
    "“Waarschijnlijk tussen” is de band in de grafiek: vier van de vijf keer komt het daarbinnen uit, "
    "één keer erbuiten."
)
_OUTLOOKS = {
    Outlook.EXPECTED: "Naar verwachting wordt het doel gehaald.",
    Outlook.LIKELY: "Waarschijnlijk wordt het doel gehaald, maar zeker is het niet.",
    Outlook.DOUBTFUL: "Waarschijnlijk wordt het doel niet gehaald; het kan nog wel.",
    Outlook.NOT_EXPECTED: "Naar verwachting wordt het doel niet gehaald.",
}
# A maximum is not reached: it is kept.
_LIMITS = {
    Outlook.EXPECTED: "Naar verwachting blijft het onder het maximum.",
    Outlook.LIKELY: "Waarschijnlijk blijft het onder het maximum, maar zeker is het niet.",
    Outlook.DOUBTFUL: "Waarschijnlijk gaat het over het maximum heen; het kan nog meevallen.",
    Outlook.NOT_EXPECTED: "Naar verwachting gaat het over het maximum heen.",
}
_BASES = {
    Basis.PLAN: ("Dit volgt uit het geplande pad, en uit hoeveel de partijen daarop tot nu toe voor- of achterliepen."),
    Basis.PACE: "Dit volgt uit het tempo tot nu toe.",
}
_LEFT_OUT = {
    LeftOut.OTHERWISE: "Wat op een andere manier is geteld, doet niet mee.",
    LeftOut.BROKEN: "Wat van voor de breuk in de reeks is, doet niet mee.",
    LeftOut.PART_OF_A_YEAR: "Wat over een deel van een jaar is geteld, doet niet mee.",
    LeftOut.BEHIND_A_GAP: (
        "Wat na een gat in de metingen komt, doet niet mee: hoeveel het samen is sinds het begin, is dan niet bekend."
    ),
}
_YEARS = {1: "een jaar", 2: "twee jaar", 3: "drie jaar", 4: "vier jaar", 5: "vijf jaar"}
_BESIDE_THE_PATH = {ObservedReason.ON_PATH, ObservedReason.JUST_OFF_PATH, ObservedReason.OFF_PATH}


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is to be expected: the outlook, what more there is to say, the years, and on what it rests.

    The outlook is empty where only a signal value was agreed, and says so where there are too few points.
    """

    outlook: Sentence | None
    more: tuple[Sentence, ...] = ()
    years: tuple[Expected, ...] = ()
    rests_on: tuple[Sentence, ...] = ()
    beside_the_path: Sentence | None = None  # why the light may say otherwise

    @property
    def band(self) -> Sentence | None:
        """What the band around the years means, where there is one."""
        return BAND if self.years else None


def expectation_of(target: Target, reason: ObservedReason, ahead: Forecast | TooFewPoints) -> Expectation:
    """Put a forecast of a target into sentences; `reason` is what decided on its light."""
    if isinstance(ahead, TooFewPoints):
        return Expectation(_too_few(ahead.count), _left_out(ahead))
    used = "Er is %(count)s meting gebruikt." if ahead.points == 1 else "Er zijn %(count)s metingen gebruikt."
    path = "Het stoplicht vergelijkt de meting met het pad van dat jaar; de verwachting kijkt naar het einde."
    pace = _pace(target, reason, ahead)
    spread = _spread(ahead) if pace else None
    return Expectation(
        outlook=_outlook(target, reason, ahead),
        more=tuple(each for each in (pace, spread) if each is not None),
        years=ahead.years,
        rests_on=(Sentence(_BASES[ahead.basis]), Sentence(used, {"count": ahead.points}), *_left_out(ahead)),
        beside_the_path=Sentence(path) if reason in _BESIDE_THE_PATH else None,
    )


def _too_few(count: int) -> Sentence:
    if not count:
        return Sentence("Te weinig punten: er is nog geen vergelijkbare meting, en er zijn er drie nodig.")
    if count == 1:
        said = "Te weinig punten: er is %(count)s vergelijkbare meting, en er zijn er drie nodig."
    else:
        said = "Te weinig punten: er zijn %(count)s vergelijkbare metingen, en er zijn er drie nodig."
    return Sentence(said, {"count": count})


def _left_out(ahead: Forecast | TooFewPoints) -> tuple[Sentence, ...]:
    return tuple(Sentence(_LEFT_OUT[each]) for each in ahead.left_out)


def _outlook(target: Target, reason: ObservedReason, ahead: Forecast) -> Sentence | None:
    if ahead.outlook is None:
        return None
    if reason is ObservedReason.LIMIT_EXCEEDED:
        return Sentence("Het maximum is al overschreden.")
    return Sentence((_LIMITS if target.is_limit else _OUTLOOKS)[ahead.outlook])


def _pace(target: Target, reason: ObservedReason, ahead: Forecast) -> Sentence | None:
    """Return in which year a target would be reached, and how long that is before or after what was agreed.

    None where there is no such year to name: of a maximum, and of what is reached already.
    """
    if ahead.outlook is None or target.is_limit or reason is ObservedReason.REACHED:
        return None
    year = ahead.reached_in
    if year is None:
        return Sentence("In dit tempo wordt het doel de komende %(years)s jaar niet gehaald.", {"years": HORIZON})
    if target.timing is Timing.EVERY_YEAR:
        return Sentence("In dit tempo wordt het doel in %(year)s voor het eerst gehaald.", {"year": year})
    said = {"year": year, "years": _years(abs(year - target.last_year))}
    if year > target.last_year:
        return Sentence("In dit tempo wordt het doel in %(year)s gehaald, %(years)s na de afspraak.", said)
    if year < target.last_year:
        words = "In dit tempo wordt het doel in %(year)s gehaald, %(years)s voor het einde van de afspraak."
        return Sentence(words, said)
    return Sentence("In dit tempo wordt het doel in %(year)s gehaald, op tijd.", {"year": year})


def _spread(ahead: Forecast) -> Sentence | None:
    """Return the years of the edges of the band; None where they say no more than the middle."""
    best, worst = ahead.at_best, ahead.at_worst
    if best is None or best == worst:
        return None
    if worst is None:
        words = "Als het meezit is dat in %(best)s; als het tegenzit niet binnen %(years)s jaar."
        return Sentence(words, {"best": best, "years": HORIZON})
    return Sentence("Als het meezit is dat in %(best)s, als het tegenzit in %(worst)s.", {"best": best, "worst": worst})


def _years(count: int) -> Sentence:
    return Sentence(_YEARS[count]) if count in _YEARS else Sentence("%(count)s jaar", {"count": count})
