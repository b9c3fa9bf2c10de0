"""Writes the paragraphs of a word processor's file as lines, with the white space a reader would see above them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from samenspraak.engines.readers.flow_builder import CellText, FlowBuilder, LineForm

_VISIBLE_GAP = 6.0  # points; from half a line of body text on, a reader sees a gap


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two line breaks of a paragraph, with the page it begins on."""

    text: str
    page: int

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `above` and `below` are its white space in points, `label` its printed number or bullet."""

    parts: tuple[Part, ...]
    form: LineForm = field(default_factory=LineForm)
    label: str = ""
    above: float = 0.0
    below: float = 0.0

    @property
    def is_blank(self) -> bool:
        return all(part.is_blank for part in self.parts)

    def labelled_parts(self) -> list[Part]:
        """Return the parts, the label standing before the first one that shows anything."""
        parts = list(self.parts)
        for index, part in enumerate(parts):
            if part.is_blank:
                continue
            text = part.text.lstrip()
            # Whoever typed the number as well sees it twice on paper and means it once.
            if self.label and not text.startswith(self.label):
                parts[index] = replace(part, text=f"{self.label} {text}")
            break
        return parts


class ParagraphWriter:
    """Adds paragraphs to a flow; an empty paragraph is a blank line above the next one."""

    def __init__(self, builder: FlowBuilder) -> None:
        self._builder = builder
        self._blank_count = 0
        self._below = 0.0

    def write(self, paragraph: Paragraph) -> None:
        """Add a paragraph: as one line, or as several when it is divided by line breaks."""
        if paragraph.is_blank:
            self._blank_count += len(paragraph.parts)
            self._builder.add_line("", paragraph.form)
            return
        parts = paragraph.labelled_parts()
        is_whole = sum(not part.is_blank for part in parts) == 1
        space = self._space_above(paragraph)
        # The parts of a divided paragraph are ordinary lines; a gap keeps them from those of the paragraph before.
        space = space if is_whole else max(1.0, space)
        for part in parts:
            form = replace(paragraph.form, page=part.page, space_before=space, is_paragraph=is_whole)
            is_shown = self._builder.add_line(part.text, form)
            space = 0.0 if is_shown else space + 1.0
        self._blank_count = 0
        self._below = paragraph.below

    def write_table(self, rows: Iterable[Iterable[CellText]], *, page: int) -> None:
        """Add a table; what follows stands apart from it."""
        self._builder.add_table([list(row) for row in rows], page=page)
        self._blank_count = 0
        self._below = _VISIBLE_GAP

    def set_aside(self, text: str) -> None:
        """Keep text in the raw text only."""
        self._builder.add_aside(text)

    def _space_above(self, paragraph: Paragraph) -> float:
        has_gap = max(self._below, paragraph.above) >= _VISIBLE_GAP
        return float(self._blank_count + has_gap)
