"""What the words of one sentence say, each as a yes or no that a reader can check.

Words are looked up, not searched for: a document has thousands of sentences. A word that ends in "*" stands for all
words that begin so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

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
# Phrases are searched for where one of their words stands; "" looks in every sentence.
PHRASES: dict[str, tuple[str, str]] = {
    "promises": (
        (
            "sprek* spreekt afgesproken zeg zegt zeggen committe* verbindt verbinden spant spannen zich zet zetten "
            "inspannen draag draagt dragen zorgt zorgen verplicht*"
        ),
        (
            r"\bsprek(?:en|t) (?:\w+ ){0,6}af\b|\bafgesproken|\bzegg?t?(?:en)? (?:\w+ ){0,4}toe\b|"
            r"\bcommitte|\bverbind(?:en|t) zich|\bspan(?:t|nen) (?:\w+ ){0,9}(?:zich|ons)|"
            r"\bzich (?:\w+ ){0,6}in(?:spannen|zetten)?\b|\bzet(?:ten)? (?:\w+ ){0,12}in\b|\binspannen|"
            r"\bdraag(?:t)? (?:\w+ ){0,6}(?:bij|zorg)|\bdragen (?:\w+ ){0,6}(?:bij|zorg)|"
            r"\bzorg(?:t|en) (?:\w+ ){0,4}(?:ervoor|er voor|dat|voor)|\bverplicht\w* zich"
        ),
    ),
    "states an aim": (
        "uitgangspunt doel doelstelling streven inzet ambitie afspraak planning",
        r"\b(?:uitgangspunt|doel|doelstelling|streven|inzet|ambitie|afspraak|planning)\b[^.]{0,40}\b(?:is|zijn)\b",
    ),
    "takes place": ("plaats plaatsvinden", r"\bvind(?:t|en)\b.{0,60}\bplaats\b|plaatsvinden"),
    "looks ahead": ("in jaren", r"\bin de jaarschijf|\bde jaren\b|\bin 20[2-4]\d\b"),
    "names a person": ("heer", r"\bde heer\b"),
    "has been done": (
        "is zijn heeft hebben",
        (
            r"\b(?:is|zijn|heeft|hebben)\b(?: \S+){0,14}? (?:ge\w+(?:d|t|en)|(?:be|ver|ont|her)\w+(?:d|t)|"
            r"\w+ge\w+(?:d|t|en)|plaatsgevonden)\b"
        ),
    ),
    "defines": (
        "bedoeld houdt zeggen verstaan",
        r"wordt bedoeld|houdt in\b|dat wil zeggen|wordt verstaan",
    ),
    "asks": ("", r"\?\s*$"),
    "points back": (
        "dit dat deze die hiermee daarmee zo hierdoor daardoor hieruit daarbij hierbij hiervoor daarvoor hierin",
        (
            r"^(?:dit|dat|deze|die|hiermee|daarmee|zo|hierdoor|daardoor|hieruit|daarbij|hierbij|hiervoor|daarvoor|hierin|"
            r"met dit)\b"
        ),
    ),
    "explains": (
        "denk het dat dit bijvoorbeeld er zie zoals want maar door praktijk hoe wat waar",
        (
            r"^(?:denk|het gaat|dat betekent|dit betekent|bijvoorbeeld|er|zie|zoals|want|maar|door|in de praktijk|hoe|"
            r"wat|waar)\b"
        ),
    ),
    "continues": (
        "ook daarnaast tevens verder bovendien voorts aanvullend tegelijk* vervolgens",
        r"^(?:ook|daarnaast|tevens|verder|bovendien|voorts|aanvullend|tegelijk\w*|vervolgens)\b",
    ),
    "gives a reason": ("gevolg", r"als gevolg van"),
    "is conditional": (
        "voorbehoud mogelijk nodig",
        r"onder voorbehoud|waar (?:mogelijk|nodig)\b|zo ?veel mogelijk",
    ),
    "recurs": (
        "jaar* kwartaal* maand* minimaal",
        r"\belk\w* (?:jaar|kwartaal|maand)|\b(?:ieder|per) jaar\b|minimaal een\b",
    ),
    "sets a term": (
        "uiterlijk vóór voor eind medio begin in tot t per looptijd",
        (
            r"\b(?:uiterlijk|vóór|voor|eind|medio|begin|in|tot en met|t/m|per) (?:\w+ )?(?:20[2-4]\d|q[1-4])\b|"
            r"gedurende de looptijd"
        ),
    ),
    "sets a number": (
        "",
        r"\b(?:minimaal|minstens|ten (?:minste|hoogste)|maximaal|circa|ca\.?|ongeveer)\s+\S*\d|\d\s?%",
    ),
    "together": ("overleg elkaar", r"\bin overleg\b|\bmet elkaar\b"),
    "as of now": ("moment afgelopen toe", r"op dit moment|de afgelopen|tot nu toe"),
    "quotes the people": (
        "bewoners mensen nederlanders inwoners huishoudens ouderen jongeren",
        (
            r"\b(?:bewoners|mensen|nederlanders|inwoners|huishoudens|ouderen|jongeren) (?:\w+ ){0,3}(?:hebben|zijn|"
            r"willen|kunnen|voelen|wonen|geven)\b"
        ),
    ),
}
STEM = 4  # letters by which stems are looked up
WORD = re.compile(r"[^\W\d_]+")
_PATTERNS = {name: re.compile(pattern) for name, (_, pattern) in PHRASES.items()}
_EVERYWHERE = frozenset(name for name, (words, _) in PHRASES.items() if not words)


class _Index:
    """Names by the words they hold for, and by the beginnings of words."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        self.exact: dict[str, set[str]] = defaultdict(set)
        self.stems: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, listed in words:
            for word in listed.split():
                if word.endswith("*"):
                    self.stems[word[:STEM]].append((word[:-1], name))
                else:
                    self.exact[word].add(name)

    def named_by(self, words: Iterable[str]) -> set[str]:
        """Return the names that hold for these words."""
        found: set[str] = set()
        for word in words:
            if word in self.exact:
                found |= self.exact[word]
            if (beginning := word[:STEM]) in self.stems:
                found.update(name for stem, name in self.stems[beginning] if word.startswith(stem))
        return found


_BY_WORD = _Index(WORDS.items())
_MAY_HOLD = _Index((name, words) for name, (words, _) in PHRASES.items())


def features_in(sentence: str) -> set[str]:
    """Return the names of what holds for a sentence."""
    lower = sentence.lower()
    words = set(WORD.findall(lower))
    possible = _MAY_HOLD.named_by(words) | _EVERYWHERE
    return _BY_WORD.named_by(words) | {name for name in possible if _PATTERNS[name].search(lower)}
