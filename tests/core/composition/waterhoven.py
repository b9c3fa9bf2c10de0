"""A round of Waterhoven, as every report in these tests tells it. All names and sentences are invented."""

from __future__ import annotations

from datetime import date

from samenspraak.core.composition.material import LegendEntry, Line, Material, Party, Remark, Source, Term
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.traffic_light import TrafficLight

GREEN, AMBER, RED = TrafficLight.GREEN, TrafficLight.AMBER, TrafficLight.RED


def line(code: str, title: str, light: TrafficLight | None, word: str, **more: object) -> Line:
    values: dict[str, object] = {"theme": Theme.AVAILABILITY, "text": f"{title}, zo spreken partijen af."}
    return Line(code=code, title=title, light=light, word=word, **(values | more))  # type: ignore[arg-type]


LINES = (
    line(
        "J 1.1",
        "Zestig woningen in aanbouw",
        AMBER,
        "Vraagt actie",
        leads=("Woonstichting De Linde",),
        priority="T2",
        progress="Twee van de drie plekken zijn vergund.",
        next_step="de uitspraak in november afwachten",
        before=GREEN,
        before_word="Op schema",
        figures_on=date(2026, 8, 31),
        source=Source("afspraken.pdf", 7),
    ),
    line("J 1.2", "Optoppen", GREEN, "Op schema", progress="Vier gebouwen zijn geschikt.", leads=("gemeente",)),
    line(
        "J 1.5",
        "Evenwichtig aanbod",
        RED,
        "Loopt achter",
        reason="Thuisvast wees 52% toe, 70% was de bedoeling.",
        next_step="het huurbeleid gaat per 1 januari om",
        remarks=(Remark("Huurdersplatform De Linde", "Dit zien wij al twee jaar."),),
    ),
    line("J 2.1", "Huurbeleid", GREEN, "Op schema", theme=Theme.AFFORDABILITY, progress="Het beleid is vastgesteld."),
    line(
        "J 2.2",
        "Woonlasten",
        AMBER,
        "Vraagt actie",
        theme=Theme.AFFORDABILITY,
        remarks=(Remark("Huurdersplatform De Linde", "Er is niets gedaan.", RED, "Loopt achter"),),
    ),
    line("J 6.1", "Overleg", None, "Nog niet bekend", theme=None),
)

MATERIAL = Material(
    agreement="Samen wonen in Waterhoven",
    municipality="Waterhoven",
    period="2026 tot en met 2029",
    round="Tweede ronde 2026",
    on=date(2026, 10, 2),
    is_adopted=True,
    lines=LINES,
    parties=(
        Party("Gemeente Waterhoven", "gemeente", "A. de Wit", "wethouder"),
        Party("Woonstichting De Linde", "woningcorporaties"),
        Party("Thuisvast", "woningcorporaties"),
        Party("Huurdersplatform De Linde", "huurdersorganisaties"),
    ),
    legend=(LegendEntry(RED, "Loopt achter", "Loopt achter of is nog niet begonnen."),),
    terms=(Term("Lage inkomens", "Wie huurtoeslag kan krijgen."),),
    upcoming=(line("J 1.1", "Veertig woningen", None, "Nog niet bekend", is_new=True, leads=("De Linde",)),),
    signed_on=date(2025, 12, 11),
)
