"""What a person changes in a proposed report: paragraph by paragraph, kept apart from the proposal.

A passage is known by the heading it stands under and its number there, so that it is found again when the data
changed and the report was proposed anew. What somebody wrote stays; the proposal it was based on is kept with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from samenspraak.core.composition.cleaning import writable
from samenspraak.core.composition.tree import Block, Heading, Paragraph, Report, text_of, words


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody wrote in place of a proposal; an empty `text` leaves the paragraph out."""

    text: str
    proposed: str  # the proposal at the moment of writing


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that may be edited: what is proposed now, and what somebody wrote."""

    key: str
    heading: str
    proposed: str
    written: str | None = None  # None: nobody wrote anything
    based_on: str = ""  # the proposal at the moment of writing

    @property
    def text(self) -> str:
        """What stands in the report."""
        return self.proposed if self.written is None else self.written

    @property
    def has_moved_on(self) -> bool:
        """Whether the data now give another proposal than the one that somebody rewrote."""
        return self.written is not None and self.based_on != self.proposed


def passages(report: Report, edits: Mapping[str, Edit]) -> tuple[Passage, ...]:
    """Return the paragraphs of a proposed report in order, each with what was written in its place."""
    found = []
    for key, heading, block in _keyed(report.blocks):
        if isinstance(block, Paragraph):
            edit = edits.get(key)
            written, based_on = (None, "") if edit is None else (edit.text, edit.proposed)
            found.append(Passage(key, heading, text_of(block.parts), written, based_on))
    return tuple(found)


def with_edits(report: Report, edits: Mapping[str, Edit]) -> Report:
    """Return the report as people wrote it; empty lines in what they wrote part paragraphs."""
    blocks: list[Block] = []
    for key, _heading, block in _keyed(report.blocks):
        edit = edits.get(key)
        if isinstance(block, Paragraph) and edit is not None:
            texts = (text.strip() for text in writable(edit.text).split("\n\n"))
            blocks += [Paragraph(words(text), is_small=block.is_small) for text in texts if text]
        else:
            blocks.append(block)
    return replace(report, blocks=tuple(blocks))


def lost_edits(report: Report, edits: Mapping[str, Edit]) -> dict[str, Edit]:
    """Return what was written in paragraphs that the report no longer has: to be shown, never thrown away."""
    there = {key for key, _heading, block in _keyed(report.blocks) if isinstance(block, Paragraph)}
    return {key: edit for key, edit in edits.items() if key not in there}


def _keyed(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str, Block]]:
    path: list[str] = []
    number = 0
    for block in blocks:
        if isinstance(block, Heading):
            path = [*path[: block.level - 1], block.text]
            number = 0
        elif isinstance(block, Paragraph):
            number += 1
        yield f"{' > '.join(path)}#{number}", path[-1] if path else "", block
