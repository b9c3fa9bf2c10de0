"""Statements in running text and in lists without codes, told from context by their language."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from samenspraak.core.extraction.actors import Actors
from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.headings import Stance
from samenspraak.core.extraction.knowledge import Weights
from samenspraak.core.extraction.language import features_of, score
from samenspraak.core.extraction.listed import of_block
from samenspraak.core.extraction.outline import PlacedBlock
from samenspraak.core.extraction.paragraphs import is_footnote
from samenspraak.core.extraction.result import CommitmentKind
from samenspraak.core.extraction.validity import says_how_long, says_how_often
from samenspraak.core.vocabulary.hints import has_any
from samenspraak.core.vocabulary.sentences import Sentence, sentences_in

CONTEXT = frozenset({"as of now", "others act", "the state or the law", "past tense", "quotes the people", "defines"})
BINDS = frozenset({"promises", "does: promises", "does: does a duty", "does: will", "sets a term"})
ANNOUNCES_LIST = re.compile(r"\b(?:de volgende|hieronder|onderstaande?|als volgt)\b", re.IGNORECASE)
# "De gemeente is in 2024 gestart met ...", "De bewonersraad heeft gevraagd om ...": done already, or a wish.
DONE_OR_ASKED = re.compile(
    r"\b(?:is|zijn|heeft|hebben) (?:al |reeds |inmiddels )?"
    r"(?:in (?:het (?:voor|na)jaar van )?(?:[a-z]+ )?20\d\d|vorig jaar) "
    r"(?:[\w-]+ ){0,6}?(?:gestart|begonnen|afgerond|gerealiseerd|opgeleverd|gebouwd|vastgesteld|ingevoerd|gesloten|"
    r"ondertekend|verlaagd|verbeterd|gebracht|geopend|aangewezen|gevoerd)\b|"
    r"^(?:(?:De|Het) )?[\w’' -]{3,60}? (?:heeft|hebben) (?:[\w-]+ ){0,2}gevraagd (?:om|of|dat)\b|\bpleit(?:en)? voor\b|"
    r"(?:heeft|hebben) (?:dit|deze \w+|ons \w+|het \w+) (?:[\w-]+ ){0,2}(?:besproken|voorgelegd|afgestemd)\b|"
    r"^Met deze brief\b|"
    r"(?:heeft|hebben) (?:(?:op|in) (?:\d{1,2} )?[a-z]+ (?:20\d\d )?)?"
    r"(?:positief |negatief |unaniem )?(?:geadviseerd|ingestemd)\b|"
    r"^(?:Wij|We) (?:vragen|verzoeken) (?:u|uw|de|het) (?:[\w-]+ ){0,3}(?:om|te)\b",
)
DONE_PARTS = ("heeft", "hebben", "pleit", "20", "vorig jaar")
ASKING = ("Wij ", "We ", "Met deze brief")
# "De gemeente heeft een onderzoek gehouden.": the sentence ends in what was done, and nothing is said of later.
HAS_DONE = re.compile(
    r"^(?!.*\b(?:zal|zullen|gaat|gaan|wordt|worden)\b)[^,;:]*\b(?:heeft|hebben) [^,;:]*"
    r"\b(?!afgesproken|toegezegd|voorgenomen|verbonden|gecommitteerd|uitgesproken|besloten)"
    r"(?:\w*ge[a-z]{3,}(?:d|t|en)|(?:be|ver|ont|her)[a-z]{3,}(?:d|t))\.?$"
)
SHORTEST = 5  # words of a statement
# "In 2026: oplevering van 45 woningen": what will be done in a year, in a line of its own.
IN_A_YEAR = re.compile(
    r"^(?:In|Eind|Medio|Begin|Vanaf|Uiterlijk) (?:eind )?20\d\d: ?(?:de |het |een )?"
    r"(?:\w*(?:ering|atie|sering|voering|wikkeling|bouw|verkoop|aankoop|sloop|onderzoek|aanleg|oprichting|plaatsing)|start|"
    r"\w+en van)\b(?!.*\b(?:opgeleverd|afgerond|gerealiseerd|gebouwd)\W*$)",
)
PLANS = 0.5  # log-odds of such a line; not enough where the heading says that it is context
RULES = 0.8  # log-odds of what is agreed by its very words


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Log-odds from which a statement counts, by how it stands."""

    listed: float = -0.9
    running: float = -0.6
    context: float = 0.8
    promised: float = -1.6


