"""Reading a report tree back as a person would."""

from __future__ import annotations

from samenspraak.core.composition.tree import Bullets, Cell, Heading, Paragraph, Report, Table, text_of


def headings(report: Report) -> list[str]:
    return [block.text for block in report.blocks if isinstance(block, Heading)]


def tables(report: Report) -> dict[str, list[list[str]]]:
    return {
        block.title: [[words_of(cell) for cell in row] for row in block.rows]
        for block in report.blocks
        if isinstance(block, Table)
    }


def words_of(cell: Cell) -> str:
    return " / ".join(text_of(line) for line in cell.lines)


def sentences(report: Report) -> str:
    """Return all that is not a heading or a table."""
    lines = [
        text_of(line)
        for block in report.blocks
        for line in (
            block.items if isinstance(block, Bullets) else (block.parts,) if isinstance(block, Paragraph) else ()
        )
    ]
    return "\n".join(lines)


def under(report: Report, title: str) -> str:
    """Return what stands under a heading, up to the next of the same level or higher."""
    found: list[object] = []
    level = 0
    for block in report.blocks:
        if isinstance(block, Heading):
            if level and block.level <= level:
                break
            level = level or (block.level if block.text == title else 0)
        if level:
            found.append(block)
    part = Report(title="deel", made_on=report.made_on, blocks=tuple(b for b in found if not isinstance(b, Heading)))  # type: ignore[misc]
    return sentences(part)
