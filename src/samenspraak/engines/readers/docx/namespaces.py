"""The names of WordprocessingML elements and attributes (ECMA-376, part 1, chapter 17)."""

from __future__ import annotations

import re

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# ISO 29500 "strict" files say the same under other names.
STRICT_NAMES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _W.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_COLOR = re.compile(r"[0-9A-Fa-f]{6}$")


def w(tag: str) -> str:
    """Return the full name of a Word element or attribute."""
    return f"{{{_W}}}{tag}"


_VAL = w("val")


def value(parent: etree._Element | None, tag: str) -> str | None:
    """Return the `w:val` of a child, or None when the child or its value is missing."""
    child = None if parent is None else parent.find(w(tag))
    return None if child is None else child.get(_VAL)


def switch(parent: etree._Element | None, tag: str) -> bool | None:
    """Return an on/off property: None when it is not set, True when it is set without a value."""
    child = None if parent is None else parent.find(w(tag))
    return None if child is None else child.get(_VAL, "1") not in ("0", "false", "off", "none")


def hex_color(text: str | None) -> str | None:
    """Return "#rrggbb", or None for "auto" and for what is no colour."""
    return f"#{text.lower()}" if text and _COLOR.match(text) else None
