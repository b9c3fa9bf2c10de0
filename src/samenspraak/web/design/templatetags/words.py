"""Words on the screen: what a value of the domain is called, in the language of the request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeAlias

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspraak.web.design import deadlines, quantities, units

register = template.Library()

Cell: TypeAlias = str | float | None

# How documents write that a number is not known yet.
_UNKNOWN = {"", "-", "–", "?", "n.t.b.", "n.t.b", "ntb", "t.b.", "n.b.", "p.m."}
_AROUND = 1  # page numbers shown on either side of the current one


class Labelled(Protocol):
    """A choice with a word for people."""

    @property
    def label(self) -> str: ...


class HasPeriod(Protocol):
    """Something that holds for a run of years."""

    @property
    def period_start(self) -> int | None: ...
    @property
    def period_end(self) -> int | None: ...


class HasPages(Protocol):
    """A document of which we know whether its pages are fixed."""

    @property
    def has_pages(self) -> bool: ...
    @property
    def media_type(self) -> str: ...


class TableLike(Protocol):
    """A table as a document has it."""

    @property
    def columns(self) -> Sequence[str]: ...
    @property
    def rows(self) -> Sequence[Sequence[Cell]]: ...


register.filter("quantity_words", quantities.quantity_words)
register.filter("subject_says_unit", quantities.subject_says_unit)
register.filter("number_words", quantities.number_words)
register.filter("deadline_words", deadlines.deadline_words)
register.filter("deadline_short", deadlines.deadline_short)


@register.filter
def period_words(value: HasPeriod) -> str:
    """Return the years of an agreement."""
    return deadlines.period_words(value.period_start, value.period_end)


@register.filter
def light_words(value: str | None) -> str:
    """Return what a light says; what a colour means is for the agreement's own legend."""
    words = {"green": _("Groen"), "amber": _("Geel"), "red": _("Rood"), "grey": _("Grijs")}
    return words.get(str(value or ""), _("Nog niet bekend"))


@register.filter
def priority_words(value: str) -> str:
    """Return a priority as people say it: "T2" as it is, the codes of extraction in words."""
    if value == "continuous":
        return _("doorlopend")
    return _("zie %(place)s") % {"place": value.removeprefix("see ")} if value.startswith("see ") else value


@register.filter
def theme_words(value: Labelled | None) -> str:
    """Return a theme's name, or that there is none."""
    return _("Zonder thema") if value is None else capital_first(value.label)


@register.filter
def capital_first(value: object) -> str:
    """Return the text with its first letter as a capital and the rest as it is."""
    text = str(value)
    return text[:1].upper() + text[1:]


@register.filter
def finding_severity(code: str) -> str:
    """Return "error" for the codes E…, "warning" for the others."""
    return "error" if str(code).startswith("E") else "warning"


@register.filter
def page_words(number: int, document: HasPages) -> str:
    """Return "bladzijde 7", or "deel 7" for a format that has no fixed pages."""
    name = _("bladzijde %(number)s") if document.has_pages else _("deel %(number)s")
    return name % {"number": number}


@register.filter
def format_words(media_type: str) -> str:
    """Return what people call a kind of file."""
    if media_type.startswith("image/"):
        return _("scan")
    words = {
        "application/pdf": "PDF",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word (DOCX)",
        "application/vnd.oasis.opendocument.text": "OpenDocument (ODT)",
        "text/html": _("webpagina"),
        "text/plain": _("tekst"),
    }
    return words.get(media_type, media_type)


@register.filter
def repair_words(repair: tuple[str, str, str, int]) -> str:
    """Return one sentence on what was mended: (kind, from, to, how often)."""
    kind, before, after, count = repair
    times = ngettext("%(count)s keer", "%(count)s keer", count) % {"count": quantities.number_words(count)}
    values = {"before": before, "after": after, "times": times}
    if kind == "hyphenation":
        return _("Woorden die aan het eind van een regel waren afgebroken zijn weer heel gemaakt: %(times)s.") % values
    if kind == "running_head":
        return _("Kop- of voetregel weggelaten: “%(before)s” (%(times)s).") % values
    if not after:
        return _("Weggelaten: “%(before)s” (%(times)s).") % values
    return _("“%(before)s” gelezen als “%(after)s”: %(times)s.") % values


@register.filter
def same_words(one: str, other: str) -> bool:
    """Return whether two texts have the same words, whatever the white space between them."""
    return one.split() == other.split()


@register.filter
def page_numbers(page: int, page_count: int) -> list[int | None]:
    """Return the page numbers to show; None stands for a gap: 1 … 4 5 6 … 12."""
    wanted = {1, page_count, *range(page - _AROUND, page + _AROUND + 1)}
    numbers: list[int | None] = []
    last = 0
    for number in sorted(n for n in wanted if 1 <= n <= page_count):
        if number - last > 1:
            numbers.append(None)
        numbers.append(number)
        last = number
    return numbers


@register.filter
def words_after(text: str, count: int) -> str:
    """Return what follows the first `count` words."""
    return " ".join(text.split()[count:])


@register.filter
def cell_words(cell: Cell) -> str:
    """Return a cell of a table; what the document leaves open stays open."""
    if cell is None:
        return "–"
    return quantities.number_words(cell) if isinstance(cell, float | int) else cell


@register.filter
def unit_name(unit: str | None) -> str:
    """Return what people call a unit, for a field that they fill in."""
    return units.unit_name(unit or "")


@register.filter
def table_heads(table: TableLike) -> list[tuple[str, str]]:
    """Return the name of each column and how it is set: numbers to the right."""
    return [(name or "–", "number" if _is_numeric(table, index) else "") for index, name in enumerate(table.columns)]


@register.filter
def table_cells(table: TableLike) -> list[list[tuple[str, str]]]:
    """Return the words of each cell and how it is set: numbers to the right, the unknown apart."""
    numeric = [_is_numeric(table, index) for index in range(len(table.columns))]
    return [
        [
            (cell_words(cell), _cell_class(cell, is_numeric=index < len(numeric) and numeric[index]))
            for index, cell in enumerate(row)
        ]
        for row in table.rows
    ]


def _is_numeric(table: TableLike, index: int) -> bool:
    """Return whether a column holds numbers, and beside them nothing but what is not known yet."""
    cells = [row[index] for row in table.rows if index < len(row)]
    return any(isinstance(cell, float | int) for cell in cells) and all(
        isinstance(cell, float | int) or _is_unknown(cell) for cell in cells
    )


def _cell_class(cell: Cell, *, is_numeric: bool) -> str:
    names = ("number" if is_numeric else "", "unknown" if _is_unknown(cell) else "")
    return " ".join(name for name in names if name)


def _is_unknown(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and cell.strip().lower() in _UNKNOWN)
