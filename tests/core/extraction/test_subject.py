"""Which agreement a letter or a progress report is about."""

from __future__ import annotations

import pytest

from samenspraak.core.extraction.subject import agreement_it_is_about


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Uitvoering Woonakkoord Kust/Polder 2026-2029", "Woonakkoord Kust/Polder 2026-2029"),
        (
            "Raadsbrief: stand van zaken meerjarige prestatieafspraken Waterhoven",
            "Meerjarige prestatieafspraken Waterhoven",
        ),
        ("Over de woondeal 2025 van onze regio", "Woondeal 2025 van onze regio"),
    ],
)
def test_its_heading_names_the_agreement(line: str, name: str) -> None:
    assert agreement_it_is_about("Raadsbrief", ["12 mei 2026", line]) == name


@pytest.mark.parametrize(
    "line",
    [
        "Met deze brief leest u over de prestatieafspraken Waterhoven.",
        "Stand van de prestatieafspraken wonen",
        "Aanleiding",
    ],
    ids=["a sentence", "no name behind it", "no agreement"],
)
def test_other_lines_name_none(line: str) -> None:
    assert agreement_it_is_about("Raadsbrief", [line]) is None


def test_what_is_no_message_is_about_itself() -> None:
    assert agreement_it_is_about("Prestatieafspraken", ["Prestatieafspraken Waterhoven 2026"]) is None
    assert agreement_it_is_about(None, ["Prestatieafspraken Waterhoven 2026"]) is None
