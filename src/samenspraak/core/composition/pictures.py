"""The pictures that reports share: lights by theme and by round, and targets beside what was measured."""

from __future__ import annotations

from samenspraak.core.composition import phrases
from samenspraak.core.composition.charts.lights import lights_chart
from samenspraak.core.composition.charts.over_time import series_chart
from samenspraak.core.composition.charts.said import told_apart, told_expectation
from samenspraak.core.composition.charts.targets import targets_chart
from samenspraak.core.composition.material import Material, by_theme, counts
from samenspraak.core.composition.series import Series
from samenspraak.core.composition.tree import Block, Bullets, Chart, Heading, Paragraph, words
from samenspraak.core.measurement.expectations import BAND

MOST_SERIES = 6  # more pictures of one target each are no longer looked at


def themes_picture(material: Material) -> tuple[Chart, ...]:
    """Return the lights by theme."""
    rows = [(theme, counts(lines)) for theme, lines in by_theme(material.lines)]
    chart = lights_chart("Stand per thema", "Thema", rows, phrases.words_of(material))
    return (chart,) if chart else ()


def rounds_picture(material: Material) -> tuple[Chart, ...]:
    """Return the lights by round, when there is more than one."""
    rows = [(moment.name, moment.counts) for moment in material.moments]
    chart = lights_chart("Stand door de rondes heen", "Ronde", rows, phrases.words_of(material))
    return (chart,) if chart and len(rows) > 1 else ()


def targets_section(material: Material) -> tuple[Block, ...]:
    """Return the targets of which something was measured, all at once and then over time."""
    found = [*material.targets, *(line.series for line in material.lines if line.series is not None)]
    overview = targets_chart("Doelen en wat is gemeten", found)
    unknown = sum(1 for series in found if series.latest is None)
    known = len(found) - unknown
    sentence = (
        f"Van {phrases.number(known)} {'doel' if known == 1 else 'doelen'} met een getal is bekend hoever het is."
    )
    sentence += " Wat niet gemeten is, staat niet in het beeld; dat telt nergens als nul."
    many = [series for series in found if series.observations and (series.path or len(series.observations) > 1)]
    over_time = [block for series in many[:MOST_SERIES] for block in _over_time(series)]
    if not overview and not over_time:
        return ()
    if any(series.expectation is not None and series.expectation.years for series in many[:MOST_SERIES]):
        sentence += f" {BAND}"
    return (
        Heading("Doelen en metingen"),
        Paragraph(words(sentence)),
        *([overview] if overview else []),
        *_apart(material),
        *over_time,
    )


def _over_time(series: Series) -> tuple[Block, ...]:
    """Return one target over time; before it, where no page break parts them from their name, what is expected."""
    chart = series_chart(series)
    if chart is None:
        return ()
    said = told_expectation(series)
    return (Paragraph(words(said)), chart) if said else (chart,)


def _apart(material: Material) -> tuple[Block, ...]:
    """Return which targets do not compare, though one would hold them beside each other."""
    said = tuple(words(told_apart(code, one)) for code, one in material.apart)
    return (Paragraph(words("Deze doelen zijn niet te vergelijken:")), Bullets(said)) if said else ()
