"""Whatever is done to a file, a reader gives a document or one of our own errors."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import odfdo
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspraak.core.errors import SamenspraakError
from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.readers import read_bytes
from samenspraak.engines.readers.detection import detect
from samenspraak.engines.readers.docx import read_docx
from samenspraak.engines.readers.html import read_html
from samenspraak.engines.readers.odt import read_odt
from samenspraak.engines.readers.plain_text import read_plain_text
from tests.engines.readers.files import packed, saved_odt, saved_word
from tests.engines.readers.places import check_places

_ATTRIBUTE = re.compile(rb'="[^"]*"')
_TAG = re.compile(rb"<[^/?!][^>]*>")
_IS_READ = re.compile(r"_rels/(document.xml)?\.rels|Types|(document|numbering|styles|content)\.xml$|mimetype")
_STRANGE = [b"", b"-1", b"99999999999999999999", b"1e400", b"nan", b"inf", b"%1%%99%", b"x", b"#zzzzzz"]
_HTML = (
    b"<!DOCTYPE html><h1>Wonen</h1><ol type=a start=3><li>hoog<ul><li>laag</ul></ol>"
    b"<table><tr><td colspan=2 rowspan=2 bgcolor=red>K 1<td>\xc3\xa9<tr><td style='color:red'>x</table><p>a<br>b"
)


def _word() -> bytes:
    document = docx.Document()
    document.add_heading("Wonen", 1)
    document.add_paragraph("Zestig woningen", style="List Number")
    document.add_page_break()
    document.add_table(rows=2, cols=2).cell(0, 0).text = "K 1"
    return saved_word(document)


def _odt() -> bytes:
    table = odfdo.Table("Monitor", width=2, height=2)
    table.set_value("A1", "Code")
    return saved_odt(odfdo.Header(1, "Wonen"), odfdo.List(["Zestig woningen"]), table)


def _slim(data: bytes) -> dict[str, bytes]:
    """Return the parts that are read: mutations elsewhere would teach nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if _IS_READ.search(name)}


_WORD_PARTS, _ODT_PARTS = _slim(_word()), _slim(_odt())
_WORD_TARGETS = ["word/document.xml", "word/numbering.xml", "word/_rels/document.xml.rels"]
_READERS = {"docx": read_docx, "odt": read_odt, "html": read_html, "txt": read_plain_text}
_FILES = {"docx": packed(_WORD_PARTS), "odt": packed(_ODT_PARTS), "html": _HTML, "txt": b"K 1\tbouwen\r\n\fp\xe9"}


@st.composite
def _mutated(draw: st.DrawFn, data: bytes) -> bytes:
    """Overwrite, cut or repeat a few pieces."""
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(data)))
        end = min(len(data), begin + draw(st.integers(0, 200)))
        piece = draw(st.one_of(st.binary(max_size=8), st.just(data[begin:end] * 2)))
        data = data[:begin] + piece + data[end:]
    return data


@st.composite
def _with_strange_xml(draw: st.DrawFn, parts: dict[str, bytes], targets: list[str]) -> bytes:
    """Give attributes impossible values and elements other names, inside a sound zip file."""
    part = draw(st.sampled_from(targets))
    content = parts[part]
    for _ in range(draw(st.integers(1, 3))):
        pattern = draw(st.sampled_from((_ATTRIBUTE, _TAG)))
        found = list(pattern.finditer(content))
        place = draw(st.sampled_from(found))
        new = b'="%s"' % draw(st.sampled_from(_STRANGE)) if pattern is _ATTRIBUTE else draw(st.sampled_from(found))[0]
        content = content[: place.start()] + new + content[place.end() :]
    return packed({**parts, part: content})


def _try(read: object, data: bytes) -> SourceText | None:
    assert callable(read)
    try:
        source = read(data, name="a")
    except SamenspraakError:
        return None
    assert isinstance(source, SourceText)
    check_places(source)
    return source


@pytest.mark.parametrize("kind", _READERS)
@given(st.data())
@settings(max_examples=40, deadline=None)
def test_mutated_bytes_raise_nothing_else(kind: str, data: st.DataObject) -> None:
    _try(_READERS[kind], data.draw(_mutated(_FILES[kind])))


@given(_with_strange_xml(_WORD_PARTS, _WORD_TARGETS))
@settings(max_examples=60, deadline=None)
def test_a_word_file_with_impossible_xml_raises_nothing_else(data: bytes) -> None:
    _try(read_docx, data)


@given(_with_strange_xml(_ODT_PARTS, ["content.xml"]))
@settings(max_examples=60, deadline=None)
def test_an_opendocument_with_impossible_xml_raises_nothing_else(data: bytes) -> None:
    _try(read_odt, data)


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    _try(read_bytes, data)


@pytest.mark.parametrize("kind", _FILES)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_telling_the_format_raises_nothing_else(kind: str, data: st.DataObject) -> None:
    mutated = data.draw(_mutated(_FILES[kind]))
    try:
        detect(mutated, name="a")
    except SamenspraakError:
        return


def test_the_files_that_are_mutated_are_sound() -> None:
    assert all(_try(_READERS[kind], data) for kind, data in _FILES.items())
