"""Layouts in which a row, a heading or the document itself says who does what, and when."""

from __future__ import annotations

from datetime import date

from samenspraak.core.extraction.result import DocumentKind, FoundCommitment
from tests.core.extraction.documents import understood


def by_code(text: str) -> dict[str | None, FoundCommitment]:
    """Return the commitments of a document by their codes."""
    return {commitment.code: commitment for commitment in understood(text).commitments}


ROWS = """
Meerjarige prestatieafspraken Waterhoven 2025-2028

Gemeente Waterhoven en Woonstichting De Linde

Afspraken

Uitwerking 2026

UA 1.1 Start bouw aan de Kade (32 appartementen) | De Linde | Q3

UA 1.2 Vaststellen plan Zuidrand | Gemeente | Q2

UA 1.3 Proef met loting voor 15% van het aanbod | De Linde | doorlopend
"""


def test_a_row_that_was_kept_on_one_line_is_taken_apart() -> None:
    rows = by_code(ROWS)
    assert [(c.text, c.parties[0].name, c.deadline and c.deadline.text) for c in rows.values()] == [
        ("Start bouw aan de Kade (32 appartementen)", "De Linde", "Q3"),
        ("Vaststellen plan Zuidrand", "gemeente", "Q2"),
        ("Proef met loting voor 15% van het aanbod", "De Linde", "doorlopend"),
    ]


def test_the_year_in_the_heading_above_is_the_year_of_a_quarter() -> None:
    term = by_code(ROWS)["UA 1.1"].deadline
    assert term
    assert term.on == date(2026, 9, 30)


CONTRIBUTIONS = """
Prestatieafspraken Waterhoven 2026

Gemeente Waterhoven, Woonstichting De Linde en Huurdersraad De Linde

Thema A. Voldoende woningen

Bijdrage van de gemeente

> Bij plannen vanaf 12 woningen bestaat een derde deel uit sociale huur.
> De gemeente wijst een locatie aan voor 20 flexwoningen.
> De gemeente verlaagt de leges voor sociale huurwoningen.

Bijdrage van de corporaties

> De verkoop blijft beperkt tot 20 woningen per jaar.
> Wij splitsen in 2026 ten minste 8 grote woningen.
> De corporaties bouwen 60 woningen.
"""


def test_the_heading_over_a_list_says_who_does_what_stands_in_it() -> None:
    found = understood(CONTRIBUTIONS).commitments
    assert [c.parties[0].name for c in found] == ["gemeente"] * 3 + ["corporaties"] * 3


BID = """
Betreft: bod voor 2026

Woonstichting De Linde brengt hierbij haar bod uit aan de gemeente Waterhoven.

Wij starten in 2026 met de bouw van 54 woningen aan de Kade. Wij verbeteren 130 woningen naar label A. Wij vragen de
gemeente om de leges te verlagen. Huurdersraad De Linde heeft op 16 juni positief geadviseerd.

Wij verhogen de huur per 1 juli 2026 met gemiddeld 3,9%. Wij stellen acht woningen beschikbaar voor jongeren.
"""


def test_in_a_bid_we_is_the_association_and_a_request_is_no_commitment() -> None:
    document = understood(BID)
    assert document.agreement.kind is DocumentKind.BID
    assert {c.parties[0].name for c in document.commitments} == {"Woonstichting De Linde"}
    assert not any(c.text.startswith(("Wij vragen", "Huurdersraad")) for c in document.commitments)


LAST_LETTER = """
Afspraken Waterhoven

A1 De gemeente wijst een locatie aan.

A2 De gemeente koopt grond.

A3 De gemeente verlaagt de leges.

B1 De corporaties bouwen 40 woningen.

B2 De corporaties verkopen geen woningen.

B3 De corporaties isoleren 60 woningen.

C1 Partijen overleggen elk kwartaal.
"""


def test_the_next_letter_in_the_row_is_a_code_though_it_has_one_item() -> None:
    assert list(by_code(LAST_LETTER)) == ["A 1", "A 2", "A 3", "B 1", "B 2", "B 3", "C 1"]
