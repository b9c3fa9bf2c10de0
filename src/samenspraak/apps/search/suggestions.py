"""What somebody may have meant, when nothing was found: a question with a word that does occur, for them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from django.db.models.functions import Length

from samenspraak.apps.search.lookup import answers
from samenspraak.apps.search.matching import Scope
from samenspraak.apps.search.models import SearchWord
from samenspraak.core.search.question import Question, asked
from samenspraak.core.search.tokens import asked_tokens
from samenspraak.engines.knowledge.near_words import SHORTEST_WORD, near_words
from samenspraak.engines.knowledge.word_forms import word_forms

WORDS_COMPARED = 20_000
WORDS_MENDED = 3
MOST = 3  # for one word
TRIES = 2


def meant_questions(scope: Scope, question: Question, typed: str) -> tuple[str, ...]:
    """Return other questions that find something within `scope` (at most four queries).

    A word that occurs only where somebody may not look is no suggestion for them: each is tried first.
    """
    words = [word for word in question.words if word.isalpha() and len(word) >= SHORTEST_WORD][:WORDS_MENDED]
    if not words:
        return ()
    known = _known_near(words)
    mended = (_with(typed, word, other) for word in words for other in near_words(word, known, limit=MOST))
    tried = islice((other for other in dict.fromkeys(mended) if other != typed), TRIES)
    return tuple(other for other in tried if answers(scope, asked(other, word_forms)))


def _known_near(words: Sequence[str]) -> dict[str, int]:
    """Return the commonest indexed words of about the same length, with how often they occur (one query)."""
    shortest, longest = min(map(len, words)) - 2, max(map(len, words)) + 2
    known = SearchWord.objects.filter(is_stem=False).annotate(length=Length("word"))
    near = known.filter(length__gte=shortest, length__lte=longest).order_by("-count", "word")
    return dict(near.values_list("word", "count")[:WORDS_COMPARED])


def _with(typed: str, word: str, other: str) -> str:
    """Return what was typed with one of its words changed."""
    for token in asked_tokens(typed):
        if token.form == word:
            return typed[: token.start] + other + typed[token.end :]
    return typed
