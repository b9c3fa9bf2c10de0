"""What a text is found by: its words as written, their stems, and the parts of its compounds.

Which stem and which parts a word has is knowledge of Dutch; it is passed in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from samenspraak.core.search.tokens import LONGEST_FORM, Token, joined_by_hyphen, tokens

LONGEST_TEXT = 100_000  # characters of one text that are indexed

# Words of grammar: in nearly every sentence, so nobody is helped by finding them.
STOP_WORDS = frozenset(
    """de het een en of van voor in op te tot aan bij met om uit door over naar als dan dat die dit deze er is zijn
    wordt worden was waren niet ook aan we wij zij ze hij hun haar ons onze zich wat wie waar hoe welke heeft hebben
    had kan kunnen zal zullen moet moeten mag mogen per den der des tussen na nog al om dus maar want""".split()
)


@dataclass(frozen=True, slots=True)
class WordForms:
    """What else a word is found by: its stem, the stems of its parts, and the stems of a shorter word for the same."""

    stem: str
    parts: tuple[str, ...] = ()
    shorter: tuple[str, ...] = ()


FormsOf = Callable[[str], WordForms]  # takes a word in lower case, as written


@dataclass(frozen=True, slots=True)
class Indexed:
    """A text as the index keeps it; `exact` in the order of the text, so that a phrase can be found."""

    exact: tuple[str, ...]
    stems: tuple[str, ...]
    parts: tuple[str, ...]


def indexed(text: str, forms_of: FormsOf) -> Indexed:
    """Return what a text is found by."""
    text = text[:LONGEST_TEXT]
    exact: list[str] = []
    stems: list[str] = []
    parts: list[str] = []
    previous: Token | None = None
    for token in tokens(text):
        exact.append(token.form)
        if previous is not None and joined_by_hyphen(text, previous, token):
            _add(stems, parts, forms_of(previous.word + token.word))
        if token.is_word:
            _add(stems, parts, forms_of(token.word)) if token.form not in STOP_WORDS else None
        else:
            stems.extend(form for form in (token.form, token.number) if form)
        previous = token
    return Indexed(tuple(exact), tuple(stems), tuple(parts))


def _add(stems: list[str], parts: list[str], forms: WordForms) -> None:
    stems.append(forms.stem[:LONGEST_FORM])
    parts.extend(part[:LONGEST_FORM] for part in forms.parts)
