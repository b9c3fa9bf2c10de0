"""The progress report of an accord answers four questions, and names who has not reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from samenspraak.core.composition.progress_report import progress_report
from samenspraak.core.composition.tree import Chart
from tests.core.composition.reading import headings, sentences, tables, under, words_of
from tests.core.composition.waterhoven import MATERIAL, line

WAITING = line("A 4", "Wooncoöperaties", None, "Nog niet bekend", is_on_hold=True, silent=("Zandhoek",))
REPORT = progress_report(replace(MATERIAL, lines=(*MATERIAL.lines, WAITING)))


def test_the_four_questions_come_in_their_order() -> None:
    assert [title for title in headings(REPORT) if title.endswith("?") or title == "Achtergrond"] == [
        "Achtergrond",
        "Hoe staat het met de uitvoering?",
        "Zitten we nog op koers?",
        "Hoe gaan we verder?",
    ]


def test_what_needs_attention_stands_reds_first_with_the_reason() -> None:
    rows = tables(REPORT)["Acties die aandacht vragen"]
    assert [row[2] for row in rows] == ["Loopt achter", "Vraagt actie", "Vraagt actie"]
    assert rows[0][3] == "Thuisvast wees 52% toe, 70% was de bedoeling."
    assert rows[1][3] == "Een reden is niet opgegeven."


def test_what_waits_who_differs_and_who_is_silent_is_told_by_name() -> None:
    course = under(REPORT, "Zitten we nog op koers?")
    assert "In de wacht gezet of vervallen: A 4 Wooncoöperaties." in course
    assert "verschillen van mening over de stand van J 2.2 Woonlasten" in course
    assert "Nog niet alles gemeld hebben: Zandhoek." in under(REPORT, "Hoe gaan we verder?")
    assert "J 1.1 Zestig woningen in aanbouw: de uitspraak in november afwachten" in sentences(REPORT)


def test_it_shows_how_each_lead_does() -> None:
    chart = next(block for block in REPORT.blocks if isinstance(block, Chart) and block.title == "Stand per trekker")
    assert [words_of(row[0]) for row in chart.table.rows] == ["Woonstichting De Linde", "gemeente"]


def test_a_day_that_an_action_is_due_stands_with_it() -> None:
    due = replace(MATERIAL.lines[1], due_on=date(2027, 3, 1))
    rows = tables(progress_report(replace(MATERIAL, lines=(due,))))["Acties voor beschikbaarheid"]
    assert rows[0][3] == "Vier gebouwen zijn geschikt. / Uiterlijk 1 maart 2027."


def test_nothing_asked_and_nothing_wrong_are_told_as_such() -> None:
    empty = progress_report(replace(MATERIAL, lines=(), parties=()))
    assert "naar geen enkele actie gevraagd" in sentences(empty)
    assert "lopen zoals afgesproken" in sentences(empty)
