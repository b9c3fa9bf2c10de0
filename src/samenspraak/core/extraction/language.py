"""The language of commitment: what in a sentence speaks for or against a promise.

Each feature is a yes or no that a reader can check in the sentence. Their weights are learned; see
docs/domain/extraction.md for what each of them means and how the file of weights is made.
"""

from __future__ import annotations

import re
from functools import cache

from samenspraak.core.extraction.actors import COORDINATED, Actors, Mention
from samenspraak.core.extraction.knowledge import Weights
from samenspraak.core.extraction.sentence_features import features_in
from samenspraak.core.vocabulary.sentences import sentences_in

# What a doer's own verb says, by its stem; the first group that fits decides.
VERBS: dict[str, re.Pattern[str]] = {
    group: re.compile(rf"^(?:{stems})$", re.IGNORECASE)
    for group, stems in {
        "will": r"zal|zullen",
        "goes to": r"gaat|gaan",
        "wants": r"wil|willen|wenst|wensen|beoogt|beogen|hoopt|hopen",
        "may": r"kan|kunnen|mag|mogen",
        "must": r"moet|moeten|dient|dienen|hoeft|hoeven",
        "undergoes": r"wordt|worden|krijgt|krijgen",
        "has": r"heeft|hebben",
        "is": r"is|zijn|blijkt|blijken|lijkt|bestaat|bestaan|vormt|vormen|staat|staan|geldt|"
        r"gelden|betreft|ligt|liggen|vraagt|vragen",
        "did": r"\w+eerden?|stelden?|maakten?|werkten?|voerden?|bouwden?|startten?|leverden?|"
        r"gaf|gaven|nam|namen|deed|deden|vond|vonden|was|waren|werd|"
        r"werden|had|hadden|kwam|kwamen|ging|gingen|bleek|bleken|zag|zagen",
        "sees": r"ziet|zien|signale\w+|verwacht(?:en)?|vindt|vinden|merkt|merken|weet|weten|"
        r"besef\w*|onderken\w+|constate\w+|erken\w+|ervaa?r\w+|"
        r"realise\w+|denkt|denken|hecht(?:en)?|waarde\w+|kampt|kampen|kent|kennen",
        "promises": r"spreekt|spreken|zegt|zeggen|committe\w+|verbind\w*|spant|spannen|zet|zetten|"
        r"draagt|dragen|zorgt|zorgen|streeft|streven|"
        r"verplicht\w*|garande\w+|staat garant|neemt|nemen",
        "does a duty": r"onderzoek\w*|verken\w*|evalue\w+|monitor\w*|organise\w+|continue\w+|voert|"
        r"voeren|realise\w+|bouwt|bouwen|ontwikkel\w*|"
        r"actualise\w+|informe\w+|betrek\w*|facilite\w+|ondersteun\w*|werkt|werken|biedt|"
        r"bieden|hante\w+|investe\w+|stelt|stellen|"
        r"brengt|brengen|maakt|maken|geeft|geven|stemt|stemmen|overleg\w*|besprek\w*|"
        r"bespreekt|deelt|delen|inventarise\w+|start|starten|"
        r"verduurza\w+|wijst|wijzen|voegt|voegen|stimule\w+|sluit|sluiten|treedt|treden|"
        r"houdt|houden|verhuurt|verhuren|huisvest\w*|verbeter\w*|"
        r"behoudt|behouden|bevorder\w*|pakt|pakken|stuurt|sturen|blijft|blijven|versterk\w*|"
        r"zoekt|zoeken|benut\w*|bouwt|legt|leggen|richt|richten|"
        r"doet|doen|levert|leveren|helpt|helpen|past|passen|trekt|trekken|komt|komen|"
        r"breidt|breiden|vergroo?t\w*|verlaa?g\w*|verhoo?g\w*|beperk\w*|"
        r"voorkomt|voorkomen|hernieuw\w*|herzie\w*|bewaa?k\w*|rapporte\w+|agende\w+|"
        r"vertaa?l\w*|formule\w+|vast|concretise\w+|benoem\w*|kiest|kiezen|beslui\w+|beslis\w*|verleng\w*|bezoek\w*|vergoed\w*|waarborg\w*|begeleid\w*|schrijft|schrijven|"
        r"bepaa?l\w*|laat|laten|treft|treffen|koopt|kopen|sloopt|slopen|renove\w+|isole\w+|"
        r"reserve\w+|wijs\w*|gebruik\w*|ziet toe|participe\w+|"
        r"coördine\w+|neemt|nemen|zoek\w*|vergroen\w*|verstrek\w*|betaa?l\w*|draaien|"
        r"draait|plaatst|plaatsen|verkoopt|verkopen|schildert|schilderen|meldt|melden|beheert|beheren|rekent|rekenen|kijkt|kijken|initie\w+|verzorg\w*|opent|openen",
    }.items()
}
# A word beside its subject that may be a verb in the present tense, and no preposition or adverb that looks like one.
FINITE = re.compile(
    r"^(?!(?:met|het|dat|niet|uit|tot|tussen|binnen|buiten|boven|samen|want|sinds|naast|altijd|direct|graag|eigen|alleen|"
    r"tegen|zelf|eerst|verder|tijdig|actief|maximaal|minimaal|gezamenlijk|onderling|vooral|voldoende)$)"
    r"[a-zà-ÿ]{2,}(?:t|en)$"
)
THEY = re.compile(r"\b(?:zij|ze)\b", re.IGNORECASE)
ARTICLES = frozenset("de het een alle beide".split())
BETWEEN = frozenset("samen gezamenlijk ook zich ons actief daarnaast hierbij hiervoor beide allen wel in".split())
OTHERS_FIRST = re.compile(
    r"^(?:het rijk|de minister|het kabinet|de provincie|nederland|de overheid|aedes|"
    r"de wet|gemeenten\b|alle gemeenten|elke gemeente|de woonbond|"
    r"vng|de regering|de europese|bewoners|mensen|de woningmarkt|de druk|de vraag|"
    r"de behoefte|er (?:is|zijn|wordt|komt|spelen)|uit)\b",
    re.IGNORECASE,
)


