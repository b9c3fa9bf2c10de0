"""Tell a theme from words: what a heading or a statement is about.

The word stems are our own choice from the five themes of the practice and the law's list of what a bid
covers (Btiv art. 39, first paragraph): building, quality, affordability, special groups, liveability.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from samenspraak.core.vocabulary.theme import Theme

STEMS: dict[Theme, str] = {
    Theme.AVAILABILITY: (
        r"beschikba\w*|woningaanbod|woningbouw\w*|nieuwbouw\w*|bouwen|bijbouwen|vernieuwen|"
        r"bouw|\w*voorraad|doorstrom\w*|toewijz\w*|"
        r"toewijs\w*|woonruimteverdel\w*|\w*locatie\w*|midden-?huur\w*|middeldu\w*|middeninkomens|verko\w+|aankoop|"
        r"slaagkans\w*|wachttijd\w*|plancapaciteit|sloop|slopen|transformatie|optopp\w*|flexwon\w*|woonvisie|"
        r"woningzoeken\w*|kernvoorraad|splits\w*|sociale huurwoningen|woningtekort|inpond\w*|uitpond\w*|"
        r"volkshuisvestingsprogramma|starters\w*|jongeren\w*|tijdelijke woningen|maatwerk|woonwensen\w*|"
        r"liberalis\w*|directe bemiddeling|huisvestingsverordening"
    ),
    Theme.AFFORDABILITY: (
        r"betaalba\w*|huurprij\w*|huurverho\w*|huurverlag\w*|huuraanpass\w*|huurbeleid|huursom\w*|woonlasten\w*|"
        r"schuld\w*|armoede\w*|huurachterstand\w*|betalingsachterstand\w*|grondprij\w*|uithuiszet\w*|huisuitzet\w*|"
        r"ontruiming\w*|vroegsignaler\w*|inkomens\w*|huurtoeslag|minima|woonquote|aftoppingsgren\w*|budget\w*|"
        r"energiearmoede|passend toewijzen|voorzieningenwijzer|kwijtschelding"
    ),
    Theme.SUSTAINABILITY: (
        r"\w*duurza\w*|energie\w*|energetisch\w*|klimaat\w*|circula\w*|co2\w*|co₂\w*|isol\w*|warmte\w*|zonnepan\w*|"
        r"\w*gasvrij\w*|natuurinclu\w*|biodivers\w*|woningkwaliteit|kwaliteit|toekomstbestendig\w*|hittestress|"
        r"vergroen\w*|groen\w*|\w*labels?|renova\w*|warmtenet\w*|soortenmanagement\w*|onderhoud|ventilatie|"
        r"vocht\w*|schimmel\w*|wateroverlast|energiecoach\w*|natuur"
    ),
    Theme.CARE: (
        r"zorg\w*|\w*zorg|ouderen\w*|oudere|doelgroep\w*|aandachtsgroep\w*|statushouder\w*|vergunninghouder\w*|"
        r"kwetsba\w*|wmo\S*|woonwagen\w*|dementie\w*|langer thuis|langer zelfstandig\w*|"
        r"senior\w*|urgen\w*|uitstroom\w*|"
        r"beschermd wonen|maatschappelijke opvang|toegankelijk\w*|levensloop\w*|nultreden\w*|zorggeschikt\w*|"
        r"dakloze\w*|dakloos\w*|mantelzorg\w*|vergrijzing|beperking\w*|geclusterd\w*|begeleid\w*|vluchteling\w*|"
        r"huisvesting bijzondere|zorgen voor elkaar|ontmoet\w*"
    ),
    Theme.LIVEABILITY: (
        r"leefba\w*|buurt\w*|wijk\w*|veilig\w*|ondermijn\w*|cohesie|schoon|woonomgeving|"
        r"leegstand\w*|veerkracht\w*|leefomgeving|prettig samen\w*|samenleven|openbare orde|"
        r"criminaliteit|hennep\w*|gebiedsgericht\w*|"
        r"buurtbemiddel\w*|wijkschouw\w*|spreiding|inbraak\w*|hotspots?|woonbeleving\w*|bouwsels"
    ),
    Theme.COOPERATION: (
        r"samenwerk\w*|werken (?:we|wij) samen|overleg\w*|monitor\w*|evalu\w*|proces\w*|"
        r"communicatie\w*|werkwijze|looptijd|geschil\w*|"
        r"overmacht|onvoorzien\w*|bijzondere omstandigheden|slotbepaling\w*|cyclus|participatie|rapport\w*|"
        r"kerngroep|wijziging\w*|voortgang|terugkijken|bijsturen|informatie-?uitwisseling|governance|jaarplan\w*|"
        r"werkafspraken|ondertekening|nieuwe afspraken|escalatie|bestuurlijk|ambtelijk"
    ),
}
# Words that say what they are about at their end: "woonoverlast", "uitkeringsfraude".
ENDS = {Theme.LIVEABILITY: r"|(?:overlast|fraude)\b"}
PATTERNS = {
    theme: re.compile(rf"\b(?:{stems})\b{ENDS.get(theme, '')}", re.IGNORECASE) for theme, stems in STEMS.items()
}
# What is about dwellings and about nothing else that has a name is about how many there are and for whom.
ABOUT_DWELLINGS = re.compile(r"woning|huizen|appartement", re.IGNORECASE)
# Fraud belongs to liveability wherever a document places it.
ALWAYS_LIVEABILITY = re.compile(r"fraude\b", re.IGNORECASE)


def themes_named(heading: str) -> tuple[Theme, ...]:
    """Return the themes that a heading names, in the order in which it names them."""
    first = {theme: match.start() for theme, pattern in PATTERNS.items() if (match := pattern.search(heading))}
    return tuple(sorted(first, key=lambda theme: first[theme]))


def theme_of(chapter: str, section: str, title: str, text: str) -> Theme | None:
    """Return what a statement is about: its chapter decides, then its section, its title, its own words."""
    if ALWAYS_LIVEABILITY.search(f"{section} {title}"):
        return Theme.LIVEABILITY
    allowed: tuple[Theme, ...] = ()
    for heading in (chapter, section, title):
        named = [theme for theme in themes_named(heading) if not allowed or theme in allowed]
        if len(named) == 1:
            return named[0]
        if named and not allowed:
            allowed = tuple(named)
    found = _by_words(f"{title} {title} {text}", allowed)
    return found or (Theme.AVAILABILITY if ABOUT_DWELLINGS.search(f"{chapter} {section} {title} {text}") else None)


def _by_words(text: str, allowed: Collection[Theme]) -> Theme | None:
    counts: Counter[Theme] = Counter()
    for theme, pattern in PATTERNS.items():
        if not allowed or theme in allowed:
            counts[theme] = len(pattern.findall(text))
    best, count = counts.most_common(1)[0]
    if count == 0:
        return next(iter(allowed), None)
    return best
