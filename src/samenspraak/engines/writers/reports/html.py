"""A report as one HTML page that stands on its own: no script, nothing fetched, headings and tables marked as such."""

from __future__ import annotations

import base64
from html import escape

from samenspraak.core.composition.look import LIGHTS
from samenspraak.core.composition.tree import (
    Block,
    Bullets,
    Cell,
    Chart,
    Column,
    Figure,
    Footnote,
    Heading,
    Inline,
    Light,
    Line,
    Link,
    PageBreak,
    Paragraph,
    Report,
    Signatures,
    Table,
    Text,
)
from samenspraak.engines.writers.charts import drawn
from samenspraak.engines.writers.reports.house_style import HouseStyle
from samenspraak.engines.writers.reports.html_style import style_sheet
from samenspraak.engines.writers.reports.words import Words, words_in


def write_html(report: Report, style: HouseStyle | None = None, *, for_paper: bool = False) -> str:
    """Return the page; `for_paper` puts footnotes at the foot of the page they belong to."""
    return _Page(report, style or HouseStyle(), for_paper=for_paper).whole()


class _Page:
    """One page in the making: it counts the footnotes and the tables."""

    def __init__(self, report: Report, style: HouseStyle, *, for_paper: bool) -> None:
        self.report = report
        self.style = style
        self.for_paper = for_paper
        self.words: Words = words_in(report.language)
        self.notes: list[str] = []
        self.table_count = 0

    def whole(self) -> str:
        body = "".join(self.block(block) for block in self.report.blocks)
        return (
            f'<!DOCTYPE html>\n<html lang="{escape(self.report.language)}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(self.report.title)}</title>\n"
            f'<meta name="author" content="{escape(self.report.author)}">\n'
            f'<meta name="dcterms.created" content="{self.report.made_on.isoformat()}">\n'
            f"<style>{style_sheet(self.style, is_wide=self.report.is_wide)}</style>\n</head>\n<body>\n"
            f"{self.head()}<main>\n{body}{self.foot()}</main>\n</body>\n</html>\n"
        )

    def head(self) -> str:
        logo = f"<p class='logo'>{self.logo()}</p>" if self.style.has_logo else ""
        subtitle = f"<p class='subtitle'>{escape(self.report.subtitle)}</p>" if self.report.subtitle else ""
        facts = "".join(
            f"<p class='fact'><span>{escape(n)}:</span> <strong>{_lines(v)}</strong></p>" for n, v in self.report.facts
        )
        return f"<header>{logo}<h1>{escape(self.report.title)}</h1>{subtitle}{facts}</header>\n"

    def logo(self) -> str:
        data = base64.b64encode(self.style.logo_png or b"").decode()
        return f"<img src='data:image/png;base64,{data}' alt='{escape(self.style.logo_alternative)}'>"

    def foot(self) -> str:
        if not self.notes:
            return ""
        items = "".join(
            f"<li id='noot-{n}'>{escape(text)} <a href='#verwijzing-{n}' aria-label='{self.words.back}'>↩</a></li>"
            for n, text in enumerate(self.notes, start=1)
        )
        return f"<section class='notes'><h2>{self.words.notes}</h2><ol>{items}</ol></section>\n"

    def block(self, block: Block) -> str:
        match block:
            case Heading(text=text, level=level):
                return f"<h{level + 1}>{escape(text)}</h{level + 1}>\n"
            case Paragraph(parts=parts, is_small=is_small):
                return f"<p{_class('small' if is_small else '')}>{self.line(parts)}</p>\n"
            case Bullets(items=items, is_numbered=is_numbered):
                tag = "ol" if is_numbered else "ul"
                return f"<{tag}>" + "".join(f"<li>{self.line(item)}</li>" for item in items) + f"</{tag}>\n"
            case Table():
                return self.table(block)
            case Figure() | Chart():
                return self.figure(drawn(block))
            case Signatures():
                return self.signatures(block)
            case PageBreak():
                return "<hr class='page-break'>\n"

    def table(self, table: Table) -> str:
        self.table_count += 1
        name = f"tabel-{self.table_count}"
        columns = "".join(f"<col style='width:{column.width * 100:.2f}%'>" for column in table.columns)
        heads = "".join(
            f"<th scope='col'{_class('number' if column.is_number else '')}>{escape(column.title)}</th>"
            for column in table.columns
        )
        rows = "".join(self.row(table, row) for row in table.rows)
        note = f"<p class='small note'>{escape(table.note)}</p>" if table.note else ""
        # A wide table is scrolled with the keyboard as well: its frame can be reached and has a name.
        frame = f" class='frame' tabindex='0' role='region' aria-labelledby='{name}'"
        if self.for_paper:
            frame = _class("whole" if table.is_short else "")
        return (
            f"<div{frame}><table><caption id='{name}'>{escape(table.title)}</caption>"
            f"<colgroup>{columns}</colgroup><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{note}\n"
        )

    def row(self, table: Table, row: tuple[Cell, ...]) -> str:
        cells = (
            f"<{tag}{scope}{_class(_look_of(column, one))}>{self.cell(one)}</{tag}>"
            for index, (column, one) in enumerate(zip(table.columns, row, strict=True))
            for tag, scope in [("th", " scope='row'") if index == 0 else ("td", "")]
        )
        return f"<tr>{''.join(cells)}</tr>"

    def cell(self, one: Cell) -> str:
        return "<br>".join(self.line(line) for line in one.lines)

    def figure(self, figure: Figure) -> str:
        data = base64.b64encode(figure.svg.encode()).decode()
        return (
            f"<figure><figcaption>{escape(figure.title)}</figcaption><img src='data:image/svg+xml;base64,{data}'"
            f" alt='{escape(figure.alternative, quote=True)}' style='width:{figure.width * 100:.0f}%'></figure>\n"
            + self.table(figure.table)
        )

    def signatures(self, block: Signatures) -> str:
        places = "".join(
            f"<div class='signature'><p><strong>{escape(place.party)}</strong></p><p class='dots'></p>"
            f"<p>{escape(place.name)}<br>{escape(place.function)}</p><p>{self.words.place_and_date}</p></div>"
            for place in block.places
        )
        return f"<div class='signatures'>{places}</div>\n"

    def line(self, line: Line) -> str:
        return "".join(self.part(part) for part in line)

    def part(self, part: Inline) -> str:
        match part:
            case Text(text=text, is_bold=is_bold, is_italic=is_italic):
                inside = _lines(text)
                inside = f"<strong>{inside}</strong>" if is_bold else inside
                return f"<em>{inside}</em>" if is_italic else inside
            case Link(text=text, address=address):
                return f"<a href='{escape(address)}'>{escape(text)}</a>"
            case Light(light=light, word=word):
                name = light.value if light else "unknown"
                sign = LIGHTS[light].sign
                if not self.for_paper:  # where nothing is hidden from who listens
                    sign = f"<span aria-hidden='true'>{sign}</span>"
                return f"<span class='light light--{name}'>{sign} {escape(word)}</span>"
            case Footnote(remark=text):
                return self.footnote(text)

    def footnote(self, text: str) -> str:
        if self.for_paper:
            return f"<span class='footnote'>{escape(text)}</span>"
        self.notes.append(text)
        n = len(self.notes)
        return f"<sup><a id='verwijzing-{n}' href='#noot-{n}'>{n}</a></sup>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _look_of(column: Column, one: Cell) -> str:
    """Return how a cell looks: a number to the right, and the colour of the only light in it, as in Word."""
    return f"ground--{one.light.value}" if one.light else "number" if column.is_number else ""


def _class(name: str) -> str:
    return f" class='{name}'" if name else ""
