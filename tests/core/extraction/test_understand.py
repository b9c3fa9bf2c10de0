"""The whole of extraction: what holds for every document, whatever it says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspraak.core.extraction.result import Extraction, PartyRole, SourceSpan
from samenspraak.core.extraction.source import Line, Repair, RepairKind, SourceText, Table
from samenspraak.core.extraction.understand import extract
from tests.core.extraction.documents import KNOWLEDGE, source_of, table, understood

AGREEMENT = """
Prestatieafspraken Waterhoven 2026-2029

Gemeente Waterhoven, Rietveld Wonen, De Linde en Huurdersraad De Linde

1. Inleiding

In 2024 was de wachttijd zeven jaar. Het Rijk wil dat er meer woningen komen.

2. Beschikbaarheid

In de haven is nog grond over. Veel starters zoeken een kleine woning.

Afspraken

De gemeente wijst uiterlijk in 2027 in de haven grond aan voor ten minste
30 woningen.

De corporaties bouwen daar samen 30 sociale huurwoningen en houden die
ten minste vijftien jaar in bezit.

Rietveld Wonen verkoopt niet meer dan 5 woningen per jaar.

3. Betaalbaarheid

Afspraken

De corporaties verhogen de huren jaarlijks met ten hoogste de inflatie.

De gemeente biedt huurders met schulden binnen vier weken hulp.

4. Nationale prestatieafspraken

De corporaties bouwen jaarlijks 30.000 sociale huurwoningen.

Ondertekening

