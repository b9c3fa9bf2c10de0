"""How much it takes in a document of a given size: in an insert of one page fewer statements make a system."""

from __future__ import annotations

BLOCKS_PER_STATEMENT = 4  # in a short document; a statement has a heading, an introduction and a list beside it


def fewest(usual: int, blocks: int, *, least: int = 1) -> int:
    """Return how many statements make a system among this many blocks; in a short document fewer do."""
    return min(usual, max(least, blocks // BLOCKS_PER_STATEMENT))
