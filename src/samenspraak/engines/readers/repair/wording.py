"""A document's flow together with its words, counted once for all steps of the mending.

Most steps have nothing to do in a sound document. A few thousand different words tell whether they have, many times
faster than a look at every line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import is_
from re import Pattern

from samenspraak.engines.readers.repair.edits import Finder, Flow, edit_flow, texts

_OTHER_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


@dataclass(frozen=True)
class Wording:
    """Lines and tables, and what stands in them; a step that changes nothing hands on the same object."""

    flow: Flow

    @cached_property
    def whole(self) -> str:
        """Every line and every paragraph of a cell, divided by line feeds."""
        return "\n".join(texts(self.flow))

    @cached_property
    def chunks(self) -> Mapping[str, int]:
        """What stands between white space, with how often it does, in the order of the document."""
        return Counter(self.whole.split())

    def spaced_chunks(self) -> list[str]:
        """Return the chunks in order, with another string between two that are divided by more than a space."""
        text = self.whole
        for space in _OTHER_SPACES:
            text = text.replace(space, f" {space} ")
        return text.split(" ")

    @cached_property
    def signs(self) -> frozenset[str]:
        """Every character that occurs, white space left out."""
        return frozenset("".join(self.chunks))

    def words(self, pattern: Pattern[str]) -> Counter[str]:
        """Count what a pattern finds, in the order of the document.

        The pattern has no groups, looks at no white space, and takes a chunk that is all letters as a whole.
        """
        counts: Counter[str] = Counter()
        for chunk, count in self.chunks.items():
            for word in (chunk,) if chunk.isalpha() else pattern.findall(chunk):
                counts[word] += count
        return counts

    def edited(self, find: Finder) -> Wording:
        """Return the document with the edits that `find` proposes for the texts of its lines and cells."""
        return self.replaced(edit_flow(self.flow, find))

    def replaced(self, flow: Flow) -> Wording:
        """Return this document when the flow is its own, else a new one."""
        is_same = len(flow) == len(self.flow) and all(map(is_, flow, self.flow))
        return self if is_same else Wording(flow)
