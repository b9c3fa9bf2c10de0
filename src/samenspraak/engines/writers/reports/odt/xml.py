"""OpenDocument's XML for the parts of a report. Text is escaped here and nowhere else."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from samenspraak.core.composition.look import LIGHTS
from samenspraak.core.composition.tree import Cell, Column, Footnote, Inline, Light, Line, Link, Signatures, Table, Text
from samenspraak.engines.writers.reports.odt.styles import light_style
from samenspraak.engines.writers.reports.words import Words

_HEADS = {False: "SamenspraakKop", True: "SamenspraakKopGetal"}  # by whether the column holds numbers
_SPACES = re.compile(r"  +")


def text(one: str) -> str:
    """Return text with its line ends, tabs and rows of spaces, which XML would fold."""
    marked = escape(one).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")
    return _SPACES.sub(lambda found: f' <text:s text:c="{len(found[0]) - 1}"/>', marked)


class Writer:
    """Makes XML and numbers what must be numbered."""

    def __init__(self) -> None:
        self.notes = 0
        self.tables = 0
        self.columns: list[tuple[str, float]] = []  # a style per column: its name and width in mm

    def part(self, one: Inline) -> str:
        match one:
            case Text(text=words, is_bold=is_bold, is_italic=is_italic):
                name = ("Vet" if is_bold else "") + ("Schuin" if is_italic else "")
                return span(words, name) if name else text(words)
            case Link(text=words, address=address):
                inside = span(words, "Verwijzing")
                return f"<text:a xlink:type='simple' xlink:href={quoteattr(address)}>{inside}</text:a>"
            case Light(light=light, word=word):
                return span(f"{LIGHTS[light].sign} {word}", light_style(light))
            case Footnote(remark=words):
                return self.note(words)

    def note(self, words: str) -> str:
        self.notes += 1
        return (
            f'<text:note text:id="ftn{self.notes}" text:note-class="footnote"><text:note-citation>{self.notes}'
            f'</text:note-citation><text:note-body><text:p text:style-name="SamenspraakKlein">{text(words)}</text:p>'
            "</text:note-body></text:note>"
        )

    def line(self, line: Line) -> str:
        return "".join(self.part(part) for part in line)

    def paragraph(self, line: Line, style: str) -> str:
        return f'<text:p text:style-name="{style}">{self.line(line)}</text:p>'

    def heading(self, words: str, level: int) -> str:
        return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{text(words)}</text:h>'

    def table(self, one: Table, *, width: float) -> str:
        """Return a table `width` millimetres wide."""
        self.tables += 1
        total = sum(column.width for column in one.columns) or 1
        columns = "".join(self.column(index, width * c.width / total) for index, c in enumerate(one.columns))
        heads = "".join(
            f'<table:table-cell table:style-name="CelKop" office:value-type="string">'
            f'<text:p text:style-name="{_HEADS[column.is_number]}">{text(column.title)}</text:p></table:table-cell>'
            for column in one.columns
        )
        rows = "".join(self.row(one.columns, row) for row in one.rows)
        kept = ' table:style-name="TabelHeel"' if one.is_short else ""
        return (
            f'<table:table table:name="Tabel{self.tables}"{kept}>{columns}'
            f"<table:table-header-rows><table:table-row>{heads}</table:table-row></table:table-header-rows>"
            f"{rows}</table:table>"
        )

    def column(self, index: int, width: float) -> str:
        name = f"Kolom{self.tables}.{index}"
        self.columns.append((name, width))
        return f'<table:table-column table:style-name="{name}"/>'

    def row(self, columns: tuple[Column, ...], row: tuple[Cell, ...]) -> str:
        cells = "".join(self.cell(one, is_number=c.is_number) for c, one in zip(columns, row, strict=True))
        return f'<table:table-row table:style-name="Rij">{cells}</table:table-row>'

    def cell(self, one: Cell, *, is_number: bool) -> str:
        name = f"Cel_{light_style(one.light)}" if one.light else "Cel"
        style = "SamenspraakGetal" if is_number else "SamenspraakCel"
        inside = "".join(self.paragraph(line, style) for line in one.lines or ((),))
        return f'<table:table-cell table:style-name="{name}" office:value-type="string">{inside}</table:table-cell>'

    def signatures(self, block: Signatures, around: Words, *, width: float) -> str:
        """Return the places to sign, two beside each other."""
        self.tables += 1
        columns = "".join(self.column(index, width / 2) for index in range(2))
        places = [self.place(p.party, p.name, p.function, around) for p in block.places]
        places += [""] * (len(places) % 2)
        rows = "".join(
            f'<table:table-row table:style-name="Rij">{bare(left)}{bare(right)}</table:table-row>'
            for left, right in zip(places[::2], places[1::2], strict=True)
        )
        return f'<table:table table:name="Tabel{self.tables}">{columns}{rows}</table:table>'

    def place(self, party: str, name: str, function: str, around: Words) -> str:
        lines = (party, "", "", "_" * 34, name, function, around.place_and_date, "")
        return "".join(f'<text:p text:style-name="SamenspraakCel">{text(line)}</text:p>' for line in lines)


def span(words: str, style: str) -> str:
    """Return text in a style."""
    return f'<text:span text:style-name="{style}">{text(words)}</text:span>'


def bare(inside: str) -> str:
    """Return a cell without lines."""
    return f'<table:table-cell table:style-name="CelLeeg" office:value-type="string">{inside}</table:table-cell>'
