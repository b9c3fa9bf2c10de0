"""An insert of one page holds few agreements; they count as much as those of a long document."""

from __future__ import annotations

import pytest

from tests.core.extraction.documents import understood

SHORT = {
    "numbers with a title": (
        """
        Prestatieafspraken 2026-2029 gemeente Waterhoven

        1.1 Bouwen bij het station
        Woonstichting De Linde bouwt uiterlijk 31 december 2027 ten minste 80 sociale huurwoningen.

        1.2 Toewijzen
        De gemeente en De Linde evalueren in 2027 de toewijzing van woningen aan jongeren.
        """,
        2,
    ),
    "codes": (
        """
        Jaarafspraken 2026

        J1. De gemeente levert in 2026 grond voor 40 woningen.

        J2. De Linde bouwt uiterlijk Q4 2026 ten minste 30 sociale huurwoningen.
        """,
        2,
    ),
    "a list below its heading": (
        """
        Prestatieafspraken 2026 gemeente Waterhoven

        Afspraken
        - De gemeente levert in 2026 grond voor 40 woningen.
        - De Linde bouwt uiterlijk Q4 2026 ten minste 30 sociale huurwoningen.
        - Partijen evalueren deze afspraken jaarlijks.
        """,
        3,
    ),
    "running text": (
        """
        Aanvullende afspraak gemeente Waterhoven

        De gemeente bouwt in 2027 samen met De Linde 40 woningen voor jongeren.
        """,
        1,
    ),
    "a news item about agreements": (
        """
        Nieuwsbericht: prestatieafspraken ondertekend

        De gemeente en De Linde bouwen de komende jaren samen 40 woningen. De wethouder was blij met de handtekeningen.
        Na afloop was er koffie. De opkomst was hoger dan vorig jaar.
        """,
        0,
    ),
    "a letter about something else": (
        """
        Aan de bewoners van de Molenstraat

        De gemeente vervangt in 2027 het riool in uw straat. U kunt uw auto dan niet voor de deur zetten.
        """,
        0,
    ),
}


@pytest.mark.parametrize(("text", "count"), SHORT.values(), ids=SHORT)
def test_a_short_document_holds_what_it_agrees(text: str, count: int) -> None:
    assert len(understood(text).commitments) == count
