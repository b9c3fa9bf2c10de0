"""The parts of a DOCX file: the main document and what it refers to, found by relation and not by name."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lxml import etree

from samenspraak.engines.readers.docx.namespaces import STRICT_NAMES
from samenspraak.engines.readers.errors import DamagedFile
from samenspraak.engines.readers.safe_xml import parse_xml
from samenspraak.engines.readers.zip_guard import unpack

KIND = "DOCX"
_USUAL_DOCUMENT = "word/document.xml"


class Package:
    """The XML parts of a DOCX file; raises DamagedFile, EncryptedFile or ZipBomb when opened."""

    def __init__(self, data: bytes, *, name: str) -> None:
        self._name = name
        self._parts = unpack(data, name=name, kind=KIND, wanted=lambda part: part.endswith((".xml", ".rels")))
        self._document_path = self._find_document()
        self._related = self._relations(self._document_path)

    @property
    def document(self) -> etree._Element:
        """Return the root of the main document."""
        root = self._parse(self._document_path)
        if root is None:
            raise DamagedFile(self._name, KIND, "de tekst ontbreekt")
        return root

    def related(self, relation: str) -> etree._Element | None:
        """Return the root of a part the document refers to ("styles", "numbering", "footnotes"), if it is there."""
        path = self._related.get(relation)
        return self._parse(path) if path else None

    def _find_document(self) -> str:
        target = self._relations("").get("officeDocument", _USUAL_DOCUMENT)
        return target if target in self._parts else _USUAL_DOCUMENT

    def _relations(self, path: str) -> Mapping[str, str]:
        """Return the target per last word of the relation's type; `path` is empty for the package itself."""
        folder, base = posixpath.split(path)
        root = self._parse(posixpath.join(folder, "_rels", f"{base}.rels"))
        relations: dict[str, str] = {}
        for element in () if root is None else root.iterchildren("{*}Relationship"):
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
            relations.setdefault(kind, target.lstrip("/"))
        return relations

    def _parse(self, path: str) -> etree._Element | None:
        data = self._parts.get(path)
        if data is None:
            return None
        for strict, usual in STRICT_NAMES:
            data = data.replace(strict, usual)
        return parse_xml(data, name=self._name, kind=KIND)
