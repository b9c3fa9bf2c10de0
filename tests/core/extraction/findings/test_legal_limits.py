from __future__ import annotations

import pytest

from samenspraak.core.extraction.findings.legal_limits import findings
from tests.core.extraction.findings.material_of import material_of


def messages(text: str) -> list[str]:
    return [finding.message for finding in findings(material_of(text))]


def test_two_amounts_for_one_limit_in_one_year_are_a_contradiction() -> None:
    rent = "1. Huur\nDe lage aftoppingsgrens (€ 650,10 in 2023) geldt."
    text = f"{rent}\n\n2. Toewijzing\nDe lage aftoppingsgrens is € 633,20 (2023)."
    assert messages(text) == [
        "Voor de lage aftoppingsgrens staat onder ‘1. Huur’ € 650,10 (2023) en onder ‘2. Toewijzing’ € 633,20 (2023)."
    ]


def test_an_amount_without_a_year_is_questioned_beside_another() -> None:
    text = "De hoge aftoppingsgrens (€ 693,60 in 2023) geldt. De tweede aftoppingsgrens) is € 678,60 per maand."
    assert "€ 678,60 (zonder jaar)" in messages(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "De lage aftoppingsgrens is € 650,10 (2023). De lage aftoppingsgrens is € 682,90 (2025).",
        "De lage aftoppingsgrens is € 650,10 (2023). De hoge aftoppingsgrens is € 693,60 (2023).",
        "De aftoppingsgrens is € 650,10 (2023). De aftoppingsgrens is € 693,60 (2023).",  # there are two of them
        "De liberalisatiegrens is € 808,00 (2023) en blijft in 2023 op de liberalisatiegrens van € 808,00.",
    ],
)
def test_other_years_and_other_limits_have_other_amounts(text: str) -> None:
    assert messages(text) == []
