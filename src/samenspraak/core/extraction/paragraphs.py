"""Put lines together: which line continues the one above it, and where something new begins.

Printed text gives three hints, none of them sure: white space, the length of a line, and language. A line
that begins with a small letter continues a line that ended without a full stop, whatever stands between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from samenspraak.core.extraction.blocks import Block, BlockKind, joined
from samenspraak.core.extraction.markers import (
    CODE_LETTER,
    CODE_NUMBER,
    LABELLED,
    LETTERED,
    SECOND_LEVEL,
    begins_with_word,
    bullet_of,
    code_of,
    number_of,
)
from samenspraak.core.extraction.monitor_header import is_monitor_header
from samenspraak.core.extraction.source import Line, Table
from samenspraak.core.light_values import light_value

NEIGHBOURHOOD = 14  # lines on either side that share a line spacing
COLUMN = 6  # lines on either side that share a column width
FEWEST_GAPS = 3  # lines that run on, from which the usual white space around a line is known
FEWEST_SENTENCES = 3  # lines that each are a sentence, from which they are statements of their own
SLACK = 0.2  # of a blank line: white space that is still the same
BLANK_SHARE = 0.6  # of the paragraphs' ends that must be followed by white space
FULL_SHARE = 0.72  # a line this long, as a share of the column, was broken because it was full
TITLE_LENGTH = 55  # a first line shorter than this may be a title
LONGEST_LETTERS = 3  # characters of a code's letters and their stop
LINK = re.compile(r"^(?:https?://|www\.)\S+$")
# Always something new.
OPENS = re.compile(
    r"^(?:(?:Bijlage|Hoofdstuk|Thema|(?:Doelstelling|Doel|Ambitie|Opgave) \d{1,2}\b).{0,70}(?<![.,;])$|"
    r"Toelichting:\s|(?:Uitwerking|Jaarschijf|Jaarafspraken|Afspraken|Acties|Activiteiten) (?:voor |in )?20\d\d$)"
)
LEADERS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d*\s*$")
CONTENTS_HEAD = re.compile(r"^(?:inhoud|inhoudsopgave|inhoudsopgaaf)\W*$", re.IGNORECASE)
CONTENTS_LINE = re.compile(r"\s\d{1,3}$")
TERMINAL = (".", "!", "?", ":", ";")
OPEN_WORDS = frozenset(
    "de het een van en of in op aan met voor door bij tot te om uit over naar als dat die deze dit hun haar zijn "
    "hebben is worden wordt zal zullen kan kunnen per tussen onder binnen zoals alle onze".split()
)


@light_value
class Setting:
    """How the text around a line is set: column width in characters and the usual white space between lines."""

    width: int
    gap: float
    blank_separated: bool
    is_last: bool  # white space follows this line
    runs_on: bool  # nothing ended the sentence of the line above


def blocks_of(flow: Sequence[Line | Table]) -> list[Block]:
    """Return headings that the format marks, paragraphs and list items in reading order."""
    blocks: list[Block] = []
    run: list[Line] = []
    for element in _as_printed(flow):
        if isinstance(element, Table):
            blocks += _paragraphs(run)
            run = []
            blocks.append(Block(BlockKind.TABLE, "", table=element))
        else:
            run.append(element)
    return _rejoined(_without_contents(blocks + _paragraphs(run)))


def _rejoined(blocks: list[Block]) -> list[Block]:
    """Join a paragraph that a page's footnotes cut in two."""
    result: list[Block] = []
    for block in blocks:
        owner = _cut_off(result, block)
        if owner is None:
            result.append(block)
            continue
        before = result[owner]
        shift = len(before.text) + 1
        pieces = tuple(replace(piece, at=piece.at + shift) for piece in block.pieces)
        result[owner] = replace(before, text=f"{before.text} {block.text}", pieces=before.pieces + pieces)
    return result


def _cut_off(result: list[Block], block: Block) -> int | None:
    """Return the index of the unfinished paragraph that this block continues across footnotes, or None."""
    if block.kind is not BlockKind.PARAGRAPH or not block.text[:1].islower() or not result:
        return None
    index = len(result) - 1
    while index > 0 and is_footnote(result[index]):
        index -= 1
    before = result[index]
    skipped = index < len(result) - 1
    runs_on = before.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and bool(before.pieces) and _unfinished(before.text)
    return index if skipped and runs_on and block.page - before.pieces[-1].line.page == 1 else None


def is_footnote(block: Block) -> bool:
    """Say whether a paragraph is a footnote: a bare number, then a sentence; or a link on a line of its own."""
    first = block.text[:1]
    if first in "hw" and LINK.match(block.text):
        return True
    if block.kind is not BlockKind.PARAGRAPH or not first.isdigit():
        return False
    number = number_of(block.text)
    if not number or number.family or "." in number.number:
        return False
    if block.text[number.width - 2 : number.width - 1] in ".)":
        return False
    return block.text.endswith(".") or len(block.text) > 60 or "," in block.text


