"""Small files made at test time: packed documents from their parts, with nothing in them that a test does not need."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
import odfdo

from samenspraak.core.extraction.source import Line, SourceText, Table

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_NAMES = " ".join(
    f'xmlns:{prefix}="{_ODF}:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)
ODT_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # ODF asks for this one unpressed, so that it can be read from the file's first bytes.
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def word_file(body: str, **parts: str) -> bytes:
    """Return a DOCX file; `parts` are the insides of styles, numbering, footnotes and endnotes."""
    relations = "".join(f'<Relationship Id="r{part}" Type="{_OFFICE}/{part}" Target="{part}.xml"/>' for part in parts)
    content = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations(f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": f"<w:document {_W} {_MC}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(relations),
    }
    for part, inside in parts.items():
        content[f"word/{part}.xml"] = f"<w:{part} {_W}>{inside}</w:{part}>"
    return packed(content)


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def paragraph(text: str, properties: str = "") -> str:
    """Return a Word paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def odt_file(body: str, *, automatic: str = "", styles: str = "") -> bytes:
    """Return an ODT file; `automatic` and `styles` are the insides of the two groups of styles."""
    content = (
        f"<office:document-content {_ODF_NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    common = f"<office:document-styles {_ODF_NAMES}><office:styles>{styles}</office:styles></office:document-styles>"
    return packed({"mimetype": ODT_MEDIA_TYPE, "content.xml": content, "styles.xml": common})


def flat_odt_file(body: str) -> bytes:
    """Return an OpenDocument text in one XML file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_ODF_NAMES} office:mimetype="{ODT_MEDIA_TYPE}">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def saved_word(document: docx.document.Document) -> bytes:
    """Return what python-docx saves."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def saved_odt(*elements: odfdo.Element) -> bytes:
    """Return what odfdo saves of a text with these elements."""
    document = odfdo.Document("text")
    document.body.clear()
    for element in elements:
        document.body.append(element)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def lines_of(source: SourceText) -> list[Line]:
    return [part for part in source.flow if isinstance(part, Line)]


def texts_of(source: SourceText) -> list[str]:
    return [line.text for line in lines_of(source)]


def table_of(source: SourceText) -> list[list[str]]:
    """Return the cell texts of the only table."""
    (table,) = [part for part in source.flow if isinstance(part, Table)]
    return [[cell.text for cell in row] for row in table.rows]


def shadings_of(source: SourceText) -> list[list[str | None]]:
    """Return the cell backgrounds of the only table."""
    (table,) = [part for part in source.flow if isinstance(part, Table)]
    return [[cell.shading for cell in row] for row in table.rows]
