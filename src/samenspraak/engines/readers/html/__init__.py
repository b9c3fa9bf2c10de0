"""Reads an HTML page: headings, paragraphs, lists and tables; scripts, styles and menus are left out."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.readers.errors import DamagedFile
from samenspraak.engines.readers.flow_builder import FlowBuilder
from samenspraak.engines.readers.html.page_walker import PageWalker
from samenspraak.engines.readers.html.tables import is_data, rows
from samenspraak.engines.readers.paragraph_writer import ParagraphWriter
from samenspraak.engines.readers.plain_text import check_text_size
from samenspraak.engines.readers.text_decoding import decode

MEDIA_TYPE = "text/html"
KIND = "HTML"
_TOO_DEEP = "De pagina is te diep genest; vanaf een bepaalde plaats is de tekst niet gelezen."


def read_html(data: bytes, *, name: str, on_progress: Callable[[int, int], None] | None = None) -> SourceText:
    """Read an HTML page; raises DamagedFile or FileTooLarge."""
    check_text_size(data, name)
    decoded = decode(data)
    if decoded is None:
        raise DamagedFile(name, KIND)
    root, is_cut_off = _parse(decoded.text, name)
    builder = FlowBuilder()
    writer = ParagraphWriter(builder)

    def write_table(table: etree._Element) -> bool:
        if not is_data(table):
            return False
        writer.write_table(rows(table), page=1)
        return True

    walker = PageWalker(writer.write, write_table)
    walker.walk(root)
    if on_progress:
        on_progress(1, 1)
    notices = (*decoded.notices, *([_TOO_DEEP] if is_cut_off else []), *builder.picture_notices(walker.picture_count))
    return builder.source(data, name=name, media_type=MEDIA_TYPE, notices=notices)


def _parse(text: str, name: str) -> tuple[etree._Element, bool]:
    """Return the page, and whether the parser gave up on its depth."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        # Nothing closes an unclosed <font>; the larger of the parser's two depths is needed for real pages.
        huge_tree=True,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise DamagedFile(name, KIND) from error
    if root is None:
        raise DamagedFile(name, KIND, "er staat geen tekst in")
    return root, any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
