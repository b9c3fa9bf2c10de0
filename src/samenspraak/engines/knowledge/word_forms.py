"""The other forms of a Dutch word: its stem, the parts of a compound, and a shorter word for the same.

The stemmer is Snowball's for Dutch by Porter: the other one that Snowball has takes "woning" and "wonen" together,
and "gemeente" and "menen". What it leaves apart (corporatie and corporaties, stad and steden, bouwt and bouwen) is
taken together here with the list of Dutch words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import Stemmer

from samenspraak.core.search.forms import WordForms
from samenspraak.core.search.tokens import folded
from samenspraak.engines.knowledge.compounds import CompoundSplitter
from samenspraak.engines.knowledge.lexicon import read_frequencies

LONGEST_WORD = 60
_COMMON_VERB = 3.0  # zipf: "marken" is listed as well, and a "markt" is no verb

_NO_VERBS = frozenset("markt kaart staat".split())
_LAST_LETTERS = {"z": "s", "v": "f"}

# Plurals that change more than their end.
_IRREGULAR = {
    "steden": "stad",
    "binnensteden": "binnenstad",
    "leden": "lid",
    "schepen": "schip",
    "kinderen": "kind",
    "prestatieafspraken": "prestatieafspraak",
    "dagen": "dag",
    "wegen": "weg",
    "daken": "dak",
    "gebreken": "gebrek",
}
_PLURAL = re.compile(r".{3,}(?:ie|e|er|el|en|em|ar|or|eur|a)s")
# A word that is short for a longer one in agreements: who asks for the longer one means the shorter one too.
_SHORTER = {
    "woningcorporatie": "corporatie",
    "woningbouwcorporatie": "corporatie",
    "prestatieafspraak": "afspraak",
}
# Strings that begin a word of one piece, and strings that end one: no parts of a compound that somebody looks for.
_BEGINNINGS = frozenset(
    """aan achter af bij binnen boven buiten door heen her in langs mede mee met na naar neer om onder ont op over rond
    samen tegen terug toe tussen uit van ver vol voor voort vooruit weg zonder hier daar waar""".split()
)
_ENDINGS = frozenset(
    """lijk lijke lijks lijkheid heid heden baar bare baarheid loos loze zaam zame zaamheid end ende enden eren erend
    eerd ing ingen isch ische matig matige achtig achtige schap schappen waarts gewijs""".split()
)


@lru_cache(maxsize=100_000)
def word_forms(word: str) -> WordForms:
    """Return what a word in lower case is found by besides itself."""
    word = word[:LONGEST_WORD]
    parts = compound_parts(word)
    base = _base(word)
    shorter = (stem(_SHORTER[base]),) if base in _SHORTER else ()
    return WordForms(stem(word), tuple(dict.fromkeys(stem(part) for part in parts)), shorter)


def stem(word: str) -> str:
    """Return what a word has in common with its other forms, in letters of ASCII."""
    base = _base(word)
    form = folded(base)
    if form.endswith("s") and base in _words():
        return form  # a plural is a singular by now: the s of "plaats" and "huis" belongs to the word
    found = folded(_stemmer().stemWord(form)) or form
    return found[:-1] + _LAST_LETTERS.get(found[-1], found[-1])  # huizen and huis, brieven and brief


def compound_parts(word: str) -> tuple[str, ...]:
    """Return the words that a compound is made of, and the words that these are made of; nothing for a single word."""
    first = _joined(_splitter().split(word) or ())
    if len(first) < 2:
        return ()
    found: list[str] = []
    for part in first:
        found.extend((part, *compound_parts(part)))
    return tuple(dict.fromkeys(found))


def _joined(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts with beginnings and endings put back: over + leg is one word, zoek + enden as well."""
    found: list[str] = []
    prefix = ""
    for part in parts:
        if part in _BEGINNINGS:
            prefix += part
        elif part in _ENDINGS and found:
            found[-1] += part
        else:
            found.append(prefix + part)
            prefix = ""
    return (*found, prefix) if prefix else tuple(found)


@lru_cache(maxsize=100_000)
def _base(word: str) -> str:
    """Return the singular of a plural and the infinitive's stem of a verb, where the word list knows them."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    words = _words()
    if word.endswith("'s") and word[:-2] in words:
        return word[:-2]
    if _PLURAL.fullmatch(word) and _is_word(word[:-1]):
        return word[:-1]
    if word in _NO_VERBS:
        return word
    if len(word) > 4 and word.endswith("t") and words.get(word[:-1] + "en", 0) >= _COMMON_VERB and word[:-1] in words:
        return word[:-1]
    inner = word[2:-1]
    if word.startswith("ge") and word[-1] in "td" and words.get(inner + "en", 0) >= _COMMON_VERB and inner in words:
        return inner
    return word


def _is_word(word: str) -> bool:
    return word in _words() or _splitter().split(word) is not None


@cache
def _words() -> dict[str, float]:
    return read_frequencies()


@cache
def _splitter() -> CompoundSplitter:
    return CompoundSplitter(_words())


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("dutch_porter", 0)  # no cache of its own: ours is per word as well
