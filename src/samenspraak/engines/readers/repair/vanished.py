"""Puts back letters that a broken font dropped altogether, leaving a gap or nothing: "presta eafspraken", "realisae".

Only words that are no Dutch words are touched, only when many of them become Dutch by one and the same group of
letters, and only when there is one way to do it. A word that happens to be another word without its letters ("hee"
for "heeft") stays broken: guessing would do more harm.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from samenspraak.core.extraction.source import RepairKind
from samenspraak.engines.knowledge.lexicon import Lexicon
from samenspraak.engines.readers.repair.edits import Edit
from samenspraak.engines.readers.repair.ligature_meanings import typical_groups
from samenspraak.engines.readers.repair.tally import Tally
from samenspraak.engines.readers.repair.wording import Wording

_WITNESSES = 4  # different words that must agree on a group before any word is touched
_SHARE = 0.15  # of the unknown words; a document full of names explains some of them by chance
_LATER_WITNESSES = 2  # for the next groups of a document that is known to have lost letters
_SHORTEST = 4  # letters that must be left of a word
_SHORTEST_WORD = 3  # letters of what can be a word of its own
_MOST_UNKNOWN = 1500  # distinct unknown words that are looked at, the most frequent first
_COMMON = 2.0  # zipf of a word that is worth believing in
_MARGIN = 1.0  # zipf between the best way to complete a word and the next

_WORD = r"[^\W\d_]+"
_FREE = r"(?<![\w'’.@/-])"
_ENDS = r"(?![\w'’@/-])"
_TOKEN = re.compile(f"{_FREE}{_WORD}{_ENDS}")
_OTHER_SPACE = re.compile(r"[^\S ]")
_PAIR = re.compile(f"{_FREE}(?=({_WORD}){_ENDS}(?: ({_WORD}){_ENDS})?)")


@dataclass(frozen=True, slots=True)
class _Break:
    """A place where letters can have vanished: between two halves, with a space between them or nothing."""

    before: str
    after: str
    gap: str  # " " or ""

    @property
    def piece(self) -> str:
        return self.before + self.gap + self.after


LookUp = Callable[[str, str, Sequence[str]], dict[str, float]]
Ways = dict[str, tuple[_Break, str]]  # broken piece -> where it broke, and the letters to put there
Completions = dict[_Break, dict[str, float]]  # the groups of letters that make a word of it, with its zipf value


def restore_vanished(wording: Wording, lexicon: Lexicon, tally: Tally) -> Wording:
    """Put back vanished letters where the document as a whole shows that letters vanished."""
    words = _unknown_words(wording, lexicon)
    candidates = [group for group in typical_groups() if group in lexicon.letter_groups]
    # A font leaves either a space or nothing; the way that explains more words is the true one.
    both = (_gaps(wording, words), _inner_breaks(words))
    ways = max((_loss(breaks, candidates, len(words), lexicon) for breaks in both), key=len)
    return _apply(wording, ways, tally) if ways else wording


def _loss(breaks: Iterable[_Break], candidates: Sequence[str], unknown_count: int, lexicon: Lexicon) -> Ways:
    """Return the broken pieces that one can be sure of; empty for a document that lost no letters."""
    breaks = list(breaks)
    # First only the words that stand in the list as they are: that is fast, and ends here for a sound document.
    groups = _lost_groups(_complete(breaks, candidates, lexicon.listed), unknown_count)
    if not groups:
        return {}
    single = [item for item in breaks if not _is_two_words(item, groups, lexicon)]
    return _only_ways(_complete(single, groups, lexicon.fillers))


def _unknown_words(wording: Wording, lexicon: Lexicon) -> frozenset[str]:
    words = wording.words(_TOKEN)
    unknown = (word for word, _ in words.most_common() if not word.isupper() and not lexicon.is_word(word))
    return frozenset(islice(unknown, _MOST_UNKNOWN))


def _inner_breaks(words: frozenset[str]) -> Iterator[_Break]:
    for word in sorted(words):
        if len(word) >= _SHORTEST:
            yield from (_Break(word[:place], word[place:], "") for place in range(len(word) + 1))


def _gaps(wording: Wording, unknown: frozenset[str]) -> Iterator[_Break]:
    """Return the gaps between two words that can be one broken word: at least one half must be unknown."""
    strange = {chunk for chunk in wording.chunks if _has_word(chunk, unknown)}
    lines = (_OTHER_SPACE.sub(" \n ", line).split(" ") for line in wording.lines_with(strange))
    chunks = (pair for line in lines for pair in pairwise(line))
    beside = {f"{first} {second}" for first, second in chunks if first in strange or second in strange}
    pairs = {match.groups() for text in beside for match in _PAIR.finditer(text) if match[2]}
    for before, after in sorted(pairs):
        is_broken = before in unknown or after in unknown
        if is_broken and after.islower() and len(before + after) >= _SHORTEST:
            yield _Break(before, after, " ")


def _has_word(chunk: str, words: frozenset[str]) -> bool:
    return chunk in words or not (chunk.isalpha() or words.isdisjoint(_TOKEN.findall(chunk)))


def _is_two_words(item: _Break, groups: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether the space is a real one: "geef" lost its last letters, "voor" is whole."""
    if not item.gap or len(item.after) < _SHORTEST_WORD or not lexicon.is_word(item.after):
        return False
    return any(lexicon.is_word(item.before + group) for group in groups)


def _complete(breaks: Iterable[_Break], groups: Sequence[str], look_up: LookUp) -> Completions:
    found = ((item, words) for item in breaks if (words := look_up(item.before, item.after, groups)))
    common = ((item, {group: zipf for group, zipf in words.items() if zipf >= _COMMON}) for item, words in found)
    return {item: words for item, words in common if words}


def _lost_groups(completions: Completions, unknown_count: int) -> list[str]:
    """Return the groups that vanished, the one with the most witnesses first."""
    lost: list[str] = []
    left = dict(completions)
    needed = max(_WITNESSES, _SHARE * unknown_count)
    while left:
        witnesses: defaultdict[str, set[str]] = defaultdict(set)
        for item, groups in left.items():
            for group in groups:
                witnesses[group].add(item.piece.lower())
        best = max(witnesses, key=lambda group: (len(witnesses[group]), group))
        if len(witnesses[best]) < needed:
            break
        lost.append(best)
        left = {item: groups for item, groups in left.items() if item.piece.lower() not in witnesses[best]}
        needed = _LATER_WITNESSES
    return lost


def _only_ways(completions: Completions) -> Ways:
    """Return per broken piece the one word that it can be; pieces with rival words are left out."""
    words: defaultdict[str, dict[str, tuple[float, _Break, str]]] = defaultdict(dict)
    for item, groups in completions.items():
        for group, zipf in groups.items():
            words[item.piece][item.before + group + item.after] = (zipf, item, group)
    only: Ways = {}
    for piece, rivals in words.items():
        ranked = sorted(rivals.values(), key=lambda rival: -rival[0])
        if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _MARGIN:
            only[piece] = ranked[0][1:]
    return only


def _apply(wording: Wording, ways: Ways, tally: Tally) -> Wording:
    def find(text: str) -> list[Edit]:
        edits: list[Edit] = []
        done = 0
        for match in _PAIR.finditer(text):
            found = ways.get(f"{match[1]} {match[2]}") or ways.get(match[1])
            if not found or match.start() < done:
                continue
            item, group = found
            done = match.start() + len(item.piece)
            start = match.start() + len(item.before)
            edits.append(Edit(start, start + len(item.gap), group))
            tally.add(RepairKind.LIGATURE, item.piece, item.before + group + item.after)
        return edits

    return wording.edited(find)
