"""The pictures that reports share: lights by theme and by round, and targets beside what was measured."""

from __future__ import annotations

from samenspraak.core.composition import phrases
from samenspraak.core.composition.charts.lights import lights_chart
from samenspraak.core.composition.charts.over_time import series_chart
from samenspraak.core.composition.charts.targets import targets_chart
from samenspraak.core.composition.material import Material, by_theme, counts
from samenspraak.core.composition.tree import Block, Chart, Heading, Paragraph, words

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
    over_time = [chart for series in many[:MOST_SERIES] if (chart := series_chart(series)) is not None]
    charts = (*([overview] if overview else []), *over_time)
    return (Heading("Doelen en metingen"), Paragraph(words(sentence)), *charts) if charts else ()
