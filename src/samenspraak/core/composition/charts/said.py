"""What a target and its measurements are in words, beneath a chart and in the table behind it."""

from __future__ import annotations

from samenspraak.core.composition import phrases
from samenspraak.core.composition.amounts import amount, bounded, numeral
from samenspraak.core.composition.series import Observation, Series
from samenspraak.core.measurement.comparing import NotComparable
from samenspraak.core.measurement.expectations import END_OF_YEAR
from samenspraak.core.measurement.indicators import DIFFERENCE_WORDS
from samenspraak.core.vocabulary.wording import Sentence


def aim(series: Series) -> str:
    """Return what is to be reached: ten minste 60 woningen. A value that only warns has no bound."""
    if series.is_signal:
        return amount(series.target, series.unit)
    return bounded(series.target, series.unit, series.bound)


def aim_named(series: Series) -> str:
    """Return the same with what it is: doel: ten minste 60 woningen, or signaalwaarde: 65%."""
    return f"{'signaalwaarde' if series.is_signal else 'doel'}: {aim(series)}"


def told(series: Series) -> str:
    """Return the latest measurement and what is to be reached, as a sentence."""
    latest = series.latest
    least = "ten minste " if latest and series.is_at_least(latest) else ""
    said = f"{least}{amount(latest.value, series.unit)} gemeten" if latest else "niets gemeten"
    since = f" sinds begin {series.total_since}" if latest and series.total_since else ""
    what = "de signaalwaarde" if series.is_signal else "het doel"
    return f"{series.name}: {said}{since}, {what} is {aim(series)}."


def told_ahead(series: Series) -> str:
    """Return what is planned, not determined and expected, as sentences; empty where nothing is known of these."""
    found = []
    if series.unknown:
        years = phrases.together([str(year) for year in series.unknown])
        found.append(f"Het pad is nog niet bepaald voor {years}.")
    if series.expected:
        found.append(
            f"Verwacht op {phrases.day(series.expected.on)}: {with_band(series.expected, series.unit)}.",
        )
    return " ".join(found)


def told_expectation(series: Series) -> str:
    """Return what is to be expected of a target by name, in the words of its own page, or why nothing is."""
    found = series.expectation
    if found is None:
        return ""
    said = [str(one) for one in (found.outlook, *found.more) if one is not None]
    if found.years:
        end = found.years[-1]
        value, low, high = (amount(float(each), series.unit) for each in (end.value, end.low, end.high))
        values = {"year": end.year, "value": value, "low": low, "high": high}
        said.append(f"{phrases.capital(str(Sentence(END_OF_YEAR, values)))}.")
    said += map(str, found.rests_on)
    return f"{phrases.capital(series.name)}. {' '.join(said)}" if said else ""


def told_apart(code: str, found: NotComparable) -> str:
    """Return which targets of a commitment do not compare, and in what they differ."""
    labels = phrases.together([f"“{label}”" for label in found.labels])
    differing = "; ".join(DIFFERENCE_WORDS[each] for each in found.differences)
    return f"{code} {labels} tellen niet op dezelfde manier: {differing}.".strip()


def measured_words(series: Series, one: Observation) -> str:
    """Return a measurement with its unit and band; where it is a total with a gap before it, at least so much."""
    return f"{'ten minste ' if series.is_at_least(one) else ''}{with_band(one, series.unit)}"


def with_band(one: Observation, unit: str) -> str:
    """Return a number with its unit, the ends of its band, and whether it is provisional."""
    band = f" ({numeral(one.low)} tot {numeral(one.high)})" if one.low is not None and one.high is not None else ""
    return f"{amount(one.value, unit)}{band}{'' if one.is_final else ', voorlopig'}"
