"""Plain text: every line is kept as it stands; pages follow from form feeds or from how an extract marks them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from samenspraak.core.extraction.source import Line, SourceText
from samenspraak.engines.readers.errors import EmptyFile, FileTooLarge, UnknownFormat
from samenspraak.engines.readers.flow_builder import LineForm, make_line
from samenspraak.engines.readers.page_marks import marked_page_starts
from samenspraak.engines.readers.text_decoding import Decoded, decode

MEDIA_TYPE = "text/plain"
MAX_TEXT_SIZE = 20_000_000  # bytes; ten thousand pages
_TAB_WIDTH = 4
_PAGE_BREAK = "\f"
# Markdown: a line "## Afspraken", or one that is bold as a whole.
_MARKED_UP = re.compile(r"(?:(?P<signs>#{1,6}) \S|\*\*[^*]+\*\*:?$)")
_FEWEST_MARKED_UP = 3
_NOTHING = "\u2060"
_WIDEST_PAGE = 160  # characters on a printed line
_FEWEST_LONG = 3
_RUN_ON_SHARE = 0.02  # of lines that go on with a small letter, in a text that is not broken into lines
_LINE = re.compile(r"([^\n\r\f\v\x85\u2028\u2029]*)(\r\n|[\n\r\f\v\x85\u2028\u2029]|\Z)")


@dataclass(frozen=True, slots=True)
class _RawLine:
    start: int
    text: str
    ends_page: bool

    @property
    def is_blank(self) -> bool:
        return not self.text or self.text.isspace()


def read_plain_text(data: bytes, *, name: str, on_progress: Callable[[int, int], None] | None = None) -> SourceText:
    """Read a text file; raises UnknownFormat, EmptyFile or FileTooLarge."""
    check_text_size(data, name)
    decoded = decode(data)
    if decoded is None:
        raise UnknownFormat(name)
    source = read_decoded_text(decoded, data, name=name)
    if on_progress:
        on_progress(source.page_count, source.page_count)
    return source


def check_text_size(data: bytes, name: str) -> None:
    """Refuse a text that would take minutes; raises FileTooLarge."""
    if len(data) > MAX_TEXT_SIZE:
        raise FileTooLarge(name, len(data), MAX_TEXT_SIZE)


def read_decoded_text(decoded: Decoded, data: bytes, *, name: str) -> SourceText:
    """Read the text that was decoded from `data`; raises EmptyFile when it is nothing but white space."""
    raw = decoded.text
    if not raw.strip():
        raise EmptyFile(name)
    raw_lines = list(_split(raw))
    lines, page_count = _place(raw_lines)
    return SourceText(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        raw=raw,
        flow=tuple(lines),
        page_count=page_count,
        notices=decoded.notices,
    )


def _split(raw: str) -> Iterator[_RawLine]:
    for match in _LINE.finditer(raw):
        yield _RawLine(match.start(), match[1], match[2] == _PAGE_BREAK)


def _place(raw_lines: list[_RawLine]) -> tuple[list[Line], int]:
    page_starts = _page_starts(raw_lines)
    texts = [line.text.strip() for line in raw_lines if not line.is_blank]
    is_paragraph = _has_whole_paragraphs(texts)
    is_marked_up = sum(bool(_MARKED_UP.match(text)) for text in texts) >= _FEWEST_MARKED_UP
    lines: list[Line] = []
    page, blank_count = 1, 0
    for index, raw_line in enumerate(raw_lines):
        if raw_line.is_blank:
            # What a form feed ends is the end of the line before it, not a line of its own.
            blank_count += not raw_line.ends_page
            page += raw_line.ends_page
            continue
        is_marked = index in page_starts
        page += is_marked and bool(lines)
        form = LineForm(
            page=page,
            space_before=float(blank_count),
            indent=0.0 if is_marked else _indent(raw_line.text),
            is_paragraph=is_paragraph,
        )
        text, form = _as_marked_up(raw_line.text, form) if is_marked_up else (raw_line.text, form)
        line = make_line(text, raw_line.start, form)
        if line:
            lines.append(line)
        blank_count = 0
        page += raw_line.ends_page
    # A form feed at the very end closes the last page and opens none.
    return lines, lines[-1].page if lines else 1


def _has_whole_paragraphs(texts: list[str]) -> bool:
    """Say whether every line is a paragraph: some are longer than any page is wide, and none runs on below."""
    long = sum(len(text) > _WIDEST_PAGE for text in texts)
    run_on = sum(b[:1].islower() and a[-1:].isalnum() for a, b in pairwise(texts))
    return long >= _FEWEST_LONG and run_on <= _RUN_ON_SHARE * len(texts)


def _as_marked_up(text: str, form: LineForm) -> tuple[str, LineForm]:
    """Read the marks of Markdown; characters that show nothing take their place, so that every offset stays."""
    found = _MARKED_UP.match(text.strip())
    level = len(found["signs"]) if found and found["signs"] else None
    shown = text.replace("#", _NOTHING, level) if level else text
    shown = shown.replace("**", 2 * _NOTHING)
    return shown, replace(form, heading_level=level, is_bold=found is not None and not level)


def _page_starts(raw_lines: list[_RawLine]) -> frozenset[int]:
    if any(line.ends_page for line in raw_lines):
        return frozenset()
    return marked_page_starts([line.text for line in raw_lines])


def _indent(text: str) -> float:
    width = 0
    for character in text:
        if not character.isspace():
            break
        width += _TAB_WIDTH - width % _TAB_WIDTH if character == "\t" else 1
    return float(width)
