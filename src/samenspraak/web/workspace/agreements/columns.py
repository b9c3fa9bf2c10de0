"""The columns of the register as a table: their words in an address, and what each heading leads to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from samenspraak.apps.agreements.pages import AgreementPage
from samenspraak.apps.agreements.queries import COLUMN_NAMES
from samenspraak.web.workspace.agreements.addresses import SORTS, TABLE_CHOICES

TITLE = "title"
WORDS = dict(
    zip(
        COLUMN_NAMES,
        (
            "nummer",
            "soort",
            "jaar",
            "thema",
            "kop",
            "wie",
            "doet-mee",
            "termijn",
            "prioriteit",
            "stand",
            "bron",
        ),
        strict=True,
    )
)
_LABELS = {
    TITLE: _("Afspraak"),
    "code": _("Nummer"),
    "kind": _("Soort"),
    "year": _("Jaar"),
    "theme": _("Thema"),
    "heading": _("Kop"),
    "who": _("Wie"),
    "partners": _("Doet mee"),
    "deadline": _("Termijn"),
    "priority": _("Prioriteit"),
    "rating": _("Stand"),
    "source": _("Bron"),
}
_SORT_WORDS = {sort: word for word, sort in SORTS.items()}
ALWAYS = "afspraak"  # so that an address without any other column still says which columns


@dataclass(frozen=True, slots=True)
class Column:
    """A column that can be chosen."""

    name: str
    word: str
    label: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that shows; `href` sorts on it, "" when that cannot be done."""

    name: str
    label: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Cells:
    """What the cells under a heading need of it."""

    name: str
    label: str


def shown_columns(params: QueryDict, page: AgreementPage, *, has_sources: bool) -> tuple[str, ...]:
    """Return the columns of an address, else those a person remembered, else those that say something here."""
    if "kolom" in params:
        asked = set(params.getlist("kolom"))
        return tuple(name for name in COLUMN_NAMES if WORDS[name] in asked)
    if page.own.columns is not None:
        return page.own.columns
    says = {
        "code": any(row.code for row in page.rows),
        "rating": any(row.rating for row in page.rows),
        "source": has_sources,
    }
    return tuple(name for name in COLUMN_NAMES if says.get(name, name in {"theme", "who", "deadline"}))


def names_of(words: Collection[str]) -> list[str]:
    """Return the columns that words of an address stand for."""
    return [name for name in COLUMN_NAMES if WORDS[name] in words]


def words_of(names: Collection[str]) -> list[str]:
    """Return the words for columns in an address."""
    return [ALWAYS, *(WORDS[name] for name in names)]


def choosable(shown: Collection[str]) -> list[Column]:
    """Return all columns, each with whether it shows."""
    return [Column(name, WORDS[name], str(_LABELS[name]), name in shown) for name in COLUMN_NAMES]


def headings(params: QueryDict, page: AgreementPage, shown: Collection[str]) -> list[Heading]:
    """Return the headings of the table, the commitment itself behind its number."""
    names = [*(["code"] if "code" in shown else []), TITLE, *(name for name in shown if name != "code")]
    return [_heading(params, page, name) for name in names]


def view_address(params: QueryDict, shown: Collection[str]) -> str:
    """Return the query string that brings this list back: filters, order, and in a table its columns."""
    kept = only_choices(params)
    if kept.get("weergave") == "tabel" or "sorteer" in kept:
        kept.setlist("kolom", words_of(shown))
    return kept.urlencode()


def only_choices(params: QueryDict) -> QueryDict:
    """Return the choices of an address without its page number and without what is no choice."""
    kept = QueryDict(mutable=True)
    for name in TABLE_CHOICES:
        values = [value for value in params.getlist(name) if value]
        if values:
            kept.setlist(name, values)
    return kept


def pairs(params: QueryDict) -> list[tuple[str, str]]:
    """Return the choices of an address one by one, for the hidden fields of a form."""
    return [(name, value) for name, values in only_choices(params).lists() for value in values]


def _heading(params: QueryDict, page: AgreementPage, name: str) -> Heading:
    sort = "document" if name == "source" else name
    is_current = page.filter.sort == sort
    if sort not in _SORT_WORDS:
        return Heading(name, str(_LABELS[name]), "", is_current=False)
    word = _SORT_WORDS[sort]
    address = only_choices(params)
    address["weergave"] = "tabel"
    address["sorteer"] = f"-{word}" if is_current and not page.filter.is_descending else word
    return Heading(name, str(_LABELS[name]), f"?{address.urlencode()}#lijst", is_current)
