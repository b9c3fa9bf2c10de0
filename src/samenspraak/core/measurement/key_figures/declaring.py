"""Makes a key figure of what somebody wrote: the shipped ones and those of an office are declared in the same form.

A form is a table of texts. Nothing in it is code: conditions know only the columns and codes of their subject.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from samenspraak.core.measurement.key_figures.columns import ColumnKind, Subject, columns_of
from samenspraak.core.measurement.key_figures.declaration import (
    Comparability,
    FigureUnit,
    KeyFigure,
    Measure,
    Outside,
)
from samenspraak.core.measurement.key_figures.errors import (
    ConditionUnreadable,
    KeyFigureIncomplete,
    NoSuchCode,
    NoSuchColumn,
)
from samenspraak.core.measurement.key_figures.parsing import parse_condition

CODE = re.compile(r"[A-Z][A-Z0-9_]*(\.[A-Z0-9_]+)*")
LONGEST_TEXT, LONGEST_CODE = 2_000, 60
MOST_VERSIONS = 1_000_000
OWN = "OWN."
_REQUIRED = ("code", "subject", "unit", "name", "definition")
_DUTCH = {
    "code": "de code",
    "subject": "het onderwerp (stock of allocations)",
    "unit": "de eenheid",
    "name": "de naam",
    "definition": "de omschrijving",
}
_NO_COMPARABILITY = Comparability(
    "Een eigen kengetal: alleen te vergelijken met zichzelf.", "A figure of one's own: to be compared with itself only."
)

Choice = TypeVar("Choice", Subject, FigureUnit, Outside)


def declared(form: Mapping[str, str], *, comparability: Comparability = _NO_COMPARABILITY) -> KeyFigure:
    """Return the figure of a form; raises KeyFigureIncomplete, or what is wrong with one of its conditions.

    `count` says which rows are counted and `of` among which; `total` sums a column instead of counting; `of_outside`
    divides by a number of the whole municipality; `left_out` says which rows cannot be placed.
    """
    for name in _REQUIRED:
        if not form.get(name, "").strip():
            raise KeyFigureIncomplete(f"Bij het kengetal ontbreekt {_DUTCH[name]}.", where=form.get("code"))
    code = form["code"].strip().upper()
    if not CODE.fullmatch(code):
        raise KeyFigureIncomplete("Een code bestaat uit hoofdletters, cijfers en punten, zoals OWN.JONG.", where=code)
    if len(code) > LONGEST_CODE:
        raise KeyFigureIncomplete(f"De code is langer dan {LONGEST_CODE} tekens. Kies een kortere.", where=code[:20])
    if any(len(text) > LONGEST_TEXT for text in form.values()):
        raise KeyFigureIncomplete(f"Een tekst is langer dan {LONGEST_TEXT} tekens. Maak hem korter.", where=code)
    subject = _choice(Subject, form["subject"], code)
    unit = _choice(FigureUnit, form["unit"], code)
    denominator = _denominator(form, subject, unit, code)
    return KeyFigure(
        code=code,
        version=_version(form.get("version", "1"), code),
        subject=subject,
        name=form["name"].strip(),
        name_en=form.get("name_en", form["name"]).strip(),
        definition=form["definition"].strip(),
        definition_en=form.get("definition_en", form["definition"]).strip(),
        unit=unit,
        numerator=_measure(form.get("count", ""), form.get("total", ""), subject),
        denominator=denominator,
        legal_basis=form.get("legal_basis", "geen"),
        comparability=comparability,
        left_out=_measure(form["left_out"], "", subject, "left_out") if form.get("left_out") else None,
        partition=form.get("partition", ""),
        is_personal=subject is Subject.ALLOCATIONS or form.get("total") == "evictions",
        texts=dict(form),
    )


def own_figure(form: Mapping[str, str]) -> KeyFigure:
    """Return a figure that an office declares itself; its code begins with OWN: it never looks like a shipped one."""
    code = form.get("code", "").strip().upper()
    return declared({**form, "code": code if code.startswith(OWN) or not code else OWN + code})


def _version(text: str, code: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < MOST_VERSIONS):
        raise KeyFigureIncomplete(f"De versie “{text[:20]}” is geen heel getal van 1 of meer.", where=code)
    return int(text)


def _denominator(form: Mapping[str, str], subject: Subject, unit: FigureUnit, code: str) -> Measure | Outside | None:
    is_count = unit in {FigureUnit.DWELLINGS, FigureUnit.ALLOCATIONS}
    if is_count and (form.get("of") or form.get("of_outside")):
        raise KeyFigureIncomplete("Een aantal wordt niet gedeeld: laat “of” leeg, of kies een aandeel.", where=code)
    if form.get("of_outside"):
        return _choice(Outside, form["of_outside"], code)
    return None if is_count else _measure(form.get("of", ""), "", subject, "noemer")


def _measure(where: str, total: str, subject: Subject, part: str = "teller") -> Measure:
    column = columns_of(subject).get(total.strip()) if total else None
    if total and (column is None or column.kind is not ColumnKind.TOTAL):
        known = sorted({each.name for each in columns_of(subject).values() if each.kind is ColumnKind.TOTAL})
        raise NoSuchColumn(f"De kolom “{total}” kan niet worden opgeteld. Kies uit: {', '.join(known)}.")
    try:
        condition = parse_condition(where, subject) if where.strip() else None
    except (ConditionUnreadable, NoSuchColumn, NoSuchCode) as error:
        place = f"{part}, {error.where}" if error.where else part
        raise type(error)(error.message, where=place) from None
    return Measure(condition, column.name if column else None)


def _choice(kind: type[Choice], text: str, code: str) -> Choice:
    try:
        return kind(text.strip())
    except ValueError:
        known = ", ".join(each.value for each in kind)
        raise KeyFigureIncomplete(f"“{text}” kan hier niet. Kies uit: {known}.", where=code) from None
