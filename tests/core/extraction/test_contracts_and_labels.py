"""Contracts with articles, letters behind numbers, blocks of labelled lines, ranges of codes, parties in brackets."""

from __future__ import annotations

import pytest

from samenspraak.core.extraction.markers import code_of, number_of
from samenspraak.core.extraction.result import FoundCommitment
from tests.core.extraction.documents import understood

CONTRACT = """
RAAMOVEREENKOMST WONEN 2025-2028

De ondergetekenden:

1. de gemeente Waterhoven, vertegenwoordigd door haar wethouder de heer P. Bos, hierna te noemen: de gemeente;
2. Woonstichting De Linde, vertegenwoordigd door haar bestuurder mevrouw S. Vos, hierna te noemen: de corporatie;
3. Vereniging Huurdersbelangen Waterhoven, vertegenwoordigd door haar voorzitter de heer T. Mos, hierna te noemen: VHW;

OVERWEGENDE DAT:

a. de gemeente op 6 juni 2024 de woonvisie heeft vastgesteld;
b. de corporatie op 28 juni 2024 haar bod heeft uitgebracht;

KOMEN HET VOLGENDE OVEREEN:

ARTIKEL 1 – BEGRIPSBEPALINGEN

In deze overeenkomst wordt verstaan onder:
a. sociale huurwoning: een woning met een huur tot de liberalisatiegrens;
b. jaarschijf: de jaarlijkse uitwerking van deze overeenkomst.

ARTIKEL 2 – BOUWEN

a. De corporatie bouwt ten minste 150 sociale huurwoningen.
b. De grondprijs voor een sociale huurwoning bedraagt € 18.750.

ARTIKEL 3 – ENERGIE

a. In 2028 heeft de voorraad van de corporatie gemiddeld label A.
b. VHW werft onder huurders energieambassadeurs.

ALDUS OVEREENGEKOMEN EN ONDERTEKEND TE WATERHOVEN, 17 DECEMBER 2024
"""


def texts(document: str) -> list[str]:
    """Return what is found in a document, each by its first three words."""
    return [" ".join(commitment.text.split()[:3]) for commitment in understood(document).commitments]


def parties(commitment: FoundCommitment) -> list[str]:
    """Return the names of those who commit."""
    return [party.name for party in commitment.parties]


def test_below_the_words_that_parties_agree_every_member_of_an_article_is_agreed() -> None:
    assert texts(CONTRACT) == ["De corporatie bouwt", "De grondprijs voor", "In 2028 heeft", "VHW werft onder"]


def test_letters_behind_hereinafter_name_a_party() -> None:
    assert parties(understood(CONTRACT).commitments[-1]) == ["Vereniging Huurdersbelangen Waterhoven"]


LETTERED = """
Prestatieafspraken Waterhoven 2026

Woonstichting De Linde
Gemeente Waterhoven
Huurdersraad De Linde

1 Bouwen

Wat is de opgave?

De wachttijd is opgelopen tot acht jaar.

Wat doen we in 2026?

1A  De Linde levert 44 appartementen op aan de Kade.
1B  De gemeente besluit in het derde kwartaal over het postkantoor.

2 Betaalbaar

Wat doen we in 2026?

2A  De gemiddelde huurverhoging van De Linde is maximaal 3,8%.
2B  De gemeente breidt het noodfonds uit.
"""


def test_a_number_with_a_letter_is_a_code() -> None:
    assert [commitment.code for commitment in understood(LETTERED).commitments] == ["1A", "1B", "2A", "2B"]


@pytest.mark.parametrize("line", ["2e kwartaal van 2026", "3D-printen van woningen", "5m hoge bomen", "1b woningen"])
def test_an_ordinal_or_a_measure_is_no_code(line: str) -> None:
    assert code_of(line) is None


def test_the_year_behind_the_name_of_the_place_is_the_period() -> None:
    period = understood(LETTERED).agreement.period
    assert period
    assert (period.start, period.end) == (2026, 2026)


def test_an_association_above_the_municipality_on_the_title_page_takes_part() -> None:
    assert understood(LETTERED).agreement.housing_associations == ("De Linde",)


LABELLED = """
Prestatieafspraken Waterhoven 2023-2026

Gemeente Waterhoven, Woonstichting De Linde en Huurdersraad De Linde

Nieuwbouw

Afspraak: De corporatie voegt 200 woningen toe.
Toelichting: In de woonvisie staat een behoefte van 400 woningen. De Linde neemt de helft voor haar rekening.
Wie: De Linde
Planning: 2026

Afspraak: Er komt een onderzoek naar woningdelen.
Wie: gemeente, De Linde
Planning: medio 2024

Afspraak: Statushouders worden evenredig over de kernen verdeeld.
Wie: gemeente
Planning: doorlopend
"""


def test_a_block_of_labelled_lines_without_a_number_is_a_commitment() -> None:
    found = understood(LABELLED).commitments
    assert [(c.code, parties(c), c.deadline and c.deadline.text) for c in found] == [
        (None, ["De Linde"], "2026"),
        (None, ["gemeente", "De Linde"], "medio 2024"),
        (None, ["gemeente"], "doorlopend"),
    ]


def test_what_explains_a_commitment_is_not_counted() -> None:
    assert [quantity.value for quantity in understood(LABELLED).commitments[0].quantities] == [200]


