"""The account that an association gives of its own commitments over several municipalities, for its yearly report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samenspraak.core.composition import phrases
from samenspraak.core.composition.charts.lights import lights_chart
from samenspraak.core.composition.charts.targets import targets_chart
from samenspraak.core.composition.material import Line, counts
from samenspraak.core.composition.tree import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Light,
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
    Column("Afspraak", 0.33),
    Column("Wat is gedaan", 0.33),
    Column("Stand", 0.13),
    Column("Reacties", 0.13),
)
_TOLD = {
    TrafficLight.GREEN: "loopt volgens afspraak",
    TrafficLight.AMBER: "vraagt nog actie",
    TrafficLight.RED: "loopt achter",
    TrafficLight.GREY: "was niet aan de orde",
    None: "is nog niet bekend",
}
_LEGEND = {light: phrases.capital(word) for light, word in _TOLD.items()}


@dataclass(frozen=True, slots=True)
class AccountPart:
    """What the association had to do in one agreement: the newest round of the year, its own commitments only."""

    agreement: str
    municipality: str  # empty when there is not exactly one
    round: str
    on: date
    is_adopted: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AccountMaterial:
    """A year of one organisation: its part in every agreement, and the agreements in which nothing was asked."""

    organisation: str
    year: int
    on: date
    parts: tuple[AccountPart, ...]
    without_round: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What each part is called: its municipality, or its agreement where that would name two alike."""
        places = [part.municipality for part in self.parts]
        plain = [part.municipality if places.count(part.municipality) == 1 else "" for part in self.parts]
        named = [name or part.agreement for name, part in zip(plain, self.parts, strict=True)]
        return tuple(
            name if name not in named[:index] else f"{name} ({named[:index].count(name) + 1})"
            for index, name in enumerate(named)
        )

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its commitments."""
        return tuple(line for part in self.parts for line in part.lines)


def account(material: AccountMaterial) -> Report:
    """Return the account of a year."""
    return Report(
        title=f"Onze prestatieafspraken in {material.year}",
        subtitle=material.organisation,
        author=material.organisation,
        made_on=material.on,
        facts=(("Stand op", phrases.day(material.on)),),
        blocks=(
            *_summary(material),
            *_targets(material),
            *(block for part, name in zip(material.parts, material.names, strict=True) for block in _part(part, name)),
            *_without(material),
        ),
    )


def _summary(material: AccountMaterial) -> tuple[Block, ...]:
    lines, places = material.lines, len(material.parts)
    if not lines:
        sentence = f"In {material.year} is ons in geen enkele ronde naar een afspraak gevraagd."
        return (Heading("In het kort"), Paragraph(words(sentence)))
    where = f"{phrases.number(places)} {'set' if places == 1 else 'sets'} prestatieafspraken"
    told = [f"{phrases.number(count)} {_TOLD[light]}" for light, count in counts(lines).items() if count]
    sentence = (
        f"{material.organisation} was in {material.year} trekker van {phrases.commitments(len(lines))} in {where}."
        f" Daarvan {phrases.together(told)}."
    )
    rows = [(name, counts(part.lines)) for part, name in zip(material.parts, material.names, strict=True)]
    chart = lights_chart("Stand per gemeente", "Afspraken", rows, _LEGEND)
    return (Heading("In het kort"), Paragraph(words(sentence)), *((chart,) if chart else ()))


def _targets(material: AccountMaterial) -> tuple[Block, ...]:
    chart = targets_chart("Doelen en wat is gemeten", [line.series for line in material.lines if line.series])
    return (Heading("Doelen en metingen"), chart) if chart else ()


def _part(part: AccountPart, name: str) -> tuple[Block, ...]:
    state = "vastgesteld op" if part.is_adopted else "nog niet vastgesteld, stand op"
    sentence = f"{part.agreement}: {part.round.lower()}, {state} {phrases.day(part.on)}."
    rows = tuple(_row(line) for line in part.lines)
    return (
        Heading(name),
        Paragraph(words(f"{sentence} Wij waren trekker van {phrases.commitments(len(part.lines))}.")),
        Table(f"Onze afspraken in {name}", COLUMNS, rows),
    )


def _row(line: Line) -> tuple[Cell, ...]:
    title = ((phrases.bold(line.title),),) if line.title else ()
    text = tuple(words(one) for one in line.text.split("\n") if one)
    step = ((phrases.bold("Volgende stap: "), Text(line.next_step)),) if line.next_step else ()
    done = tuple(words(one) for one in line.progress.split("\n") if one)
    why = (words(line.reason),) if line.reason else ()
    remarks = tuple((phrases.bold(f"{one.party}: "), Text(one.text)) for one in line.remarks if one.text)
    # What another party sees stands beside it, on a line of its own.
    seen = tuple((phrases.bold(f"{one.party} ziet: "), Light(one.light, one.word)) for one in line.remarks if one.word)
    return (
        cell(line.code),
        Cell((*title, *text)),
        Cell((*done, *step)),
        Cell(((phrases.light_of(line),), *why)),
        Cell((*seen, *remarks)),
    )


def _without(material: AccountMaterial) -> tuple[Block, ...]:
    if not material.without_round:
        return ()
    sentence = f"Bij deze afspraken zijn wij partij, maar in {material.year} is ons in geen ronde iets gevraagd."
    return (
        Heading("Niet gevolgd"),
        Paragraph(words(sentence)),
        Bullets(tuple(words(name) for name in material.without_round)),
    )