class Prose:
    """Finds statements in the sentences and list items of one document."""

    def __init__(self, actors: Actors, weights: Weights, thresholds: Thresholds | None = None) -> None:
        self.actors = actors
        self.weights = weights
        self.thresholds = thresholds or Thresholds()
        # A sentence is asked about several times.
        self._scores: dict[str, float] = {}
        self._statements: dict[str, float] = {}
        self._sentences: dict[str, list[Sentence]] = {}

    def score(self, statement: str) -> float:
        """Return the log-odds that these words are a commitment."""
        known = self._scores.get(statement)
        if known is None:
            known = self._scores[statement] = score(features_of(statement, self.actors), self.weights)
        return known

    def best(self, text: str) -> float:
        """Return the log-odds of the sentence that reads most like a commitment."""
        return self._best([sentence.text for sentence in self.sentences(text)] or [text])

    def opening(self, text: str) -> float:
        """Return the log-odds of the better of the first two sentences."""
        return self._best([sentence.text for sentence in self.sentences(text)[:2]] or [text])

    def _best(self, sentences: list[str]) -> float:
        return max(self.score(sentence) for sentence in sentences)

    def sentences(self, text: str) -> list[Sentence]:
        """Return the sentences of a paragraph; it is cut once, whoever asks."""
        known = self._sentences.get(text)
        if known is None:
            known = self._sentences[text] = sentences_in(text)
        return known

    def is_context(self, text: str) -> bool:
        """Say whether an item among commitments is plain context: facts, the law, what others do."""
        first = self.sentences(text)[:1]
        features = features_of(first[0].text if first else text, self.actors)
        return bool(features & CONTEXT) and not features & BINDS and self.best(text) < 0

    def size(self, block: Block) -> int:
        """Return how many statements a block could hold: 1 for a list item, its sentences otherwise."""
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE):
            return 0
        return 1 if block.kind is BlockKind.ITEM else len(self.sentences(block.text))

    def candidates(self, placed: list[PlacedBlock]) -> list[Candidate]:
        """Return the statements of these blocks that read as commitments, in order."""
        result: list[Candidate] = []
        for entry in placed:
            block = entry.block
            if block.kind in (BlockKind.HEADING, BlockKind.TABLE) or is_footnote(block) or entry.place.is_annex:
                continue
            if entry.place.promise is Stance.EXCLUDED:
                continue
            if block.kind is BlockKind.ITEM:
                if self.best(block.text) >= self._item_threshold(entry):
                    result.append(of_block(entry))
            else:
                result += self._running(entry)
        return result

    def _item_threshold(self, entry: PlacedBlock) -> float:
        """An item that opens with a question talks about it ("Hoe bouwen we door? Er was een oproep ...")."""
        first = self.sentences(entry.block.text)[:1]
        asks = bool(first) and first[0].text.endswith("?")
        return self._threshold(entry, self.thresholds.context if asks else self.thresholds.listed)

    def _threshold(self, entry: PlacedBlock, usual: float) -> float:
        promise = entry.place.promise
        if promise is Stance.CONTEXT:
            return self.thresholds.context
        return self.thresholds.promised if promise is Stance.COMMITTING else usual

    def _running(self, entry: PlacedBlock) -> list[Candidate]:
        """Take the sentences that commit; each keeps the sentences after it that only elaborate."""
        block = entry.block
        sentences = self.sentences(block.text)
        threshold = self._threshold(entry, self.thresholds.running)
        starts = [index for index, sentence in enumerate(sentences) if self._statement(sentence.text) >= threshold]
        if not starts:
            return []
        ends = [*starts[1:], len(sentences)]
        return [
            self._candidate(entry, block, sentences[a], sentences[b - 1]) for a, b in zip(starts, ends, strict=False)
        ]

    def _statement(self, sentence: str) -> float:
        """Return the log-odds that a sentence in running text is a commitment; one that announces a list is none."""
        known = self._statements.get(sentence)
        if known is None:
            is_none = len(sentence.split()) < SHORTEST or sentence.endswith(":") or _has_done(sentence)
            is_none = is_none or bool(ANNOUNCES_LIST.search(sentence)) or _is_done_or_asked(sentence)
            plans = PLANS if IN_A_YEAR.match(sentence) else -math.inf
            least = RULES if says_how_long(sentence) or says_how_often(sentence) else plans
            known = self._statements[sentence] = -math.inf if is_none else max(least, self.score(sentence))
        return known

    def _candidate(self, entry: PlacedBlock, block: Block, first: Sentence, last: Sentence) -> Candidate:
        text = block.text[first.start : last.end]
        span = block.span(first.start, last.end)
        heading = entry.place.heading or None
        return Candidate(text, span, entry.place, CommitmentKind.FRAMEWORK, title=heading, order=span.start)


def _is_done_or_asked(sentence: str) -> bool:
    """Search only the sentences that hold a part of what is looked for; most do not."""
    may_be = has_any(sentence, DONE_PARTS) or sentence.startswith(ASKING)
    return may_be and bool(DONE_OR_ASKED.search(sentence))


def _has_done(sentence: str) -> bool:
    return (" heeft " in sentence or " hebben " in sentence) and bool(HAS_DONE.match(sentence))
