"""Writes a document of the example as plain text."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

from scripts.example.blocks import Block, Bullet, Document, Heading, Note, Paragraph

WIDTH = 96


def write_text(document: Document, path: Path) -> None:
    """Write lines of at most 96 characters, an empty line between paragraphs and before a list."""
    lines = [document.title, document.subtitle, document.date, "", fill(document.parties, WIDTH)]
    before: Block | None = None
    for block in document.blocks:
        if not (isinstance(block, Bullet) and isinstance(before, Bullet)):
            lines.append("")
        lines.append(_wrapped(block))
        before = block
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _wrapped(block: Block) -> str:
    match block:
        case Heading(text=text):
            return text
        case Paragraph(text=text):
            return fill(text, WIDTH)
        case Bullet(text=text):
            return fill(text, WIDTH, initial_indent="- ", subsequent_indent="  ")
        case Note(number=number, text=text):
            return fill(f"[{number}] {text}", WIDTH)
    raise TypeError(block)