def features_of(statement: str, actors: Actors) -> frozenset[str]:
    """Return the features of a statement's first sentence, and those of its second with "then" before them."""
    sentences = [sentence.text for sentence in sentences_in(statement)] or [statement]
    first = sentences[0]
    found = features_in(first)
    found |= _about_subject(first, actors)
    if len(sentences) > 1:
        found |= {
            f"then {name}"
            for name in _about_subject(sentences[1], actors)
            if name.startswith("acts: ") is False and ":" in name
        }
    words = len(first.split())
    if words < 5:
        found.add("very short")
    elif words > 35:
        found.add("very long")
    return frozenset(found)


def _about_subject(sentence: str, actors: Actors) -> set[str]:
    found: set[str] = set()
    if OTHERS_FIRST.search(sentence):
        found.add("others act")
    subjects = actors.subjects(sentence)
    if not subjects:
        they = THEY.search(sentence)
        if they:
            return found | {"they act", f"does: {_verb(sentence, they.start(), they.end())}"}
        return found | {"party only mentioned" if actors.mentions(sentence) else "no party"}
    first = subjects[0]
    words_before = len(sentence[: first.start].split())
    found.add(
        "party in front" if words_before <= 2 else "party after the verb" if words_before <= 9 else "party far on"
    )
    found.add(f"acts: {_side(first.name, actors)}")
    verb = _verb(sentence, first.start, _group_end(sentence, subjects))
    # "De gemeente heeft een visie vastgesteld": what a party has done is no promise.
    found.add("does: did" if verb == "has" and "has been done" in features_in(sentence) else f"does: {verb}")
    return found


def _group_end(sentence: str, subjects: list[Mention]) -> int:
    """Return where the subject ends: the last of the parties that are joined by commas and "en"."""
    end = subjects[0].end
    for mention in subjects[1:]:
        if COORDINATED.match(sentence[end : mention.start]):
            end = mention.end
    return end


def _verb(sentence: str, start: int, end: int) -> str:
    """Return the group of the verb beside a subject: the word after it, or the one before it (inversion)."""
    after = [word for word in re.findall(r"[\w’'-]+", sentence[end : end + 60]) if word.lower() not in BETWEEN][:1]
    before = [
        word for word in re.findall(r"[\w’'-]+", sentence[max(0, start - 40) : start]) if word.lower() not in ARTICLES
    ][-1:]
    inverted = bool(sentence[:start].strip()) and len(sentence[:start].split()) > 1
    words = [*before, *after] if inverted else [*after, *before]
    groups = (verb_group(word) for word in words)
    reads_as_verb = bool(words) and bool(FINITE.match(words[0]))
    return next((group for group in groups if group), "some verb" if reads_as_verb else "something else")


@cache
def verb_group(word: str) -> str | None:
    """Return the group of a verb ("promises", "is"); None for a word that is no known verb."""
    return next((group for group, pattern in VERBS.items() if pattern.match(word)), None)


def _side(name: str, actors: Actors) -> str:
    if name in {"partijen", "gemeente", "corporaties", "huurdersorganisaties"}:
        return name
    return "corporaties" if name in actors.cast.housing_associations else "huurdersorganisaties"


def score(features: frozenset[str], weights: Weights) -> float:
    """Return the log-odds that a statement with these features is a commitment (0 is even)."""
    return weights.bias + sum(weights.features.get(feature, 0.0) for feature in sorted(features))
