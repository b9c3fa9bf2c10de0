"""The printed lines of a document with the heading above each: what tables that became text are read from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from samenspraak.core.extraction.blocks import BlockKind
from samenspraak.core.extraction.headings import SECTION
from samenspraak.core.extraction.markers import code_of, number_of
from samenspraak.core.extraction.outline import PlacedBlock
from samenspraak.core.extraction.result import SourceSpan
from samenspraak.core.extraction.tables.cells import is_row
from samenspraak.core.light_values import light_value

LONGEST_TITLE = 90  # characters of a line that may be a title, a name or a column's header
TITLE_ENDS = (".", ",", ";", "!", "?")
FAR = 0.5  # blank lines that part two groups of lines
CAPTION = re.compile(r"^(?:tabel|overzicht|figuur|schema)\s+[\d.]+[a-z]?\s*[.:–-]?\s*(?P<words>\S.*)?$", re.IGNORECASE)
NUMBER_BEFORE = re.compile(r"^(?:artikel\s+)?\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\D)", re.IGNORECASE)


@light_value
class PrintedLine:
    """One line, its bullet left out, and where it stands."""

    text: str
    page: int
    start: int
    end: int
    space_before: float
    heading: str | None  # the heading above; of a heading itself, the one before it
    marker: str | None = None  # the bullet of the item that it opens
    kind: BlockKind = BlockKind.PARAGRAPH

    @property
    def reads_as_title(self) -> bool:
        """Whether the line may be a title, a name or a header rather than running text."""
        text = self.text
        return len(text) <= LONGEST_TITLE and not text.endswith(TITLE_ENDS) and not text[:1].islower()

    @property
    def opens_section(self) -> bool:
        """Whether the line begins a numbered section, an annex or a coded item, which no table runs into."""
        return bool(code_of(self.text) or SECTION.match(self.text)) or (
            self.kind is BlockKind.HEADING and bool(number_of(self.text))
        )


def printed_lines(placed: Sequence[PlacedBlock]) -> list[list[PrintedLine]]:
    """Return the lines in reading order, in stretches that no table of the file interrupts."""
    stretches: list[list[PrintedLine]] = [[]]
    heading: str | None = None
    for entry in placed:
        block = entry.block
        if block.kind is BlockKind.TABLE:
            stretches.append([])
            continue
        for index, piece in enumerate(block.pieces):
            line = piece.line
            marker = block.marker if index == 0 else None
            text = line.text[piece.skip :].strip()
            if text:
                stretches[-1].append(
                    PrintedLine(text, line.page, line.start, line.end, line.space_before, heading, marker, block.kind)
                )
        if block.kind is BlockKind.HEADING and not is_row(block.text):
            heading = title_of(block.text)
    return [stretch for stretch in stretches if stretch]


def title_of(heading: str) -> str:
    """Return a heading without its number: "5. Start bouw" gives "Start bouw"; a table's caption without its label."""
    if (caption := CAPTION.match(heading)) and caption["words"]:
        return caption["words"]
    return NUMBER_BEFORE.sub("", heading).rstrip(" :") or heading


def span_of(lines: Sequence[PrintedLine]) -> SourceSpan:
    """Return the passage from the first line to the last."""
    return SourceSpan(lines[0].page, lines[0].start, max(line.end for line in lines))


def titled_above(lines: Sequence[PrintedLine], index: int) -> str | None:
    """Return the title of a table that begins at lines[index]: its caption or the heading above it."""
    if index and (caption := CAPTION.match(lines[index - 1].text)):
        return caption["words"] or lines[index - 1].text
    if index and _is_title(lines, index - 1):
        return title_of(lines[index - 1].text)
    return lines[index].heading


def _is_title(lines: Sequence[PrintedLine], index: int) -> bool:
    """A heading, or a line that stands apart from what is above and below it."""
    line = lines[index]
    if not line.reads_as_title:
        return False
    if line.kind is BlockKind.HEADING or SECTION.match(line.text):
        return True
    below = lines[index + 1]
    is_apart = below.space_before > FAR and below.page == line.page
    opens = line.space_before > FAR or index == 0 or lines[index - 1].text.endswith(".")
    return is_apart and opens and not line.text.endswith(":")
