"""The letter to the council (raadsinformatiebericht), in its fixed order.

Occasion, parties and agreements, state in counts, what is behind and why, what was reached, what is new next year,
annexes. The texts are proposed from the data; a person edits them before the letter is adopted.
"""

from __future__ import annotations

from collections.abc import Sequence

from samenspraak.core.composition import phrases, pictures
from samenspraak.core.composition.material import Line, Material, by_theme, counts
from samenspraak.core.composition.tree import Block, Bullets, Heading, Paragraph, Report, Text, words
from samenspraak.core.vocabulary.traffic_light import TrafficLight

SUCCESSES = 10  # more is a list, not a letter


def council_letter(material: Material) -> Report:
    """Return the letter."""
    return Report(
        title=f"Stand van zaken prestatieafspraken {material.municipality}".strip(),
        subtitle="Raadsinformatiebericht",
        author=f"College van burgemeester en wethouders van {material.municipality}".removesuffix(" van "),
        made_on=material.on,
        facts=(("Datum", phrases.day(material.on)), ("Gaat over", f"{material.agreement}, {material.period}")),
        blocks=(
            *_occasion(material),
            *_parties(material),
            *_state(material),
            *_behind(material),
            *_reached(material),
            *_new(material),
            *_annexes(material),
        ),
    )


def _occasion(material: Material) -> tuple[Block, ...]:
    signed = f"Op {phrases.day(material.signed_on)} zijn" if material.signed_on else "Eerder zijn"
    sentence = (
        f"{signed} de prestatieafspraken “{material.agreement}” gesloten, voor {material.period}."
        f" Met dit bericht vertellen wij u hoe het daarmee staat: {material.round.lower()}."
    )
    return (Heading("Aanleiding"), Paragraph(words(sentence)))


def _parties(material: Material) -> tuple[Block, ...]:
    if not material.parties:
        return ()
    sides: dict[str, list[str]] = {}
    for party in material.parties:
        sides.setdefault(party.side, []).append(party.name)
    items = tuple(words(f"{phrases.capital(side)}: {phrases.together(names)}") for side, names in sides.items())
    state = "De stand is" if material.is_adopted else "De stand wordt nog"
    sentence = (
        "Wie trekker is van een afspraak meldt hoe het daarmee staat, met een stoplicht en een toelichting; de andere"
        f" partijen reageren. {state} samen vastgesteld."
    )
    meanings = [f"“{one.word}” betekent: {phrases.inside(one.meaning)}" for one in material.legend if one.meaning]
    return (
        Heading("Partijen en afspraken"),
        Paragraph(words("De afspraken zijn gemaakt door partijen die daarin gelijk zijn.")),
        Bullets(items),
        Paragraph(words(" ".join((sentence, *meanings)))),
    )


def _state(material: Material) -> tuple[Block, ...]:
    found = counts(material.lines)
    told = [
        f"{phrases.number(count)} {phrases.word_for(material, light).lower()}"
        for light, count in found.items()
        if count
    ]
    sentence = f"De monitor volgt {phrases.commitments(len(material.lines))}"
    sentence += f": {phrases.together(told)}." if told else "."
    disputed = [line for line in material.lines if line.is_disputed]
    if disputed:
        names = phrases.together([line.name for line in disputed])
        sentence += f" Partijen verschillen van mening over de stand van {names}."
    return (
        Heading("Stand van zaken"),
        Paragraph(words(sentence)),
        phrases.counts_table(material, found),
        *pictures.themes_picture(material),
    )


def _behind(material: Material) -> tuple[Block, ...]:
    red = [line for line in material.lines if line.light is TrafficLight.RED]
    if not red:
        sentence = f"Geen enkele afspraak staat op “{phrases.word_for(material, TrafficLight.RED).lower()}”."
        return (Heading("Wat achterloopt"), Paragraph(words(sentence)))
    blocks: list[Block] = [Heading("Wat achterloopt"), Paragraph(words(f"{_are(red)} extra aandacht."))]
    for line in red:
        blocks += [Heading(line.name, 2), Paragraph((phrases.light_of(line), Text(f": {_why(line)}")))]
    return tuple(blocks)


def _are(lines: Sequence[Line]) -> str:
    return phrases.capital(f"{phrases.commitments(len(lines))} {'vraagt' if len(lines) == 1 else 'vragen'}")


def _why(line: Line) -> str:
    """Return the reason, what is done about it, and that nobody gave a reason if nobody did."""
    parts = [line.reason or "Een reden is niet opgegeven.", line.progress]
    if line.next_step:
        parts.append(f"Volgende stap: {line.next_step}")
    return " ".join(
        part.strip() if part.strip().endswith((".", "!", "?")) else f"{part.strip()}." for part in parts if part
    )


def _reached(material: Material) -> tuple[Block, ...]:
    green = [line for line in material.lines if line.light is TrafficLight.GREEN and line.progress]
    if not green:
        return ()
    blocks: list[Block] = [Heading("Wat is bereikt")]
    for line in _spread(green)[:SUCCESSES]:
        blocks += [Heading(line.name, 2), Paragraph(words(line.progress))]
    return tuple(blocks)


def _spread(lines: Sequence[Line]) -> list[Line]:
    """Return the lines so that every theme comes by before one comes by again."""
    groups = [list(group) for _theme, group in by_theme(lines)]
    longest = max(len(group) for group in groups)
    return [group[turn] for turn in range(longest) for group in groups if turn < len(group)]


def _new(material: Material) -> tuple[Block, ...]:
    """Return what is new next year; that nothing is known of it, or nothing is new, is said."""
    year = (material.year or material.on.year) + 1
    new = [line for line in material.upcoming if line.is_new]
    return (Heading(f"Nieuw voor {year}"), Paragraph(words(_how_many(material, new, year))), *_new_ones(new))


def _how_many(material: Material, new: Sequence[Line], year: int) -> str:
    if not material.upcoming:
        return f"Voor {year} staan nog geen afspraken in het register."
    on = len(material.upcoming) - len(new)
    going_on = f"{phrases.commitments(on)} van dit jaar {'loopt' if on == 1 else 'lopen'} door in {year}"
    if not new:
        return f"{phrases.capital(going_on)}; er zijn geen nieuwe afspraken bij gekomen."
    told = f"Voor {year} {'is' if len(new) == 1 else 'zijn'} er {_new_count(len(new))}"
    return f"{told}; {going_on}." if on else f"{told}."


def _new_count(count: int) -> str:
    return f"{phrases.number(count)} nieuwe {'afspraak' if count == 1 else 'afspraken'}"


def _new_ones(new: Sequence[Line]) -> tuple[Block, ...]:
    if len(new) > SUCCESSES:
        named = ((phrases.bold(f"{line.code} " if line.code else ""), Text(line.title or line.text)) for line in new)
        return (Bullets(tuple(named)),)
    blocks: list[Block] = []
    for line in new:
        blocks += [Heading(line.name, 2), *(Paragraph(words(part)) for part in line.text.split("\n") if part)]
    return tuple(blocks)


def _annexes(material: Material) -> tuple[Block, ...]:
    annexes = (f"{material.agreement}, {material.period}", f"Monitor prestatieafspraken, {material.round.lower()}")
    return (Heading("Bijlagen"), Bullets(tuple(words(annex) for annex in annexes), is_numbered=True))
