"""A monitor: its header row, and its rows as they stand in plain text."""

from __future__ import annotations

import pytest

from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.coded import CodedReader
from samenspraak.core.extraction.items import coded_items
from samenspraak.core.extraction.monitor_header import column_of, is_monitor_header
from samenspraak.core.extraction.outline import Place
from samenspraak.core.extraction.result import CommitmentKind
from tests.core.extraction.documents import CAST, blocks_in, understood

COLUMNS = """
Nr.                     | code
Code                    | code
Onderwerp               | title
Afspraak                | text
Jaarafspraak 2026       | text
Actie                   | text
Wie                     | parties
Partijen                | parties
Trekker                 | lead
Actiehouder             | lead
Wanneer                 | deadline
Planning                | deadline
Prioriteit              | priority
Stoplicht               | rating
Status                  | rating
Realisatie en voortgang | progress
Stand van zaken         | progress
Budget                  |
Aantal woningen         |
Wie is er aan de beurt  |
"""
CASES = [tuple(part.strip() for part in line.split("|")) for line in COLUMNS.strip().splitlines()]


@pytest.mark.parametrize(("header", "kind"), CASES)
def test_a_column_is_known_by_its_header(header: str, kind: str) -> None:
    assert column_of(header) == (kind or None)


@pytest.mark.parametrize(
    "line",
    ["Nr. Jaarafspraak Trekker Prioriteit Realisatie", "Code Afspraak Trekker Status", "Nr Actie Trekker Voortgang"],
)
def test_a_line_of_column_names_is_the_header_of_a_monitor(line: str) -> None:
    assert is_monitor_header(line)


@pytest.mark.parametrize(
    "line",
    [
        "Nr. Afspraak Wie Wanneer",
        "De trekker meldt de voortgang van elke afspraak en de status daarvan in het overleg.",
        "Trekker Prioriteit",
        "",
    ],
)
def test_any_other_line_is_not(line: str) -> None:
    assert not is_monitor_header(line)


def rows(text: str) -> list[Candidate]:
    """Return the rows of a monitor in plain text, taken apart."""
    items, _ = coded_items(blocks_in(text), {"J"})
    reader = CodedReader(CAST.names)
    return [reader.candidate(item, Place(), CommitmentKind.MONITOR) for item in items]


MONITOR = """
Nr. Jaarafspraak Trekker Prioriteit Realisatie

J 1.1 Bouwgrond vrijmaken
De gemeente wijst in de haven grond
aan voor dertig woningen.
Gemeente T1
De raad stelt het plan in maart vast.

J 1.2 Verkoop
Rietveld Wonen verkoopt niet meer
dan vijf woningen.
Rietveld Wonen Doorlopend
In april zijn twee woningen verkocht.

J 1.3 Onderhoud
De flats worden geschilderd.
De Linde Zie
overleg
Nog niet begonnen.
"""


def test_a_row_has_a_title_a_text_a_lead_a_priority_and_progress() -> None:
    found = rows(MONITOR)
    assert [(c.code, c.title, c.lead, c.priority) for c in found] == [
        ("J 1.1", "Bouwgrond vrijmaken", "Gemeente", "T1"),
        ("J 1.2", "Verkoop", "Rietveld Wonen", "Doorlopend"),
        ("J 1.3", "Onderhoud", "De Linde", "Zie overleg"),
    ]
    assert [c.text for c in found] == [
        "De gemeente wijst in de haven grond aan voor dertig woningen.",
        "Rietveld Wonen verkoopt niet meer dan vijf woningen.",
        "De flats worden geschilderd.",
    ]
    assert [c.progress for c in found] == [
        "De raad stelt het plan in maart vast.",
        "In april zijn twee woningen verkocht.",
        "Nog niet begonnen.",
    ]


def test_the_next_heading_and_its_column_names_are_no_progress_of_the_last_row() -> None:
    heading = "1.2 Nieuwe woningen in de binnenstad en rond de haven van Waterhoven, ook tijdelijk"
    head = f"{heading}\nNr. Jaarafspraak Trekker Prioriteit Realisatie"
    listed = "Nog uit te zoeken:\n- Regels voor parkeren bij de nieuwe woningen in de haven,\nen rond de markt"
    text = MONITOR.replace("De raad stelt het plan in maart vast.\n", f"{listed}\n {head}\n")
    found = rows(text)
    assert [c.code for c in found] == ["J 1.1", "J 1.2", "J 1.3"]
    assert (
        found[0].progress
        == "Nog uit te zoeken: Regels voor parkeren bij de nieuwe woningen in de haven, en rond de markt"
    )


YEAR = """
Jaarafspraken 2026 van gemeente Waterhoven, De Linde en Rietveld Wonen

J 1.1 Gemeente
Bouwgrond vrijmaken
De gemeente wijst in de haven grond aan voor dertig woningen.

J 1.2 Rietveld Wonen
Verkoop
Rietveld Wonen verkoopt niet meer dan vijf woningen.

J 1.3 De Linde
Onderhoud
De Linde schildert de flats in de binnenstad.

Stand van zaken per 1 mei 2026
"""


def test_a_row_is_laid_upon_the_commitment_with_its_code() -> None:
    found = understood(YEAR + MONITOR).commitments
    assert [c.code for c in found] == ["J 1.1", "J 1.2", "J 1.3"]
    assert [(c.priority, c.progress) for c in found][:2] == [
        ("T1", "De raad stelt het plan in maart vast."),
        ("continuous", "In april zijn twee woningen verkocht."),
    ]
    assert found[0].text == "De gemeente wijst in de haven grond aan voor dertig woningen."
    assert {c.kind for c in found} == {CommitmentKind.ANNUAL}