De heer J. de Wit
wethouder
Gemeente Waterhoven
12 december 2025
"""


def test_an_agreement_becomes_a_register() -> None:
    found = understood(AGREEMENT)
    assert [c.text.split()[:3] for c in found.commitments] == [
        ["De", "gemeente", "wijst"],
        ["De", "corporaties", "bouwen"],
        ["Rietveld", "Wonen", "verkoopt"],
        ["De", "corporaties", "verhogen"],
        ["De", "gemeente", "biedt"],
    ]
    first = found.commitments[0]
    assert [(party.name, party.role) for party in first.parties] == [("gemeente", PartyRole.PARTNER)]
    assert first.deadline is not None
    assert (first.deadline.on.isoformat() if first.deadline.on else None) == "2027-12-31"
    assert [(q.value, q.unit) for q in first.quantities] == [(30.0, "dwelling")]
    assert [c.theme.value if c.theme else None for c in found.commitments] == ["availability"] * 3 + [
        "affordability"
    ] * 2


def test_an_agreement_says_what_it_is() -> None:
    facts = understood(AGREEMENT).agreement
    assert facts.title == "Prestatieafspraken Waterhoven 2026-2029"
    assert facts.period is not None
    assert (facts.period.start, facts.period.end) == (2026, 2029)
    assert (facts.municipalities, facts.tenants_organisations) == (("Waterhoven",), ("Huurdersraad De Linde",))
    assert set(facts.housing_associations) == {"Rietveld Wonen", "De Linde"}
    assert facts.signed_on is not None
    assert [(s.name, s.role) for s in facts.signatories] == [("De heer J. de Wit", "wethouder")]


def test_a_commitment_can_be_shown_in_its_document() -> None:
    source = source_of(AGREEMENT)
    for commitment in extract(source, KNOWLEDGE).commitments:
        passage = source.raw[commitment.span.start : commitment.span.end]
        assert " ".join(passage.split()) == commitment.text


def test_mended_text_is_shown_where_it_stands_damaged() -> None:
    source = source_of(AGREEMENT.replace("grond aan", "gro#d aan"))
    flow = tuple(
        replace(line, text=line.text.replace("gro#d", "grond"), origins=tuple(range(line.start, line.end)))
        if isinstance(line, Line)
        else line
        for line in source.flow
    )
    first = extract(replace(source, flow=flow), KNOWLEDGE).commitments[0]
    assert "grond aan" in first.text
    assert "gro#d aan" in source.raw[first.span.start : first.span.end]


def test_a_table_of_the_file_is_read_beside_the_text() -> None:
    made = table(
        ("Nr.", "Afspraak", "Wie"),
        ("1", "De gemeente wijst in de haven grond aan.", "gemeente"),
        ("2", "De corporaties bouwen daar dertig woningen.", "corporaties"),
        ("3", "Rietveld Wonen verhuurt deze woningen.", "Rietveld Wonen"),
        ("4", "De Linde legt in de haven tuinen aan.", "De Linde"),
    )
    source = SourceText("afspraken.docx", "0", "", " " * made.end, (made,))
    assert [c.code for c in extract(source, KNOWLEDGE).commitments] == ["1", "2", "3", "4"]


def test_what_was_mended_is_told_on() -> None:
    repair = Repair(RepairKind.LIGATURE, "#", "n", 3)
    assert extract(replace(source_of(AGREEMENT), repairs=(repair,)), KNOWLEDGE).repairs == (repair,)


NOTHING = {
    "no text": "",
    "noise": "x9 ## ... %%\n\n&&&",
    "English": (
        """
        Performance agreements in Dutch social housing

        The municipality and the housing associations agree on new homes every year. They will build at least
        30 homes before 2027. The tenants' organisation gives advice on the rents.

        Agreements

        • The municipality provides land for 30 homes

        • The housing associations build 30 homes in 2027
        """
    ),
    "minutes": (
        """
        Notulen van de raad van Waterhoven

        De wethouder zegt dat de gemeente volgend jaar dertig woningen wil bouwen. De raad is daar blij mee.
        De voorzitter sluit de vergadering om tien uur.
        """
    ),
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_a_document_without_commitments_gives_none(text: str) -> None:
    assert understood(text).commitments == ()


PIECES = [
    "Prestatieafspraken Waterhoven 2026-2029",
    "Gemeente Waterhoven, Rietveld Wonen en De Linde",
    "Afspraken",
    "Inleiding",
    "1. Beschikbaarheid",
    "2.1 De gemeente bouwt dertig woningen.",
    "De gemeente:",
    "• bouwt dertig woningen voor 2028",
    "◦ in de haven",
    "K 1.1 Gemeente",
    "K 1.2 Bouwgrond",
    "K 1.3 Vervallen",
    "J 2.1 Gemeente, De Linde",
    "Nr. Jaarafspraak Trekker Prioriteit Realisatie",
    "Nr.",
    "Afspraak",
    "Wie",
    "Wanneer",
    "1",
    "2",
    "Gemeente",
    "Q2 2026",
    "Trekker: Rietveld Wonen",
    "De gemeente wijst uiterlijk in 2027 grond aan voor ten minste 30 woningen.",
    "De corporaties bouwen deze woningen en",
    "verhuren ze aan starters.",
    "In 2024 was de wachttijd zeven jaar.",
    "1 Zie het besluit van de raad.",
    "Artikel 3 Looptijd",
    "Bijlage 1 Kaart",
    "Ondertekening",
    "De heer J. de Wit",
    "",
    "",
    "",
    "\f",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("\n".join) | st.text(max_size=200)


def spans(found: Extraction) -> list[SourceSpan]:
    """Return every passage that a result points at."""
    return [
        *(c.span for c in found.commitments),
        *(t.span for t in found.tables),
        *(entry.span for entry in found.glossary),
        *(span for finding in found.findings for span in finding.spans),
    ]


def letters(text: str) -> str:
    """Return a text without its white space."""
    return re.sub(r"\s", "", text)


def stands_in(part: str, whole: str) -> bool:
    """Say whether the characters of a part stand in the whole in their order; fields may be taken out between them."""
    rest = iter(whole)
    return all(character in rest for character in part)


@pytest.mark.slow  # many whole documents are read
@settings(max_examples=60)
@given(TEXTS)
def test_every_text_gives_passages_and_words_of_that_text_and_always_the_same(text: str) -> None:
    source = source_of(text)
    found = extract(source, KNOWLEDGE)
    assert found == extract(source, KNOWLEDGE)
    for span in spans(found):
        assert 0 <= span.start <= span.end <= len(source.raw)
        assert 1 <= span.page <= source.page_count
    starts = [c.span.start for c in found.commitments]
    assert starts == sorted(starts)
    mended = letters("".join(line.text for line in source.flow if isinstance(line, Line)))
    for commitment in found.commitments:
        assert commitment.text.strip()
        assert stands_in(letters(commitment.text), mended)


CELLS = st.sampled_from(
    ["", "Nr.", "Afspraak", "Wie", "Stand", "K 1.1", "gemeente", "De gemeente bouwt.", "2026", "groen"]
)
ROWS = st.lists(st.lists(CELLS, max_size=4).map(tuple), max_size=6)


@pytest.mark.slow  # many whole documents are read
@settings(max_examples=60)
@given(ROWS)
def test_every_table_is_read_and_its_passages_lie_in_the_text(rows: list[tuple[str, ...]]) -> None:
    made: Table = table(*rows)
    source = SourceText("afspraken.docx", "0", "", "\n".join("\n".join(row) for row in rows).ljust(made.end), (made,))
    found = extract(source, KNOWLEDGE)
    assert found == extract(source, KNOWLEDGE)
    assert all(0 <= span.start <= span.end <= len(source.raw) for span in spans(found))


ENGLISH = [
    "The municipality will build thirty homes before 2027.",
    "Housing associations own most of the social housing in the city.",
    "We agree that rents rise by at most two percent a year.",
    "Tenants are consulted every year in May.",
    "1. New homes in the harbour",
    "• at least 30 homes a year",
    "Agreements",
    "",
]


@pytest.mark.slow  # many whole documents are read
@settings(max_examples=40)
@given(st.lists(st.sampled_from(ENGLISH), max_size=30).map("\n".join))
def test_an_english_text_gives_no_commitments(text: str) -> None:
    assert understood(text).commitments == ()


FACTS = """
De wachttijd is sinds 2020 opgelopen tot zeven jaar. Veel bewoners zijn ouder dan zeventig jaar. De flats zijn oud.
De haven ligt al jaren braak. Er is in de regio een tekort aan bouwgrond. In 2024 werden twintig woningen opgeleverd.
De binnenstad is klein en de straten zijn er smal. De meeste winkels zijn verdwenen. De zee is nooit ver weg.
"""
LOOSE = """
Prestatieafspraken Waterhoven 2026-2029

