"""The words from which the country's sentences are made. All invented, in the manner of such documents."""

# ruff: noqa: E501 a sentence stands on one line
from __future__ import annotations

from typing import NamedTuple


class Pattern(NamedTuple):
    """A sentence with gaps. `unit` is that of {number}; a pattern without a number has none."""

    title: str
    text: str
    unit: str = ""
    low: int = 0
    high: int = 0
    subject: str = ""


PATTERNS: dict[str, tuple[Pattern, ...]] = {
    "availability": (
        Pattern(
            "Nieuwbouw in {district}",
            "{lead} bouwt in {district} {bound} {number} sociale huurwoningen, waarvan een deel voor starters",
            "dwelling",
            8,
            240,
            "sociale huurwoningen",
        ),
        Pattern(
            "Verkoop van bezit",
            "{lead} verkoopt per jaar {bound} {number} eengezinswoningen en biedt die eerst aan de zittende huurder aan",
            "dwelling/year",
            2,
            30,
            "eengezinswoningen",
        ),
        Pattern(
            "Grond voor {district}",
            "De gemeente wijst in {district} een bouwlocatie aan en rekent de sociale grondprijs die in de grondnota staat",
        ),
        Pattern(
            "Tijdelijke woningen",
            "{lead} plaatst {bound} {number} flexwoningen voor spoedzoekers op een terrein dat de gemeente voor vijftien jaar beschikbaar stelt",
            "dwelling",
            10,
            120,
            "flexwoningen",
        ),
        Pattern(
            "Splitsen en optoppen",
            "{lead} onderzoekt in {district} welke portiekflats geschikt zijn om op te toppen en deelt de uitkomst in het bestuurlijk overleg",
        ),
        Pattern(
            "Doorstroming van ouderen",
            "{lead} helpt {bound} {number} huishoudens van 65 jaar en ouder bij de verhuizing naar een nultredenwoning",
            "household",
            5,
            90,
            "huishoudens van 65 jaar en ouder",
        ),
        Pattern(
            "Middenhuur",
            "Van de vrijkomende appartementen in {district} verhuurt {lead} {bound} {number}% in het middensegment aan bewoners die een sociale woning achterlaten",
            "percent",
            5,
            30,
            "vrijkomende appartementen",
        ),
    ),
    "affordability": (
        Pattern(
            "Passend toewijzen",
            "{lead} wijst {bound} {number}% van de vrijgekomen woningen toe aan huishoudens met recht op huurtoeslag",
            "percent",
            60,
            95,
            "vrijgekomen woningen",
        ),
        Pattern(
            "Vroeg erop af",
            "Bij een betalingsachterstand van twee maanden meldt {lead} de huurder aan bij de schuldhulpverlening van de gemeente",
        ),
        Pattern(
            "Huurverlaging op maat",
            "{lead} verlaagt de huur van {bound} {number} huishoudens die na een scheiding of ontslag te duur wonen",
            "household",
            4,
            80,
            "huishoudens",
        ),
        Pattern(
            "Energiecoaches",
            "De gemeente betaalt energiecoaches die {bound} {number} huurders thuis bezoeken en kleine maatregelen aanbrengen",
            "person",
            20,
            400,
            "huurders",
        ),
        Pattern(
            "Fonds voor knelpunten",
            "Partijen leggen samen € {number} in een noodfonds waaruit een tegemoetkoming in de woonlasten wordt betaald",
            "EUR",
            10_000,
            250_000,
            "noodfonds",
        ),
        Pattern(
            "Huuraanpassing",
            "{partner} geeft ieder voorjaar advies over de jaarlijkse huuraanpassing en {lead} antwoordt daar schriftelijk op",
        ),
    ),
    "sustainability": (
        Pattern(
            "Isolatie van {district}",
            "{lead} isoleert gevel, dak en vloer van {bound} {number} woningen in {district} zonder huurverhoging voor wie er woont",
            "dwelling",
            12,
            300,
            "woningen",
        ),
        Pattern(
            "Zonnepanelen",
            "{lead} legt zonnepanelen op {bound} {number} daken en verrekent de opbrengst met de servicekosten",
            "dwelling",
            10,
            260,
            "daken",
        ),
        Pattern(
            "Aardgasvrij {district}",
            "De gemeente stelt voor {district} een wijkuitvoeringsplan op waarin staat wanneer het warmtenet wordt aangelegd",
        ),
        Pattern(
            "Slechte labels",
            "Het aantal woningen met label E, F of G daalt tot {bound} {number}, met uitzondering van beschermde monumenten",
            "dwelling",
            5,
            180,
            "woningen met label E, F of G",
        ),
        Pattern(
            "Hitte en water",
            "{lead} vervangt bij groot onderhoud in {district} tegels door groen en koppelt de regenpijpen af van het riool",
        ),
        Pattern(
            "Hergebruik",
            "Bij sloop in {district} zorgt {lead} dat {bound} {number}% van de bouwmaterialen een tweede leven krijgt",
            "percent",
            20,
            90,
            "bouwmaterialen",
        ),
    ),
    "care": (
        Pattern(
            "Uitstroom uit beschermd wonen",
            "{lead} levert {bound} {number} woningen voor cliënten die uitstromen uit beschermd wonen of de maatschappelijke opvang",
            "dwelling",
            3,
            45,
            "woningen",
        ),
        Pattern(
            "Geclusterd wonen",
            "In {district} komt een geclusterde woonvorm met een gemeenschappelijke huiskamer en een wijkverpleegkundige",
        ),
        Pattern(
            "Aanpassing voor een beperking",
            "De gemeente vergoedt woningaanpassingen en {lead} voert {bound} {number} aanpassingen uit, van traplift tot onderrijdbare keuken",
            "times",
            5,
            110,
            "aanpassingen",
        ),
        Pattern(
            "Statushouders",
            "{lead} huisvest {bound} {number} vergunninghouders en de gemeente regelt vanaf de eerste dag begeleiding",
            "person",
            6,
            130,
            "vergunninghouders",
        ),
        Pattern(
            "Dementievriendelijk",
            "Portieken in {district} krijgen bij schilderwerk herkenbare kleuren, op advies van de ergotherapeut",
        ),
    ),
    "liveability": (
        Pattern(
            "Wijkbeheer in {district}",
            "{lead} zet in {district} een wijkbeheerder in die {bound} {number} dagdelen aanspreekbaar is in de buurtkamer",
            "times/year",
            40,
            400,
            "dagdelen",
        ),
        Pattern(
            "Buurtbemiddeling",
            "Gemeente en {lead} betalen ieder de helft van de buurtbemiddeling, met een budget van € {number}",
            "EUR",
            8_000,
            90_000,
            "buurtbemiddeling",
        ),
        Pattern(
            "Woonfraude",
            "Bij een vermoeden van onderverhuur of hennepteelt in {district} delen partijen gegevens volgens het convenant",
        ),
        Pattern(
            "Schone achterpaden",
            "{partner} houdt met bewoners een schouw van de achterpaden en {lead} herstelt gebreken binnen {number} weken",
            "week",
            2,
            12,
            "herstel van gebreken",
        ),
        Pattern(
            "Ontmoeten",
            "Er komt in {district} een ontmoetingsruimte waar {bound} {number} bewoners per maand samen koken of sporten",
            "person",
            15,
            200,
            "bewoners",
        ),
    ),
    "cooperation": (
        Pattern(
            "Bestuurlijk overleg",
            "Wethouder, bestuurders en {partner} spreken elkaar {number} keer over de voortgang en de knelpunten",
            "times/year",
            2,
            6,
            "bestuurlijk overleg",
        ),
        Pattern(
            "Cijfers op tafel",
            "{lead} levert voor de zomer de cijfers over huurprijs, wachttijd en energielabel aan, per wijk",
        ),
        Pattern(
            "Scholing van huurders",
            "{partner} krijgt {bound} {number} dagen scholing over financiën en volkshuisvesting, betaald door {lead}",
            "day",
            2,
            12,
            "scholing",
        ),
        Pattern(
            "Evaluatie",
            "Partijen evalueren deze afspraken met een onafhankelijke voorzitter en leggen de conclusies voor aan de raad",
        ),
    ),
}
SECOND = (
    "De voortgang komt in het ambtelijk overleg aan de orde.",
    "Lukt dat niet, dan zoeken partijen binnen een kwartaal een andere locatie.",
    "De bewonerscommissie wordt hier vooraf bij betrokken.",
    "Hierover ontvangt de gemeenteraad een korte notitie.",
    "Vergunningen worden met voorrang behandeld.",
    "Wat dit kost staat in de meerjarenbegroting van elk van de partijen.",
    "Dit sluit aan op de regionale woondeal en de woonvisie.",
    "Cliëntenraad en ouderenbond denken mee over de uitvoering.",
)
PROGRESS = (
    "De aanbesteding is afgerond en de aannemer begint na de bouwvak.",
    "Vertraagd: de netbeheerder kan de aansluiting niet op tijd leveren.",
    "De eerste sleutels zijn uitgereikt; de rest volgt in het najaar.",
    "Nog niet begonnen, omdat de bestemming eerst moet worden gewijzigd.",
    "Het aantal aanmeldingen blijft achter bij wat was verwacht.",
    "Afgerond en besproken in het overleg van november.",
)
HEADINGS = {
    "availability": "Genoeg en geschikte woningen",
    "affordability": "Een huis dat te betalen blijft",
    "sustainability": "Zuinig en klaar voor het klimaat",
    "care": "Wonen met zorg of begeleiding",
    "liveability": "Prettige buurten",
    "cooperation": "Hoe wij samen optrekken",
}
BOUNDS = {"min": "ten minste", "max": "ten hoogste", "about": "ongeveer", "exact": "precies"}
QUARTERS = ("eerste", "tweede", "derde", "vierde")
DISTRICT_STARTS = (
    "Ooster Wester Noorder Zuider Molen Kerk Linden Berken Haven Veld Dorps Meeuwen Kasteel Spoor Burcht".split()
)
DISTRICT_ENDS = "kwartier park hoek laan poort weide dreef".split()
ASSOCIATION_FORMS = ("Woonstichting", "Wonen", "Woningbouwvereniging", "Stichting Wonen", "Thuis in", "Woonbedrijf")
ASSOCIATION_STARTS = (
    "Elzen Wilgen Reiger Klaver Anker Brink Duin Gouw Hazel Zonne Linge Mast Rivier Terp Vlinder".split()
)
ASSOCIATION_ENDS = "hof stede kamp".split()
FIRST_NAMES = "Aïcha Bart Carlijn Daan Esmée Farid Gijs Hanneke Iris Joost Karim Loes Merel Niels Özlem Pieter Roos Sjoerd".split()
LAST_NAMES = (
    "van Vliet,de Graaf,Bouzian,Hoekstra,van der Laan,Yıldız,Kuiper,Postma,Verhoeven,Wiersma,Peters,de Clercq".split(
        ","
    )
)
