"""What counts as a quantity, with its unit and its bound: tables a civil servant can check."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.vocabulary.quantity import Quantity
from samenspraak.core.vocabulary.quantity_finder import find_quantities


def written(quantities: tuple[Quantity, ...]) -> str:
    return "; ".join(f"{q.value:g} {q.unit} {q.bound}" for q in quantities)


DWELLINGS = [
    ("De corporaties bouwen 40 woningen.", "40 dwelling exact"),
    ("Er komen minimaal 1.250 sociale huurwoningen bij.", "1250 dwelling min"),
    ("Wij voegen ten minste circa 300 tot 450 woningen toe.", "300 dwelling min; 450 dwelling max"),
    ("In Lindeveld verrijzen 24 appartementen en 12 eengezinswoningen.", "24 dwelling exact; 12 dwelling exact"),
    ("Realisatie Molenpad: 30 woningen waarvan 18 sociale huur en 12 middenhuur.",
     "30 dwelling exact; 18 dwelling exact; 12 dwelling exact"),
    ("De gemeente zoekt ruimte voor 4 à 5 nieuwe standplaatsen.", "4 standplaatsen min; 5 standplaatsen max"),
    ("Per complex komt 0 of 1 woning vrij.", "0 dwelling min; 1 dwelling max"),
    ("Wij verkopen ten hoogste vijftien woningen uit het bezit.", "15 dwelling max"),
    ("Naar verwachting worden 60 woningen gesloopt.", "60 dwelling about"),
    ("De corporatie streeft naar 75 nultredenwoningen.", "75 dwelling about"),
    ("Eind 2027 zijn 90 van de 118 woningen verbeterd.", "90 dwelling exact; 118 dwelling exact"),
    ("De Linde isoleert 480 woningen, Rietveld Wonen 130.", "480 dwelling exact; 130 dwelling exact"),
    ("De Linde 31, Rietveld 29 en De Berk 7 woningen.", "31 dwelling exact; 29 dwelling exact; 7 dwelling exact"),
    ("Zo'n 200 vhe worden geïsoleerd.", "200 dwelling about"),
    ("Er worden tussen de 80 en 100 flexwoningen geplaatst.", "80 dwelling min; 100 dwelling max"),
    ("Het programma telt 120 (waarvan de helft grondgebonden) huurwoningen.", "120 dwelling exact; 50 percent exact"),
    ("Partijen voegen per jaar gemiddeld 25 woningen toe.", "25 dwelling/year about"),
    ("Jaarlijks worden maximaal 10 woningen verkocht.", "10 dwelling/year max"),
    ("In 2026 worden 40 woningen opgeleverd en in 2027 nog eens 60.", "40 dwelling exact; 60 dwelling exact"),
    ("We realiseren 500-650 woningen tot 2030.", "500 dwelling min; 650 dwelling max"),
    ("Minimaal 100 en maximaal 140 woningen komen in aanmerking.", "100 dwelling min; 140 dwelling max"),
    ("De gemeente wijst ruimte aan voor meer dan 90 zorggeschikte woningen.", "90 dwelling min"),
    ("Niet meer dan 35 woningen worden geliberaliseerd.", "35 dwelling max"),
    ("Voor de doelgroep zijn 12 geclusterde (zorg)woningen beschikbaar.", "12 dwelling exact"),
    ("Er worden 20 of meer woningen gesplitst.", "20 dwelling min"),
    ("Het complex met 48 eenheden wordt gerenoveerd.", "48 dwelling exact"),
    ("Het aantal flats neemt met minimaal 6 woningen toe.", "6 dwelling min"),
    ("Het aantal sociale huurwoningen neemt met minimaal 60 toe.", "60 dwelling min"),
    ("Aantal op te leveren woningen: 46", "46 dwelling exact"),
    ("Het plan telt 1.100 woningen, oftewel 220 per jaar.", "1100 dwelling exact; 220 dwelling/year exact"),
    ("Van de 60 woningen zijn er 24 bestemd voor starters.", "60 dwelling exact; 24 dwelling exact"),
    ("Wij starten met 24 woningen aan de Veldlaan, 16 aan het Kerkpad en 30 in Oosterweide.",
     "24 dwelling exact; 16 dwelling exact; 30 dwelling exact"),
    ("Er is ruimte voor 8 tot 12 tiny houses.", "8 dwelling min; 12 dwelling max"),
    ("Verwacht worden de volgende verkopen: 5 woningen in Dorp.", "5 dwelling exact"),
    ("De opgave bedraagt bijna 2000 woningen.", "2000 dwelling about"),
]  # fmt: skip

SHARES = [
    ("Voor spoedzoekers is minimaal 12,5% van de verhuringen bestemd.", "12.5 percent min"),
    ("Hooguit een kwart van het aanbod gaat naar urgenten.", "25 percent max"),
    ("Maximaal twee derde deel van het plein is bestraat.", "66.7 percent max"),
    ("Tweederde van de nieuwbouw is betaalbaar.", "66.7 percent exact"),
    ("De helft van de kosten draagt de gemeente.", "50 percent exact"),
    ("Circa 30 procent sociale huur.", "30 percent about"),
    ("Het aandeel stijgt naar 30% van de voorraad.", "30 percent exact"),
    ("Het aandeel stijgt van 21% naar 28%.", "28 percent exact"),
    ("Zo groeit het aandeel middenhuur tot 12%.", "12 percent exact"),
    ("Corporaties mogen tot 15% vrij toewijzen.", "15 percent max"),
    ("Tussen de 10 en 15% van de woningen is middenhuur.", "10 percent min; 15 percent max"),
    ("Het doel is 60% betaalbaar. Die 60% is een gemiddelde.", "60 percent exact"),
    ("Eén op de vier woningen gaat naar starters.", "25 percent exact"),
    ("Onder de 5% leegstand grijpen wij niet in.", "5 percent max"),
    ("Bij 25% tot 30% van de verhuringen geldt maatwerk.", "25 percent min; 30 percent max"),
    ("Wanneer het aandeel hoger is dan 10% overleggen wij.", "10 percent min"),
    ("Van de nieuwbouw is 40% sociaal, 30% middelduur en 30% vrije sector.",
     "40 percent exact; 30 percent exact; 30 percent exact"),
    ("Het verschil is ten hoogste 0,5 procentpunt.", "0.5 percent max"),
]  # fmt: skip

MONEY = [
    ("De grens bedraagt in 2025 € 900,07.", "900.07 EUR exact"),
    ("De gemeente stelt € 15.000,- beschikbaar.", "15000 EUR exact"),
    ("Er is een bijdrage van maximaal 1,5 miljoen euro.", "1.5e+06 EUR max"),
    ("Het fonds bevat € 2 mln.", "2e+06 EUR exact"),
    ("Een huur tot de lage aftoppingsgrens (€ 650,43) is passend.", "650.43 EUR max"),
    ("Voor een inkomen tot en met € 47.699 geldt voorrang.", "47699 EUR max"),
    ("De huurder betaalt € 25 per maand extra.", "25 EUR/month exact"),
    ("Jaarlijks draagt de gemeente € 40.000 bij.", "40000 EUR/year exact"),
    ("Per woning is € 5.000 tot € 7.500 beschikbaar.", "5000 EUR min; 7500 EUR max"),
    ("Huurders met een huur hoger dan € 525 krijgen verlaging.", "525 EUR min"),
    ("De huur blijft onder de kwaliteitskortingsgrens (nu € 454,47).", "454.47 EUR max"),
    ("Verhuurd wordt onder de lage aftoppingsgrens van € 650,43.", "650.43 EUR max"),
    ("Wij steunen maximaal drie initiatieven per jaar met een bijdrage tot € 2.500.",
     "3 initiatieven/year max; 2500 EUR max"),
    ("De bijdrage is 1 à 2 miljoen euro.", "1e+06 EUR min; 2e+06 EUR max"),
]  # fmt: skip

RHYTHMS = [
    ("De bouwtafel komt elke zes weken samen.", "6 week exact"),
    ("Twee keer per jaar is er bestuurlijk overleg.", "2 times/year exact"),
    ("Partijen spreken elkaar tweemaal per jaar.", "2 times/year exact"),
    ("De raad hoort ons minimaal 2x per jaar.", "2 times/year min"),
    ("De raad wordt minimaal drie en maximaal vijf keer per jaar bijgepraat.", "3 times/year min; 5 times/year max"),
    ("Er is 3 à 4 keer per jaar een bouwtafel.", "3 times/year min; 4 times/year max"),
    ("De voortgang wordt jaarlijks besproken.", "1 times/year exact"),
    ("Partijen houden een jaarlijks overleg.", "1 times/year exact"),
    ("Wij evalueren halfjaarlijks.", "2 times/year exact"),
    ("De cijfers komen per kwartaal beschikbaar.", "4 times/year exact"),
    ("Elk kwartaal rapporteert de corporatie.", "4 times/year exact"),
    ("Eenmaal per twee jaar volgt een enquête.", "2 year exact"),
    ("Eens in de vier jaar herzien wij de visie.", "4 year exact"),
    ("Om de drie maanden komt de werkgroep bijeen.", "3 month exact"),
    ("Er is een zeswekelijks spreekuur.", "6 week exact"),
    ("De werkgroep komt vier-wekelijks bijeen.", "4 week exact"),
    ("Partijen overleggen eens per kwartaal.", "4 times/year exact"),
    ("Elk jaar, in het voorjaar en het najaar, lopen wij door de wijk.", "2 times/year exact"),
    ("Er zijn ten minste vier wijkschouwen per jaar.", "4 wijkschouwen/year min"),
    ("Per jaar vinden minstens drie keer gesprekken plaats.", "3 times/year min"),
    ("Wij houden ten minste één wijkschouw per jaar.", "1 wijkschouw/year min"),
    ("Huisuitzettingen: maximaal 5 per jaar.", "5 times/year max"),
    ("Wij houden jaarlijks twee themabijeenkomsten.", "2 themabijeenkomsten/year exact"),
    ("Minstens een keer per jaar is er een schouw.", "1 times/year min"),
]  # fmt: skip

SPANS_AND_OTHERS = [
    ("Een berging die langer dan drie maanden openstaat, sluiten wij.", "3 month min"),
    ("De agenda volgt uiterlijk twee weken voor de vergadering.", "2 week min"),
    ("Binnen zes weken na de aanvraag volgt een besluit.", "6 week exact"),
    ("De afspraken gelden voor een periode van vier jaar.", "4 year exact"),
    ("De kamers zijn ten minste 50 m² groot.", "50 m² min"),
    ("Studio's van minder dan 40m2 vallen erbuiten.", "40 m² max"),
    ("Wij begeleiden 30 huishoudens met schulden.", "30 household exact"),
    ("Er is plek voor circa 80 personen.", "80 person about"),
    ("De gemeente huisvest 45 statushouders.", "45 statushouders exact"),
    ("Wij voeren ten minste 60 keukentafelgesprekken per jaar.", "60 keukentafelgesprekken/year min"),
    ("Een dak krijgt maximaal 10 zonnepanelen.", "10 zonnepanelen max"),
    ("De corporatie zet 1,5 fte in.", "1.5 fte exact"),
    ("De wachttijd mag niet langer zijn dan 12 maanden.", "12 month max"),
    ("Partijen richten uiterlijk 1 maart 2025 een tafel in.", ""),
    ("Er komen minstens 40 kleine, gelijkvloerse woningen.", "40 dwelling min"),
    ("De reactie volgt binnen vijf werkdagen.", "5 day exact"),
]  # fmt: skip

NO_QUANTITIES = [
    "In 2026 actualiseren wij het beleid van 12 mei 2022.",
    "Conform artikel 44 lid 2 van de Woningwet.",
    "Zie punt 8 en bijlage 1 en afspraak 3.2.",
    "Woningen met label E, F en G worden aangepakt volgens NEN 7120.",
    "De Dorpsstraat 12 blijft behouden.",
    "Bel 023-1234567 of 06 12345678.",
    "Jongeren onder de 21 jaar krijgen voorrang.",
    "Ouderen van 65 jaar en ouder kunnen doorstromen.",
    "De regeling is voor 55-plussers en 55+ complexen.",
    "Momenteel is 24% van de flats gelijkvloers.",
    "Op dit moment telt de gemeente 3.200 sociale huurwoningen.",
    "De huidige wachtlijst, kort en lang, bestaat uit ca. 700 huishoudens.",
    "Er waren 130 huishoudens bereikt.",
    "Voor de komende vijf jaar geldt dit beleid.",
    "De twee wethouders en drie bestuurders ondertekenen.",
    "Wij zorgen voor één loket en één aanspreekpunt.",
    "Een derde effect is dat de buurt schoner wordt.",
    "In de tweede helft van 2026 start de bouw.",
    "Dit geldt voor wijken3 en buurten7 samen.",
    "Tijdens de jaarlijkse bijeenkomst spreken wij dit af.",
    "Het maandelijkse spreekuur blijft bestaan.",
    "Honderden gezinnen hebben hier baat bij.",
    "De 3-30-300-norm geldt voor openbaar groen.",
    "De wet treedt op 1 juli 2026 in werking.",
    "Fase 2 wordt opgeleverd.",
    "Het overleg is om 14.00 uur.",
    "De Woonvisie 2023-2027 is vastgesteld.",
    "De 2-kamerwoningen en 3-kamerappartementen zijn in trek.",
    "Het tweede kwartaal is rustig.",
    "Dat is veel per 1.000 inwoners.",
    "In het collegeprogramma 2022-2026 is dit vastgelegd.",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*DWELLINGS, *SHARES, *MONEY, *RHYTHMS, *SPANS_AND_OTHERS], ids=lambda value: value[:40]
)
def test_a_quantity_has_a_value_a_unit_and_a_bound(text: str, expected: str) -> None:
    assert written(find_quantities(text)) == expected


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_a_number_that_promises_nothing_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_quantity_says_what_is_counted_and_how_it_is_written() -> None:
    (quantity,) = find_quantities("Er komen\nten minste 40 sociale huurwoningen bij.")
    assert quantity.text == "ten minste 40 sociale huurwoningen"
    assert quantity.subject == "sociale huurwoningen"


def test_a_share_says_of_what() -> None:
    (quantity,) = find_quantities("Maximaal 30% (circa een kwart) van de mutaties.")[:1]
    assert (quantity.text, quantity.subject) == ("Maximaal 30%", "mutaties")


def test_a_range_gives_both_ends_with_the_same_words() -> None:
    low, high = find_quantities("Wij verkopen 10 tot 15 woningen.")
    assert low.text == high.text == "10 tot 15 woningen"


def test_yearly_is_the_point_only_where_nothing_else_is_promised_in_numbers() -> None:
    assert written(find_quantities("Wij isoleren 200 woningen. De planning wordt jaarlijks besproken.")) == (
        "200 dwelling exact"
    )


def test_a_list_is_read_item_by_item() -> None:
    text = "Start bouw:\n• Kerkpad: 12 woningen;\n• Fase 2: 30 appartementen\n\n3 Dit is een noot."
    assert written(find_quantities(text)) == "12 dwelling exact; 30 dwelling exact"


@given(st.text(alphabet="0123456789.,%€ -tot enwonigkrpja\n•(", max_size=120) | st.text(max_size=300))
def test_any_text_is_read_and_a_quantity_is_part_of_it(text: str) -> None:
    even = " ".join(text.split())
    for quantity in find_quantities(text):
        assert quantity.text in even
        assert quantity.subject is None or quantity.subject in even
        assert quantity.unit


@pytest.mark.parametrize("repeated", ["1", "a", " ", "(", "€", ".", "-", "\n", "%", "é"])
def test_a_hundred_thousand_times_the_same_sign_is_read(repeated: str) -> None:
    assert find_quantities(repeated * 100_000) == ()


@pytest.mark.slow  # half a second: a hundred kilobytes that look like numbers from beginning to end
@pytest.mark.parametrize("repeated", ["1 ", "1 tot ", "10 woningen ", "een ", "20 goede "])
def test_a_hundred_kilobytes_of_numbers_are_read(repeated: str) -> None:
    find_quantities(repeated * (100_000 // len(repeated)))