def test_a_row_without_a_commitment_stands_for_itself() -> None:
    extra = MONITOR + "\nJ 1.4 Tuinen\nDe Linde legt in de haven tuinen aan.\nDe Linde T3\nDe grond is gekocht.\n"
    last = understood(YEAR + extra).commitments[-1]
    assert (last.code, last.kind, last.priority) == ("J 1.4", CommitmentKind.MONITOR, "T3")


def test_a_title_that_runs_on_is_known_from_the_commitment() -> None:
    row = MONITOR.replace("J 1.1 Bouwgrond vrijmaken\n", "J 1.1 Bouwgrond\nVrijmaken\n")
    items, _ = coded_items(blocks_in(row), {"J"})
    reader = CodedReader(CAST.names)
    found = reader.candidate(items[0], Place(), CommitmentKind.MONITOR, "Bouwgrond vrijmaken")
    assert found.title == "Bouwgrond Vrijmaken"
    assert found.text == "De gemeente wijst in de haven grond aan voor dertig woningen."
    assert reader.candidate(items[0], Place(), CommitmentKind.MONITOR).title == "Bouwgrond"


def test_a_row_without_a_priority_has_its_lead_on_a_line_of_its_own() -> None:
    found = rows(MONITOR.replace("Gemeente T1\n", "Gemeente\n"))[0]
    assert (found.lead, found.priority, found.progress) == ("Gemeente", None, "De raad stelt het plan in maart vast.")


def test_of_two_commitments_with_one_code_the_row_follows_the_one_with_its_title() -> None:
    again = "\nJ 1.1 Gemeente\nParkeren\nDe gemeente legt in de haven honderd plekken voor auto's aan.\n"
    found = understood(YEAR.replace("\nStand van", f"{again}\nStand van") + MONITOR).commitments
    assert [(c.title, c.priority) for c in found if c.code == "J 1.1"] == [
        ("Bouwgrond vrijmaken", "T1"),
        ("Parkeren", None),
    ]
    assert [(c.title, c.priority) for c in understood(YEAR + MONITOR.replace("Verkoop", "Verkopen")).commitments][
        1
    ] == (
        "Verkoop",
        "continuous",
    )


def test_the_second_of_two_commitments_may_be_the_one_with_the_title() -> None:
    again = "\nJ 1.1 Gemeente\nParkeren\nDe gemeente legt in de haven honderd plekken voor auto's aan.\n"
    monitor = MONITOR.replace("J 1.1 Bouwgrond vrijmaken", "J 1.1 Parkeren")
    found = understood(YEAR.replace("\nStand van", f"{again}\nStand van") + monitor).commitments
    assert [(c.title, c.priority) for c in found if c.code == "J 1.1"] == [
        ("Bouwgrond vrijmaken", None),
        ("Parkeren", "T1"),
    ]


PRIORITIES = [
    ("De Linde Zie\noverleg", "Zie overleg", "Nog niet begonnen."),
    ("De Linde T2", "T2", "Nog niet begonnen."),
    (
        "De Linde T2 De raad besluit nog in het voorjaar.",
        "T2",
        "De raad besluit nog in het voorjaar. Nog niet begonnen.",
    ),
    ("De Linde", None, "Nog niet begonnen."),
]


@pytest.mark.parametrize(("cells", "priority", "progress"), PRIORITIES)
def test_a_priority_may_run_over_narrow_lines(cells: str, priority: str | None, progress: str) -> None:
    found = rows(MONITOR.replace("De Linde Zie\noverleg", cells))[-1]
    assert (found.lead, found.priority, found.progress) == ("De Linde", priority, progress)


COLOURED = """
Nr. Afspraak Trekker Prioriteit Status Voortgang

A1 Bouwen van 46 woningen
Gemeente
T3
🟢 groen
De bouw is klaar.

A2 Vaststellen van het plan
Gemeente
T2
oranje
Het plan is besproken.

A3 Splitsen van woningen
Gemeente
T1, T2, T3
🔴
Gereed: 3 woningen.
"""


def test_a_light_stands_on_a_line_of_its_own_as_a_word_a_sign_or_both() -> None:
    found = understood(COLOURED).commitments
    assert [(c.rating, c.rating_text) for c in found] == [
        ("green", "🟢 groen"),
        ("amber", "oranje"),
        ("red", "🔴"),
    ]
    assert [c.progress for c in found] == ["De bouw is klaar.", "Het plan is besproken.", "Gereed: 3 woningen."]
    assert [c.priority for c in found] == ["T3", "T2", "T1+T2+T3"]


def test_a_heading_that_only_says_progress_is_no_theme() -> None:
    found = understood(f"5 Voortgang\n{COLOURED}").commitments
    assert found[0].theme == "availability"


def test_the_leads_may_begin_on_the_line_of_the_title() -> None:
    text = (
        COLOURED
        + """
A4 Volgen van cijfers Gemeente
en
corporaties
Energielabels worden gevolgd.
"""
    )
    found = understood(text).commitments[-1]
    assert (found.title, found.progress) == ("Volgen van cijfers", "Energielabels worden gevolgd.")
    assert [party.name for party in found.parties] == ["gemeente", "corporaties"]
