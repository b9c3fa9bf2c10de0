"""The report tree: what every document of Samenspraak is made of, whatever it is written as.

A report can only be built readable: headings go down one level at a time, the rows of a table are as long as its
head, and what is not text says in words what it shows. All text is made writable on the way in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from samenspraak.core.composition.cleaning import writable
from samenspraak.core.composition.errors import MalformedReport
from samenspraak.core.vocabulary.traffic_light import TrafficLight

DEEPEST_HEADING = 4
SHORT_TABLE = 10
SHORT_LINE = 120


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text in one style."""

    text: str
    is_bold: bool = False
    is_italic: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", writable(self.text))


@dataclass(frozen=True, slots=True)
class Light:
    """A traffic light: colour, shape and word together; light None: not known."""

    light: TrafficLight | None
    word: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "word", writable(self.word))
        if not self.word.strip():
            raise MalformedReport("Een stoplicht zonder woord is niet te lezen voor wie geen kleur ziet.")


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    address: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", writable(self.text))
        if not self.address.startswith(("https://", "http://", "mailto:")):
            raise MalformedReport(f"Deze verwijzing leidt nergens heen: {self.address[:80]}")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A remark at the foot: where a number comes from, which definition holds."""

    remark: str  # no `text`: what is read back from JSON must not be taken for a Text

    def __post_init__(self) -> None:
        object.__setattr__(self, "remark", writable(self.remark))


Inline: TypeAlias = Text | Light | Link | Footnote
Line: TypeAlias = tuple[Inline, ...]


def words(text: str) -> Line:
    """Return plain text as a line."""
    return (Text(text),)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest below the title."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", " ".join(writable(self.text).split()))
        if not self.text or not 1 <= self.level <= DEEPEST_HEADING:
            raise MalformedReport("Een kop heeft woorden en een niveau van 1 tot en met 4.")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `is_small` for remarks that are less important."""

    parts: Line
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is a line."""

    items: tuple[Line, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, and its share of the width (0-1; together some 1)."""

    title: str
    width: float
    is_number: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", writable(self.title))
        if not self.title.strip():
            raise MalformedReport("Een kolom zonder kop is niet te volgen voor wie voorleest.")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: one or more lines. A row's first cell is its head."""

    lines: tuple[Line, ...] = ()

    @property
    def light(self) -> TrafficLight | None:
        """The colour of the cell: that of the only light in it."""
        found = {part.light for line in self.lines for part in line if isinstance(part, Light)}
        return found.pop() if len(found) == 1 else None

    @property
    def length(self) -> int:
        """How many letters stand in it."""
        return sum(len(text_of(line)) for line in self.lines)


def cell(text: str) -> Cell:
    """Return plain text as a cell; its line ends become lines."""
    return Cell(tuple(words(line) for line in text.split("\n"))) if text else Cell()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title; `note` stands below it: the source, the date, the definition."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""

    @property
    def is_short(self) -> bool:
        """Whether it is kept on one page: few rows, of one line each that is no long text."""
        cells = [one for row in self.rows for one in row]
        has_short_lines = all(len(one.lines) <= 1 and one.length <= SHORT_LINE for one in cells)
        return len(self.rows) <= SHORT_TABLE and has_short_lines

    def __post_init__(self) -> None:
        for name in ("title", "note"):
            object.__setattr__(self, name, writable(getattr(self, name)))
        if not self.title.strip() or not self.columns:
            raise MalformedReport("Een tabel heeft een titel en ten minste één kolom.")
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise MalformedReport(
                    f"Rij {number} heeft {len(row)} cellen, de tabel {len(self.columns)} kolommen.", where=self.title
                )


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with a title, what it shows in words, and the table behind it.

    `svg` is for formats that scale, `png` (in base64) for those that do not; `width` is a share of the text's (0-1).
    """

    title: str
    alternative: str
    svg: str
    png: str
    table: Table
    width: float = 1.0

    def __post_init__(self) -> None:
        _check_picture(self)


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure that is still to be drawn; `drawing` is its Vega-Lite specification as JSON.

    `narrow` is the same for a telephone, so that letters keep their size; files have no use for it.
    """

    title: str
    alternative: str
    drawing: str
    table: Table
    width: float = 1.0
    narrow: str = ""

    def __post_init__(self) -> None:
        _check_picture(self)


def _check_picture(picture: Figure | Chart) -> None:
    for name in ("title", "alternative"):
        object.__setattr__(picture, name, writable(getattr(picture, name)))
    if not picture.title.strip() or not picture.alternative.strip():
        raise MalformedReport("Een figuur heeft een titel en zegt in woorden wat erop staat.", where=picture.title)


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """Where somebody signs: for which party, who, in which function."""

    party: str
    name: str = ""
    function: str = ""

    def __post_init__(self) -> None:
        for name in ("party", "name", "function"):
            object.__setattr__(self, name, writable(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Signatures:
    """The places to sign, two beside each other."""

    places: tuple[SignaturePlace, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Figure | Chart | Signatures | PageBreak


@dataclass(frozen=True, slots=True)
class Report:
    """A whole document: its title, the facts under it, and its blocks in order.

    `language` is "nl" or "en"; `made_on` the day for which the data hold. `wide`: the pages lie on their side.
    """

    title: str
    blocks: tuple[Block, ...]
    made_on: date
    subtitle: str = ""
    language: str = "nl"
    author: str = ""
    facts: tuple[tuple[str, str], ...] = field(default=())
    is_wide: bool = False

    def __post_init__(self) -> None:
        for name in ("title", "subtitle", "author"):
            object.__setattr__(self, name, " ".join(writable(getattr(self, name)).split()))
        object.__setattr__(self, "facts", tuple((writable(label), writable(value)) for label, value in self.facts))
        if not self.title:
            raise MalformedReport("Een verslag heeft een titel.")
        _check_headings(self.blocks)


def _check_headings(blocks: tuple[Block, ...]) -> None:
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            if block.level > level + 1:
                raise MalformedReport("Onder deze kop is een niveau overgeslagen.", where=block.text)
            level = block.level


def text_of(line: Line) -> str:
    """Return a line as people read it aloud; footnotes stay at the foot."""
    return "".join(_spoken(part) for part in line)


def _spoken(part: Inline) -> str:
    match part:
        case Text(text=text) | Link(text=text):
            return text
        case Light(word=word):
            return word
        case Footnote():
            return ""
