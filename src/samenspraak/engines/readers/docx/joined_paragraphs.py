"""Paragraphs that a tracked change made one: whoever deletes the end of a paragraph joins it to the next."""

from __future__ import annotations

from lxml import etree

from samenspraak.engines.readers.docx.namespaces import w

_ENDS = (w("del"), w("moveFrom"))
_BLOCKS = frozenset((w("p"), w("tbl"), w("sdt"), w("customXml")))


def join_paragraphs(body: etree._Element) -> None:
    """Move the text of each paragraph whose end was deleted to the front of the paragraph below it."""
    for mark in list(body.iter(*_ENDS)):
        paragraph = _ended_by(mark)
        if paragraph is None:
            continue
        following = next((element for element in paragraph.itersiblings() if element.tag in _BLOCKS), None)
        if following is not None and following.tag == w("p"):
            _join(paragraph, following)


def _ended_by(mark: etree._Element) -> etree._Element | None:
    """Return the paragraph of whose end this change speaks; None for a change of text, or where a section ends."""
    run = mark.getparent()
    properties = None if run is None or run.tag != w("rPr") else run.getparent()
    if properties is None or properties.tag != w("pPr") or properties.find(w("sectPr")) is not None:
        return None
    return properties.getparent()


def _join(paragraph: etree._Element, following: etree._Element) -> None:
    own = following.find(w("pPr"))
    place = 0 if own is None else following.index(own) + 1
    following[place:place] = [child for child in paragraph if child.tag != w("pPr")]
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)
