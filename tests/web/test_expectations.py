"""The sentences about an expectation are those of the reports, in the language of the screen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from django.utils import translation

from samenspraak.apps.figures.pages import Amount
from samenspraak.core.measurement import expectations
from samenspraak.core.measurement.forecast import Expected
from samenspraak.core.measurement.indicators import DIFFERENCE_WORDS
from samenspraak.core.vocabulary.wording import Sentence
from samenspraak.web.workspace.templatetags.expectations import expected_words, in_words
from tests.web.test_language import known


def test_words_within_a_sentence_are_in_the_same_language() -> None:
    pace = "In dit tempo wordt het doel in %(year)s gehaald, %(years)s na de afspraak."
    sentence = Sentence(pace, {"year": 2030, "years": Sentence("twee jaar")})
    assert in_words(sentence) == "In dit tempo wordt het doel in 2030 gehaald, twee jaar na de afspraak."
    with translation.override("en"):
        assert in_words(sentence) == "At this pace the target is reached in 2030, two years later than agreed."


def test_the_band_stands_in_the_unit_of_the_measurement() -> None:
    found = expected_words(Expected(2028, Decimal(111), Decimal(0), Decimal(303)), Amount(9, "dwelling"))
    assert found == "eind 2028: 111 woningen, waarschijnlijk tussen 0 woningen en 303 woningen"


def test_every_sentence_of_the_core_has_an_english_one() -> None:
    found = {*_sentences(Path(expectations.__file__)), *DIFFERENCE_WORDS.values()}
    assert len(found) > 30
    assert found - known() == set()


def _sentences(path: Path) -> Iterator[str]:
    """Yield the texts of a module that are no docstring and no name."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
        if is_text and " " in str(getattr(node, "value", "")):
            yield str(getattr(node, "value", ""))
