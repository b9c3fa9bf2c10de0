from __future__ import annotations

import pytest

from samenspraak.engines.readers.repair.page_numbers import Numbered, read_page_number

CASES = """
4                                                | | 4
- 4 -                                            | | 4
Pagina 3 van 12                                  | | 3
3/12                                             | | 3
blz. 7                                           | | 7
iv                                               | | 4
XII                                              | | 12
8Meerjarenafspraken Zonnedal 2024-2028           | Meerjarenafspraken Zonnedal 2024-2028 | 8
Meerjarenafspraken Zonnedal 2024-2028 6          | Meerjarenafspraken Zonnedal 2024-2028 | 6
Prestatieafspraken Zonnedal – pagina 3 van 12    | Prestatieafspraken Zonnedal | 3
3 – Prestatieafspraken                           | Prestatieafspraken | 3
Monitor 2026 - 5                                 | Monitor 2026 | 5
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_a_page_number_is_told_from_its_words(case: str) -> None:
    text, rest, number = (part.strip() for part in case.split("| ", 2))
    assert read_page_number(text) == Numbered(rest, int(number))


@pytest.mark.parametrize(
    "text",
    [
        "2026",
        "Prestatieafspraken 2024-2027",
        "Artikel 3",
        "Thema 4",
        "1. Wonen",
        "K 1.1 Gemeente",
        "Afspraken",
        "mix",
        "",
    ],
)
def test_other_numbers_are_no_page_numbers(text: str) -> None:
    assert read_page_number(text) is None
