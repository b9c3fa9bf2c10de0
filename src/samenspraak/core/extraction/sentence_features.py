"""What the words of one sentence say, each as a yes or no that a reader can check.

Words are looked up, not searched for: a document has thousands of sentences. A word that ends in "*" stands for all
words that begin so.
"""

from __future__ import annotations

import re
from collections import defaultdict

WORDS: dict[str, str] = {
    "will": "zal zullen",
    "goes to": "gaat gaan",
    "wants": "wil willen wenst wensen beoogt beogen voornemen voornemens intentie ambitie",
    "may": "kan kunnen mag mogen",
    "must": "moet moeten dient dienen",
    "is being done": "wordt worden",
    "past tense": "was waren werd werden had hadden bleek bleken kwam kwamen konden kon wilde* deden ging gingen",
    "is something": "is zijn blijkt betekent blijft geldt vraagt vormt staat",
    "judges": "belangrijk* noodzakelijk* essentieel cruciaal urgent gewenst wenselijk nodig complex* groot grote",
    "sees or expects": "zien ziet signaleert signaleren verwacht verwachten vinden vindt merken weten beseffen "
    "onderkennen constateren",
    "the state or the law": "rijk minister* wet wettelijk* landelijk* nationaal nationale kabinet europe* wetgeving "
    "regelgeving rijksoverheid",
    "refers to policy": "woonvisie woondeal coalitie* collegeprogramma beleid* akkoord kader visie",
    "gives a reason": "omdat doordat waardoor immers vanwege gezien namelijk",
    "is conditional": "indien wanneer als mits",
    "recurs": "jaarlijks* periodiek doorlopend eenmaal tweemaal halfjaarlijks",
    "together": "samen gezamenlijk* onderling beide",
    "as of now": "momenteel thans inmiddels sinds recent* reeds nu",
    "looks ahead": "komende volgende vanaf binnenkort",
    "names a person": "dhr mw mevr mevrouw",
    "defines": "definitie afkorting",
}
PHRASES: dict[str, str] = {
    "promises": r"\bsprek(?:en|t) (?:\w+ ){0,6}af\b|\bafgesproken|\bzegg?t?(?:en)? (?:\w+ ){0,4}toe\b|"
    r"\bcommitte|\bverbind(?:en|t) zich|"
    r"\bspan(?:t|nen) (?:\w+ ){0,9}(?:zich|ons)|\bzich (?:\w+ ){0,6}in(?:spannen|"
    r"zetten)?\b|\bzet(?:ten)? (?:\w+ ){0,12}in\b|"
    r"\binspannen|\bdraag(?:t)? (?:\w+ ){0,6}(?:bij|zorg)|\bdragen (?:\w+ ){0,6}(?:bij|zorg)|"
    r"\bzorg(?:t|en) (?:\w+ ){0,4}(?:ervoor|er voor|dat|voor)|\bverplicht\w* zich",
    "states an aim": r"\b(?:uitgangspunt|doel|doelstelling|streven|inzet|ambitie|afspraak|planning)\b[^.]{0,40}\b(?:is|"
    r"zijn)\b",
    "takes place": r"\bvind(?:t|en)\b.{0,60}\bplaats\b|plaatsvinden",
    "looks ahead": r"\bin de jaarschijf|\bde jaren\b|\bin 20[2-4]\d\b",
    "names a person": r"\bde heer\b",
    "has been done": r"\b(?:is|zijn|heeft|hebben)\b(?: \S+){0,14}? (?:ge\w+(?:d|t|en)|(?:be|ver|ont|her)\w+(?:d|t)|"
    r"\w+ge\w+(?:d|t|en)|plaatsgevonden)\b",
    "defines": r"wordt bedoeld|houdt in\b|dat wil zeggen|wordt verstaan",
    "asks": r"\?\s*$",
    "points back": r"^(?:dit|dat|deze|die|hiermee|daarmee|zo|hierdoor|daardoor|hieruit|daarbij|"
    r"hierbij|hiervoor|daarvoor|hierin|"
    r"met dit)\b",
    "explains": r"^(?:denk|het gaat|dat betekent|dit betekent|bijvoorbeeld|er|zie|zoals|want|"
    r"maar|door|in de praktijk|hoe|wat|"
    r"waar)\b",
    "continues": r"^(?:ook|daarnaast|tevens|verder|bovendien|voorts|aanvullend|tegelijk\w*|vervolgens)\b",
    "gives a reason": r"als gevolg van",
    "is conditional": r"onder voorbehoud|waar (?:mogelijk|nodig)\b|zo ?veel mogelijk",
    "recurs": r"\belk\w* (?:jaar|kwartaal|maand)|\b(?:ieder|per) jaar\b|minimaal een\b",
    "sets a term": r"\b(?:uiterlijk|vóór|voor|eind|medio|begin|in|tot en met|t/m|per) (?:\w+ )?(?:20[2-4]\d|q[1-4])\b|"
    r"gedurende de looptijd",
    "sets a number": r"\b(?:minimaal|minstens|ten minste|maximaal|ten hoogste|circa|ca\.?|ongeveer)\s+\S*\d|\d\s?%",
    "together": r"\bin overleg\b|\bmet elkaar\b",
    "as of now": r"op dit moment|de afgelopen|tot nu toe",
    "quotes the people": r"\b(?:bewoners|mensen|nederlanders|inwoners|huishoudens|ouderen|jongeren) (?:\w+ ){0,3}(?:"
    r"hebben|zijn|"
    r"willen|kunnen|voelen|wonen|geven)\b",
}
STEM = 4  # letters by which stems are looked up
WORD = re.compile(r"[^\W\d_]+")
_PHRASES = tuple((name, re.compile(pattern)) for name, pattern in PHRASES.items())


def _indexed() -> tuple[dict[str, set[str]], dict[str, list[tuple[str, str]]]]:
    exact: dict[str, set[str]] = defaultdict(set)
    stems: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, words in WORDS.items():
        for word in words.split():
            if word.endswith("*"):
                stems[word[:STEM]].append((word[:-1], name))
            else:
                exact[word].add(name)
    return exact, stems


_EXACT, _STEMS = _indexed()


def features_in(sentence: str) -> set[str]:
    """Return the names of what holds for a sentence."""
    lower = sentence.lower()
    found = {name for name, pattern in _PHRASES if pattern.search(lower)}
    for word in WORD.findall(lower):
        found |= _EXACT.get(word, set())
        found.update(name for stem, name in _STEMS.get(word[:STEM], ()) if word.startswith(stem))
    return found
