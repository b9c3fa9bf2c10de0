"""The yearly slice (jaarschijf): what the parties will do in a year, ready to sign."""

from __future__ import annotations

from samenspraak.core.composition import phrases
from samenspraak.core.composition.material import Line, Material, by_theme
from samenspraak.core.composition.tree import (
    Block,
    Cell,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Report,
    SignaturePlace,
    Signatures,
    Table,
    cell,
    words,
)

COLUMNS = (Column("Nr.", 0.1), Column("Afspraak", 0.55), Column("Trekker", 0.2), Column("Prioriteit", 0.15))


def year_slice(material: Material) -> Report:
    """Return next year's commitments per theme, with a place to sign for every party."""
    lines = material.upcoming or material.lines
    year = (material.year or material.on.year) + bool(material.upcoming)
    return Report(
        title=f"Jaarafspraken {year}",
        subtitle=f"Bij {material.agreement}, {material.period}",
        author=material.municipality,
        made_on=material.on,
        facts=(("Partijen", phrases.together([party.name for party in material.parties])),),
        blocks=(
            Heading("Afspraken"),
            Paragraph(words(f"Partijen spreken voor {year} het volgende af: {phrases.commitments(len(lines))}.")),
            *_themes(lines),
            *_signing(material, year),
        ),
    )


def _themes(lines: tuple[Line, ...]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for theme, group in by_theme(lines):
        rows = tuple(_row(line) for line in group)
        blocks += [Heading(theme, 2), Table(f"Jaarafspraken over {theme.lower()}", COLUMNS, rows)]
    return tuple(blocks)


def _row(line: Line) -> tuple[Cell, ...]:
    title = ((phrases.bold(line.title),),) if line.title else ()
    text = tuple(words(part) for part in line.text.split("\n") if part)
    return (cell(line.code), Cell((*title, *text)), cell("\n".join(line.leads)), cell(line.priority))


def _signing(material: Material, year: int) -> tuple[Block, ...]:
    if not material.parties:
        return ()
    places = tuple(SignaturePlace(party.name, party.signatory, party.function) for party in material.parties)
    sentence = f"Aldus overeengekomen voor het jaar {year}."
    return (PageBreak(), Heading("Ondertekening"), Paragraph(words(sentence)), Signatures(places))
