"""Tell a theme from words: what a heading or a statement is about.

The word stems are our own choice from the five themes of the practice and the law's list of what a bid
covers (Btiv art. 39, first paragraph): building, quality, affordability, special groups, liveability.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection

from samenspraak.core.vocabulary.hints import has_any
from samenspraak.core.vocabulary.theme import Theme

STEMS: dict[Theme, str] = {
    Theme.AVAILABILITY: (
        r"beschikba\w*|woningaanbod|woningbouw\w*|nieuwbouw\w*|bouwen|bijbouwen|vernieuwen|"
        r"bouw|\w*voorraad|doorstrom\w*|toewijz\w*|"
        r"toewijs\w*|woonruimteverdel\w*|\w*locatie\w*|midden-?huur\w*|middeldu\w*|middeninkomens|verko\w+|aankoop|"
        r"slaagkans\w*|wachttijd\w*|plancapaciteit|sloop|slopen|transformatie|optopp\w*|flexwon\w*|woonvisie|hofjes?|"
        r"woningzoeken\w*|kernvoorraad|\w*splits\w*|"
        r"voldoende woningen|genoeg (?:huizen|woningen)|sociale huurwoningen|woningtekort|inpond\w*|uitpond\w*|"
        r"volkshuisvestingsprogramma|starters\w*|jongeren\w*|tijdelijke woningen|maatwerk|woonwensen\w*|"
        r"liberalis\w*|directe bemiddeling|huisvestingsverordening"
    ),
    Theme.AFFORDABILITY: (
        r"betaalba\w*|kleine (?:beurs|portemonnee)|lage inkomens?|huren stijgen|"
        r"huursom\w*|huurstijging\w*|huurprij\w*|huurverho\w*|huurverlag\w*|huuraanpass\w*|huurbeleid|woonlasten\w*|"
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
        r"samenwerk(?!ingsovereenkomst)\w*|werken (?:we|wij) samen|overleg\w*|monitor\w*|evalu\w*|proces\w*|"
        r"communicatie\w*|werkwijze|looptijd|geschil\w*|"
        r"overmacht|onvoorzien\w*|bijzondere omstandigheden|slotbepaling\w*|cyclus|participatie|rapport\w*|"
        r"kerngroep|wijziging\w*|voortgang|terugkijken|bijsturen|informatie-?uitwisseling|governance|jaarplan\w*|"
        r"werkafspraken|ondertekening|nieuwe afspraken|escalatie|bestuurlijk|ambtelijk"
    ),
}
# Words that say what they are about at their end: "woonoverlast", "uitkeringsfraude".
ENDS = {Theme.LIVEABILITY: r"|(?:overlast|fraude)\b"}
# For text in lower case.
PATTERNS = {theme: re.compile(rf"\b(?:{stems})\b{ENDS.get(theme, '')}") for theme, stems in STEMS.items()}

# A pattern takes long; a text is searched only for the themes of which it has the beginning or a part of a word.
_INDEXED = 3  # letters by which beginnings are looked up; none is shorter
_WORD = re.compile(r"\w{3,}")
_GROUP = re.compile(r"\(\?:[^)]*\)")
_BEGINNING = re.compile(r"[^\W_]+(?!\?)")  # up to what may be missing: "hotspots?" begins with "hotspot"
_PART = re.compile(r"\\w\*([^\W_]+)(?!\?)")


def _beginnings() -> dict[str, list[tuple[str, Theme]]]:
    """Return how the words of each theme begin, by their first letters."""
    indexed: dict[str, list[tuple[str, Theme]]] = defaultdict(list)
    for theme, stems in STEMS.items():
        for found in map(_BEGINNING.match, _GROUP.sub("", stems).split("|")):
            if found:
                indexed[found[0][:_INDEXED]].append((found[0], theme))
    return dict(indexed)


def _parts() -> list[tuple[str, Theme]]:
    """Return what stands within or at the end of the words of each theme."""
    parts = [(part, theme) for theme, stems in STEMS.items() for part in _PART.findall(stems)]
    return parts + [(end, theme) for theme, ends in ENDS.items() for end in _WORD.findall(ends)]


_BEGINNINGS = _beginnings()
_PARTS = _parts()
# What is about dwellings and about nothing else that has a name is about how many there are and for whom.
ABOUT_DWELLINGS = ("woning", "huizen", "appartement")
# Fraud belongs to liveability wherever a document places it.
ALWAYS_LIVEABILITY = re.compile(r"fraude\b")


def themes_named(heading: str) -> tuple[Theme, ...]:
    """Return the themes that a heading names, in the order in which it names them."""
    lowered = heading.lower()
    first = {theme: match.start() for theme in _may_name(lowered) if (match := PATTERNS[theme].search(lowered))}
    return tuple(sorted(first, key=lambda theme: first[theme]))


def _may_name(lowered: str) -> list[Theme]:
    """Return the themes, in the order of `PATTERNS`, that words of a text in lower case may belong to."""
    found = {theme for part, theme in _PARTS if part in lowered}
    for word in _WORD.findall(lowered):
        for beginning, theme in _BEGINNINGS.get(word[:_INDEXED], ()):
            if word.startswith(beginning):
                found.add(theme)
    return [theme for theme in PATTERNS if theme in found] if found else []


# "Huren" is a chapter on what a dwelling costs; "woningen om te huren" are dwellings.
ALONE = {"huren": Theme.AFFORDABILITY, "betalen": Theme.AFFORDABILITY}
# A heading above all rows of a monitor is no subject of theirs.
SORT_OF_TEXT = re.compile(
    r"^(?:[\d.]+ )?(?:de )?(?:voortgang|stand van zaken|realisatie|overzicht)"
    r"(?: (?:van|per|in|\d{4})\b.*)?\W*$",
    re.IGNORECASE,
)


def theme_of(chapter: str, section: str, title: str, text: str) -> Theme | None:
    """Return what a statement is about: its chapter decides, then its section, its title, its own words."""
    if ALWAYS_LIVEABILITY.search(f"{section} {title}".lower()):
        return Theme.LIVEABILITY
    allowed: tuple[Theme, ...] = ()
    for heading in (
        "" if SORT_OF_TEXT.match(chapter) else chapter,
        "" if SORT_OF_TEXT.match(section) else section,
        title,
    ):
        named = [theme for theme in _named_by(heading) if not allowed or theme in allowed]
        if len(named) == 1:
            return named[0]
        if named and not allowed:
            allowed = tuple(named)
    found = _by_words(f"{title} {title} {text}", allowed)
    if found:
        return found
    is_about_dwellings = has_any(f"{chapter} {section} {title} {text}".lower(), ABOUT_DWELLINGS)
    return Theme.AVAILABILITY if is_about_dwellings else None


def _named_by(heading: str) -> tuple[Theme, ...]:
    """Return the themes of a heading; a word may name one only where nothing stands beside it."""
    alone = ALONE.get(heading.lower())
    return (alone,) if alone else themes_named(heading)


def _by_words(text: str, allowed: Collection[Theme]) -> Theme | None:
    lowered = text.lower()
    counts: Counter[Theme] = Counter()
    for theme in _may_name(lowered):
        if not allowed or theme in allowed:
            counts[theme] = len(PATTERNS[theme].findall(lowered))
    best, count = next(iter(counts.most_common(1)), (None, 0))
    return best if count else next(iter(allowed), None)
