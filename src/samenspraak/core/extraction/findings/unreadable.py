"""Passages that came out as garbage, and what the reader could not read at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from samenspraak.core.extraction.findings.codes import NOT_READ, UNREADABLE
from samenspraak.core.extraction.findings.material import Material, cut
from samenspraak.core.extraction.result import Finding, SourceSpan

MOST_SHOWN = 3  # words that a finding quotes
# The replacement character, control characters, the names of glyphs that a font keeps to itself.
LOST = re.compile(r"\S*(?:�|[\x00-\x08\x0b\x0e-\x1f\x80-\x9f]|\(cid:\d+\))\S*")
SUSPECT = re.compile(r"[�\x00-\x08\x0b\x0e-\x1f\x80-\x9f\ue000-\uf8ff\u0180-\u02af]|\(cid:")
# Private characters (U+E000 on) and letters of other scripts inside a word; a private character alone is a bullet.
STRANGE = r"[\ue000-\uf8ff\u0180-\u02af]"
MIXED = re.compile(rf"[^\W\d_]*(?:[A-Za-z]{STRANGE}|{STRANGE}[a-z])(?:[^\W\d_]|{STRANGE})*")
PAGES = re.compile(r"^Pagina (?P<numbers>\d[\d, ]*(?:(?:en|tot en met) [\d, ]*)*)")


def garbage(material: Material) -> Iterator[Finding]:
    """Yield a finding per page on which characters were lost."""
    pages: dict[int, list[tuple[str, SourceSpan]]] = defaultdict(list)
    for entry in material.texts:
        block = entry.block
        if (block.text.isascii() and block.text.isprintable() and "(" not in block.text) or not SUSPECT.search(
            block.text
        ):
            continue
        for pattern in (LOST, MIXED):
            for match in pattern.finditer(block.text):
                span = block.span(match.start(), match.end())
                pages[span.page].append((match[0], span))
    for found in pages.values():
        words = list(dict.fromkeys(word for word, _ in found))
        shown = ", ".join(f"‘{cut(word, 30)}’" for word in words[:MOST_SHOWN])
        more = f" en {len(words) - MOST_SHOWN} andere" if len(words) > MOST_SHOWN else ""
        spans = [span for _, span in found]
        yield UNREADABLE.finding(*spans, where=material.at(*spans), words=shown + more)


def notices(material: Material) -> Iterator[Finding]:
    """Yield what the reader said that it could not read, with the pages that it names as far as they hold text."""
    for notice in material.source.notices:
        pages = PAGES.match(notice)
        named = {int(digits) for digits in re.findall(r"\d+", pages["numbers"])} if pages else set()
        yield NOT_READ.finding(*_pages(named, material), notice=notice)


def _pages(numbers: set[int], material: Material) -> list[SourceSpan]:
    """Return the text of pages, from the first line to the last."""
    bounds: dict[int, tuple[int, int]] = {}
    for element in material.source.flow:
        if element.page in numbers:
            start, end = bounds.get(element.page, (element.start, element.end))
            bounds[element.page] = min(start, element.start), max(end, element.end)
    return [SourceSpan(page, *bounds[page]) for page in sorted(bounds)]
