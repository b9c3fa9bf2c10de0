"""What somebody asks: words that must all occur, phrases in quotation marks, and words that may not occur (-word).

Whatever is typed gives a question: operators, loose quotation marks and other signs mean nothing of themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from samenspraak.core.search.forms import STOP_WORDS, FormsOf
from samenspraak.core.search.tokens import Token, asked_tokens, joined_by_hyphen

LONGEST_QUESTION = 400  # characters; what follows is not looked at
MOST_CLAUSES = 16

_PIECES = re.compile(
    r"""(?P<minus>(?<![^\s(])[-\u2212])?(?:["\u201c\u201d\u201e](?P<phrase>[^"\u201c\u201d\u201e]*)["\u201c\u201d\u201e]|(?P<words>[^\s"\u201c\u201d\u201e]+))"""
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is asked for: found as written, by its stem, as part of a compound, or by a shorter word."""

    form: str
    stem: str
    shorter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must follow each other exactly as written."""

    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that is asked: any of these must occur, or none of them may."""

    any_of: tuple[Word | Phrase, ...]
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that is asked. Without a wanted clause there is nothing to search."""

    clauses: tuple[Clause, ...]

    @property
    def wanted(self) -> tuple[Clause, ...]:
        """What must occur."""
        return tuple(clause for clause in self.clauses if not clause.is_excluded)

    @property
    def excluded(self) -> tuple[Clause, ...]:
        """What may not occur."""
        return tuple(clause for clause in self.clauses if clause.is_excluded)

    @property
    def words(self) -> tuple[str, ...]:
        """The single words that are asked for, in their normal form."""
        return tuple(word.form for clause in self.wanted for word in clause.any_of if isinstance(word, Word))


def asked(text: str, forms_of: FormsOf) -> Question:
    """Return the question in what somebody typed."""
    clauses: list[Clause] = []
    plain: list[str] = []
    for piece in _PIECES.finditer(text[:LONGEST_QUESTION]):
        minus = bool(piece["minus"])
        if piece["phrase"] is not None:
            clauses.extend(_phrase(piece["phrase"], is_excluded=minus))
        elif minus:
            clauses.extend(_words(piece["words"], forms_of, is_excluded=True))
        else:
            plain.append(piece["words"])
    # Together, so that the letter and the number of a code are seen side by side.
    found = [*_words(" ".join(plain), forms_of), *clauses]
    return Question(tuple(dict.fromkeys(_without_grammar(found)))[:MOST_CLAUSES])


def _without_grammar(clauses: list[Clause]) -> list[Clause]:
    """Leave out words of grammar, unless nothing else is asked."""
    telling = [clause for clause in clauses if not _is_grammar(clause)]
    return telling if any(not clause.is_excluded for clause in telling) else clauses


def _is_grammar(clause: Clause) -> bool:
    return all(isinstance(word, Word) and word.form in STOP_WORDS for word in clause.any_of)


def _phrase(text: str, *, is_excluded: bool) -> list[Clause]:
    forms = tuple(token.form for token in asked_tokens(text))
    return [Clause((Phrase(forms),), is_excluded)] if forms else []


def _words(text: str, forms_of: FormsOf, *, is_excluded: bool = False) -> list[Clause]:
    return [Clause(_alternatives(row, forms_of), is_excluded) for row in _hyphenated(text)]


def _hyphenated(text: str) -> list[list[Token]]:
    """Return the words of a text; those that hyphens join are one row."""
    rows: list[list[Token]] = []
    for token in asked_tokens(text):
        if rows and joined_by_hyphen(text, rows[-1][-1], token):
            rows[-1].append(token)
        else:
            rows.append([token])
    return rows


def _alternatives(row: list[Token], forms_of: FormsOf) -> tuple[Word | Phrase, ...]:
    if len(row) == 1:
        return (_word(row[0], forms_of),)
    joined = "".join(token.word for token in row)
    forms = forms_of(joined)
    written = "".join(token.form for token in row)
    return (Word(written, forms.stem, forms.shorter), Phrase(tuple(token.form for token in row)))


def _word(token: Token, forms_of: FormsOf) -> Word:
    if not token.is_word:
        return Word(token.form, token.form)
    forms = forms_of(token.word)
    return Word(token.form, forms.stem, forms.shorter)
