"""The progress report (voortgangsbericht) of a regional accord, for the councils that agreed to it.

Four questions in their order: what was agreed, how it goes, whether we are still on course, and how we go on.
"""

from __future__ import annotations

from collections.abc import Sequence

from samenspraak.core.composition import phrases, pictures
from samenspraak.core.composition.charts.lights import lights_chart
from samenspraak.core.composition.material import Line, Material, by_theme, counts, urgent_first
from samenspraak.core.composition.tree import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Report,
    Table,
    Text,
    cell,
    words,
)
from samenspraak.core.vocabulary.traffic_light import TrafficLight

COLUMNS = (
    Column("Nr.", 0.08),
    Column("Actie", 0.32),
    Column("Trekker", 0.16),
    Column("Voortgang", 0.3),
    Column("Stand", 0.14),
)
_NEEDS_ATTENTION = (TrafficLight.RED, TrafficLight.AMBER)


def progress_report(material: Material) -> Report:
    """Return the report of a round of an accord."""
    return Report(
        title="Voortgangsbericht",
        subtitle=f"{material.agreement}, {material.round.lower()}",
        author=phrases.together([party.name for party in material.parties][:1]),
        made_on=material.on,
        facts=(("Stand op", phrases.day(material.on)), ("Looptijd", material.period)),
        blocks=(
            *_background(material),
            *_state(material),
            *_course(material),
            *_onward(material),
        ),
    )


def _background(material: Material) -> tuple[Block, ...]:
    signed = f" Zij tekenden het op {phrases.day(material.signed_on)}." if material.signed_on else ""
    count = len(material.parties)
    sentence = (
        f"Met dit bericht vertellen wij hoe het staat met “{material.agreement}”."
        f" Het geldt voor {material.period} en is van {phrases.number(count)} partijen.{signed}"
    )
    sides: dict[str, list[str]] = {}
    for party in material.parties:
        sides.setdefault(party.side, []).append(party.name)
    items = tuple(words(f"{phrases.capital(side)}: {phrases.together(names)}") for side, names in sides.items())
    themes = [theme.lower() for theme, _lines in by_theme(material.lines)]
    about = (Paragraph(words(f"De acties gaan over {phrases.together(themes)}.")),) if themes else ()
    return (Heading("Achtergrond"), Paragraph(words(sentence)), *((Bullets(items),) if items else ()), *about)


def _state(material: Material) -> tuple[Block, ...]:
    found = counts(material.lines)
    told = [
        f"{phrases.number(count)} {phrases.word_for(material, light).lower()}"
        for light, count in found.items()
        if count
    ]
    sentence = f"Wij volgen {phrases.number(len(material.lines))} acties: {phrases.together(told)}."
    return (
        Heading("Hoe staat het met de uitvoering?"),
        Paragraph(words(sentence if told else "In deze ronde is naar geen enkele actie gevraagd.")),
        *pictures.themes_picture(material),
        *pictures.rounds_picture(material),
        *_by_lead(material),
        *_themes(material),
        *pictures.targets_section(material),
    )


def _by_lead(material: Material) -> tuple[Block, ...]:
    """Return how it stands by lead: an accord has many, and each council asks for its own."""
    leads = dict.fromkeys(lead for line in material.lines for lead in line.leads)
    rows = [(lead, counts(line for line in material.lines if lead in line.leads)) for lead in leads]
    chart = lights_chart("Stand per trekker", "Trekker", rows, phrases.words_of(material))
    return (chart,) if chart and len(rows) > 1 else ()


def _themes(material: Material) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for theme, lines in by_theme(material.lines):
        blocks += [Heading(theme, 2), Table(f"Acties voor {theme.lower()}", COLUMNS, tuple(map(_row, lines)))]
    return tuple(blocks)


def _row(line: Line) -> tuple[Cell, ...]:
    title = ((phrases.bold(line.title),),) if line.title else ()
    text = tuple(words(part) for part in line.text.split("\n") if part and part != line.title)
    due = (f"Uiterlijk {phrases.day(line.due_on)}.",) if line.due_on else ()
    standing = ((phrases.light_of(line),), *(words(line.reason) for _ in [0] if line.reason))
    return (
        cell(line.code),
        Cell((*title, *text)),
        cell("\n".join(line.leads)),
        phrases.texts((line.progress, *due)),
        Cell(standing),
    )


def _course(material: Material) -> tuple[Block, ...]:
    asking = [line for line in urgent_first(material.lines) if line.light in _NEEDS_ATTENTION]
    waiting = [line for line in material.lines if line.is_on_hold]
    disputed = [line for line in material.lines if line.is_disputed]
    blocks: list[Block] = [Heading("Zitten we nog op koers?")]
    if asking:
        blocks += [
            Paragraph(words(f"{_are(asking, 'vraagt', 'vragen')} aandacht.")),
            Table("Acties die aandacht vragen", _ASKING, tuple(map(_asking_row, asking))),
        ]
    else:
        blocks.append(Paragraph(words("Alle acties waarvan de stand bekend is, lopen zoals afgesproken.")))
    if waiting:
        names = phrases.together([line.name for line in waiting])
        blocks.append(Paragraph(words(f"In de wacht gezet of vervallen: {names}.")))
    if disputed:
        names = phrases.together([line.name for line in disputed])
        blocks.append(Paragraph(words(f"Partijen verschillen van mening over de stand van {names}.")))
    return tuple(blocks)


_ASKING = (Column("Nr.", 0.08), Column("Actie", 0.32), Column("Stand", 0.16), Column("Waarom", 0.44))


def _asking_row(line: Line) -> tuple[Cell, ...]:
    why = phrases.texts((line.reason or "Een reden is niet opgegeven.",))
    return (cell(line.code), cell(line.title or line.text), Cell(((phrases.light_of(line),),)), why)


def _are(lines: Sequence[Line], one: str, many: str) -> str:
    number = phrases.capital(phrases.number(len(lines)))
    return f"{number} {'actie' if len(lines) == 1 else 'acties'} {one if len(lines) == 1 else many}"


def _onward(material: Material) -> tuple[Block, ...]:
    steps = tuple((phrases.bold(f"{line.name}: "), Text(line.next_step)) for line in material.lines if line.next_step)
    silent = list(dict.fromkeys(party for line in material.lines for party in line.silent))
    blocks: list[Block] = [Heading("Hoe gaan we verder?")]
    if steps:
        blocks += [Paragraph(words("Dit zijn de volgende stappen.")), Bullets(steps)]
    else:
        blocks.append(Paragraph(words("Voor geen enkele actie is een volgende stap gemeld.")))
    if silent:
        sentence = f"Nog niet alles gemeld hebben: {phrases.together(silent)}. Wat zij nog melden, staat hier niet bij."
        blocks.append(Paragraph(words(sentence), is_small=True))
    return tuple(blocks)
