from __future__ import annotations

from samenspraak.core.extraction.findings.code_clash import findings
from samenspraak.core.extraction.result import FoundCommitment
from tests.core.extraction.findings.material_of import commitment, material_of

OTHERS = [
    commitment(f"De corporaties doen onderdeel {number} van het programma voor huurders.", code=f"K 2.{number}")
    for number in range(1, 8)
]


def messages(*commitments: FoundCommitment) -> list[str]:
    return [finding.message for finding in findings(material_of(commitments=[*commitments, *OTHERS]))]


def test_one_code_for_two_subjects_is_a_contradiction() -> None:
    first = commitment("Buurtbewoners melden overlast bij een steunpunt.", code="K 1.5", title="Overlast melden")
    again = commitment("Zonnepanelen komen op geschikte daken.", code="K 1.5", title="Energie opwekken", start=500)
    (message,) = messages(first, again)
    assert message == (
        "Code K 1.5 staat bij verschillende afspraken: in dit document bij ‘Overlast melden’ "
        "en verderop in dit document bij ‘Energie opwekken’."
    )


def test_one_code_for_two_texts_on_one_subject_is_none() -> None:
    first = commitment("De corporaties plaatsen zonnepanelen op geschikte daken van woningen.", code="K 1.5")
    again = commitment("In het afgelopen jaar zijn op geschikte daken zonnepanelen geplaatst.", code="K 1.5", start=500)
    assert messages(first, again) == []


def test_bare_numbers_begin_anew_in_every_chapter() -> None:
    first = commitment("Buurtbewoners melden overlast bij een steunpunt.", code="1.5")
    again = commitment("Zonnepanelen komen op geschikte daken.", code="1.5", start=500)
    assert messages(first, again) == []


def test_codes_that_begin_anew_in_every_part_are_no_finding() -> None:
    subjects = ("Overlast melden bij steunpunt", "Zonnepanelen plaatsen", "Ouderen verhuizen", "Wachtlijsten verkorten")
    found = [
        commitment(f"{words} gebeurt voortaan elders.", code=f"A{number}", start=100 * number)
        for number in (1, 2)
        for words in subjects[2 * (number - 1) : 2 * number]
    ]
    assert list(findings(material_of(commitments=found))) == []
