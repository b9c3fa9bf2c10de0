"""The numbers and bullets a browser puts before list items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from samenspraak.engines.readers.html.elements import styles
from samenspraak.engines.readers.printed_number import bullet, letters, roman, symbol
from samenspraak.engines.readers.safe_xml import whole_number

_FORMS = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"} | {
    "lower-roman": "i",
    "upper-roman": "I",
}
# Word saves an item as a paragraph that names its list, and its number or bullet as words to be passed over.
_WORD_LABEL = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_WORD_LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel([1-9])", re.IGNORECASE)
_SYMBOL_FONT = re.compile(r"font-family\s*:\s*['\"]?(?:symbol|wingdings|webdings)", re.IGNORECASE)


@dataclass(slots=True)
class ItemLabels:
    """The labels of one list, in order."""

    form: str
    next_number: int

    def next(self, item: etree._Element) -> str:
        """Return the label of the next item, "" for a list that shows none."""
        if self.form in ("", "•"):
            return self.form
        number = whole_number(item.get("value"), self.next_number)
        self.next_number = number + 1
        return f"{_in_form(number, self.form)}."


def labels_of(element: etree._Element) -> ItemLabels:
    """Return the labels of a list element."""
    declared = styles(element)
    style = declared.get("list-style-type") or declared.get("list-style", "")
    if "none" in style.split():
        return ItemLabels("", 1)
    if element.tag != "ol":
        return ItemLabels("•", 1)
    form = _FORMS.get(style) or element.get("type") or "1"
    return ItemLabels(form, whole_number(element.get("start"), 1))


def word_label(element: etree._Element) -> tuple[str, int] | None:
    """Return the label and the level of an item that Word saved, when this element holds its label."""
    if not _WORD_LABEL.search(element.get("style", "")):
        return None
    level, is_symbol = 1, False
    for around in (element, *element.iterancestors()):
        style = around.get("style", "")
        is_symbol = is_symbol or bool(_SYMBOL_FONT.search(style))
        if found := _WORD_LEVEL.search(style):
            level = int(found[1])
            break
    text = " ".join("".join(map(str, element.itertext())).split())
    if is_symbol and len(text) == 1:
        return symbol(ord(text)), level
    return ("◦" if text == "o" else text and bullet(text)), level


def _in_form(number: int, form: str) -> str:
    if form in ("a", "A"):
        text = letters(number)
    elif form in ("i", "I"):
        text = roman(number)
    else:
        return str(number)
    return text.upper() if form.isupper() else text
