from __future__ import annotations

import pytest

from samenspraak.core.extraction.findings.sentence_totals import findings
from tests.core.extraction.findings.material_of import material_of


def messages(text: str) -> list[str]:
    return [finding.message for finding in findings(material_of(f"1. Bouwen\n\n{text}"))]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("De Linde bouwt 40 woningen, waarvan 25 sociale huurwoningen en 20 middenhuurwoningen.", 40, 45),
        ("Er komen 40 woningen, bestaande uit 25 huurwoningen en 10 koopwoningen.", 40, 35),
        ("De corporaties isoleren 185 woningen: 120 van De Linde en 60 van Rietveld Wonen.", 185, 180),
        ("Wij bouwen 12 appartementen, waarvan 14 appartementen voor ouderen.", 12, 14),
    ],
)
def test_parts_that_do_not_fit_their_whole_are_a_finding(text: str, total: int, parts: int) -> None:
    (message,) = messages(text)
    assert message.startswith(
        f"Onder ‘1. Bouwen’ staat {total} woningen, maar de delen die erbij staan zijn samen {parts}:"
    )


@pytest.mark.parametrize(
    "text",
    [
        "De Linde bouwt 64 woningen waarvan 40 huurwoningen bestaande uit 30 appartementen en 10 eengezinswoningen.",
        "Er komen 1.000 woningen, waarvan 300 sociale huurwoningen en 200 middenhuurwoningen.",  # the rest is not named
        "De corporaties isoleren 185 woningen: 120 van De Linde en 65 van Rietveld Wonen.",
        "Wij bouwen 40 woningen, waarvan 70% sociale huur en 50% levensloopgeschikt.",
        "Wij bouwen 40 woningen: onder andere 10 woningen voor ouderen en 5 woningen voor jongeren.",
        "Wij bouwen circa 40 woningen: 25 huurwoningen en 20 koopwoningen.",  # about
        "In 2026 start de bouw: 40 woningen in het centrum en 12 woningen in het dorp.",
        "Er zijn 40 woningen, waarvan in 2027 en 2028 de sloop begint.",
        "Van de 40 huishoudens, waarvan er 50 reageerden, verhuisden er 3.",
    ],
)
def test_parts_that_fit_or_need_not_be_all_are_no_finding(text: str) -> None:
    assert messages(text) == []