def _without_contents(blocks: list[Block]) -> list[Block]:
    """Leave out the table of contents: lines with dot leaders, and lines ending in a page number under "Inhoud"."""
    result: list[Block] = []
    listing = False
    for block in blocks:
        if CONTENTS_HEAD.match(block.text):
            listing = True
        elif _has_leaders(block.text) or (listing and CONTENTS_LINE.search(block.text)):
            continue
        else:
            listing = listing and block.page <= 3 and len(block.text) < TITLE_LENGTH and bool(number_of(block.text))
        result.append(block)
    return result


def _has_leaders(text: str) -> bool:
    return ("...." in text or "…" in text or ". . ." in text) and bool(LEADERS.search(text))


def _as_printed(flow: Sequence[Line | Table]) -> Sequence[Line | Table]:
    """See through a file in which every printed line was saved as a paragraph of its own."""
    marked = [e for e in flow if isinstance(e, Line) and e.is_paragraph and e.text]
    pairs = list(pairwise(marked))
    broken = sum(_unfinished(a.text) and b.text[:1].islower() and not bullet_of(b.text) for a, b in pairs)
    if len(pairs) < 10 or broken < 0.2 * len(pairs):
        return flow
    return [replace(e, is_paragraph=False) if isinstance(e, Line) else e for e in flow]


def _paragraphs(lines: list[Line]) -> list[Block]:
    lines = [line for line in _with_split_codes(lines) if line.text]
    unfinished = [_unfinished(line.text) for line in lines]
    settings = _settings(lines, unfinished)
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        if groups and _continues(groups[-1], line, settings[index]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(part) for group in groups for part in _sentence_a_line(group)]


def _sentence_a_line(group: list[Line]) -> list[list[Line]]:
    """Part lines that each hold a sentence of their own: running text is not broken at every full stop."""
    apart = len(group) >= FEWEST_SENTENCES and all(
        line.text.endswith(".") and line.text[:1].isupper() for line in group
    )
    return [[line] for line in group] if apart else [group]


def _with_split_codes(lines: list[Line]) -> list[Line]:
    """Join a code printed over two lines in a narrow column: "J" above "3.10"."""
    result: list[Line] = []
    for line in lines:
        above = result[-1] if result else None
        if (
            above
            and len(above.text) <= LONGEST_LETTERS
            and CODE_LETTER.match(above.text)
            and CODE_NUMBER.match(line.text)
        ):
            text = f"{above.text} {line.text}"
            origins = tuple(above.origin(i) for i in range(len(above.text) + 1))
            result[-1] = replace(
                above,
                text=text,
                end=line.end,
                origins=origins + tuple(line.origin(i) for i in range(len(line.text))),
            )
        else:
            result.append(line)
    return result


def _settings(lines: list[Line], unfinished: list[bool]) -> list[Setting]:
    lengths = [len(line.text) for line in lines]
    widths = _widest_around(lengths)
    gaps = _gaps(lines, unfinished)
    ends, blanks = _paragraph_ends(lines, widths, gaps)
    result = []
    count = len(lines)
    spaces = [*(line.space_before for line in lines[1:]), NEIGHBOURHOOD]
    above = [False, *unfinished]
    for index, (width, gap, below, runs_on) in enumerate(zip(widths, gaps, spaces, above, strict=False)):
        low = index - NEIGHBOURHOOD if index > NEIGHBOURHOOD else 0
        high = min(count, index + NEIGHBOURHOOD)
        ended, with_blank = ends[high] - ends[low], blanks[high] - blanks[low]
        is_separated = ended > 0 and with_blank >= BLANK_SHARE * ended
        result.append(Setting(width, gap, is_separated, below > gap + SLACK, runs_on))
    return result


def _widest_around(lengths: list[int]) -> list[int]:
    """Return for each line the longest of the lines around it: of two, four and eight at a time, and then of twelve."""
    padded = [0] * COLUMN + lengths + [0] * COLUMN
    two = list(map(max, padded, padded[1:]))
    four = list(map(max, two, two[2:]))
    eight = list(map(max, four, four[4:]))
    return list(map(max, eight, eight[2 * COLUMN - 8 :]))[: len(lengths)]


def _gaps(lines: list[Line], unfinished: list[bool]) -> list[float]:
    """Return the usual white space between the lines of a paragraph, measured around each line."""
    running: list[float | None] = [None]
    for (a, b), is_open in zip(pairwise(lines), unfinished, strict=False):
        flows_on = is_open and b.text[:1].islower() and a.page == b.page
        running.append(b.space_before if flows_on else None)
    known = [gap for gap in running if gap is not None]
    usual = median(known) if known else 0.0
    if not known or min(known) == max(known):
        return [usual] * len(lines)
    result = []
    for index in range(len(lines)):
        near = [gap for gap in running[max(0, index - NEIGHBOURHOOD) : index + NEIGHBOURHOOD] if gap is not None]
        result.append(median(near) if len(near) >= FEWEST_GAPS else usual)
    return result


