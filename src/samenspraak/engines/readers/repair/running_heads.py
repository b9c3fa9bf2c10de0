"""Takes running heads and page numbers out of the flow.

A running head is known by its place, at the edge of its page, and by coming back on page after page, the same but for
the page's number. A line that comes back without being at the edge carries structure ("Afspraken") and stays.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from samenspraak.core.extraction.source import Line, PageSize, RepairKind, Table
from samenspraak.engines.readers.repair.edits import Flow
from samenspraak.engines.readers.repair.page_numbers import Numbered, read_page_number
from samenspraak.engines.readers.repair.tally import Tally

_NUMBER = "‹nummer›"
_EDGE_LINES = 3  # at the top and at the bottom of a page
_EDGE_SHARE = 0.14  # of the page's height
_LONGEST_HEAD = 150  # characters

_FEWEST_PAGES = 3
_SHARE_WITH_BOXES = 0.3  # of the pages; left and right pages can have heads of their own
_SHARE_WITHOUT_BOXES = 0.5
_MOST_ELSEWHERE = 0.1  # of its occurrences may stand in the middle of a page
_SAME_HEIGHT = 6.0  # points
_HEADING_SIZE = 1.15  # times the size of the body text

# How much text stands between two page numbers, in characters per page.
_THINNEST_PAGE = 300
_THINNEST_PAGE_BARE = 800  # for numbers without words: items are numbered too, but are shorter than pages
_FULLEST_PAGE = 9000
_USUAL_PAGE = (1000, 5000)
_MOST_CANDIDATES = 400
_ALONE = 2.0  # blank lines on both sides of a number that no other number confirms


@dataclass(slots=True)
class _Spot:
    """A line of the flow with its place: one at a page's edge, or one that can be a page number."""

    index: int
    line: Line
    edge: str  # "top", "bottom" or "" for the middle of a page
    space_after: float
    numbered: Numbered | None = None  # read only where a page number can stand

    @property
    def key(self) -> str:
        return _key(self.line)


def remove_running_heads(flow: Flow, page_sizes: Sequence[PageSize], tally: Tally) -> Flow:
    """Return the flow without running heads and page numbers."""
    spots = _spots(flow, page_sizes)
    gone: dict[int, str] = {}
    for find in (_tracked_numbers, _spaced_numbers):
        for pattern, found in find([spot for spot in spots if spot.index not in gone]):
            gone |= {spot.index: pattern for spot in found}
    lines = [item for index, item in enumerate(flow) if isinstance(item, Line) and index not in gone]
    for pattern, found in _constant_heads([spot for spot in spots if spot.index not in gone], lines):
        gone |= {spot.index: pattern for spot in found}
    for pattern, count in Counter(gone.values()).items():
        tally.add(RepairKind.RUNNING_HEAD, pattern, "", count)
    return tuple(item for index, item in enumerate(flow) if index not in gone)


Found = Iterable[tuple[str, list[_Spot]]]  # the lines of one running head, with its pattern


def _spots(flow: Flow, page_sizes: Sequence[PageSize]) -> list[_Spot]:
    by_page: defaultdict[int, list[tuple[int, Line]]] = defaultdict(list)
    for index, item in enumerate(flow):
        if isinstance(item, Line):
            by_page[item.page].append((index, item))
    edges = {index: edge for page, lines in by_page.items() for index, edge in _edges(lines, page_sizes, page)}
    if len(by_page) <= 1:
        edges = {}
    spots = []
    following: Line | Table | None = None
    for index in range(len(flow) - 1, -1, -1):
        item, below, following = flow[index], following, flow[index]
        if not isinstance(item, Line) or len(item.text) > _LONGEST_HEAD:
            continue
        space_after = below.space_before if isinstance(below, Line) else _ALONE
        edge = edges.get(index, "")
        if edge or item.is_paragraph or item.space_before > 0 or space_after > 0:
            numbered = read_page_number(item.text)
            if edge or numbered:
                spots.append(_Spot(index, item, edge, space_after, numbered))
    return spots[::-1]


def _key(line: Line) -> str:
    return " ".join(line.text.lower().split())


