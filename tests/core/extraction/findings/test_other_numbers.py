from __future__ import annotations

import pytest

from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.findings.other_numbers import findings
from samenspraak.core.extraction.outline import Place
from samenspraak.core.extraction.repetition import Repeated
from samenspraak.core.extraction.result import CommitmentKind, SourceSpan
from tests.core.extraction.findings.material_of import material_of

SENTENCE = "Wij voegen tot 2030 in de hele gemeente ten minste {} woningen toe, waarvan {}% betaalbaar."


def messages(*texts: str) -> list[str]:
    """Return what is found in texts of which each stands on a page of its own."""
    return [finding.message for finding in findings(material_of("\n\n\f\n".join(texts)))]


def test_the_same_sentence_with_another_number_is_a_contradiction() -> None:
    (message,) = messages(SENTENCE.format("1.250", 70), SENTENCE.format("1.500", 70))
    assert message == (
        "Dezelfde zin staat op bladzijde 1 met 1.250 en op bladzijde 2 met 1.500: "
        "‘Wij voegen tot 2030 in de hele gemeente ten minste 1.250 woningen toe, waarvan 70% …’."
    )


def test_sentences_that_disagree_on_the_same_number_are_one_finding() -> None:
    other = "Naar onze mening zijn er in Waterhoven tot 2030 wel {} woningen extra nodig."
    pages = [SENTENCE.format("1.250", 70), other.format("1.250"), SENTENCE.format("1.500", 70), other.format("1.500")]
    (found,) = findings(material_of("\n\n\f\n".join(pages)))
    assert "op bladzijde 1 en 2 met 1.250 en op bladzijde 3 en 4 met 1.500" in found.message
    assert [span.page for span in found.spans] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "texts",
    [
        (SENTENCE.format(900, 70), SENTENCE.format(900, 70)),  # the same
        (
            "In 2026 bouwt De Linde in de gemeente Waterhoven 40 woningen.",
            "In 2027 bouwt De Linde in de gemeente Waterhoven 60 woningen.",
        ),
        (
            "De Linde bouwt in de gemeente elk jaar zeker 40 woningen.",
            "Rietveld Wonen bouwt in de gemeente elk jaar zeker 60 woningen.",
        ),
        ("Er komen 40 woningen.", "Er komen 60 woningen."),  # too short to be the same statement
    ],
)
def test_other_words_years_and_parties_are_other_statements(texts: tuple[str, ...]) -> None:
    assert messages(*texts) == []


def test_what_stands_under_the_names_of_two_associations_is_about_two() -> None:
    duty = "levert elk jaar ten minste {} nieuwe woningen op voor ouderen in de wijk"
    text = f"De Linde:\n- {duty.format(20)}\n\nRietveld Wonen:\n- {duty.format(30)}"
    assert messages(text) == []


def test_what_stands_under_the_headings_of_two_years_is_about_two() -> None:
    duty = "De corporaties verkopen in de hele gemeente niet meer dan {} woningen."
    text = f"1. Jaarafspraken 2026\n{duty.format(10)}\n\n2. Jaarafspraken 2027\n{duty.format(12)}"
    assert messages(text) == []


def test_three_versions_are_a_fixed_wording_and_no_contradiction() -> None:
    assert messages(*(SENTENCE.format(number, 70) for number in (100, 200, 300))) == []


def test_on_one_page_the_second_stands_further_on() -> None:
    (message,) = messages(f"{SENTENCE.format(100, 70)} {SENTENCE.format(200, 70)}", "Een tweede bladzijde.")
    assert message.startswith("Dezelfde zin staat op bladzijde 1 met 100 en verderop op bladzijde 1 met 200")


def candidate(text: str, start: int, party: str = "") -> Candidate:
    return Candidate(text, SourceSpan(1, start, start + len(text)), Place(party=party), CommitmentKind.FRAMEWORK)


@pytest.mark.parametrize(
    ("again", "party", "expected"),
    [
        (
            "Wij slopen in de komende jaren hooguit 60 oude huurwoningen in Waterhoven en bouwen daarvoor nieuwe.",
            "",
            True,
        ),
        ("Wij slopen in de komende jaren hooguit 60 oude huurwoningen in Waterhoven als daar geld voor is.", "", False),
        ("Wij slopen in de komende jaren hooguit 60 oude huurwoningen in Waterhoven en bouwen er nieuwe.", "B", False),
    ],
)
def test_commitments_that_are_nearly_the_same_may_contradict_each_other(
    again: str, party: str, *, expected: bool
) -> None:
    first = "Wij slopen in de komende jaren hooguit 40 oude huurwoningen in Waterhoven en bouwen er nieuwe."
    pair = Repeated(candidate(first, 0), candidate(again, 500, party), differs=True)
    assert bool(list(findings(material_of(repeated=[pair])))) is expected
