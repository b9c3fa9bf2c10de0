"""The monitor says what the round says, in the columns that municipalities use."""

from __future__ import annotations

from dataclasses import replace

from samenspraak.core.composition.material import Source, counts
from samenspraak.core.composition.monitor import COLUMNS, monitor_report
from samenspraak.core.vocabulary.traffic_light import TrafficLight
from tests.core.composition.reading import headings, sentences, tables, under
from tests.core.composition.waterhoven import LINES, MATERIAL

REPORT = monitor_report(MATERIAL)


def test_it_opens_with_how_to_read_it_and_the_state_and_goes_on_by_theme() -> None:
    assert headings(REPORT) == [
        "Leeswijzer",
        "Stand",
        "1. Beschikbaarheid",
        "2. Betaalbaarheid",
        "3. Overige afspraken",
        "Begrippen",
        "Bronnen",
    ]


def test_it_follows_the_headings_of_the_agreement_where_it_has_them() -> None:
    chapters = ("Samen bouwen", "Samen bouwen", "Wmo en zorg", "Samen bouwen", "Wmo en zorg", "Wmo en zorg")
    lines = tuple(replace(one, chapter=chapter) for one, chapter in zip(LINES, chapters, strict=True))
    report = monitor_report(replace(MATERIAL, lines=lines))
    assert headings(report)[2:4] == ["1. Samen bouwen", "2. Wmo en zorg"]
    assert [row[0] for row in tables(report)["Afspraken onder “Samen bouwen”"]] == ["J 1.1", "J 1.2", "J 2.1"]
    assert "Afspraken onder “Wmo en zorg”" in tables(report)
    # A heading over every line is no grouping, and neither is one over some.
    for few in (lines[:1], (lines[0], *LINES[1:])):
        assert headings(monitor_report(replace(MATERIAL, lines=few)))[2] == "1. Beschikbaarheid"


def test_the_columns_are_those_of_the_field() -> None:
    titles = [column.title for column in COLUMNS]
    assert titles[:4] == ["Nr.", "Afspraak", "Trekker", "Prioriteit"]
    assert titles[4:] == ["Realisatie en voortgang", "Stand", "Reacties"]


def test_a_row_has_everything_that_was_said() -> None:
    row = tables(REPORT)["Afspraken over beschikbaarheid"][0]
    assert row == [
        "J 1.1",
        "Zestig woningen in aanbouw / Zestig woningen in aanbouw, zo spreken partijen af. (blz.\u00a07)",
        "Woonstichting De Linde",
        "T2",
        (
            "Twee van de drie plekken zijn vergund. / Volgende stap: de uitspraak in november afwachten"
            " / Cijfers tot en met 31 augustus 2026."
        ),
        "Vraagt actie / Vorige ronde: op schema.",
        "",
    ]


def test_a_party_that_sees_another_light_stands_beside_it() -> None:
    row = tables(REPORT)["Afspraken over betaalbaarheid"][1]
    assert row[5] == "Vraagt actie"
    assert row[6].startswith("Huurdersplatform De Linde ziet: Loopt achter / Huurdersplatform De Linde: Er is niets")


def test_the_state_counts_every_commitment_once() -> None:
    rows = tables(REPORT)["Stand in aantallen"]
    assert dict(rows) == {  # type: ignore[arg-type]
        "Op schema": "2",
        "Vraagt actie": "2",
        "Loopt achter": "1",
        "Nog niet bekend": "1",
        "Samen": "6",
    }
    assert sum(counts(LINES).values()) == len(LINES)
    assert "Zes afspraken in deze ronde, waarvan twee op groen. Bij één afspraak verschillen partijen" in sentences(
        REPORT
    )


def test_the_legend_is_the_agreements_own() -> None:
    assert tables(REPORT)["Wat de kleuren betekenen"] == [["Loopt achter", "Loopt achter of is nog niet begonnen."]]


def test_a_round_that_is_not_adopted_says_that_it_is_a_draft() -> None:
    facts = dict(monitor_report(replace(MATERIAL, is_adopted=False)).facts)
    assert facts["Concept, stand op"] == "2 oktober 2026"


def test_a_round_without_commitments_is_a_report_all_the_same() -> None:
    empty = monitor_report(replace(MATERIAL, lines=(), terms=(), legend=()))
    assert headings(empty) == ["Leeswijzer", "Stand"]
    assert "Geen afspraken in deze ronde" in sentences(empty)


def test_no_light_is_counted_as_none_of_the_colours() -> None:
    assert counts(LINES)[None] == 1
    assert counts(())[TrafficLight.GREEN] == 0


def test_every_row_says_where_it_stands_and_the_documents_are_listed() -> None:
    one, two = Source("afspraken.pdf", 7), Source("aanvulling.docx", 3, has_pages=False)
    rows = tables(REPORT)["Afspraken over beschikbaarheid"]
    assert [row[1].rpartition(" (")[2] for row in rows[:1]] == ["blz.\u00a07)"]
    assert under(REPORT, "Bronnen").endswith("Staat er niets, dan is dat niet bekend.\nafspraken.pdf")
    lines = (replace(LINES[0], source=one), replace(LINES[1], source=two), replace(LINES[2], source=one, text=""))
    report = monitor_report(replace(MATERIAL, lines=lines))
    found = [row[1] for row in tables(report)["Afspraken over beschikbaarheid"]]
    assert [text.rpartition("(")[2].replace("\u00a0", " ") for text in found] == [
        "bron 1, blz. 7)",
        "bron 2, deel 3)",
        "bron 1, blz. 7)",
    ]
    assert under(report, "Bronnen") == (
        "Achter elke afspraak staat tussen haakjes waar zij in de afspraken te vinden is, met het nummer van de bron."
        "\nafspraken.pdf\naanvulling.docx"
    )
    nowhere = monitor_report(replace(MATERIAL, lines=tuple(replace(each, source=None) for each in LINES)))
    assert "Bronnen" not in headings(nowhere)
