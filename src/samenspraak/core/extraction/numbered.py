"""Numbered items: "1. Doorstroming" under a numbered theme, "2.3 ...", members of an article.

Numbers also count chapters and sections. Which of the two it is follows from the sequence (numbers that start
again, levels below) and from what stands under them; `commitments.py` decides that with the language score.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.headings import SECTION, Stance, is_bare_theme, is_structural, stance_of
from samenspraak.core.extraction.items import Item
from samenspraak.core.extraction.markers import Code, number_of
from samenspraak.core.extraction.paragraphs import is_footnote
from samenspraak.core.extraction.signatures import opens_signing
from samenspraak.core.extraction.size import fewest

# "2. Stichting X, vertegenwoordigd door haar bestuurder, hierna: X": who takes part, in a list of its own.
INTRODUCES = re.compile(r"\bhierna(?: te noemen)?\b|\bte dezen? (?:rechtsgeldig )?vertegenwoordigd\b")
FEWEST = 4  # numbered items that make a system
FEWEST_MEMBERS = 2  # lettered members that make a chapter of an article
LETTER = re.compile(r"\(?[a-z][.)]")


@dataclass(frozen=True, slots=True)
class Node:
    """A numbered block with its full number: under theme 2, "3." is (2, 3)."""

    index: int
    code: Code
    path: tuple[int, ...]


def numbered_items(blocks: list[Block]) -> tuple[list[Item], list[Block]]:
    """Return the numbered leaves as items and all other blocks, chapters included, both in order."""
    nodes = _nodes(blocks)
    parents = {node.path[:size] for node in nodes for size in range(1, len(node.path))}
    chapters = _with_siblings(_with_parts(blocks, nodes), nodes) | _with_lettered_members(blocks, nodes)
    leaves = {node.index: node for node in nodes if node.path not in parents and node.index not in chapters}
    depths = [len(node.path) for node in leaves.values()]
    if len(depths) < fewest(FEWEST, len(blocks), least=2):
        return [], blocks
    usual = max(set(depths), key=depths.count)
    return _cut(blocks, {i: n for i, n in leaves.items() if len(n.path) == usual}, {n.index for n in nodes})


def _with_parts(blocks: list[Block], nodes: list[Node]) -> set[int]:
    """Return the indices of numbered headings with a part "Afspraken" or "Context" below them: chapters, no items."""
    found: set[int] = set()
    chapter: int | None = None
    numbered = {node.index for node in nodes}
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING:
            continue
        if index in numbered:
            chapter = index
        elif chapter is not None and (is_structural(block.text) or block.text.endswith(":")):
            found.add(chapter)
        else:
            chapter = None
    return found


def _with_lettered_members(blocks: list[Block], nodes: list[Node]) -> set[int]:
    """Return the articles that are a title above members "a.", "b.": each of these is agreed by itself."""
    found: set[int] = set()
    starts = [node.index for node in nodes] + [len(blocks)]
    for node, stop in zip(nodes, starts[1:], strict=True):
        body = blocks[node.index + 1 : stop]
        members = [block for block in body if block.kind is BlockKind.ITEM and LETTER.match(block.marker or "")]
        is_title = node.code.family and blocks[node.index].kind is BlockKind.HEADING
        if is_title and len(members) >= FEWEST_MEMBERS and body[0] in members:
            found.add(node.index)
    return found


def _with_siblings(chapters: set[int], nodes: list[Node]) -> set[int]:
    """Return the chapters with those that are counted beside them: "5 Slot" is one as "2 Wat doet wie" is."""
    rows = {node.path[:-1] for node in nodes if node.index in chapters}
    return chapters | {node.index for node in nodes if node.path[:-1] in rows}


def _nodes(blocks: list[Block]) -> list[Node]:
    found: list[tuple[int, Code]] = []
    for index, block in enumerate(blocks):
        if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and block.marker is None and not is_footnote(block):
            code = number_of(block.text)
            if code and all(part > 0 for part in code.parts) and not INTRODUCES.search(block.text):
                found.append((index, code))
    return _with_paths(found)


def _with_paths(found: list[tuple[int, Code]]) -> list[Node]:
    """Give every number its path: a number that starts again at 1 stands under the one before it."""
    nodes: list[Node] = []
    above: tuple[int, ...] = ()  # the chapter or article under which single numbers stand
    last = 0  # the last single number under it
    for position, (index, code) in enumerate(found):
        parts = code.parts
        if len(parts) > 1:
            nodes.append(Node(index, code, parts))
            above, last = parts[:1], 0
            continue
        following = next((c.parts[0] for _, c in found[position + 1 :] if len(c.parts) == 1), None)
        number = parts[0]
        if code.family or _opens_chapter(number, last, above, following):
            above, last = (number,), 0
            nodes.append(Node(index, code, (number,)))
        else:
            last = number
            nodes.append(Node(index, code, (*above, number)))
    return nodes


def _opens_chapter(number: int, last: int, above: tuple[int, ...], following: int | None) -> bool:
    """A single number is a chapter's when it follows the last chapter and the next number starts again at 1."""
    if not above:
        return following == 1 or number != last + 1
    continues_chapter = number == above[0] + 1
    if number == last + 1:
        return continues_chapter and following == 1
    return continues_chapter


def _cut(blocks: list[Block], leaves: dict[int, Node], numbered: set[int]) -> tuple[list[Item], list[Block]]:
    items: list[Item] = []
    outside: list[Block] = []
    current: Item | None = None
    for index, block in enumerate(blocks):
        if index in leaves:
            node = leaves[index]
            number = ".".join(str(part) for part in node.path)
            current = Item(Code("", number, node.code.width), block)
            items.append(current)
        elif current and index not in numbered and not _ends(block, current):
            current.body.append(block)
        else:
            current = None
            outside.append(block)
    return items, outside


def _ends(block: Block, item: Item) -> bool:
    if opens_signing(block.text):
        return True
    if block.kind is not BlockKind.HEADING:
        return False
    if is_bare_theme(block.text) or SECTION.match(block.text) or stance_of(block.text) is Stance.EXCLUDED:
        return True
    return any(part.text.endswith((".", ";", ":")) and len(part.text) > 40 for part in item.blocks)
