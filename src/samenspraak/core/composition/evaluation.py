"""The evaluation of a year: what was kept, what partly, what not and why, and what is carried over."""

from __future__ import annotations

from samenspraak.core.composition import phrases, pictures
from samenspraak.core.composition.material import Line, Material, urgent_first
from samenspraak.core.composition.tree import Block, Cell, Column, Heading, Paragraph, Report, Table, Text, cell, words
from samenspraak.core.vocabulary.traffic_light import TrafficLight

COLUMNS = (Column("Nr.", 0.1), Column("Afspraak", 0.35), Column("Stand", 0.17), Column("Toelichting", 0.38))

# In the order in which they are told; a light that is not here needs no sentence.
_VERDICTS: tuple[tuple[str, tuple[TrafficLight | None, ...], str], ...] = (
    ("Nagekomen", (TrafficLight.GREEN,), "nagekomen"),
    ("Deels nagekomen", (TrafficLight.AMBER,), "deels nagekomen"),
    ("Niet nagekomen", (TrafficLight.RED,), "niet nagekomen"),
    ("Niet aan de orde geweest", (TrafficLight.GREY,), "niet aan de orde geweest"),
    ("Niet bekend", (None,), "nog niet beoordeeld"),
)


def evaluation(material: Material) -> Report:
    """Return the evaluation of the year of a round."""
    year = material.year or material.on.year
    return Report(
        title=f"Evaluatie prestatieafspraken {year}",
        subtitle=material.agreement,
        author=material.municipality,
        made_on=material.on,
        facts=(("Stand op", phrases.day(material.on)),),
        blocks=(*_summary(material), *_verdicts(material), *_carried_over(material)),
    )


def _of(material: Material, lights: tuple[TrafficLight | None, ...]) -> list[Line]:
    return [line for line in material.lines if line.light in lights]


def _summary(material: Material) -> tuple[Block, ...]:
    told = [
        f"{phrases.number(len(found))} {word}" for _title, lights, word in _VERDICTS if (found := _of(material, lights))
    ]
    sentence = f"Van {phrases.commitments(len(material.lines))} zijn er {phrases.together(told)}."
    return (
        Heading("In het kort"),
        Paragraph(words(sentence if told else "Er zijn geen afspraken om te evalueren.")),
        *pictures.themes_picture(material),
        *pictures.rounds_picture(material),
        *pictures.targets_section(material),
    )


def _verdicts(material: Material) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for title, lights, word in _VERDICTS:
        if found := _of(material, lights):
            blocks += [Heading(title), Table(f"Afspraken die zijn {word}", COLUMNS, tuple(map(_row, found)))]
    return tuple(blocks)


def _row(line: Line) -> tuple[Cell, ...]:
    named = ((phrases.bold(line.title),),) if line.title else ()
    why = phrases.texts((line.reason, line.progress))
    return (cell(line.code), Cell((*named, (Text(line.text),))), Cell(((phrases.light_of(line),),)), why)


def _carried_over(material: Material) -> tuple[Block, ...]:
    open_still = [line for line in urgent_first(material.lines) if line.light in (TrafficLight.AMBER, TrafficLight.RED)]
    if not open_still:
        return ()
    rows = tuple((cell(line.code), cell(line.title or line.text), cell(line.next_step)) for line in open_still)
    columns = (Column("Nr.", 0.1), Column("Afspraak", 0.5), Column("Volgende stap", 0.4))
    sentence = "Deze afspraken zijn niet af. Voorstel is om ze mee te nemen naar het volgende jaar."
    return (Heading("Meenemen"), Paragraph(words(sentence)), Table("Mee te nemen afspraken", columns, rows))
