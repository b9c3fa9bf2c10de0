"""Parses XML from outside: no entities, no document types, no network, no limitless trees."""

from __future__ import annotations

from lxml import etree

from samenspraak.engines.readers.errors import DamagedFile

# Neither OOXML nor ODF uses a document type; it is where expanding entities come from.
_DOCUMENT_TYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def parse_xml(data: bytes, *, name: str, kind: str) -> etree._Element:
    """Return the root of `data`; raises DamagedFile when it is not well-formed or declares a document type."""
    if any(mark in data for mark in _DOCUMENT_TYPES):
        raise DamagedFile(name, kind, "er staat een documenttypedefinitie in")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise DamagedFile(name, kind) from error


def whole_number(text: str | None, default: int = 0, *, least: int = -(10**6), most: int = 10**6) -> int:
    """Return an attribute as a whole number within bounds; `default` when it is missing or no number."""
    try:
        number = round(float(text)) if text else default
    except (ValueError, OverflowError):
        return default
    return min(max(number, least), most)
