"""The numbers and bullets a browser puts before list items."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from samenspraak.engines.readers.html.elements import styles
from samenspraak.engines.readers.printed_number import letters, roman
from samenspraak.engines.readers.safe_xml import whole_number

_FORMS = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"} | {
    "lower-roman": "i",
    "upper-roman": "I",
}


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


def _in_form(number: int, form: str) -> str:
    if form in ("a", "A"):
        text = letters(number)
    elif form in ("i", "I"):
        text = roman(number)
    else:
        return str(number)
    return text.upper() if form.isupper() else text
