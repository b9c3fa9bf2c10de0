"""Dutch phrases that reports share: days, numbers of things, lists of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from samenspraak.core.composition.material import LegendEntry, Line, Material
from samenspraak.core.composition.tree import Cell, Column, Inline, Light, Table, Text, cell, words
from samenspraak.core.vocabulary.traffic_light import TrafficLight

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_SMALL = "geen één twee drie vier vijf zes zeven acht negen tien elf twaalf".split()

DEFAULT_LEGEND = (
    LegendEntry(TrafficLight.GREEN, "Op schema", "De afspraak is nagekomen of loopt volgens plan."),
    LegendEntry(TrafficLight.AMBER, "Vraagt actie", "Er is nog iets nodig om de afspraak op tijd na te komen."),
    LegendEntry(TrafficLight.RED, "Loopt achter", "De afspraak loopt achter of er is nog niet mee begonnen."),
    LegendEntry(TrafficLight.GREY, "Nu niet aan de orde", "In deze periode was er geen aanleiding."),
    LegendEntry(None, "Nog niet bekend", "Er is nog niets over gemeld."),
)


def day(on: date) -> str:
    """Return a day as people write it: 2 oktober 2026."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def number(count: int) -> str:
    """Return a number in words up to twelve, in digits with a point per thousand above."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}".replace(",", ".")


def commitments(count: int) -> str:
    """Return how many commitments: één afspraak, drie afspraken, geen afspraken."""
    return f"{number(count)} {'afspraak' if count == 1 else 'afspraken'}"


def together(names: Sequence[str]) -> str:
    """Return names as a list in a sentence: A, B en C."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} en {names[-1]}"


def capital(text: str) -> str:
    """Return the text with a capital at the beginning; a capital E of "één" loses its accent."""
    return "Eén" + text[3:] if text.startswith("één") else text[:1].upper() + text[1:]


def inside(title: str) -> str:
    """Return a title as it stands within a sentence: no capital, unless its first word is more than a capital."""
    first = title.split(maxsplit=1)[0] if title.split() else ""
    return title[:1].lower() + title[1:] if first[1:].islower() else title


def legend_of(material: Material) -> tuple[LegendEntry, ...]:
    """Return the agreement's own legend, or the usual one."""
    return material.legend or DEFAULT_LEGEND


def word_for(material: Material, light: TrafficLight | None) -> str:
    """Return what a light is called in this agreement."""
    usual = {entry.light: entry.word for entry in DEFAULT_LEGEND}
    own = {entry.light: entry.word for entry in material.legend}
    return own.get(light, usual[light])


def words_of(material: Material) -> dict[TrafficLight | None, str]:
    """Return what every light is called in this agreement."""
    return {light: word_for(material, light) for light in (*TrafficLight, None)}


def light_of(line: Line) -> Inline:
    """Return the light of a line."""
    return Light(line.light, line.word or "Nog niet bekend")


def legend_table(material: Material) -> Table:
    """Return what the lights mean."""
    rows = tuple((Cell(((Light(one.light, one.word),),)), cell(one.meaning)) for one in legend_of(material))
    return Table("Wat de kleuren betekenen", (Column("Stand", 0.25), Column("Betekenis", 0.75)), rows)


def terms_table(material: Material) -> Table:
    """Return the terms that the agreement explains."""
    rows = tuple((cell(one.term), cell(one.meaning)) for one in material.terms)
    return Table("Begrippen", (Column("Begrip", 0.25), Column("Betekenis", 0.75)), rows)


def counts_table(material: Material, found: dict[TrafficLight | None, int]) -> Table:
    """Return how many commitments have each light; lights that nothing has are left out."""
    rows = tuple(
        (Cell(((Light(light, word_for(material, light)),),)), cell(str(count)))
        for light, count in found.items()
        if count
    )
    total = ((cell("Samen"), cell(str(sum(found.values())))),)
    columns = (Column("Stand", 0.6), Column("Aantal afspraken", 0.4, is_number=True))
    return Table("Stand in aantallen", columns, (*rows, *total))


def texts(lines: Iterable[str]) -> Cell:
    """Return several texts as the lines of one cell; empty ones are left out."""
    return Cell(tuple(words(one) for text in lines if text for one in text.split("\n")))


def bold(text: str) -> Text:
    """Return text in bold."""
    return Text(text, is_bold=True)
