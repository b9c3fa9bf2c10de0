"""Until when: which points of time are a term and which only name something."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.vocabulary.deadline import Deadline, DeadlineKind
from samenspraak.core.vocabulary.deadline_finder import find_all_deadlines, find_deadline


def written(text: str) -> str:
    """Return the term of a statement in an agreement for 2025-2028, drawn up for 2025."""
    deadline = find_deadline(text, period_end=2028, document_year=2025)
    if deadline is None:
        return "none"
    return f"{deadline.kind} {deadline.on}" if deadline.on else str(deadline.kind)


YEARS = [
    ("In 2026 stelt de gemeente een woonzorgvisie op.", "year 2026-12-31"),
    ("De corporatie verduurzaamt tot en met 2028 350 woningen.", "year 2028-12-31"),
    ("Eind 2027 zijn alle daken geïsoleerd.", "year 2027-12-31"),
    ("Aan het eind van 2027 zijn de plannen hard.", "year 2027-12-31"),
    ("Vóór 2029 heeft elk trappenhuis ledverlichting.", "year 2028-12-31"),
    ("Voor 2029 heeft elk trappenhuis ledverlichting.", "year 2028-12-31"),
    ("Voor 2025 verwachten wij 20 verkopen.", "year 2025-12-31"),
    ("Tot 2030 bouwen wij 800 woningen.", "year 2029-12-31"),
    ("In de periode tot 2030 bouwen wij 800 woningen.", "year 2029-12-31"),
    ("Wij bouwen 800 woningen in de periode 2025 t/m 2030.", "year 2030-12-31"),
    ("In de jaren 2025-2027 renoveren wij de Parkflat.", "year 2027-12-31"),
    ("In 2025 en 2026 onderzoeken wij splitsing.", "year 2026-12-31"),
    ("De visie wordt in 2025-2026 herzien.", "year 2026-12-31"),
    ("Medio 2027 is de vergunning binnen.", "year 2027-07-31"),
    ("Begin 2026 plannen wij een gesprek.", "year 2026-03-31"),
    ("In het najaar van 2025 volgt een voorstel.", "year 2025-11-30"),
    ("Wij leveren voor de zomer van 2026 een plan.", "year 2026-05-31"),
    ("Uiterlijk 2028 is de lift geplaatst.", "year 2028-12-31"),
    ("Per ultimo 2026 staan er 30 flexwoningen.", "year 2026-12-31"),
    ("In de loop van 2026 stemmen wij af.", "year 2026-12-31"),
    ("Dit convenant loopt over een periode van vier jaar: 2025 tot en met 2028.", "year 2028-12-31"),
    ("Het streven is een derde deel minder afval in 2030.", "year 2030-12-31"),
    ("Oplevering: 2027", "year 2027-12-31"),
    ("Gedurende de looptijd van deze afspraken bouwen wij 90 woningen.", "year 2028-12-31"),
    ("Tijdens de looptijd evalueren wij de regeling.", "year 2028-12-31"),
    ("Binnen de contractperiode worden 40 woningen verkocht.", "year 2028-12-31"),
    ("Gedurende de periode van de prestatieafspraken renoveren wij 300 woningen.", "year 2028-12-31"),
    ("De gemeente wil uiterlijk in 2027 een verordening.", "year 2027-12-31"),
    ("Dit jaar of uiterlijk in 2026 start het onderzoek.", "year 2026-12-31"),
    ("Daarna wordt dit in 2026 herhaald.", "year 2026-12-31"),
    ("In de jaren 2025, 2026 en 2027 verkopen wij elk jaar vijf garages.", "year 2027-12-31"),
    ("Wij bouwen van 2025 tot en met 2028 elk jaar 30 woningen.", "year 2028-12-31"),
    ("Vóór het einde van de looptijd zijn alle daken bekeken.", "year 2028-12-31"),
    ("De eerste bewoners kunnen eind 2026/begin 2027 verhuizen.", "year 2027-03-31"),
    ("In 2028 heeft de stad geen steile trappen meer (uitgezonderd monumenten).", "year 2028-12-31"),
    ("In het jaar 2027 volgt een evaluatie.", "year 2027-12-31"),
]  # fmt: skip

QUARTERS_AND_DAYS = [
    ("In het derde kwartaal van 2025 ligt er een plan.", "quarter 2025-09-30"),
    ("Uiterlijk Q1 2026 is de kaart klaar.", "quarter 2026-03-31"),
    ("De lijst met daken is er uiterlijk in 02 2026.", "quarter 2026-06-30"),
    ("Uiterlijk in Ql 2026 volgt een besluit.", "quarter 2026-03-31"),
    ("In het 4e kwartaal 2026 besluiten partijen.", "quarter 2026-12-31"),
    ("Planning: Q3-2026.", "quarter 2026-09-30"),
    ("In K2 2026 is de nulmeting gereed.", "quarter 2026-06-30"),
    ("In Q2 wordt de werkgroep opgericht.", "quarter 2025-06-30"),
    ("In de eerste helft van 2026 wordt de kaart gemaakt.", "quarter 2026-06-30"),
    ("In de tweede helft van 2026 wordt de kaart gemaakt.", "quarter 2026-12-31"),
    ("Het plan is in T2 2026 klaar.", "tertial 2026-08-31"),
    ("Uiterlijk 1 juli 2026 is de verordening herzien.", "date 2026-07-01"),
    ("Vóór 1 juli 2026 is de verordening herzien.", "date 2026-06-30"),
    ("Wij leveren de cijfers voor 1 mei 2026 aan.", "date 2026-04-30"),
    ("De stukken zijn op 15 september 2025 gereed.", "date 2025-09-15"),
    ("Uiterlijk 15-09-2025 ontvangt de gemeente het bod.", "date 2025-09-15"),
    ("Eind juni 2026 is er een besluit.", "date 2026-06-30"),
    ("In maart 2026 starten wij.", "date 2026-03-31"),
    ("Uiterlijk 1 oktober ontvangt de gemeente het bod.", "date 2025-10-01"),
    ("De bijeenkomst staat gepland voor 22 april 2026.", "date 2026-04-22"),
    ("De afspraken gelden tot en met 31 december 2028.", "date 2028-12-31"),
]  # fmt: skip

CONTINUOUS = [
    ("Partijen delen doorlopend hun bouwkansen.", "continuous"),
    ("Dit is een doorlopend punt van aandacht.", "continuous"),
    ("Het wijkteam is permanent bereikbaar.", "continuous"),
    ("Partijen bespreken dit doorlopend; in 2026 volgt een schouw.", "year 2026-12-31"),
    ("De woningen worden permanent verhuurd.", "none"),
    ("De lijst, die continu wordt bijgewerkt, is leidend.", "none"),
]  # fmt: skip

SEVERAL = [
    # (statement, the term that belongs to the main verb)
    ("Na een in Q4 2025 te houden proef bepalen wij in Q1 2026 of de fietsenstalling in 2027 terugkeert.",
     "quarter 2026-03-31"),
    ("Wij gaan in 2025 verder met de liften, om die uiterlijk 2028 vernieuwd te hebben.", "year 2028-12-31"),
    ("De gemeente koopt in 2026 het pand. De verwachting is dat medio 2027 de sloop begint.", "year 2026-12-31"),
    ("Wij maken in 2026 een routekaart om in 2050 klimaatneutraal te zijn.", "year 2026-12-31"),
    ("Wij maken uiterlijk Q2 2025 een plan en voeren dit in 2026 uit.", "year 2026-12-31"),
    ("Uiterlijk Q1 2026 is er een lijst. Wij richten ons op starts in 2026.", "quarter 2026-03-31"),
    ("In 2023 is de behoefte onderzocht. Op basis hiervan stelt de gemeente in 2025 beleid op.", "year 2025-12-31"),
    ("Het wijkteam heeft al in 2024 een cursus gevolgd en organiseert een tweede in 2026.", "year 2026-12-31"),
]  # fmt: skip

NO_TERMS = [
    "Het regioakkoord van 4 april 2023 is leidend.",
    "De huur ligt onder de grens (€ 650,43, prijspeil 2025).",
    "Het bedrag is € 512,30 (in 2025).",
    "Conform de huisvestingsverordening 2025-2027 werken wij samen.",
    "Zie de Woonvisie 2030.",
    "De visie is vastgesteld op 12 mei 2025.",
    "Het in 2025 vastgestelde beleid blijft gelden.",
    "De in 2025 door het bestuur gekozen kleuren gelden.",
    "Wij benutten het in 2026 op te stellen rapport.",
    "Uit in 2025 uitgevoerd onderzoek blijkt een tekort.",
    "Sinds 2020 werken wij samen.",
    "Vanaf 2026 geldt een nieuwe regeling.",
    "Met ingang van 2027 gelden nieuwe afspraken.",
    "In 2023 waren er 40 meldingen.",
    "Ten opzichte van 2025 daalt het verbruik.",
    "Jaarlijks vóór 1 februari leveren wij cijfers.",
    "Elk jaar in het eerste kwartaal evalueren wij.",
    "De komende vijf jaar werken wij hieraan.",
    "Eind dit jaar volgt een gesprek.",
    "De inwerkingtreding van de wet is voorzien op 1 januari 2027.",
    "Op 1 juli 2025 treedt de wet in werking.",
    "Op 3 mei jl. tekenden partijen.",
    "Mochten er gedurende de looptijd tekorten ontstaan, dan overleggen wij.",
    "De start kan ook buiten de looptijd van deze afspraken liggen.",
    "De ouderen wonen zelfstandig.",
    "In 2024 is een stuurgroep opgericht.",
    "Het convenant, gesloten in 2025, blijft van kracht.",
    "Partijen hebben op 3 februari 2025 de intentie ondertekend.",
    "Zie de planning, uiterlijk vanaf 2026.",
    "De begroting 2026 bevat hiervoor geld.",
    "Bij de start van het schooljaar 2025-2026 is er een gesprek.",
    "Na 2026 bezien wij dit opnieuw.",
    "Het collegeprogramma 2026-2030 is leidend.",
    "De looptijd van de lening is lang.",
    "Wij bouwen 2026 woningen.",
]

EVERYTHING = [*YEARS, *QUARTERS_AND_DAYS, *CONTINUOUS, *SEVERAL]


@pytest.mark.parametrize(("text", "expected"), EVERYTHING, ids=[text[:50] for text, _ in EVERYTHING])
def test_a_term_has_a_kind_and_a_last_day(text: str, expected: str) -> None:
    assert written(text) == expected


@pytest.mark.parametrize("text", NO_TERMS)
def test_a_name_the_past_and_a_repeating_duty_give_no_term(text: str) -> None:
    assert written(text) == "none"


def test_the_words_of_a_term_are_kept() -> None:
    deadline = find_deadline("Het plan is\nuiterlijk in Q1 2026 gereed.")
    assert deadline is not None
    assert deadline.text == "uiterlijk in Q1 2026"


def test_the_agreement_s_period_gives_a_term_without_a_day_when_its_end_is_unknown() -> None:
    deadline = find_deadline("Gedurende de looptijd bouwen wij 90 woningen.")
    assert deadline is not None
    assert (deadline.kind, deadline.on) == (DeadlineKind.YEAR, None)


def test_a_quarter_without_a_year_is_a_term_only_where_the_document_says_the_year() -> None:
    text = "In Q1 houden wij een overleg."
    assert find_deadline(text) is None
    assert find_deadline(text, document_year=2027) == Deadline("In Q1", DeadlineKind.QUARTER, date(2027, 3, 31))


@pytest.mark.parametrize(
    ("text", "document_year", "expected"),
    [
        ("Voor 2026 verwachten wij 20 verkopen.", 2026, date(2026, 12, 31)),
        ("Voor 2026 zijn de daken klaar.", 2024, date(2025, 12, 31)),
        ("Voor het jaar 2026 verwachten wij 20 verkopen.", 2024, date(2026, 12, 31)),
        ("In 2026 zijn alle daken vernieuwd.", 2026, date(2026, 12, 31)),
        ("In 2023 zijn alle daken vernieuwd.", 2024, None),
        ("In 2024 vernieuwen wij de daken.", 2025, date(2024, 12, 31)),
        ("In 2022 vernieuwen wij de daken.", 2025, None),
    ],
)
def test_the_year_of_the_document_tells_what_is_past(text: str, document_year: int, expected: date | None) -> None:
    deadline = find_deadline(text, document_year=document_year)
    assert (deadline.on if deadline else None) == expected


def test_all_terms_are_found_in_reading_order() -> None:
    text = "Wij maken in 2026 een routekaart om in 2050 klimaatneutraal te zijn, en overleggen doorlopend."
    found = find_all_deadlines(text, document_year=2025)
    assert [deadline.text for deadline in found] == ["in 2026", "in 2050", "doorlopend"]


@given(
    st.text(alphabet="0123456789 Qinuterljkvoó.,-/\n(", max_size=120)
    | st.lists(
        st.sampled_from(
            "in voor tot en met 2026 Q1 1 juli eind kwartaal van 30 februari 2027 of om de looptijd , .".split()
        )
    ).map(" ".join)
    | st.text(max_size=300),
    st.none() | st.integers(1990, 2090),
)
def test_any_text_is_read_and_a_term_is_part_of_it(text: str, year: int | None) -> None:
    even = " ".join(text.split())
    for deadline in find_all_deadlines(text, period_end=year, document_year=year):
        assert deadline.text in even
        assert (deadline.kind is DeadlineKind.CONTINUOUS) <= (deadline.on is None)


@pytest.mark.parametrize("repeated", ["1", "a", " ", "(", "2", ".", "-", "\n", "Q", "é"])
def test_a_hundred_thousand_times_the_same_sign_is_read(repeated: str) -> None:
    assert find_deadline(repeated * 100_000, document_year=2025) is None


@pytest.mark.slow  # half a second: a hundred kilobytes that look like years from beginning to end
@pytest.mark.parametrize("repeated", ["in 2024 ", "2024-", "is in 2023 ", "1 juli ", "van de ", "eind "])
def test_a_hundred_kilobytes_of_years_are_read(repeated: str) -> None:
    find_deadline(repeated * (100_000 // len(repeated)), document_year=2025)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De gemeente breidt het noodfonds uit per 1 april 2026.", "date 2026-04-01"),
        ("Partijen voeren het plan uit in 2027.", "year 2027-12-31"),
        ("De gemeente gebruikt cijfers uit 2024.", "none"),
    ],
)
def test_the_last_part_of_a_verb_is_no_preposition(text: str, expected: str) -> None:
    assert written(text) == expected
