"""Reads a condition as people write it: `eind en huurklasse in (GOE, BET) en niet energielabel is onbekend`.

Words may be Dutch or English: en/and, of/or, niet/not, is, in, onbekend/unknown. Only the columns of the subject and
their codes are known.
"""

from __future__ import annotations

import re

from samenspraak.core.measurement.key_figures.columns import Column, ColumnKind, Subject, columns_of
from samenspraak.core.measurement.key_figures.conditions import All, Any, Condition, IsOneOf, IsUnknown, IsYes, Not
from samenspraak.core.measurement.key_figures.errors import ConditionUnreadable, NoSuchCode, NoSuchColumn

LONGEST = 2_000
DEEPEST = 20
_TOKEN = re.compile(r"\s*(?:([A-Za-z0-9_]+)|'([^'\\]{1,80})'|([(),]))")
_AND, _OR, _NOT = {"en", "and"}, {"of", "or"}, {"niet", "not"}
_UNKNOWN = {"onbekend", "unknown"}
_QUOTED = "'"


def parse_condition(text: str, subject: Subject) -> Condition:
    """Return the condition; raises ConditionUnreadable, NoSuchColumn or NoSuchCode, with the place."""
    return _Parser(text, subject).whole()


class _Parser:
    def __init__(self, text: str, subject: Subject) -> None:
        if len(text) > LONGEST:
            raise ConditionUnreadable(f"De voorwaarde is langer dan {LONGEST} tekens. Maak er twee kengetallen van.")
        self._columns = columns_of(subject)
        self._tokens = _tokens(text)
        self._next = 0

    def whole(self) -> Condition:
        condition = self._any(0)
        if self._next < len(self._tokens):
            raise self._unexpected("en, of, of het einde")
        return condition

    def _any(self, depth: int) -> Condition:
        if depth > DEEPEST:
            raise ConditionUnreadable(
                f"De haakjes zitten meer dan {DEEPEST} diep in elkaar. Schrijf het eenvoudiger op."
            )
        parts = [self._all(depth)]
        while self._take(_OR):
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _all(self, depth: int) -> Condition:
        parts = [self._one(depth)]
        while self._take(_AND):
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self, depth: int) -> Condition:
        is_opposite = False
        while self._take(_NOT):
            is_opposite = not is_opposite
        condition = self._atom(depth)
        return Not(condition) if is_opposite else condition

    def _atom(self, depth: int) -> Condition:
        if self._take({"("}):
            condition = self._any(depth + 1)
            self._demand(")")
            return condition
        column = self._column()
        if self._take({"is"}):
            return self._is(column)
        if self._take({"in"}):
            self._demand("(")
            codes = [self._code(column)]
            while self._take({","}):
                codes.append(self._code(column))
            self._demand(")")
            return IsOneOf(column.name, tuple(codes))
        if column.kind is not ColumnKind.FLAG:
            raise self._unexpected(f"is of in (achter {column.dutch})")
        return IsYes(column.name)

    def _is(self, column: Column) -> Condition:
        is_opposite = self._take(_NOT)
        condition = IsUnknown(column.name) if self._take(_UNKNOWN) else IsOneOf(column.name, (self._code(column),))
        return Not(condition) if is_opposite else condition

    def _column(self) -> Column:
        word = self._word("een kolom")
        column = self._columns.get(word.lower())
        if column is None or column.kind is ColumnKind.TOTAL:
            known = ", ".join(
                sorted({each.dutch for each in self._columns.values() if each.kind is not ColumnKind.TOTAL})
            )
            raise NoSuchColumn(f"De kolom “{word}” is er niet. Kies uit: {known}.", where=self._place(-1))
        return column

    def _code(self, column: Column) -> str:
        if column.kind is ColumnKind.FLAG:
            raise ConditionUnreadable(
                f"Achter {column.dutch} hoort niets: het is ja of nee. Schrijf {column.dutch} of niet {column.dutch}.",
                where=self._place(),
            )
        word = self._word("een code").removeprefix(_QUOTED)
        if column.kind is ColumnKind.PLACE:
            return word
        if word.upper() not in column.codes:
            raise NoSuchCode(
                f"De code “{word}” past niet bij {column.dutch}. Kies uit: {', '.join(column.codes)}.",
                where=self._place(-1),
            )
        return word.upper()

    def _word(self, wanted: str) -> str:
        token = self._peek()
        if token in {"", "(", ")", ","}:
            raise self._unexpected(wanted)
        self._next += 1
        return token

    def _peek(self) -> str:
        return self._tokens[self._next][0] if self._next < len(self._tokens) else ""

    def _take(self, words: set[str]) -> bool:
        if self._peek().lower() in words:
            self._next += 1
            return True
        return False

    def _demand(self, sign: str) -> None:
        if not self._take({sign}):
            raise self._unexpected(f"“{sign}”")

    def _unexpected(self, wanted: str) -> ConditionUnreadable:
        token = self._peek()
        found = f"staat “{token.removeprefix(_QUOTED)}”" if token else "houdt de voorwaarde op"
        return ConditionUnreadable(f"Hier {found}; verwacht: {wanted}.", where=self._place())

    def _place(self, step: int = 0) -> str:
        index = self._next + step
        place = self._tokens[index][1] + 1 if 0 <= index < len(self._tokens) else None
        return f"teken {place}" if place else "einde van de voorwaarde"


def _tokens(text: str) -> list[tuple[str, int]]:
    """Cut a text; what was quoted keeps its first quote, so that a place called “en” stays a name."""
    found: list[tuple[str, int]] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            raise ConditionUnreadable(
                f"Het teken “{text[at:].lstrip()[:1]}” hoort niet in een voorwaarde."
                " Gebruik kolommen, codes, en, of, niet, is, in en haakjes.",
                where=f"teken {at + 1}",
            )
        word, quoted, sign = match.groups()
        found.append((word or sign or _QUOTED + quoted, match.start(match.lastindex or 0)))
        at = match.end()
    return found
