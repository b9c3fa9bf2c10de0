"""Reads the texts of the example: marks at the start of a line, an empty line between paragraphs.

The marks:

%title, %subtitle, %parties, %date   the title page
# ## ###                             headings
- --                                 points of a list
> words                              a callout
@item Title                          a numbered commitment
[[K 1.1 | Parties | Title]]          a commitment in a table, its text below
{{J 1.1 | Title | Lead | T1 | red}}  a row of a monitor, its progress below
%table Title, then | cell | cell |   a table
%sign Name | role | organisation     a signature
%letter Label | value                a line in the head of a letter
[1]: words                           a footnote
%break %columns %landscape ...       a turn in the layout
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from scripts.example.blocks import (
    Block,
    Bullet,
    Callout,
    CodedRow,
    Document,
    Heading,
    Item,
    LetterLine,
    MonitorRow,
    Note,
    Paragraph,
    Signature,
    Table,
    Turn,
)

FOLDER = Path(__file__).parent / "texts"
ONE_LINE = ("#", "- ", "-- ", "> ", "@item ", "%", "| ")
META = ("title", "subtitle", "parties", "date")


def read_document(name: str) -> Document:
    """Return the text `name`.txt; raises ValueError when a line cannot be understood."""
    chunks = list(_chunks((FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()))
    meta = dict(re.findall(r"^%(\w+) (.+)$", "\n".join(chunks[: len(META)]), re.MULTILINE))
    body = [chunk for chunk in chunks if not chunk.startswith(tuple(f"%{key} " for key in META))]
    return Document(*(meta.get(key, "") for key in META), blocks=tuple(_blocks(body)))


def _chunks(lines: Iterable[str]) -> Iterable[str]:
    """Join the lines of a paragraph; a marked line stands alone."""
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line.strip() and not line.startswith(ONE_LINE):
            paragraph.append(line.strip())
            if not line.startswith(("[[", "{{")):
                continue
        if paragraph:
            yield " ".join(paragraph)
            paragraph = []
        if line.startswith(ONE_LINE):
            yield line.strip()


def _blocks(chunks: list[str]) -> Iterable[Block]:
    rest = iter(chunks)
    for chunk in rest:
        if chunk.startswith("| "):
            continue  # taken with its table
        if chunk.startswith("%table "):
            start = chunks.index(chunk) + 1
            yield Table(chunk.removeprefix("%table "), tuple(_rows(chunks[start:])))
        elif chunk.startswith("[["):
            yield CodedRow(*_fields(chunk.strip("[]")), text=next(rest))
        elif chunk.startswith("{{"):
            yield MonitorRow(*_fields(chunk.strip("{}")), progress=next(rest))
        else:
            yield _block(chunk)


def _rows(chunks: list[str]) -> Iterable[tuple[str, ...]]:
    for chunk in chunks:
        if not chunk.startswith("| "):
            return
        yield tuple(_fields(chunk[1:-1]))


def _fields(line: str) -> list[str]:
    return [field.strip() for field in line.split("|")]


MARKS: tuple[tuple[str, Callable[[str], Block]], ...] = (
    ("### ", lambda rest: Heading(3, rest)),
    ("## ", lambda rest: Heading(2, rest)),
    ("# ", lambda rest: Heading(1, rest)),
    ("-- ", lambda rest: Bullet(2, rest)),
    ("- ", lambda rest: Bullet(1, rest)),
    ("> ", Callout),
    ("@item ", Item),
    ("%sign ", lambda rest: Signature(*_fields(rest))),
    ("%letter ", lambda rest: LetterLine(*_fields(rest))),
    ("%", Turn),
)


def _block(chunk: str) -> Block:
    for mark, make in MARKS:
        if chunk.startswith(mark):
            return make(chunk.removeprefix(mark))
    if note := re.match(r"\[(\d+)\]: (.+)", chunk):
        return Note(note[1], note[2])
    return Paragraph(chunk)