RANGES = """
Prestatieafspraken Waterhoven 2024-2028

Gemeente Waterhoven, Woonstichting De Linde en Huurdersraad De Linde

BES-01 tot en met BES-03: Beschikbaarheid

BES-01 Nieuwbouw
De Linde bouwt 130 woningen.

BES-02 Locaties
De gemeente wijst een locatie aan.

BES-03 Toewijzing
Ten hoogste 25% van het aanbod gaat naar inwoners.

DUU-01 tot en met DUU-03: Duurzaamheid

DUU-01 Isolatie
De Linde isoleert 300 woningen.

DUU-02 Warmte
De gemeente stelt het warmteprogramma vast.

DUU-03 Circulair
De Linde hergebruikt 30% van de materialen.

LEE-01 en LEE-02: Leefbaarheid

LEE-01 Buurtbudget
De Linde stelt € 15 per woning beschikbaar.

LEE-02 Overlast
Partijen vernieuwen het convenant.
"""


def test_a_heading_that_says_which_codes_follow_is_none_of_them() -> None:
    found = understood(RANGES).commitments
    assert [c.title for c in found[:3]] == ["Nieuwbouw", "Locaties", "Toewijzing"]
    assert found[3].heading == "DUU-01 tot en met DUU-03: Duurzaamheid"


def test_few_codes_that_look_like_the_others_count_as_well() -> None:
    assert [c.code for c in understood(RANGES).commitments[-2:]] == ["LEE 01", "LEE 02"]


BRACKETED = """
PRESTATIEAFSPRAKEN 2025 – 2028

GEMEENTE WATERHOVEN – WOONSTICHTING DE LINDE – HUURDERSRAAD DE LINDE

In dit stuk is G = gemeente, L = De Linde, H = huurdersraad.

BESCHIKBAARHEID

1. Tot en met 2028 worden 90 woningen toegevoegd. (G, L)
2. Van de nieuwe woningen is de helft geschikt voor alleenstaanden. (L)

VERDUURZAMING

3. 140 woningen worden aangesloten op het warmtenet. (L)
4. Jaarlijks wordt een energiemarkt georganiseerd. (G, L, H)
"""


def test_letters_in_brackets_at_the_end_say_who_does_it() -> None:
    found = understood(BRACKETED).commitments
    assert [parties(c) for c in found] == [
        ["gemeente", "De Linde"],
        ["De Linde"],
        ["De Linde"],
        ["gemeente", "De Linde", "huurdersorganisaties"],
    ]
    assert found[0].text.endswith("toegevoegd.")


def test_an_item_may_begin_with_a_number_of_something() -> None:
    assert number_of("3. 140 woningen worden aangesloten.")
    assert number_of("3. 140") is None


def test_names_in_capitals_are_written_as_names() -> None:
    facts = understood(BRACKETED).agreement
    assert (facts.municipalities, facts.housing_associations) == (("Waterhoven",), ("De Linde",))
    assert facts.tenants_organisations == ("Huurdersraad De Linde",)


EFFORTS = """
Prestatieafspraken Waterhoven 2024-2026

Gemeente Waterhoven, Woonstichting De Linde en Huurdersraad De Linde

THEMA 1 BESCHIKBAARHEID

Wat speelt er?

De druk is groot.

Inspanning gemeente
- Wijst in elke kern een locatie aan.
- Verleent vergunningen op tijd.

Inspanning De Linde
- Bouwt in drie jaar 75 woningen.
- Verhuurt woningen met voorrang aan doorstromers.
"""


def test_a_heading_with_a_party_right_behind_it_says_who_does_what_stands_below() -> None:
    found = understood(EFFORTS).commitments
    assert [parties(c) for c in found] == [["gemeente"], ["gemeente"], ["De Linde"], ["De Linde"]]


def test_the_numbered_points_of_minutes_are_no_commitments() -> None:
    minutes = """
Verslag bestuurlijk overleg prestatieafspraken

1. Opening
De wethouder opent de vergadering en heet iedereen welkom.

2. Verslag vorige keer
Het verslag wordt ongewijzigd vastgesteld.

3. Voortgang nieuwbouw
Mevrouw De Wit meldt dat de bouw is gestart. De heer Bos vraagt naar de toewijzing.

4. Huurverhoging
De Linde heeft het voorstel aan de huurdersraad gestuurd. De huurdersraad brengt uiterlijk 15 april advies uit.

5. Sluiting
De wethouder sluit de vergadering om 16.00 uur. Het volgende overleg is op 11 juni 2025.
"""
    assert not understood(minutes).commitments


def test_a_list_may_be_completed_by_a_line_in_capitals() -> None:
    accord = """
REGIONAAL AKKOORD WONEN 2026 – 2028

Gemeente Waterhoven, Woonstichting De Linde en Huurdersraad De Linde

WIJ KOMEN OVEREEN DAT

a. de gemeente en De Linde een regionale verordening vaststellen;
b. de gemeente ten hoogste 25% van de woningen toewijst;
c. de corporaties één portaal gebruiken en de kosten dragen;
d. De Linde samen met de gemeente 120 woningen bouwt;
e. urgente woningzoekenden binnen zes maanden een aanbod krijgen.
"""
    assert len(understood(accord).commitments) == 5
