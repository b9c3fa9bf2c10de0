"""Terms that a document explains itself: in a table, in a list, or in two columns that became text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.glossary_entry import Form, Opening, form_of, is_abbreviation, opening_of, parted
from samenspraak.core.extraction.headings import SECTION, Stance, is_bare_theme, stance_of
from samenspraak.core.extraction.markers import number_of
from samenspraak.core.extraction.outline import PlacedBlock
from samenspraak.core.extraction.repetition import fold
from samenspraak.core.extraction.result import GlossaryEntry, SourceSpan
from samenspraak.core.extraction.source import Table

HEADING = re.compile(
    r"\b(?:begrippen(?:lijst|kader|overzicht)?|begripsbepaling(?:en)?|begripsomschrijving(?:en)?|definities|"
    r"definitielijst|(?:verklarende )?woordenlijst|afkortingen(?:lijst)?)\b",
    re.IGNORECASE,
)
LEAD_IN = re.compile(
    r"\b(?:wordt|worden|verstaan (?:we|wij|partijen)) (?:\w+ ){0,4}(?:verstaan )?onder\b[^.]{0,40}:$", re.IGNORECASE
)
TERM_COLUMN = re.compile(r"^(?:begrip(?:pen)?|term(?:en)?|woord(?:en)?|afkorting(?:en)?)$", re.IGNORECASE)
MEANING = r"(?:definitie|omschrijving|betekenis|uitleg|verklaring|toelichting|beschrijving)s?"
MEANING_COLUMN = re.compile(rf"^{MEANING}\b.{{0,30}}$", re.IGNORECASE)
COLUMNS = re.compile(rf"^(?:begrip(?:pen)?|term(?:en)?|afkorting(?:en)?|woord)\s+{MEANING}$", re.IGNORECASE)
LOOKED_AHEAD = 12  # blocks from which the form of a list is told
LONGEST_HEADING = 60  # characters
INTERRUPTED = 2  # paragraphs after which the next term must have come
LONGEST_MEANING = 1500  # characters; a longer one is the text of a chapter


@dataclass(slots=True)
class Entry:
    """A term with the blocks that explain it, the first from a certain character on."""

    term: str
    first: Block
    blocks: list[tuple[Block, int]] = field(default_factory=list)


def glossary_of(placed: Sequence[PlacedBlock]) -> tuple[GlossaryEntry, ...]:
    """Return the terms in the order of the document; a definition that stands twice is returned once."""
    found: list[GlossaryEntry] = []
    heading: str | None = None
    index = 0
    while index < len(placed):
        block = placed[index].block
        index += 1
        if block.table is not None:
            found += entries_in(block.table, heading)
        elif block.kind is BlockKind.HEADING:
            heading = block.text
        if _opens_glossary(block):
            size, entries = _listed([entry.block for entry in placed[index:]], block)
            found += entries
            index += size
    unique = {(fold(entry.term), fold(entry.definition)): entry for entry in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda entry: entry.span.start))


def is_glossary(table: Table, heading: str | None) -> bool:
    """Say whether a table explains terms: by its header, or by the heading above its two columns."""
    return _term_columns(table, heading) is not None


def entries_in(table: Table, heading: str | None) -> list[GlossaryEntry]:
    """Return the terms that a table explains; none for any other table."""
    columns = _term_columns(table, heading)
    if columns is None:
        return []
    term, meaning, first = columns
    result: list[GlossaryEntry] = []
    for row in table.rows[first:]:
        if max(term, meaning) >= len(row):
            continue
        words, definition = (" ".join(row[column].text.split()) for column in (term, meaning))
        span = SourceSpan(table.page, row[term].start, max(row[term].end, row[meaning].end))
        if words and definition:
            result.append(GlossaryEntry(words, definition, span))
        elif definition and result:  # the rest of a definition that a page break cut
            last = result[-1]
            whole = f"{last.definition} {definition}"
            result[-1] = GlossaryEntry(last.term, whole, SourceSpan(last.span.page, last.span.start, span.end))
    return result


def _term_columns(table: Table, heading: str | None) -> tuple[int, int, int] | None:
    """Return the columns of terms and meanings and the first row below the header."""
    header = [cell.text.strip() for cell in table.rows[0]] if table.rows else []
    term = next((i for i, text in enumerate(header) if TERM_COLUMN.match(text)), None)
    meaning = next((i for i, text in enumerate(header) if MEANING_COLUMN.match(text)), None)
    if term is not None and meaning is not None:
        return term, meaning, 1
    if len(header) == 2 and heading and HEADING.search(heading):
        return 0, 1, 0
    return None


def _opens_glossary(block: Block) -> bool:
    if block.kind is BlockKind.HEADING:
        return len(block.text) <= LONGEST_HEADING and bool(HEADING.search(block.text))
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    return bool(LEAD_IN.search(block.text)) if block.text.endswith(":") else bool(COLUMNS.match(block.text))


def _listed(blocks: Sequence[Block], opener: Block) -> tuple[int, list[GlossaryEntry]]:
    """Return how many blocks the list below an opener takes, and its terms."""
    inside = list(itertools.takewhile(lambda block: not (_ends(block, opener) or _opens_glossary(block)), blocks))
    form = form_of(inside[:LOOKED_AHEAD], opener.text)
    entries: list[Entry] = []
    size = 0
    for index, block in enumerate(inside):
        below = inside[index + 1] if index + 1 < len(inside) else None
        openings = [(part, opening_of(part, below, form)) for part in parted(block, form)]
        if openings[0][1] is None and not _goes_on(entries, inside, index, form):
            break
        for part, opening in openings:
            _take(entries, part, opening, form)
        size = index + 1
    return size, [found for entry in entries if (found := _explained(entry))]


def _take(entries: list[Entry], block: Block, opening: Opening | None, form: Form) -> None:
    """Open an entry, or explain the last one further; what stands before the first entry is an introduction."""
    if opening:
        rest = [(block, opening.rest)] if opening.rest < len(block.text) else []
        entries.append(Entry(opening.term, block, rest))
    elif entries and (form is Form.BESIDE or block.kind is BlockKind.ITEM or block.text.endswith(".")):
        entries[-1].blocks.append((block, 0))  # anything else in such a list is a page's foot


def _goes_on(entries: Sequence[Entry], blocks: Sequence[Block], index: int, form: Form) -> bool:
    """Say whether a block that opens no entry still belongs to the list."""
    block = blocks[index]
    if not entries:
        return block.kind is not BlockKind.HEADING
    if form is not Form.BESIDE and block.kind is not BlockKind.ITEM:
        return any(opening_of(after, None, form) for after in blocks[index + 1 : index + 1 + INTERRUPTED])
    return sum(len(each.text) for each, _ in entries[-1].blocks) + len(block.text) <= LONGEST_MEANING


def _ends(block: Block, opener: Block) -> bool:
    """Say whether a block begins something else: the next numbered section, a chapter, another table."""
    if block.kind is BlockKind.TABLE:
        return True
    if SECTION.match(block.text):
        return True
    if block.kind is not BlockKind.HEADING or is_abbreviation(block, opener.text):
        return False
    if number_of(block.text):
        return ":" not in block.text
    return _is_as_high(block, opener) or stance_of(block.text) is not Stance.NEUTRAL or is_bare_theme(block.text)


def _is_as_high(block: Block, opener: Block) -> bool:
    """Say whether a heading is of the same level as the list's own, or printed as large."""
    if opener.kind is not BlockKind.HEADING or not opener.pieces or not block.pieces:
        return False
    if opener.level and block.level:
        return block.level <= opener.level
    own, other = opener.pieces[0].line.size, block.pieces[0].line.size
    return own is not None and other is not None and other >= own


def _explained(entry: Entry) -> GlossaryEntry | None:
    """Return the entry when something explains its term."""
    words = " ".join(block.text[start:].strip() for block, start in entry.blocks).strip(" :=–-")
    if not words or len(words) > LONGEST_MEANING:
        return None
    begin, end = entry.first.span(), entry.blocks[-1][0].span()
    return GlossaryEntry(entry.term, words, SourceSpan(begin.page, begin.start, end.end))
