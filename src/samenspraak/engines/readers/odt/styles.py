"""What an OpenDocument style makes of a paragraph, a span or a cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

from samenspraak.engines.readers.odt.namespaces import q

_LONGEST_CHAIN = 20  # styles with a parent style
_LENGTH = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(cm|mm|in|pt|pc|px)\s*$")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_COLOR = re.compile(r"#[0-9a-f]{6}$")
_HEADING_NAME = re.compile(r"(?:heading|kop)(?:_20_|\s)*([1-9])$", re.IGNORECASE)
_TITLE_NAME = re.compile(r"(?:title|titel)$", re.IGNORECASE)
_BOLD = ("bold", "600", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class Look:
    """A style with everything it inherits; lengths in points, None where no style says anything."""

    size: float | None = None
    is_bold: bool | None = None
    is_hidden: bool = False
    above: float = 0.0
    below: float = 0.0
    left: float = 0.0
    first: float = 0.0
    begins_page: bool = False
    ends_page: bool = False
    background: str | None = None
    color: str | None = None
    heading_level: int | None = None


class Styles:
    """The styles of a document, common and automatic, by family and name."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, etree._Element] = {}
        self.list_styles: dict[str, etree._Element] = {}
        self.outline: etree._Element | None = None
        for root in roots:
            for group in root.iterchildren(q("office:styles"), q("office:automatic-styles")):
                for element in group:
                    self._keep(element)
        self.look = cache(self._look)

    def _keep(self, element: etree._Element) -> None:
        name = element.get(q("style:name"), "")
        family = element.get(q("style:family"), "")
        if element.tag == q("style:style"):
            self._elements[(family, name)] = element
        elif element.tag == q("style:default-style"):
            self._defaults[family] = element
        elif element.tag == q("text:list-style"):
            self.list_styles[name] = element
        elif element.tag == q("text:outline-style"):
            self.outline = element

    def _look(self, family: str, name: str | None) -> Look:
        chain = list(self._chain(family, name or ""))
        default = self._defaults.get(family)
        layers = chain if default is None else [*chain, default]
        settings = _settings(layers)
        return Look(
            size=_size([_settings([layer]).get("fo:font-size", "") for layer in layers]),
            is_bold=settings["fo:font-weight"] in _BOLD if "fo:font-weight" in settings else None,
            is_hidden=settings.get("text:display") == "none",
            above=length(settings.get("fo:margin-top")),
            below=length(settings.get("fo:margin-bottom")),
            left=length(settings.get("fo:margin-left")),
            first=length(settings.get("fo:text-indent")),
            begins_page=_begins_page(chain, settings),
            ends_page=settings.get("fo:break-after") == "page",
            background=_color(settings.get("fo:background-color")),
            color=_color(settings.get("fo:color")),
            heading_level=_heading_level(chain),
        )

    def _chain(self, family: str, name: str) -> Iterator[etree._Element]:
        """Yield a style and its parents, nearest first; a circle ends by its length."""
        for _ in range(_LONGEST_CHAIN):
            element = self._elements.get((family, name))
            if element is None:
                return
            yield element
            name = element.get(q("style:parent-style-name"), "")


def length(text: str | None) -> float:
    """Return a length in points; 0 when it is none."""
    match = _LENGTH.match(text or "")
    return float(match[1]) * _POINTS[match[2]] if match else 0.0


_READ = {
    q(name): name
    for name in (
        "fo:font-size",
        "fo:font-weight",
        "fo:color",
        "fo:background-color",
        "fo:margin-top",
        "fo:margin-bottom",
        "fo:margin-left",
        "fo:text-indent",
        "fo:break-before",
        "fo:break-after",
        "text:display",
    )
}
_OF_THE_CELL = ("table-cell-properties", "paragraph-properties", "text-properties")


def _settings(chain: list[etree._Element]) -> dict[str, str]:
    """Return the properties by prefixed name; the nearest style wins, and a cell's ground beats its text's."""
    settings: dict[str, str] = {}
    for element in chain:
        for kind in _OF_THE_CELL:
            for properties in element.iterchildren(q(f"style:{kind}")):
                for attribute, setting in _READ.items():
                    text = properties.get(attribute)
                    if text is not None:
                        settings.setdefault(setting, text)
    return settings


def _size(sizes: list[str]) -> float | None:
    """Return the font size, the nearest style's first; a percentage is of the size in the style below."""
    factor = 1.0
    for text in sizes:
        if text.endswith("%"):
            factor *= _percentage(text)
        elif length(text):
            return round(length(text) * factor, 1)
    return None


def _percentage(text: str) -> float:
    try:
        return float(text.removesuffix("%")) / 100
    except ValueError:
        return 1.0


def _begins_page(chain: list[etree._Element], settings: dict[str, str]) -> bool:
    # Naming a page style begins a page of that style; only the paragraph's own style counts.
    names_page = bool(chain) and bool(chain[0].get(q("style:master-page-name")))
    return names_page or settings.get("fo:break-before") == "page"


def _color(text: str | None) -> str | None:
    color = (text or "").lower()
    return color if _COLOR.match(color) else None


def _heading_level(chain: list[etree._Element]) -> int | None:
    for style in chain:
        name = style.get(q("style:display-name")) or style.get(q("style:name")) or ""
        match = _HEADING_NAME.match(name)
        if match:
            return int(match[1])
        if _TITLE_NAME.match(name):
            return 1
    return None
