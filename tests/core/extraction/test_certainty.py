"""A proposal is as sure as statements found like it were in labelled documents."""

from __future__ import annotations

import pytest

from samenspraak.core.extraction.certainty import BELOW_PROMISE, IN_FORM, RUNNING, Steps, share_at
from tests.core.extraction.documents import understood

STATEMENTS = (
    "De gemeente wijst uiterlijk in 2027 grond aan voor ten minste dertig woningen.",
    "De corporaties bouwen samen jaarlijks minimaal veertig woningen.",
    "De gemeente zal de leges voor sociale huurwoningen verlagen.",
    "Partijen evalueren deze afspraken jaarlijks in het najaar.",
    "De corporaties onderzoeken in 2026 waar tijdelijke woningen kunnen komen.",
    "De gemeente organiseert ieder jaar een bijeenkomst voor huurders.",
)


def confidences(text: str) -> set[float]:
    """Return how sure each commitment of a text is; there are as many as there are statements."""
    found = understood(text).commitments
    assert len(found) == len(STATEMENTS)
    return {commitment.confidence for commitment in found}


def test_what_has_a_number_of_its_own_is_surest() -> None:
    lines = "\n\n".join(f"1.{number} {text}" for number, text in enumerate(STATEMENTS, start=1))
    assert confidences(f"Prestatieafspraken 2026\n\n1 Bouwen\n\n{lines}\n") == {IN_FORM}


def test_what_stands_under_afspraken_is_as_sure_as_its_words() -> None:
    lines = "\n\n".join(STATEMENTS)
    found = confidences(f"Prestatieafspraken 2026\n\nAfspraken\n\n{lines}\n")
    assert found <= {share for _, share in BELOW_PROMISE}
    assert max(found) < IN_FORM


def test_what_stands_in_running_text_is_less_sure() -> None:
    found = confidences(f"Prestatieafspraken 2026\n\nBouwen in de haven\n\n{' '.join(STATEMENTS)}\n")
    assert found <= {share for _, share in RUNNING}
    assert max(found) <= 0.9


@pytest.mark.parametrize("steps", [BELOW_PROMISE, RUNNING])
def test_wording_that_commits_more_is_never_less_sure(steps: Steps) -> None:
    shares = [share_at(log_odds / 4, steps) for log_odds in range(-40, 41)]
    assert shares == sorted(shares)
    assert shares[-1] <= IN_FORM
