"""The monitor of a round, in the columns that municipalities use."""

from __future__ import annotations

from collections.abc import Sequence

from samenspraak.core.composition import phrases, pictures
from samenspraak.core.composition.material import THEME_WORDS, Line, Material, Remark, by_chapter, counts
from samenspraak.core.composition.sources import documents_of, reference, sources_section
from samenspraak.core.composition.tree import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Inline,
    Light,
    Paragraph,
    Report,
    Table,
    Text,
    cell,
    words,
)

COLUMNS = (
    Column("Nr.", 0.07),
    Column("Afspraak", 0.25),
    Column("Trekker", 0.11),
    Column("Prioriteit", 0.08),
    Column("Realisatie en voortgang", 0.25),
    Column("Stand", 0.11),
    Column("Reacties", 0.13),
)


def monitor_report(material: Material) -> Report:
    """Return the monitor: how to read it, the state in numbers, a table per theme, and the terms."""
    return Report(
        title=f"Monitor prestatieafspraken {material.municipality}".strip(),
        subtitle=material.round,
        author=material.municipality,
        made_on=material.on,
        is_wide=True,
        facts=_facts(material),
        blocks=(
            *_reading_guide(material),
            *_state(material),
            *pictures.targets_section(material),
            *_chapters(material),
            *_terms(material),
            *sources_section(material.lines),
        ),
    )


def _facts(material: Material) -> tuple[tuple[str, str], ...]:
    state = "Vastgesteld op" if material.is_adopted else "Concept, stand op"
    parties = ", ".join(party.name for party in material.parties)
    facts = (("Afspraken", f"{material.agreement}, {material.period}"), (state, phrases.day(material.on)))
    return (*facts, ("Partijen", parties)) if parties else facts


def _reading_guide(material: Material) -> tuple[Block, ...]:
    sentences = (
        "Deze monitor laat per afspraak zien wat er is gedaan en hoe het ervoor staat. De trekker geeft de stand op;"
        " de andere partijen reageren. Waar partijen het niet eens zijn over de stand, staan beide standen er."
    )
    return (
        Heading("Leeswijzer"),
        Paragraph(words(sentences)),
        Bullets(
            (
                words("Prioriteit: de periode van vier maanden (T1, T2 of T3) waarin de afspraak aan de beurt is."),
                words("Een lege cel betekent dat er niets is gemeld; dat telt nergens als nul."),
            )
        ),
        phrases.legend_table(material),
    )


def _state(material: Material) -> tuple[Block, ...]:
    found = counts(material.lines)
    total = len(material.lines)
    green = sum(1 for line in material.lines if line.light is not None and line.light.value == "green")
    disputed = sum(1 for line in material.lines if line.is_disputed)
    sentence = phrases.capital(f"{phrases.commitments(total)} in deze ronde, waarvan {phrases.number(green)} op groen.")
    if disputed:
        sentence += f" Bij {phrases.commitments(disputed)} verschillen partijen over de stand."
    return (
        Heading("Stand"),
        Paragraph(words(sentence)),
        phrases.counts_table(material, found),
        *pictures.themes_picture(material),
        *pictures.rounds_picture(material),
    )


def _chapters(material: Material) -> tuple[Block, ...]:
    blocks: list[Block] = []
    documents = documents_of(material.lines)
    for number, (chapter, lines) in enumerate(by_chapter(material.lines), start=1):
        blocks.append(Heading(f"{number}. {chapter}"))
        blocks.append(Table(_title(chapter), COLUMNS, tuple(_row(line, documents) for line in lines)))
    return tuple(blocks)


def _title(chapter: str) -> str:
    """Return the title of a table; the agreement's own headings are quoted, for they may begin with a name."""
    return f"Afspraken over {chapter.lower()}" if chapter in THEME_WORDS.values() else f"Afspraken onder “{chapter}”"


def _row(line: Line, documents: Sequence[str]) -> tuple[Cell, ...]:
    title = ((phrases.bold(line.title),),) if line.title else ()
    text = [words(part) for part in line.text.split("\n") if part]
    place = reference(line.source, documents)
    if place:
        # Behind the last words, so that a row grows no taller for it.
        text[-1:] = [(*(text[-1] if text else ()), Text(f" ({place})" if text else f"({place})", is_italic=True))]
    return (
        cell(line.code),
        Cell((*title, *text)),
        cell("\n".join(line.leads)),
        cell(line.priority),
        Cell(_progress(line)),
        Cell(_standing(line)),
        Cell(tuple(part for remark in line.remarks for part in _remark(remark))),
    )


def _progress(line: Line) -> tuple[tuple[Inline, ...], ...]:
    parts: list[tuple[Inline, ...]] = [words(part) for part in line.progress.split("\n") if part]
    if line.next_step:
        parts.append((phrases.bold("Volgende stap: "), Text(line.next_step)))
    if line.figures_on is not None:
        parts.append((Text(f"Cijfers tot en met {phrases.day(line.figures_on)}.", is_italic=True),))
    return tuple(parts)


def _standing(line: Line) -> tuple[tuple[Inline, ...], ...]:
    parts: list[tuple[Inline, ...]] = [(phrases.light_of(line),)]
    if line.reason:
        parts.append(words(line.reason))
    if line.has_turned:
        parts.append((Text(f"Vorige ronde: {line.before_word.lower()}.", is_italic=True),))
    return tuple(parts)


def _remark(remark: Remark) -> tuple[tuple[Inline, ...], ...]:
    # A colour of its own stands on a line of its own, so that the cell does not take it for the light of the whole.
    seen = ((phrases.bold(f"{remark.party} ziet: "), Light(remark.light, remark.word)),) if remark.word else ()
    said = ((phrases.bold(f"{remark.party}: "), Text(remark.text)),) if remark.text else ()
    return (*seen, *said)


def _terms(material: Material) -> tuple[Block, ...]:
    return (Heading("Begrippen"), phrases.terms_table(material)) if material.terms else ()
