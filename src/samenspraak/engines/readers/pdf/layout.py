"""The measures of a document by which white space is judged: line distance, left edge, width of a letter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from samenspraak.engines.readers.pdf.fragments import Fragment
from samenspraak.engines.readers.pdf.page import PageContent, PageLine

_USUAL_PITCH = 1.2  # font sizes from line to line, where nothing is known
_NEXT_LINE = (0.8, 3.0)  # font sizes that lines of one paragraph may be apart
_FULL = 0.85  # share of the column's width that a line reaches when the next one is its continuation
_ENOUGH = 4  # pairs of lines by which a page is judged by itself
_SHARED_EDGE = 2  # lines that begin at the same place make an edge
_HANGING = 60.0  # points: a page whose lines all begin further in than this has an edge of its own
_EVEN = 0.08  # blank lines: less is no white space
_HEAD_LINES, _FEWEST_PAGES, _OFTEN = 2, 3, 0.3  # lines of a page, pages, share of the pages
_NO_DIGITS = str.maketrans("", "", "0123456789")
_LONG_LINE = 20  # characters by which the width of a letter is measured


@dataclass(frozen=True, slots=True)
class Layout:
    """What is usual in a document, with what differs per page and column."""

    pitches: dict[int, float]  # page index -> line distance in font sizes
    edges: dict[tuple[int, int], float]  # page index and column -> left edge in points
    character: float  # width of an average character, in points
    heads: frozenset[str]  # first lines of pages that come back, without their digits
    top: float | None  # base line at which pages usually begin, running heads left out

    def space_above(self, page: int, line: Fragment, above: Fragment | None) -> float:
        """White space above a line in blank lines; for the first one of a page, below where pages usually begin."""
        pitch = self.pitches[page] * line.size
        if above is None or (self.top is not None and above.baseline < self.top and self._is_head(above)):
            return 0.0 if self.top is None else _blank_lines((line.baseline - self.top) / pitch)
        if above.column != line.column or line.baseline <= above.baseline:
            return 0.0
        pitch = max(pitch, self.pitches[page] * above.size)
        return _blank_lines((line.baseline - above.baseline - pitch) / pitch)

    def _is_head(self, line: Fragment) -> bool:
        return _without_digits(line) in self.heads

    def space_below_table(self, page: int, line: Fragment, bottom: float) -> float:
        """White space between a table and the line after it, in blank lines."""
        return _blank_lines((line.top - bottom) / (self.pitches[page] * line.size))

    def indent(self, page: int, line: Fragment) -> float:
        """Distance from the column's left edge in average characters."""
        edge = self.edges.get((page, line.column), line.left)
        return 0.0 if line.left <= edge else round((line.left - edge) / self.character, 1)


def measure_layout(pages: list[PageContent]) -> Layout:
    """Measure a whole document."""
    lines = [[item.fragment for item in page.items if isinstance(item, PageLine)] for page in pages]
    heads = _heads(lines)
    return Layout(_pitches(lines), _edges(lines), _character_width(lines), heads, _usual_top(lines, heads))


def _heads(pages: list[list[Fragment]]) -> frozenset[str]:
    """Return what stands at the top of page after page: the white below it says nothing about the text."""
    firsts = Counter(
        (_without_digits(line), round(line.baseline / 6)) for lines in pages for line in lines[:_HEAD_LINES]
    )
    return frozenset(text for (text, _), count in firsts.items() if count >= max(_FEWEST_PAGES, _OFTEN * len(pages)))


def _usual_top(pages: list[list[Fragment]], heads: frozenset[str]) -> float | None:
    """Return the highest base line at which several pages begin; a page that begins lower has white above it."""
    firsts = (next((line.baseline for line in lines if _without_digits(line) not in heads), None) for lines in pages)
    tops = [top for top in firsts if top is not None]
    places = Counter(round(top / 2) for top in tops)
    shared = {place for place, count in places.items() if count >= max(2, 0.1 * len(tops))}
    return min((top for top in tops if round(top / 2) in shared), default=None)


def _without_digits(line: Fragment) -> str:
    return line.text.translate(_NO_DIGITS).strip()


def _blank_lines(space: float) -> float:
    return round(space, 2) if space > _EVEN else 0.0


def _pitches(pages: list[list[Fragment]]) -> dict[int, float]:
    """Measure line distance where a line is full and the next begins in lower case: surely one paragraph."""
    continued = [sorted(_continued_distances(lines)) for lines in pages]
    everywhere = sorted(distance for distances in continued for distance in distances)
    if len(everywhere) >= _ENOUGH:
        usual = median(everywhere)
    else:
        steps = sorted(step for lines in pages for step in _steps(lines))
        usual = steps[len(steps) // 7] if steps else _USUAL_PITCH
    return {page: median(distances) if len(distances) >= _ENOUGH else usual for page, distances in enumerate(continued)}


def _continued_distances(lines: list[Fragment]) -> Iterator[float]:
    right = {column: max(line.right for line in lines if line.column == column) for column in {x.column for x in lines}}
    for above, below in pairwise(lines):
        # The cheap question first: most lines do not begin in lower case.
        if below.text[0].islower() and above.right - above.left >= _FULL * (right[above.column] - above.left):
            yield from _steps([above, below])


def _steps(lines: list[Fragment]) -> Iterator[float]:
    """Yield the distance in font sizes between lines that follow each other in the same size."""
    for above, below in pairwise(lines):
        distance = (below.baseline - above.baseline) / below.size
        if (
            above.column == below.column
            and abs(above.size - below.size) <= 0.05 * below.size
            and _NEXT_LINE[0] <= distance <= _NEXT_LINE[1]
        ):
            yield distance


def _edges(pages: list[list[Fragment]]) -> dict[tuple[int, int], float]:
    """Return the left edge per page and column; a page of indented lines only takes that of its neighbours."""
    edges: dict[tuple[int, int], float] = {}
    for page, lines in enumerate(pages):
        by_column: dict[int, list[float]] = defaultdict(list)
        for line in lines:
            by_column[line.column].append(line.left)
        edges.update({(page, column): _shared_edge(lefts) for column, lefts in by_column.items()})
    single = [(page, edge) for (page, column), edge in edges.items() if column == 0 and (page, 1) not in edges]
    for parity in (0, 1):  # a bound document has other margins left and right
        found = Counter(round(edge) for page, edge in single if page % 2 == parity)
        if not found:
            continue
        usual = max(found.items(), key=lambda item: (item[1], -item[0]))[0]
        for page, edge in single:
            if page % 2 == parity and 0 < edge - usual <= _HANGING:
                edges[page, 0] = float(usual)
    return edges


def _shared_edge(lefts: list[float]) -> float:
    places: Counter[int] = Counter()
    different = Counter(lefts)  # most lines begin where others do
    for left, count in different.items():
        places[round(left / 1.5)] += count
    fewest = max(_SHARED_EDGE, 0.05 * len(lefts))
    shared = min((place for place, count in places.items() if count >= fewest), default=None)
    return min(left for left in different if shared is None or round(left / 1.5) == shared)


def _character_width(pages: list[list[Fragment]]) -> float:
    widths = [
        (line.right - line.left) / len(line.text) for lines in pages for line in lines if len(line.text) >= _LONG_LINE
    ]
    return max(1.0, median(widths[:: len(widths) // 5000 + 1])) if widths else 5.0
