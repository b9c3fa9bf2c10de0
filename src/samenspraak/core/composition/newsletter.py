"""One page for tenants, in plain words: what goes well, what does not, and what we asked for."""

from __future__ import annotations

from samenspraak.core.composition import phrases
from samenspraak.core.composition.material import Line, Material
from samenspraak.core.composition.tree import Block, Bullets, Heading, Paragraph, Report, Text, words
from samenspraak.core.composition.tree import Line as Words
from samenspraak.core.vocabulary.traffic_light import TrafficLight

SHOWN = 5  # per heading: it stays one page


def newsletter(material: Material, *, own: str) -> Report:
    """Return the page of the tenants' organisation `own`."""
    return Report(
        title="Hoe staat het met de afspraken over wonen?",
        subtitle=f"{own}, {phrases.day(material.on)}",
        author=own,
        made_on=material.on,
        blocks=(
            Paragraph(words(_opening(material))),
            *_part("Dit gaat goed", material, (TrafficLight.GREEN,)),
            *_part("Hier moet nog iets gebeuren", material, (TrafficLight.AMBER,)),
            *_part("Dit loopt niet goed", material, (TrafficLight.RED,)),
            *_said(material, own),
        ),
    )


def _opening(material: Material) -> str:
    names = phrases.together([party.name for party in material.parties])
    who = f"{names} hebben" if names else "Er zijn"
    return (
        f"{who} samen afspraken gemaakt over wonen in {material.municipality}."
        f" Dit zijn {phrases.commitments(len(material.lines))}. Hier leest u hoe het ervoor staat."
    )


def _part(title: str, material: Material, lights: tuple[TrafficLight, ...]) -> tuple[Block, ...]:
    found = [line for line in material.lines if line.light in lights]
    if not found:
        return ()
    rest = len(found) - SHOWN
    more = (Paragraph(words(f"En nog {phrases.commitments(rest)}."), is_small=True),) if rest > 0 else ()
    return (Heading(title), Bullets(tuple(_told(line) for line in found[:SHOWN])), *more)


def _told(line: Line) -> Words:
    why = line.progress or line.reason
    return (
        (phrases.bold(f"{line.title or line.text}. "), Text(why)) if why else (phrases.bold(line.title or line.text),)
    )


def _said(material: Material, own: str) -> tuple[Block, ...]:
    said = tuple(
        (phrases.bold(f"{line.title or line.text}: "), Text(remark.text))
        for line in material.lines
        for remark in line.remarks
        if remark.party == own and remark.text
    )
    return (Heading("Wat wij hebben gezegd"), Bullets(said)) if said else ()
