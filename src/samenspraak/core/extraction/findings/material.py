"""What findings are looked for in, and how a finding names a place in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from samenspraak.core.extraction.blocks import BlockKind
from samenspraak.core.extraction.cast import Cast
from samenspraak.core.extraction.outline import PlacedBlock
from samenspraak.core.extraction.repetition import Repeated
from samenspraak.core.extraction.result import AgreementFacts, FoundCommitment, FoundTable, SourceSpan
from samenspraak.core.extraction.source import SourceText
from samenspraak.core.extraction.tables.cells import is_row
from samenspraak.core.vocabulary.sentences import Sentence, sentences_in

LONGEST_WORDS = 90  # characters of a passage as a finding quotes it
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


@dataclass(frozen=True)
class Material:
    """A document as read and understood."""

    source: SourceText
    placed: Sequence[PlacedBlock]
    cast: Cast
    facts: AgreementFacts
    commitments: Sequence[FoundCommitment]
    tables: Sequence[FoundTable]
    repeated: Sequence[Repeated] = ()
    sentences_in: Callable[[str], Sequence[Sentence]] = sentences_in  # of a paragraph, which was cut before

    @cached_property
    def texts(self) -> list[PlacedBlock]:
        """Return the blocks of text, without the tables."""
        return [entry for entry in self.placed if entry.block.kind is not BlockKind.TABLE and entry.block.text]

    def at(self, *spans: SourceSpan) -> str:
        """Return where passages stand: "op bladzijde 4 en 27", or under which heading in a file without pages."""
        if self.source.page_count > 1:
            return f"op bladzijde {listed(sorted({span.page for span in spans}))}"
        headings = list(dict.fromkeys(heading for span in spans if (heading := self._heading(span))))
        return f"onder {listed([f'‘{cut(heading)}’' for heading in headings])}" if headings else "in dit document"

    def at_both(self, first: Sequence[SourceSpan], again: Sequence[SourceSpan]) -> tuple[str, str]:
        """Return where two versions stand, told apart when that is the same page or heading."""
        here, there = self.at(*first), self.at(*again)
        return here, f"verderop {there}" if here == there else there

    def _heading(self, span: SourceSpan) -> str | None:
        index = bisect_right(self._starts, span.start) - 1
        return self._headings[index][1] if index >= 0 else None

    @cached_property
    def _headings(self) -> list[tuple[int, str]]:
        found = [entry.block for entry in self.texts if entry.block.kind is BlockKind.HEADING]
        found = [block for block in found if not is_row(block.text)]
        return sorted((block.start, block.text.rstrip(" :")) for block in found)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._headings]


def listed(parts: Sequence[object]) -> str:
    """Return parts as in a sentence: "4, 5 en 27"."""
    words = [str(part) for part in parts]
    return " en ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def cut(text: str, longest: int = LONGEST_WORDS) -> str:
    """Return the beginning of a text, whole words only."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words.rstrip(" .;:,")
    return f"{words[:longest].rsplit(' ', 1)[0].rstrip(' .;:,')} …"


def day(on: date) -> str:
    """Return a day as it is written: "11 december 2026"."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"
