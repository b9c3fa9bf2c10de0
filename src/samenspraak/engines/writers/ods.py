"""Sheets as ODS, written as a stream: the libraries keep the whole sheet in memory and take minutes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from samenspraak.engines.writers.cells import Cell, CellKind, Column, Sheet, plain

_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = (
    f'xmlns:office="{_SPACES}office:1.0" xmlns:table="{_SPACES}table:1.0" xmlns:text="{_SPACES}text:1.0"'
    f' xmlns:style="{_SPACES}style:1.0" xmlns:number="{_SPACES}datastyle:1.0"'
    f' xmlns:fo="{_SPACES}xsl-fo-compatible:1.0" xmlns:config="{_SPACES}config:1.0" office:version="1.3"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MANIFEST = (
    f'{_DECLARATION}<manifest:manifest xmlns:manifest="{_SPACES}manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_STYLES = (
    '<number:date-style style:name="day"><number:day number:style="long"/><number:text>-</number:text>'
    '<number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/>'
    "</number:date-style>"
    '<style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="body" style:family="table-cell">'
    '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>'
    '<style:style style:name="date" style:family="table-cell" style:data-style-name="day">'
    '<style:table-cell-properties style:vertical-align="top"/></style:style>'
)
_CM_PER_CHARACTER = 0.21
_MORE_SPACES = re.compile(r"(?<= ) |^ | $")


def write_ods(file: IO[bytes], sheets: Sequence[Sheet]) -> None:
    """Write a workbook; every cell has its type, so a text can never become a formula."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        # By the standard the first part, and not packed, so that any program sees what the file is.
        archive.writestr("mimetype", _MIMETYPE, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("settings.xml", _settings(sheets))
        with archive.open("content.xml", "w", force_zip64=True) as raw, io.TextIOWrapper(raw, "utf-8") as stream:
            stream.writelines(_content(sheets))


def _content(sheets: Sequence[Sheet]) -> Iterator[str]:
    yield f"{_DECLARATION}<office:document-content {_NAMESPACES}><office:automatic-styles>{_STYLES}"
    for number, sheet in enumerate(sheets):
        yield from (_column_style(number, index, column) for index, column in enumerate(sheet.columns))
    yield "</office:automatic-styles><office:body><office:spreadsheet>"
    for number, sheet in enumerate(sheets):
        yield from _table(number, sheet)
    yield "</office:spreadsheet></office:body></office:document-content>"


def _column_style(number: int, index: int, column: Column) -> str:
    return (
        f'<style:style style:name="c{number}-{index}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{column.width * _CM_PER_CHARACTER:.2f}cm"/></style:style>'
    )


def _table(number: int, sheet: Sheet) -> Iterator[str]:
    yield f"<table:table table:name={quoteattr(sheet.title)}>"
    for index, column in enumerate(sheet.columns):
        style = "date" if column.kind is CellKind.DATE else "body"
        yield f'<table:table-column table:style-name="c{number}-{index}" table:default-cell-style-name="{style}"/>'
    heads = "".join(_text_cell(column.name, "head") for column in sheet.columns)
    yield f"<table:table-header-rows><table:table-row>{heads}</table:table-row></table:table-header-rows>"
    for row in sheet.rows:
        yield f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>\n"
    yield "</table:table>"


def _cell(cell: Cell) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, date):
        day = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
        return f'<table:table-cell table:style-name="date" {day}><text:p>{cell:%d-%m-%Y}</text:p></table:table-cell>'
    if isinstance(cell, int | float):
        shown = f"{cell:.15g}" if isinstance(cell, float) else str(cell)
        number = f'office:value-type="float" office:value="{shown}"'
        return f'<table:table-cell table:style-name="body" {number}><text:p>{shown}</text:p></table:table-cell>'
    return _text_cell(plain(cell), "body")


def _text_cell(text: str, style: str) -> str:
    paragraphs = "".join(f"<text:p>{_inline(line)}</text:p>" for line in text.split("\n"))
    kind = f'table:style-name="{style}" office:value-type="string"'
    return f"<table:table-cell {kind}>{paragraphs}</table:table-cell>"


def _inline(line: str) -> str:
    """Return a line in which no space is lost: by the standard a run of spaces counts as one.

    A tab stays a tab: the reader of our own choice loses the standard's element for it.
    """
    if "  " in line or line[:1] == " " or line[-1:] == " ":
        return _MORE_SPACES.sub("<text:s/>", escape(line))
    return escape(line)


def _settings(sheets: Sequence[Sheet]) -> str:
    """Return the settings that keep the head of each sheet in view."""
    items = (
        ("HorizontalSplitMode", 0),
        ("VerticalSplitMode", 2),
        ("HorizontalSplitPosition", 0),
        ("VerticalSplitPosition", 1),
        ("PositionBottom", 1),
    )
    frozen = "".join(
        f'<config:config-item config:name="{name}" config:type="{"short" if "Mode" in name else "int"}">{value}'
        "</config:config-item>"
        for name, value in items
    )
    tables = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(sheet.title)}>{frozen}</config:config-item-map-entry>"
        for sheet in sheets
    )
    return (
        f"{_DECLARATION}<office:document-settings {_NAMESPACES}><office:settings>"
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        '<config:config-item-map-entry><config:config-item-map-named config:name="Tables">'
        f"{tables}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>"
        "</config:config-item-set></office:settings></office:document-settings>"
    )
