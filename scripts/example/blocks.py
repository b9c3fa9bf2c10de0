"""The parts of a document of the example, whatever file it becomes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a chapter."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `[1]` in it refers to a note."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """One point of a list, of level 1 or 2."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Callout:
    """A few words set large beside the text."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """The title of a numbered commitment; the writer counts, and starts again in each chapter."""

    title: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first is the header; in a sum row the first cell begins with `= `."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CodedRow:
    """A commitment in a table: code, parties, title, text."""

    code: str
    parties: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class MonitorRow:
    """How a commitment stands; `light` is green, amber, red or - for none."""

    code: str
    title: str
    lead: str
    priority: str
    light: str
    progress: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody who signs."""

    name: str
    role: str
    organisation: str


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A line in the head of a letter."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A change in the layout: break, columns, landscape, portrait."""

    to: str


Block = (
    Heading | Paragraph | Bullet | Callout | Item | Table | CodedRow | MonitorRow | Signature | LetterLine | Note | Turn
)


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what stands on its title page."""

    title: str
    subtitle: str
    parties: str
    date: str
    blocks: tuple[Block, ...]