def _paragraph_ends(lines: list[Line], widths: list[int], gaps: list[float]) -> tuple[list[int], list[int]]:
    """Count, up to each line, the paragraphs that ended on a short line and those with white space after it.

    Where nearly all have it, paragraphs are told apart by white space and not by short last lines.
    """
    ends, blanks = [0], [0]
    end = blank = 0
    for index, (a, b) in enumerate(pairwise(lines)):
        if a.text.endswith((".", ":")) and len(a.text) < FULL_SHARE * widths[index] and a.page == b.page:
            end += 1
            blank += b.space_before > gaps[index] + SLACK
        ends.append(end)
        blanks.append(blank)
    return [*ends, ends[-1]], [*blanks, blanks[-1]]


def _continues(group: list[Line], line: Line, setting: Setting) -> bool:
    above = group[-1]
    if begins_item(line.text) or (line.text[:1].isupper() and _opens(line.text)):
        return False
    if above.is_paragraph or line.is_paragraph:
        # Only a paragraph that was cut in two runs on: nothing ends it and nothing begins the next.
        return setting.runs_on and line.text[:1].islower() and line.space_before <= setting.gap + SLACK
    if (above.heading_level, above.is_bold) != (line.heading_level, line.is_bold):
        return False
    if above.size and line.size and abs(above.size - line.size) > 1:
        return False
    unfinished = setting.runs_on
    small = line.text[:1].islower()
    if line.page != above.page or _begins_column(above, line):
        full = min(len(above.text), 2 * len(line.text)) >= FULL_SHARE * setting.width
        return unfinished and (small or _ends_open(above.text) or full)
    if line.space_before > setting.gap + SLACK:
        far = line.space_before > setting.gap + 2.5
        return unfinished and not far and (small or _ends_open(above.text))
    if small:
        return True
    if not line.text[:1].isupper() and line.text[:1] not in "‘'\"“":
        return unfinished or len(above.text) >= FULL_SHARE * setting.width
    return _full(group, line, setting, unfinished=unfinished)


def _begins_column(above: Line, line: Line) -> bool:
    """Tell whether a line stands on top of the next column, where no white space shows."""
    return above.box is not None and line.box is not None and line.box.bottom < above.box.top


def _opens(text: str) -> bool:
    return bool(OPENS.match(text) or (":" in text and LABELLED.match(text)) or is_monitor_header(text))


def _full(group: list[Line], line: Line, setting: Setting, *, unfinished: bool) -> bool:
    """Decide on a line with a capital directly below: was the line above full, so that the text runs on?"""
    above = group[-1]
    length = len(above.text)
    if not unfinished:
        if (
            setting.is_last
            and _unfinished(line.text)
            and len(line.text) < min(TITLE_LENGTH, FULL_SHARE * setting.width)
        ):
            return False  # a short line without a full stop above white space: a heading
        fits = length + 1 + len(line.text.split(" ", 1)[0]) <= setting.width
        return not fits or (setting.blank_separated and length >= FULL_SHARE * setting.width)
    if _ends_open(above.text):
        return True
    if len(group) == 1 and length < min(TITLE_LENGTH, FULL_SHARE * setting.width) and "," not in above.text:
        return False  # stands alone above a new sentence: reads as a title
    return length >= FULL_SHARE * setting.width or length >= TITLE_LENGTH


def begins_item(text: str) -> bool:
    """Say whether a line begins with a bullet, an item number, a letter or a code."""
    first = text[:1]
    # Each of them is asked only where the first character leaves it open.
    if first.isupper():
        return not begins_with_word(text) and bool(code_of(text) or number_of(text))
    if first.islower():
        return bool(LETTERED.match(text) or (first == "o" and bullet_of(text)))
    return bool(bullet_of(text) or number_of(text) or LETTERED.match(text) or code_of(text))


def _unfinished(text: str) -> bool:
    return text[-1:].isalnum() or not text.rstrip("”’\"')»").endswith(TERMINAL)


def _ends_open(text: str) -> bool:
    last = text.rsplit(" ", 1)[-1].lower()
    return last in OPEN_WORDS or text.endswith((",", "-", "–", "/"))


def _block(lines: list[Line]) -> Block:
    first = lines[0]
    skip, marker, level = 0, None, 0
    if bullet := bullet_of(first.text):
        marker, skip = bullet["mark"], bullet.end()
        level = first.list_level or (2 if marker in SECOND_LEVEL or marker == "o" else 1)
    elif lettered := LETTERED.match(first.text):
        marker, skip, level = lettered["mark"], lettered.end(), first.list_level or 2
    elif first.list_level and not code_of(first.text) and not number_of(first.text):
        marker, level = "•", first.list_level
    text, pieces = joined([(line, skip if line is first else 0) for line in lines])
    if first.heading_level:
        return Block(BlockKind.HEADING, text, pieces, level=first.heading_level)
    kind = BlockKind.ITEM if marker else BlockKind.PARAGRAPH
    return Block(kind, text, pieces, marker=marker, level=level)
