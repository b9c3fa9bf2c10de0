"""A title and its text in one paragraph, told apart by where the sentence begins.

Files made by joining lines lose the line break below a title: "Lokaal maatwerk Gemeente en corporaties ...". What comes
before the sentence's first word is a title when it has no verb, no stop and only a few words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from samenspraak.core.extraction.blocks import Block, BlockKind, Piece
from samenspraak.core.extraction.language import verb_group
from samenspraak.core.extraction.markers import code_of, number_of
from samenspraak.core.extraction.paragraphs import OPEN_WORDS
from samenspraak.core.extraction.party_phrase import PartyPhrase
from samenspraak.core.extraction.source import Line

MOST_WORDS = 9  # of a title
LONGEST = 90  # characters
SENTENCE_BEGINS = re.compile(
    r" (?<=[^\W_.,;:–-] )(?=(?:De|Het|Een) [a-z]|(?:In|Op|Bij|Om|Als|Wanneer|We|Wij|Partijen|"
    r"Gemeente|Corporaties|Woningcorporaties|"
    r"Huurders(?:organisaties?|vereniging\w*)?|Voor|Met|Aan|Door|Er|Zodra|Binnen|"
    r"Naast|Daarnaast|Jaarlijks|Elke|Iedere|Alle|Beide|Zowel|"
    r"Indien|Samen|Gezamenlijk|Tijdens|Vanaf|Onder|Gedurende|Vooruitlopend|Daar|"
    r"Waar|Ter|Begin|Medio|Eind|Vier|Twee|Drie) "
    r"[\w€(‘'])"
)
REPRESENTED = (
    "vertegenwoordigd door"  # a party with its representative: "Vereniging Huurders X, vertegenwoordigd door ..."
)
STARTERS = frozenset(
    "de het een in op bij om als wanneer we wij voor met aan door er zodra binnen naast daarnaast ook samen tijdens "
    "vanaf onder dit deze dat zo hier hiermee daarmee namens gezien dankzij sinds naar uit over volgens conform "
    "mede".split()
)


def without_glued_titles(blocks: list[Block]) -> list[Block]:
    """Return the blocks with a glued title split off as a paragraph of its own."""
    result: list[Block] = []
    for block in blocks:
        at = _end_of_title(block)
        if at is None:
            result.append(block)
        else:
            result += _split(block, at)
    return result


def _end_of_title(block: Block) -> int | None:
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) < LONGEST // 2 or REPRESENTED in block.text:
        return None
    number = code_of(block.text) or number_of(block.text)
    begin = number.width if number else 0
    if number and (column := PartyPhrase(()).at_start(block.text[begin:])):
        begin += column.end()
    first_line = len(block.pieces[0].line.text)
    for match in SENTENCE_BEGINS.finditer(block.text, begin, min(first_line, begin + LONGEST)):
        title = block.text[begin : match.start()].strip()
        if title and _is_title(title):
            return match.end()
        return None
    return None


def _is_title(words: str) -> bool:
    parts = words.split()
    if "," in words or len(parts) > MOST_WORDS or not words[:1].isupper() or parts[0].lower() in STARTERS:
        return False
    if parts[-1].lower() in OPEN_WORDS:
        return False
    return not any(verb_group(part.strip("‘’'\"(),")) for part in parts)


def _split(block: Block, at: int) -> list[Block]:
    first = block.pieces[0]
    above, below = _cut(first.line, first.skip + at)
    title = replace(block, text=block.text[:at].rstrip(), pieces=(replace(first, line=above),))
    rest = (Piece(below, 0), *(replace(piece, at=piece.at - at) for piece in block.pieces[1:]))
    return [title, replace(block, text=block.text[at:], pieces=rest, marker=None)]


def _cut(line: Line, at: int) -> tuple[Line, Line]:
    """Return a line as two, each with its own place in the raw text."""
    words = line.text[:at].rstrip()
    origins = tuple(line.origin(index) for index in range(len(line.text)))
    above = replace(line, text=words, end=line.origin(len(words)), origins=origins[: len(words)])
    return above, replace(line, text=line.text[at:], start=line.origin(at), origins=origins[at:], space_before=1.0)
