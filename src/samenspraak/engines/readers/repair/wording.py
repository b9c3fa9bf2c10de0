"""A document's flow together with its words, counted once for all steps of the mending.

Most steps have nothing to do in a sound document. A few thousand different words tell whether they have, many times
faster than a look at every line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import is_
from re import Pattern

from samenspraak.engines.readers.repair.edits import Finder, Flow, edit_flow, texts


@dataclass(frozen=True)
class Wording:
    """Lines and tables, and what stands in them; a step that changes nothing hands on the same object."""

    flow: Flow
    # Lines as they were divided before: most of them stay the same from step to step.
    _divided: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def lines(self) -> list[str]:
        """Every line, and every paragraph of a cell."""
        return list(texts(self.flow))

    @cached_property
    def chunks(self) -> Mapping[str, int]:
        """What stands between white space, with how often it does, in the order of the document."""
        divided = self._divided
        for line in self.lines:
            if line not in divided:
                divided[line] = line.split()
        return Counter(chain.from_iterable(map(divided.__getitem__, self.lines)))

    @cached_property
    def spaced(self) -> str:
        """The different chunks with a space between them: they can be looked through at once."""
        return " ".join(self.chunks)

    def words(self, pattern: Pattern[str]) -> Counter[str]:
        """Count what a pattern finds, in the order of the document.

        The pattern has no groups, looks at no white space, and takes a chunk that is all letters as a whole.
        """
        counts: Counter[str] = Counter()
        for chunk, count in self.chunks.items():
            for word in (chunk,) if chunk.isalpha() else pattern.findall(chunk):
                counts[word] += count
        return counts

    def lines_with(self, chunks: AbstractSet[str]) -> list[str]:
        """Return the different lines in which one of these chunks stands."""
        lines = dict.fromkeys(self.lines) if self.chunks else ()
        return [line for line in lines if not chunks.isdisjoint(self._divided[line])]

    def edited(self, find: Finder) -> Wording:
        """Return the document with the edits that `find` proposes for the texts of its lines and cells."""
        return self.replaced(edit_flow(self.flow, find))

    def replaced(self, flow: Flow) -> Wording:
        """Return this document when the flow is its own, else a new one."""
        is_same = len(flow) == len(self.flow) and all(map(is_, flow, self.flow))
        return self if is_same else Wording(flow, self._divided)
