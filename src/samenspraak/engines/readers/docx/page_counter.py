"""On which page does a paragraph of a Word file stand, as far as the file says?"""

from __future__ import annotations

from lxml import etree

from samenspraak.engines.readers.docx.namespaces import value, w

_CONTINUOUS = ("continuous", "nextColumn")


class PageCounter:
    """Counts pages in document order.

    Word notes where a page began when it last laid the document out; where those notes exist they are the whole
    truth, and breaks put there by hand would be counted twice. Elsewhere the breaks by hand are all there is.
    """

    def __init__(self, body: etree._Element) -> None:
        self.page = 1
        self._is_laid_out = next(body.iter(w("lastRenderedPageBreak")), None) is not None
        self._has_text = False

    def text_seen(self) -> None:
        """Note that the page in hand holds something: a break before the first word opens no page."""
        self._has_text = True

    def laid_out_break(self) -> None:
        """Note a page that Word began at its last lay-out."""
        self.page += self._has_text

    def break_by_hand(self) -> None:
        """Note a page break that a writer or a style put there."""
        if not self._is_laid_out:
            self.page += self._has_text

    def section_end(self, properties: etree._Element | None) -> None:
        """Note the end of a section; `properties` is the paragraph's `w:pPr`."""
        section = None if properties is None else properties.find(w("sectPr"))
        if section is not None and value(section, "type") not in _CONTINUOUS:
            self.break_by_hand()
