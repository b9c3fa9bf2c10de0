from __future__ import annotations

import pytest

from samenspraak.core.extraction.findings.table_totals import findings
from samenspraak.core.extraction.result import FoundTable, SourceSpan
from samenspraak.core.extraction.tables.cells import value_of, with_years_as_text
from tests.core.extraction.findings.material_of import material_of


def messages(table: str, title: str | None = None) -> list[str]:
    """Return what is found in a table of lines with "|" between the cells, the first of them the header."""
    header, *rows = ([part.strip() for part in line.split("|")] for line in table.strip().split("\n"))
    cells = with_years_as_text([[value_of(text) for text in row] for row in rows])
    found = FoundTable(title, tuple(header), tuple(map(tuple, cells)), SourceSpan(1, 0, 10))
    return [finding.message for finding in findings(material_of("1. Bouwen\n\nEen zin.", tables=[found]))]


def test_a_total_that_is_not_the_sum_is_a_finding() -> None:
    table = "Project | Aantal\nMolenhof | 40\nDijkzicht | 25\nTotaal | 70"
    assert messages(table, "Projecten") == [
        "In de tabel ‘Projecten’ onder ‘1. Bouwen’ staat bij ‘Totaal’ 70, maar de delen zijn samen 65."
    ]


def test_amounts_of_money_are_added_as_well() -> None:
    table = "Partij | Bijdrage\nDe Linde | € 120.000\nRietveld | € 80.000\nTotaal | € 250.000"
    assert "staat bij ‘Totaal’ € 250.000, maar de delen zijn samen 200.000" in messages(table)[0]


def test_a_total_of_subtotals_is_compared_with_them() -> None:
    table = """
        Project | Aantal
        Molenhof | 40
        Dijkzicht | n.t.b.
        Subtotaal De Linde | 40
        Zuidrand | 20
        Veldweg | 5
        Subtotaal Rietveld | 25
        Totaal | {}
        """
    assert messages(table.format(65)) == []
    assert "staat bij ‘Totaal’ 82, maar de delen zijn samen 65" in messages(table.format(82))[0]


def test_a_subtotal_is_compared_with_the_rows_above_it() -> None:
    table = """
        Project | Aantal
        Molenhof | 40
        Dijkzicht | 25
        Subtotaal | 60
        Zuidrand | 5
        Veldweg | 5
        Subtotaal | 10
        Totaal | 70
        """
    assert [message.partition(" staat bij ")[2] for message in messages(table)] == [
        "‘Subtotaal’ 60, maar de delen zijn samen 65."
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "Molenhof | 40\nDijkzicht | 25\nTotaal | 65",
        "Molenhof | 40\nDijkzicht | n.t.b.\nTotaal | 70",  # unknown parts: cannot be checked
        "Molenhof | 40\nDijkzicht |\nTotaal | 70",
        "Molenhof | 40\nDijkzicht | 25\nTotaal | n.t.b.",
        "Molenhof | ca. 40\nDijkzicht | 25\nTotaal | ca. 70",  # about, and near enough
        "Molenhof | 40\nDijkzicht | 25\nwaarvan sociale huur | 20\nTotaal | 65",
        "Molenhof | 40\nTotaal | 41",  # one part is no sum
        "Molenhof | 40,2\nDijkzicht | 25,4\nTotaal | 65,7",  # rounded
        "Molenhof | 40\nDijkzicht | 25",
    ],
)
def test_what_adds_up_or_cannot_be_checked_is_no_finding(rows: str) -> None:
    assert messages(f"Project | Aantal\n{rows}") == []


@pytest.mark.parametrize("name", ["Aandeel (%)", "Gemiddelde huur", "Jaar", "Huurprijs"])
def test_shares_averages_and_years_are_not_added(name: str) -> None:
    assert messages(f"Segment | {name}\nHuur | 40\nKoop | 25\nTotaal | 30") == []


def test_a_list_of_projects_names_its_totals_in_the_first_column() -> None:
    table = """
        categorie | project | aantal woningen | realisatie
        Eigen | Molenhof | 40 | Oplevering 2026
        Eigen | Dijkzicht | 25 | Oplevering 2026
        Eigen | Veldweg | 12 |
        subtotaal | Oplevering 2026 | {} | Oplevering 2026
        subtotaal | Overige | 12 |
        totaal | Totaal | 77 |
        """
    assert messages(table.format(65)) == []
    assert "staat bij ‘Oplevering 2026’ 60, maar de delen zijn samen 65" in messages(table.format(60))[0]


def test_a_last_column_that_adds_up_in_most_rows_is_a_total() -> None:
    table = "Jaar | Huur | Koop | Samen\n2025 | 10 | 5 | 15\n2026 | 20 | 5 | 25\n2027 | 30 | 5 | 45"
    assert "staat bij ‘2027’ 45, maar de delen zijn samen 35" in messages(table)[0]
    never = "Jaar | Huur | Koop | Totaal\n2025 | 10 | 5 | 90\n2026 | 20 | 5 | 80\n2027 | 30 | 5 | 70"
    assert messages(never) == []
