"""Builds a document's raw text and its flow side by side, so that every line knows its exact place."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from samenspraak.core.extraction.source import Cell, Line, SourceText, Table
from samenspraak.engines.readers.line_text import tidy
from samenspraak.engines.readers.wrapped_lines import as_printed

_WORDS_BESIDE_A_PICTURE = 40  # characters; a caption at most


@dataclass(frozen=True, slots=True)
class LineForm:
    """How a line stands on the page: everything of a `Line` but its text and its offsets."""

    page: int = 1
    space_before: float = 0.0
    indent: float = 0.0
    size: float | None = None
    is_bold: bool = False
    heading_level: int | None = None
    list_level: int | None = None
    is_paragraph: bool = True


@dataclass(frozen=True, slots=True)
class CellText:
    """The paragraphs of a cell as the file gives them."""

    paragraphs: tuple[str, ...] = ()
    shading: str | None = None


def make_line(raw: str, start: int, form: LineForm) -> Line | None:
    """Return the line that stands at `start` in the raw text, or None when nothing of it can be seen."""
    tidied = tidy(raw, start)
    if not tidied.text:
        return None
    return Line(
        text=tidied.text,
        page=form.page,
        start=tidied.start,
        end=tidied.end,
        origins=tidied.origins,
        space_before=form.space_before,
        indent=form.indent,
        size=form.size,
        is_bold=form.is_bold,
        heading_level=form.heading_level,
        list_level=form.list_level,
        is_paragraph=form.is_paragraph,
    )


class FlowBuilder:
    """Grows the raw text line by line; the offsets of what is added are those of the finished text."""

    def __init__(self) -> None:
        self._raw: list[str] = []
        self._length = 0
        self._flow: list[Line | Table] = []

    def add_line(self, text: str, form: LineForm) -> bool:
        """Add one raw line; return whether it shows anything (an empty one only counts as white space)."""
        line = make_line(text, self._length, form)
        self._append(text + "\n")
        if line is None:
            return False
        self._flow.append(line)
        return True

    def add_aside(self, text: str) -> None:
        """Add text that the file holds but that is no part of the flow, such as a table of contents."""
        self._append(text + "\n")

    def add_table(self, rows: Sequence[Sequence[CellText]], *, page: int) -> None:
        """Add a table; in the raw text its cells are divided by tabs and its rows by line ends."""
        start = self._length
        placed = tuple(self._add_row(row) for row in rows)
        if any(cell.text or cell.shading for row in placed for cell in row):
            self._flow.append(Table(placed, page, start, max(start, self._length - 1)))

    def picture_notices(self, picture_count: int) -> tuple[str, ...]:
        """Return a warning when the pages seem to be pictures: words in pictures are not read."""
        if not picture_count or self._length > picture_count * _WORDS_BESIDE_A_PICTURE:
            return ()
        notice = (
            f"Het document bestaat vooral uit afbeeldingen ({picture_count}); tekst daarin is niet gelezen."
            " Sla het op als PDF en lever dat aan."
        )
        return (notice,)

    def source(
        self, data: bytes, *, name: str, media_type: str, page_count: int = 1, notices: Sequence[str] = ()
    ) -> SourceText:
        """Return the finished document; `data` is the file it was read from."""
        return SourceText(
            name=name,
            sha256=hashlib.sha256(data).hexdigest(),
            media_type=media_type,
            raw="".join(self._raw),
            flow=as_printed(self._flow),
            page_count=page_count,
            notices=tuple(notices),
        )

    def _add_row(self, row: Sequence[CellText]) -> tuple[Cell, ...]:
        cells = []
        for index, cell in enumerate(row):
            if index:
                self._append("\t")
            cells.append(self._add_cell(cell))
        self._append("\n")
        return tuple(cells)

    def _add_cell(self, cell: CellText) -> Cell:
        start = self._length
        texts: list[str] = []
        for paragraph in cell.paragraphs:
            text = tidy(paragraph).text
            if not text:
                continue
            if texts:
                self._append("\n")
            texts.append(text)
            self._append(paragraph.strip())
        return Cell("\n".join(texts), start, self._length, cell.shading)

    def _append(self, text: str) -> None:
        self._raw.append(text)
        self._length += len(text)
