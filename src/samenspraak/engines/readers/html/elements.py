"""What HTML elements and their style attributes mean for a reader of the page."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

SKIPPED = frozenset(
    "head script style template noscript nav svg math button select textarea iframe object audio video canvas"
    " del".split()
)
SPACED = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre figure table dl ul ol fieldset hr".split())
BLOCKS = SPACED | frozenset(
    "html body div section article main header footer aside address center form li dt dd tr td th thead tbody tfoot"
    " caption figcaption details summary legend".split()
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset(("ul", "ol", "menu", "dir"))
BOLD = frozenset(("b", "strong", "th", *HEADINGS))
_BOLD_WEIGHTS = ("bold", "bolder", "600", "700", "800", "900")
# What Word saves beside the text: remarks in the margin, and the numbers of notes.
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|mso-element\s*:\s*comment-list|mso-(?:foot|end)note-id\s*:)"
)
_HIDDEN_CLASS = "msocomanchor"


def is_hidden(element: etree._Element) -> bool:
    """Tell whether a browser would not show the element."""
    if element.get("hidden") is not None or element.get("class", "").lower() == _HIDDEN_CLASS:
        return True
    return bool(_HIDING.search(element.get("style", "").lower()))


def styles(element: etree._Element) -> dict[str, str]:
    """Return the declarations of the style attribute in lower case."""
    pairs = (declaration.partition(":") for declaration in element.get("style", "").lower().split(";"))
    return {name.strip(): setting.replace("!important", "").strip() for name, _, setting in pairs}


def is_bold(element: etree._Element) -> bool | None:
    """Tell whether the element makes its text bold; None when it leaves it as it is."""
    weight = styles(element).get("font-weight")
    if weight:
        return weight in _BOLD_WEIGHTS
    return True if element.tag in BOLD else None


def text_color(element: etree._Element) -> str | None:
    """Return the colour the element gives its text as "#rrggbb", or None."""
    return color(styles(element).get("color") or element.get("color", ""))


def background(element: etree._Element) -> str | None:
    """Return the background the element sets itself as "#rrggbb", or None."""
    declared = styles(element)
    return color(declared.get("background-color") or declared.get("background") or element.get("bgcolor", ""))


@lru_cache(maxsize=256)
def color(text: str) -> str | None:
    """Return a CSS colour as "#rrggbb"; None for "transparent" and for what is no colour."""
    if not text.strip():
        return None
    # Loaded late: most pages name no colour, and it takes longer to load than such a page to read.
    from PIL import ImageColor  # noqa: PLC0415

    try:
        red, green, blue = ImageColor.getrgb(text.strip())[:3]
    except ValueError:
        return None
    return f"#{red:02x}{green:02x}{blue:02x}"
