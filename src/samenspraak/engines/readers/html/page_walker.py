"""Walks through an HTML page and tells it as paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from lxml import etree

from samenspraak.engines.readers.flow_builder import LineForm
from samenspraak.engines.readers.html.elements import (
    BLOCKS,
    HEADINGS,
    LISTS,
    SKIPPED,
    SPACED,
    is_bold,
    is_hidden,
    text_color,
)
from samenspraak.engines.readers.html.item_labels import ItemLabels, labels_of, word_label
from samenspraak.engines.readers.paragraph_writer import Paragraph, Part

_GAP = 12.0  # points above and below a paragraph; browsers give one line
_INDENT = 4.0  # average characters per level of a list
_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")
_LINE_END = re.compile(r"\r\n|\r|\n")


class TableDoor(Protocol):
    """Takes a table element; returns False when it is a lay-out to be read through."""

    def __call__(self, table: etree._Element, /) -> bool: ...


class PageWalker:
    """Reads an element and all it holds; `on_paragraph` and `on_table` are called in reading order."""

    def __init__(self, on_paragraph: Callable[[Paragraph], None], on_table: TableDoor) -> None:
        self._on_paragraph = on_paragraph
        self._on_table = on_table
        self._texts = [""]  # one per part of the paragraph in hand
        self._blocks: list[str] = []
        self._heading: int | None = None
        self._pre_depth = 0
        self._lists: list[ItemLabels] = []
        self._label: str | None = None  # of an item whose first words are still to come
        self._word_level = 0  # of an item that Word saved as a paragraph
        self._bold = [False]
        self._colors: list[str | None] = [None]
        self._is_all_bold = True
        self.colors_seen: set[str | None] = set()
        self.picture_count = 0

    def walk(self, root: etree._Element) -> None:
        """Read everything inside `root`; iteratively, for pages nest as deep as they like."""
        self._colors = [text_color(root)]
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave(element, is_root=element is root)
            elif element is not root and not self._enter(element):
                walk.skip_subtree()
            else:
                self._add(element.text)
        self._flush()

    def _enter(self, element: etree._Element) -> bool:
        """Take an element in; return whether what it holds is to be read."""
        tag = element.tag
        self._bold.append(self._bold[-1] if (bold := is_bold(element)) is None else bold)
        self._colors.append(text_color(element) or self._colors[-1])
        if tag in BLOCKS:
            self._begin_block(tag)
        if tag in SKIPPED or is_hidden(element) or (tag == "table" and self._on_table(element)):
            return False
        if label := word_label(element):
            self._label, self._word_level = label
            return False
        if tag in LISTS:
            self._lists.append(labels_of(element))
        elif tag == "li":
            self._label = self._lists[-1].next(element) if self._lists else "•"
        elif tag == "br":
            self._texts.append("")
        self.picture_count += tag == "img"
        return True

    def _leave(self, element: etree._Element, *, is_root: bool) -> None:
        if is_root:
            return
        tag = element.tag
        if tag in BLOCKS:
            self._end_block(tag)
        if tag in LISTS and self._lists and not (tag in SKIPPED or is_hidden(element)):
            self._lists.pop()
        self._bold.pop()
        self._colors.pop()
        self._add(element.tail)

    def _begin_block(self, tag: str) -> None:
        self._flush()
        self._blocks.append(tag)
        self._pre_depth += tag == "pre"
        self._heading = HEADINGS.get(tag, self._heading)

    def _end_block(self, tag: str) -> None:
        self._flush()
        self._blocks.pop()
        self._pre_depth -= tag == "pre"
        if tag in HEADINGS:
            self._heading = None
        elif tag == "li" or self._word_level:
            self._label, self._word_level = None, 0

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if self._pre_depth:
            first, *others = _LINE_END.split(text)
            self._texts[-1] += first
            self._texts.extend(others)
        else:
            self._texts[-1] += _WHITE_SPACE.sub(" ", text)
        if not text.isspace():
            self._is_all_bold = self._is_all_bold and self._bold[-1]
            self.colors_seen.add(self._colors[-1])

    def _flush(self) -> None:
        """Hand over the paragraph in hand, if it says anything."""
        texts, self._texts = self._texts, [""]
        is_all_bold, self._is_all_bold = self._is_all_bold, True
        if not any(text.strip() for text in texts):
            return
        gap = _GAP if self._blocks and self._blocks[-1] in SPACED else 0.0
        depth = self._word_level or len(self._lists)
        is_item = self._label is not None and not (self._word_level and self._heading)
        form = LineForm(
            indent=_INDENT * depth,
            is_bold=is_all_bold,
            heading_level=self._heading,
            list_level=max(1, depth) if is_item else None,
        )
        parts = tuple(Part(text, page=1) for text in texts)
        self._on_paragraph(Paragraph(parts, form, self._label or "", above=gap, below=gap))
        self._label = None