def _edges(lines: list[tuple[int, Line]], page_sizes: Sequence[PageSize], page: int) -> Iterator[tuple[int, str]]:
    """Return which lines of a page stand at its edges: the outer ones, and with boxes only those near the border."""
    boxes = [(line.box.top, line.box.bottom, index) for index, line in lines if line.box is not None]
    count = min(_EDGE_LINES, max(1, len(lines) // 3))
    if page > len(page_sizes) or len(boxes) < len(lines):
        yield from ((index, "bottom") for index, _ in lines[-count:])
        yield from ((index, "top") for index, _ in lines[:count])
        return
    height = page_sizes[page - 1].height
    foot, head = height * (1 - _EDGE_SHARE), height * _EDGE_SHARE
    yield from ((index, "bottom") for _, _, index in sorted(box for box in boxes if box[0] > foot)[-count:])
    highest = sorted(box for box in boxes if box[0] < head)[:count]
    yield from ((index, "top") for _, bottom, index in highest if bottom < head)


def _tracked_numbers(spots: list[_Spot]) -> Found:
    """Find numbers at the edges of pages that count along with the pages."""
    groups: defaultdict[tuple[str, str], list[tuple[_Spot, Numbered]]] = defaultdict(list)
    for spot in spots:
        if spot.edge and spot.numbered:
            groups[spot.edge, spot.numbered.rest.lower()].append((spot, spot.numbered))
    for (_, rest), group in groups.items():
        offsets = Counter(numbered.number - spot.line.page for spot, numbered in group)
        offset, _ = max(offsets.items(), key=lambda entry: (entry[1], -abs(entry[0])))
        found = [(spot, numbered) for spot, numbered in group if numbered.number - spot.line.page == offset]
        fewest = _FEWEST_PAGES if rest else _FEWEST_PAGES - 1
        if len({spot.line.page for spot, _ in found}) >= fewest:
            yield _pattern(found[0][1]), [spot for spot, _ in found]


def _spaced_numbers(spots: list[_Spot]) -> Found:
    """Find numbers that grow as the text grows, a page at a time; for texts whose page ends are not sure."""
    groups: defaultdict[str, list[tuple[_Spot, Numbered]]] = defaultdict(list)
    for spot in spots:
        if spot.numbered and spot.numbered.number > 0 and _is_apart(spot, spot.numbered):
            groups[spot.numbered.rest.lower()].append((spot, spot.numbered))
    for rest, group in groups.items():
        chain = _longest_chain(group[:_MOST_CANDIDATES])
        is_sure = len(chain) >= _FEWEST_PAGES or (not rest and _is_lone_page_number(chain))
        if is_sure and (not rest or " " in rest):
            yield _pattern(chain[0][1]), [spot for spot, _ in chain]


def _is_apart(spot: _Spot, numbered: Numbered) -> bool:
    """Tell whether white space or the edge of a page sets the line apart; for a bare number, on both sides."""
    if spot.line.heading_level is not None:
        return False
    above, below = _is_below_white(spot), _is_above_white(spot)
    return above or below if numbered.rest else above and below


def _is_below_white(spot: _Spot) -> bool:
    return spot.line.is_paragraph or spot.edge == "top" or spot.line.space_before > 0


def _is_above_white(spot: _Spot) -> bool:
    return spot.line.is_paragraph or spot.edge == "bottom" or spot.space_after > 0


def _longest_chain(group: list[tuple[_Spot, Numbered]]) -> list[tuple[_Spot, Numbered]]:
    """Return the longest row of numbers that rise with the amount of text between them."""
    chains: list[list[tuple[_Spot, Numbered]]] = []
    for place in group:
        before = (chain for chain in chains if _is_pages_apart(chain[-1], place))
        chains.append([*max(before, key=len, default=[]), place])
    return max(chains, key=len)


def _is_pages_apart(first: tuple[_Spot, Numbered], second: tuple[_Spot, Numbered]) -> bool:
    pages = second[1].number - first[1].number
    length = second[0].line.start - first[0].line.start
    thinnest = _THINNEST_PAGE if first[1].rest else _THINNEST_PAGE_BARE
    return pages > 0 and thinnest <= length / pages <= _FULLEST_PAGE


def _is_lone_page_number(chain: list[tuple[_Spot, Numbered]]) -> bool:
    """Tell whether one or two numbers stand where they would stand if the text began on page 1."""
    return all(
        not spot.line.text.isalpha()
        and spot.line.space_before >= _ALONE
        and spot.space_after >= _ALONE
        and _USUAL_PAGE[0] <= spot.line.start / numbered.number <= _USUAL_PAGE[1]
        for spot, numbered in chain
    )


def _constant_heads(spots: list[_Spot], lines: list[Line]) -> Found:
    """Find lines without a number that come back at the edge of many pages, and nowhere else among all lines."""
    lines = [line for line in lines if len(line.text) <= _LONGEST_HEAD]
    page_count = len({line.page for line in lines})
    body_size = median([line.size for line in lines if line.size] or [0.0])
    groups: defaultdict[tuple[str, str], list[_Spot]] = defaultdict(list)
    for spot in spots:
        if spot.edge and not _is_heading(spot.line, body_size):
            groups[spot.edge, spot.key].append(spot)
    heads = [(key, _at_one_height(group)) for (_, key), group in groups.items() if len(group) >= _FEWEST_PAGES]
    heads = [(key, found) for key, found in heads if _is_frequent(found, page_count)]
    everywhere = Counter(map(_key, lines)) if heads else Counter()
    for key, found in heads:
        is_elsewhere = everywhere[key] - len(found) > _MOST_ELSEWHERE * len(found)
        if not is_elsewhere and (found[0].line.box or " " in key):
            yield found[0].line.text, found


def _is_frequent(found: list[_Spot], page_count: int) -> bool:
    share = _SHARE_WITH_BOXES if found[0].line.box else _SHARE_WITHOUT_BOXES
    return len({spot.line.page for spot in found}) >= max(_FEWEST_PAGES, share * page_count)


def _is_heading(line: Line, body_size: float) -> bool:
    is_large = line.size is not None and body_size > 0 and line.size > _HEADING_SIZE * body_size
    return line.heading_level is not None or is_large


def _at_one_height(group: list[_Spot]) -> list[_Spot]:
    tops = [spot.line.box.top for spot in group if spot.line.box]
    if len(tops) < len(group):
        return group
    usual = median(tops)
    near = [spot for spot in group if spot.line.box and abs(spot.line.box.top - usual) <= _SAME_HEIGHT]
    return near or group


def _pattern(numbered: Numbered) -> str:
    return f"{numbered.rest} {_NUMBER}".strip()
