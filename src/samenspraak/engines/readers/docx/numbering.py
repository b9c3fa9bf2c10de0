"""Word's automatic numbers and bullets, counted as Word counts them.

A code such as "K 1.2" often exists only here: the paragraph holds the words, numbering.xml the code.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from samenspraak.engines.readers.docx.namespaces import switch, value, w
from samenspraak.engines.readers.docx.styles import ParagraphFormat, paragraph_format
from samenspraak.engines.readers.printed_number import bullet, letters, roman
from samenspraak.engines.readers.safe_xml import whole_number

NO_NUMBERING = "0"  # a numId that takes the style's numbering away
_DEEPEST = 8
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    is_legal: bool = False  # upper levels in plain digits
    restarts: bool = True
    style_id: str | None = None
    format: ParagraphFormat = field(default_factory=ParagraphFormat)


@dataclass(frozen=True, slots=True)
class _List:
    """A `w:num`: its levels, the counters it shares (`abstract_id`) and the ones it starts anew."""

    abstract_id: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Label:
    """A printed number or bullet; empty for a list that prints none."""

    text: str
    level: int  # counted from 1
    format: ParagraphFormat


class Numbering:
    """The lists of one document with their counters; paragraphs must be asked for in document order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists = {} if root is None else _read_lists(root)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def label(self, number_id: str | None, level: int | None, style_id: str | None) -> Label | None:
        """Count one paragraph and return its label, or None when it is in no list."""
        one = self._lists.get(number_id or NO_NUMBERING)
        if one is None:
            return None
        if level is None:
            level = next((depth for depth, each in one.levels.items() if style_id and each.style_id == style_id), 0)
        own = one.levels.get(level)
        if own is None:
            return None
        counts = self._count(number_id or "", one, level)
        return Label(_printed(own, one.levels, counts), level + 1, own.format)

    def _count(self, number_id: str, one: _List, level: int) -> dict[int, int]:
        counts = self._counts[one.abstract_id]
        if number_id not in self._begun:
            self._begun.add(number_id)
            counts.update({depth: start - 1 for depth, start in one.starts.items()})
        counts[level] = counts.get(level, one.levels[level].start - 1) + 1
        for depth, each in one.levels.items():
            if depth > level and each.restarts:
                counts.pop(depth, None)
            elif depth < level:
                counts.setdefault(depth, each.start)
        return counts


def _printed(own: _Level, levels: Mapping[int, _Level], counts: Mapping[int, int]) -> str:
    if own.form == "bullet":
        return bullet(own.pattern)

    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        form = "decimal" if own.is_legal else levels.get(depth, own).form
        return _in_form(counts.get(depth, 1), form)

    return _PLACE.sub(number, own.pattern).strip()


def _in_form(number: int, form: str) -> str:
    if form in ("none", "bullet"):
        return ""
    if form in ("lowerLetter", "upperLetter"):
        text = letters(number)
    elif form in ("lowerRoman", "upperRoman"):
        text = roman(number)
    else:
        text = f"{number:02d}" if form == "decimalZero" else str(number)
    return text.upper() if form.startswith("upper") else text


def _read_lists(root: etree._Element) -> dict[str, _List]:
    abstracts = {element.get(w("abstractNumId"), ""): element for element in root.iterchildren(w("abstractNum"))}
    by_style = {value(element, "styleLink"): element for element in abstracts.values()}
    levels_by_id: dict[str, dict[int, _Level]] = {}
    lists = {}
    for element in root.iterchildren(w("num")):
        abstract_id = value(element, "abstractNumId") or ""
        abstract = abstracts.get(abstract_id)
        if abstract is None:
            continue
        # A list that only points at a list style has its levels there.
        linked = by_style.get(value(abstract, "numStyleLink")) if abstract.find(w("numStyleLink")) is not None else None
        if abstract_id not in levels_by_id:
            levels_by_id[abstract_id] = _read_levels(abstract if linked is None else linked)
        lists[element.get(w("numId"), "")] = _with_overrides(element, abstract_id, dict(levels_by_id[abstract_id]))
    lists.pop(NO_NUMBERING, None)
    return lists


def _with_overrides(element: etree._Element, abstract_id: str, levels: dict[int, _Level]) -> _List:
    starts: dict[int, int] = {}
    for override in element.iterchildren(w("lvlOverride")):
        depth = _depth(override)
        own = override.find(w("lvl"))
        if own is not None:
            levels[depth] = _read_level(own)
        start = value(override, "startOverride")
        if start is not None:
            starts[depth] = whole_number(start)
            levels[depth] = replace(levels.get(depth, _Level()), start=starts[depth])
    return _List(abstract_id, levels, starts)


def _read_levels(abstract: etree._Element) -> dict[int, _Level]:
    return {_depth(element): _read_level(element) for element in abstract.iterchildren(w("lvl"))}


def _depth(element: etree._Element) -> int:
    return whole_number(element.get(w("ilvl")), least=0, most=_DEEPEST)


def _read_level(element: etree._Element) -> _Level:
    return _Level(
        form=value(element, "numFmt") or "decimal",
        pattern=value(element, "lvlText") or "",
        start=whole_number(value(element, "start"), 0),
        is_legal=bool(switch(element, "isLgl")),
        restarts=value(element, "lvlRestart") != "0",
        style_id=value(element, "pStyle"),
        format=paragraph_format(element.find(w("pPr"))),
    )
