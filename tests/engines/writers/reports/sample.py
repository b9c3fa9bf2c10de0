"""A report with everything in it. All names and sentences are invented."""

from __future__ import annotations

from datetime import date

from samenspraak.core.composition.charts.lights import lights_chart
from samenspraak.core.composition.tree import (
    Bullets,
    Cell,
    Column,
    Figure,
    Footnote,
    Heading,
    Light,
    Link,
    PageBreak,
    Paragraph,
    Report,
    SignaturePlace,
    Signatures,
    Table,
    Text,
    cell,
    words,
)
from samenspraak.core.vocabulary.traffic_light import TrafficLight

# The smallest picture: one dot.
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="5"/></svg>'
HOSTILE = "<b>vet</b> & ]]> {{ 7*7 }} \u202eomgekeerd 😀 " + "lang" * 60

COLUMNS = (
    Column("Nummer", 0.1),
    Column("Afspraak", 0.5),
    Column("Aantal", 0.1, is_number=True),
    Column("Stand", 0.3),
)
LIGHTS = (
    (TrafficLight.GREEN, "Op schema"),
    (TrafficLight.AMBER, "Vraagt actie"),
    (TrafficLight.RED, "Loopt achter"),
    (TrafficLight.GREY, "Nog niet begonnen"),
    (None, "Nog niet bekend"),
)


def table(count: int = 7) -> Table:
    """Return a table with this many rows."""
    rows = tuple(
        (
            cell(f"J {number}"),
            cell(f"De Linde bouwt {number + 40} woningen bij het station.\nDe vergunning is er."),
            cell(str(number + 40)),
            Cell(((Light(*LIGHTS[number % len(LIGHTS)]),),)),
        )
        for number in range(1, count + 1)
    )
    return Table("Afspraken over bouwen", COLUMNS, rows, note="Bron: opgave van de trekkers.")


def sample(count: int = 7) -> Report:
    """Return the report; `count` rows in its table."""
    picture = Figure(
        "Stand per thema",
        "Vier groen, één rood.",
        SVG,
        PNG,
        Table("Stand in getallen", (Column("Kleur", 0.5), Column("Hoeveel", 0.5)), ((cell("groen"), cell("4")),)),
    )
    lights = lights_chart(
        "Stand door de rondes heen",
        "Ronde",
        [("Eerste ronde <2026>", {TrafficLight.GREEN: 3, TrafficLight.RED: 2}), ("Tweede ronde", {None: 5})],
        dict(LIGHTS),
    )
    return Report(
        title="Monitor Waterhoven",
        subtitle="Tweede ronde 2026",
        author="Gemeente Waterhoven",
        made_on=date(2026, 10, 2),
        facts=(("Vastgesteld op", "2 oktober 2026"),),
        is_wide=True,
        blocks=(
            Heading("Leeswijzer"),
            Paragraph((Text("Dit is "), Text("de stand", is_bold=True), Footnote("Cijfers tot en met augustus."))),
            Paragraph((Link("De afspraken zelf", "https://waterhoven.example/afspraken?a=1&b=2"),), is_small=True),
            Bullets((words("Rood en geel eerst."), words("Daarna groen.")), is_numbered=True),
            Heading("Passend wonen"),
            Heading("Bouwen", 2),
            table(count),
            picture,
            *([lights] if lights else []),
            Paragraph((Text(HOSTILE, is_italic=True),)),
            PageBreak(),
            Heading("Ondertekening"),
            Signatures((SignaturePlace("Gemeente Waterhoven", "A. de Wit", "wethouder"), SignaturePlace("De Linde"))),
        ),
    )
