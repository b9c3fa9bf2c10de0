"""Large stretches of text that stand twice: one finding for the whole of it, not one for every sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samenspraak.core.extraction.blocks import Block
from samenspraak.core.extraction.findings.codes import STANDS_TWICE
from samenspraak.core.extraction.findings.material import Material
from samenspraak.core.extraction.monitor_header import is_monitor_header
from samenspraak.core.extraction.repetition import fold
from samenspraak.core.extraction.result import Finding, SourceSpan

SHORTEST = 40  # letters of a paragraph that tells one text from another
SECTION = 800  # letters that two stretches must have in common, when nearly all of both is the same
LARGE = 1500  # the same, when more was changed
CHAPTER = 4000  # and two versions of a chapter
WIDEST_GAP = 12  # paragraphs that may differ inside a stretch
ABOVE = 3  # paragraphs above a stretch among which its header stands
NEARLY = 0.9  # of both stretches that must be the same in a section
ALIKE = 0.7  # of both stretches that must be the same
VERSION = 0.5  # of two versions of a chapter
SAME = 0.95  # of both, from which nothing was changed


@dataclass(slots=True)
class Stretch:
    """Paragraphs first..last that stand again as again..end, with as many letters in common."""

    first: int
    last: int
    again: int
    end: int
    letters: int

    def share(self, folded: Sequence[str]) -> float:
        """Return how much of the stretch that differs most is the same in both."""
        sides = folded[self.first : self.last + 1], folded[self.again : self.end + 1]
        sizes = [sum([len(text) for text in side if len(text) >= SHORTEST]) for side in sides]
        return self.letters / max(sizes)


def findings(material: Material) -> Iterator[Finding]:
    """Yield a finding for every large stretch that stands twice."""
    blocks = [entry.block for entry in material.texts]
    folded = [fold(block.text) for block in blocks]
    for stretch in _stretches(folded):
        first, again = blocks[stretch.first : stretch.last + 1], blocks[stretch.again : stretch.end + 1]
        if _monitors(blocks, stretch.first, stretch.last) != _monitors(blocks, stretch.again, stretch.end):
            continue  # a monitor repeats the commitments that it follows
        yield STANDS_TWICE.finding(
            _span(first),
            _span(again),
            changes="" if stretch.share(folded) >= SAME else ", met verschillen",
            first=_from_to(first, material),
            again=f"verderop {place}" if (place := _from_to(again, material)) == _from_to(first, material) else place,
        )


def _stretches(folded: Sequence[str]) -> list[Stretch]:
    """Return the stretches in order; a paragraph belongs to one of them at most."""
    seen: dict[str, list[int]] = defaultdict(list)
    begun: list[Stretch] = []
    running: list[Stretch] = []  # those that may still go on
    for index, text in enumerate(folded):
        if len(text) < SHORTEST:
            continue
        earlier = seen[text]
        if earlier:
            running = [stretch for stretch in running if index - stretch.end <= WIDEST_GAP]
            begun += [new for before in earlier[-3:] if (new := _extend(running, before, index, len(text)))]
        earlier.append(index)
    return _apart([stretch for stretch in begun if _is_large(stretch, folded)])


def _extend(running: list[Stretch], before: int, index: int, letters: int) -> Stretch | None:
    """Let a stretch go on with these paragraphs; return a new one when there is none that they fit."""
    longest: Stretch | None = None
    for stretch in running:
        fits = 0 < before - stretch.last <= WIDEST_GAP and before < stretch.again and index > stretch.end
        if fits and (longest is None or stretch.letters > longest.letters):
            longest = stretch
    if longest is None:
        running.append(Stretch(before, before, index, index, letters))
        return running[-1]
    longest.last, longest.end = before, index
    longest.letters += letters
    return None


def _is_large(stretch: Stretch, folded: Sequence[str]) -> bool:
    share = stretch.share(folded) if stretch.letters >= SECTION else 0.0
    least = VERSION if stretch.letters >= CHAPTER else ALIKE if stretch.letters >= LARGE else NEARLY
    return share >= least


def _monitors(blocks: Sequence[Block], first: int, last: int) -> int:
    """Return how many headers of a monitor stand in a stretch or right above it."""
    return sum(is_monitor_header(block.text) for block in blocks[max(0, first - ABOVE) : last + 1])


def _apart(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Keep the largest of stretches that share paragraphs."""
    kept: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda each: -each.letters):
        if all(stretch.again > other.end or stretch.end < other.again for other in kept):
            kept.append(stretch)
    return sorted(kept, key=lambda each: each.first)


def _span(blocks: Sequence[Block]) -> SourceSpan:
    return SourceSpan(blocks[0].page, blocks[0].start, blocks[-1].end)


def _from_to(blocks: Sequence[Block], material: Material) -> str:
    first, last = blocks[0].page, blocks[-1].page
    if material.source.page_count > 1 and first != last:
        return f"op bladzijde {first} tot en met {last}"
    return material.at(blocks[0].span())