Gemeente Waterhoven, Rietveld Wonen en De Linde

1. Bouwen

Afspraken

De gemeente wijst uiterlijk in 2027 in de haven grond aan voor ten minste dertig woningen.

De corporaties bouwen daar samen dertig sociale huurwoningen en houden die vijftien jaar in bezit.

Rietveld Wonen verkoopt niet meer dan vijf woningen per jaar.

De Linde isoleert elk jaar honderd woningen.

De gemeente verlaagt de leges voor sociale huurwoningen.

2. Onze stad

• De stad is oud en groen.

• De gemeente legt jaarlijks minimaal twee speelplekken aan.

De gemeente bouwt uiterlijk in 2028 een nieuw zwembad.

3. Overleg

De gemeente en de corporaties overleggen elk kwartaal over de voortgang van deze afspraken.
"""


def test_outside_promising_sections_lists_and_arrangements_about_working_together_count() -> None:
    with_facts = LOOSE.replace("• De stad", f"{FACTS * 3}\n• De stad")
    found = [c.text for c in understood(with_facts).commitments]
    assert len(found) == 7
    assert found[5:] == [
        "De gemeente legt jaarlijks minimaal twee speelplekken aan.",
        "De gemeente en de corporaties overleggen elk kwartaal over de voortgang van deze afspraken.",
    ]


def test_a_section_without_a_promise_is_read_where_it_commits_as_well() -> None:
    found = [c.text for c in understood(LOOSE).commitments]
    assert "De gemeente bouwt uiterlijk in 2028 een nieuw zwembad." in found
