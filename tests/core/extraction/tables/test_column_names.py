from __future__ import annotations

import pytest

from samenspraak.core.extraction.tables.column_names import column_names, names_columns

NAMES = ("Rietveld Wonen", "De Linde", "Wonen West")


@pytest.mark.parametrize(
    ("lines", "count", "columns"),
    [
        (["2026 2027 2028"], 3, ("", "2026", "2027", "2028")),
        (["Corporatie 2026 2027"], 2, ("Corporatie", "2026", "2027")),
        (["Woonstichting", "De Linde", "Rietveld Wonen Wonen West"], 3, ("", "Woonstichting De Linde", *NAMES[::2])),
        (["Jaar De Linde Rietveld Wonen"], 2, ("Jaar", "De Linde", "Rietveld Wonen")),
        (["Segment Sociale huur Betaalbare koop"], 2, ("Segment", "Sociale huur", "Betaalbare koop")),
        (["sociale huur", "middenhuur"], 2, ("", "sociale huur", "middenhuur")),
        (["huur koop"], 2, ("", "huur", "koop")),
        (["iets dat niet uiteen te halen valt"], 2, ("", "", "")),
        ([], 2, ("", "", "")),
    ],
)
def test_a_header_is_taken_apart_by_years_names_capitals_or_lines(
    lines: list[str], count: int, columns: tuple[str, ...]
) -> None:
    assert column_names(lines, count, NAMES) == columns


def test_a_line_that_stands_apart_is_a_header_only_when_something_marks_its_names() -> None:
    assert column_names(["Begroting leefbaarheid"], 2, NAMES, stands_apart=True) == ("", "", "")
    assert column_names(["Huur Koop"], 2, NAMES, stands_apart=True) == ("", "Huur", "Koop")


def test_a_title_of_as_many_words_as_there_are_columns_is_no_header() -> None:
    assert not names_columns("Voorraad per corporatie", 2, NAMES)
    assert names_columns("Corporatie Huur Koop", 2, NAMES)
