"""The numbers and bullets of OpenDocument lists and numbered headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from samenspraak.engines.readers.odt.namespaces import q
from samenspraak.engines.readers.odt.styles import Styles
from samenspraak.engines.readers.printed_number import bullet, letters, roman
from samenspraak.engines.readers.safe_xml import whole_number

_PLACE = re.compile(r"%(\d{1,2})%")
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = ""  # "1", "a", "A", "i", "I"; empty: no number
    prefix: str = ""
    suffix: str = ""
    pattern: str | None = None
    shown_levels: int = 1
    start: int = 1
    glyph: str | None = None  # a bullet


@dataclass(slots=True)
class Counters:
    """How far a list has come, per level."""

    counts: dict[int, int] = field(default_factory=dict)


class ListStyles:
    """The list styles of a document, and the numbering of its headings."""

    def __init__(self, styles: Styles) -> None:
        self._levels = {name: _read_levels(element) for name, element in styles.list_styles.items()}
        self._outline = {} if styles.outline is None else _read_levels(styles.outline)
        self._headings = Counters()

    def label(self, style: str | None, level: int, counters: Counters, *, start: int | None = None) -> str:
        """Count one item and return its printed number or bullet ("" for a list without); `level` counts from 1."""
        levels = self._levels.get(style or "")
        # A list without a style of its own is printed with bullets.
        return "•" if levels is None else _count(levels, level, counters, start)

    def heading_label(self, level: int, *, start: int | None = None) -> str:
        """Count one heading and return its printed number, "" when headings have none."""
        return _count(self._outline, level, self._headings, start)


def _count(levels: Mapping[int, _Level], level: int, counters: Counters, start: int | None) -> str:
    own = levels.get(level, _Level())
    if own.glyph is not None:
        return bullet(own.glyph)
    counts = counters.counts
    counts[level] = counts.get(level, own.start - 1) + 1 if start is None else start
    for depth in [depth for depth in counts if depth > level]:
        del counts[depth]
    return _printed(own, level, levels, counts)


def _printed(own: _Level, level: int, levels: Mapping[int, _Level], counts: Mapping[int, int]) -> str:
    def number(depth: int) -> str:
        form = levels.get(depth, _Level()).form
        return _in_form(counts.get(depth, levels.get(depth, _Level()).start), form) if form else ""

    if own.pattern is not None:
        return _PLACE.sub(lambda match: number(int(match[1])), own.pattern).strip()
    if not own.form:
        return ""
    shown = range(max(1, level - own.shown_levels + 1), level + 1)
    return f"{own.prefix}{'.'.join(filter(None, map(number, shown)))}{own.suffix}".strip()


def _in_form(number: int, form: str) -> str:
    if form in ("a", "A"):
        text = letters(number)
    elif form in ("i", "I"):
        text = roman(number)
    else:
        return str(number)
    return text.upper() if form.isupper() else text


def _read_levels(style: etree._Element) -> dict[int, _Level]:
    levels = {}
    for element in style:
        depth = whole_number(element.get(q("text:level")), 1, least=1, most=_DEEPEST)
        if element.tag == q("text:list-level-style-bullet"):
            levels[depth] = _Level(glyph=element.get(q("text:bullet-char"), ""))
        elif element.tag == q("text:list-level-style-image"):
            levels[depth] = _Level(glyph="")
        elif element.tag in (q("text:list-level-style-number"), q("text:outline-level-style")):
            levels[depth] = _numbered(element)
    return levels


def _numbered(element: etree._Element) -> _Level:
    return _Level(
        form=element.get(q("style:num-format"), ""),
        prefix=element.get(q("style:num-prefix"), ""),
        suffix=element.get(q("style:num-suffix"), ""),
        pattern=element.get(q("loext:num-list-format")),
        shown_levels=whole_number(element.get(q("text:display-levels")), 1, least=1, most=_DEEPEST),
        start=whole_number(element.get(q("text:start-value")), 1),
    )
