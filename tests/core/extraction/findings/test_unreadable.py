from __future__ import annotations

import pytest

from samenspraak.core.extraction.findings.unreadable import garbage, notices
from tests.core.extraction.findings.material_of import material_of


def test_lost_characters_are_one_finding_a_page() -> None:
    text = "De ge\ufffdeente bouwt en de hu\ufffdrder wacht.\n\n\f\nHier staat alles goed."
    (found,) = garbage(material_of(text))
    assert found.message == "Op bladzijde 1 zijn tekens niet goed gelezen: ‘ge\ufffdeente’, ‘hu\ufffdrder’."
    assert [span.page for span in found.spans] == [1, 1]


@pytest.mark.parametrize(
    "word", ["presta\u019feafspraken", "presta\ue001afspraken", "(cid:12)afspraken", "af\x02spraken"]
)
def test_letters_that_no_dutch_word_has_are_lost_characters(word: str) -> None:
    assert len(list(garbage(material_of(f"De {word} gelden.")))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "\uf0b7 De Linde bouwt woningen.",
        "Mevrouw Şahin en de heer Łukasz tekenen.",
        "Geïnformeerd: CO₂, m², € 5 – ‘ja’.",
    ],
)
def test_bullets_names_and_signs_are_none(text: str) -> None:
    assert list(garbage(material_of(text))) == []


def test_many_words_on_a_page_are_counted() -> None:
    (found,) = garbage(material_of("De \ufffda en \ufffdb en \ufffdc en \ufffdd en \ufffde."))
    assert found.message.endswith("en 2 andere.")


def test_what_the_reader_said_is_passed_on_with_the_pages_it_names() -> None:
    notice = "Pagina 2 is gescand; de tekst is uit het beeld herkend en kan fouten bevatten."
    (found,) = notices(material_of("Eerste bladzijde.\n\f\nTweede bladzijde.", notices=(notice,)))
    assert found.message == notice
    assert [span.page for span in found.spans] == [2]
