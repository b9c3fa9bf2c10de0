"""Projects listed per association: a bullet that names who builds, below it bullets with a project and its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.outline import PlacedBlock
from samenspraak.core.extraction.party_phrase import PartyPhrase
from samenspraak.core.extraction.result import FoundTable, SourceSpan
from samenspraak.core.extraction.tables.cells import is_row
from samenspraak.core.extraction.tables.printed import title_of
from samenspraak.core.extraction.tables.project_rows import DWELLINGS, is_name

FEWEST_ROWS = 2
FEWEST_UNOWNED = 3  # rows of a list that names no owners
# "Dorpsveld fase 2: 18 appartementen, ..." and "Dorpsveld (18 appartementen)" and "Dorpsveld – 18 appartementen".
PROJECT = re.compile(
    rf"^(?P<name>[^:]{{3,70}}?)(?::\s*|\s+[–-]\s+|,\s+|\s+\()(?P<numbers>(?:(?:ca\.?|circa|maximaal|minimaal)\s+)?\d[\d.]*\s+"
    rf"{DWELLINGS}.*)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Starts:
    """A list as far as it was read."""

    owner: str | None = None
    rows: list[tuple[str | None, str, str]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


def starts_tables(placed: Sequence[PlacedBlock], parties: PartyPhrase) -> list[FoundTable]:
    """Return the lists of projects, per association where the document says who builds them."""
    result: list[FoundTable] = []
    found = Starts()
    title: str | None = None
    for entry in placed:
        block = entry.block
        if not _read(found, block, parties) and found.blocks:
            result += _closed(found, title)
            found = Starts()
        if block.kind is BlockKind.HEADING and not found.blocks and not is_row(block.text):
            title = title_of(block.text)
    return result + _closed(found, title)


def _read(found: Starts, block: Block, parties: PartyPhrase) -> bool:
    """Take a block into the list; False when it does not belong to one."""
    text = block.text.rstrip(" ;.")
    if block.kind is not BlockKind.TABLE and parties.is_whole(text):
        found.owner = text.rstrip(" :")
        found.blocks.append(block)
        return True
    match = PROJECT.match(text) if block.kind is BlockKind.ITEM else None
    if match is None or not is_name(match["name"]):
        return False
    numbers = match["numbers"]
    if text.endswith(")") and numbers.count(")") > numbers.count("("):
        numbers = numbers[:-1]
    found.rows.append((found.owner, match["name"].strip(), numbers))
    found.blocks.append(block)
    return True


def _closed(found: Starts, title: str | None) -> list[FoundTable]:
    owned = any(owner for owner, _, _ in found.rows)
    if len(found.rows) < (FEWEST_ROWS if owned else FEWEST_UNOWNED):
        return []
    first = found.blocks[0].span()
    span = SourceSpan(first.page, first.start, found.blocks[-1].span().end)
    columns = ("corporatie", "project", "aantal") if owned else ("project", "aantal")
    return [FoundTable(title, columns, tuple(row if owned else row[1:] for row in found.rows), span)]
