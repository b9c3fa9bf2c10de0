"""How a term opens its entry: "Term: meaning", a term on a line of its own, a term and its meaning in one line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from samenspraak.core.extraction.blocks import Block, BlockKind, joined
from samenspraak.core.extraction.language import VERBS
from samenspraak.core.extraction.markers import number_of

LONGEST_TERM = 80  # characters
MOST_WORDS = 9
MOST_WORDS_BESIDE = 5  # of a term that stands on one line with its meaning
FEWEST = 2  # entries with a colon that make it the form of the list
COLON = re.compile(r"^(?P<term>[^:.;]{2,80}?)\s*(?::|=|\s[–-](?=\s))\s*(?=\S)")
SHORT = re.compile(r"^(?P<term>[A-Z][\w&/]*[A-Z][\w&/]*)\s+(?=[^\W\d_])")
ABBREVIATIONS = re.compile(r"\bafkortingen?\w*", re.IGNORECASE)
DETERMINER = re.compile(r"^(?:de|het|een|alle|elke|iedere|wanneer|als|dit|deze|zie|afkorting)$", re.IGNORECASE)
FUNCTION_WORD = frozenset(
    "de het een en of van voor met in op aan bij door te tot om naar over uit onder per dat die dit deze als wanneer "
    "er zij wij we hij ook daarnaast hierbij daarbij voorheen".split()
)
ARTICLES = frozenset({"de", "het", "een"})
RELATIVE = frozenset("die dat wie welke waar waarin waarbij".split())
NO_TERM = tuple(VERBS[group] for group in ("will", "goes to", "may", "must", "undergoes", "has", "is", "does a duty"))


@dataclass(frozen=True, slots=True)
class Opening:
    """A term and where its meaning begins in the block's text (at its end: in the next block)."""

    term: str
    rest: int


class Form(StrEnum):
    """How the entries of a list are written."""

    COLON = "colon"  # "Term: meaning", "Term = meaning", "Term – meaning"
    SHORT = "short"  # "DAEB Diensten van algemeen economisch belang"
    BESIDE = "beside"  # a term above its meaning, or before it on the same line


def form_of(blocks: Sequence[Block], heading: str) -> Form:
    """Return how the entries below a heading are written, told from the first of them."""
    lines = [piece.line.text[piece.skip :] for block in blocks for piece in block.pieces]
    if sum(_colon_term(text) is not None for text in lines) >= FEWEST:
        return Form.COLON
    if ABBREVIATIONS.search(heading) and sum(bool(SHORT.match(text)) for text in lines) >= FEWEST:
        return Form.SHORT
    return Form.BESIDE


def is_abbreviation(block: Block, heading: str) -> bool:
    """Say whether a block explains an abbreviation in a list of them."""
    return bool(ABBREVIATIONS.search(heading) and SHORT.match(block.text))


def parted(block: Block, form: Form) -> list[Block]:
    """Return a paragraph in as many parts as there are lines in it that open an entry of their own."""
    cuts = [0]
    for index, (above, piece) in enumerate(itertools.pairwise(block.pieces), start=1):
        ended = above.line.text.rstrip().endswith((".", ";"))
        by_colon = form is Form.COLON and ended and _colon_term(piece.line.text)
        if by_colon or (form is Form.SHORT and SHORT.match(piece.line.text)):
            cuts.append(index)
    if len(cuts) == 1:
        return [block]
    bounds = itertools.pairwise([*cuts, len(block.pieces)])
    return [_part(block, first, last) for first, last in bounds]


def _part(block: Block, first: int, last: int) -> Block:
    text, pieces = joined([(piece.line, piece.skip) for piece in block.pieces[first:last]])
    return replace(block, text=text, pieces=pieces)


def opening_of(block: Block, below: Block | None, form: Form) -> Opening | None:
    """Return the term that a block opens with; None when it explains the term before it."""
    if form is Form.COLON:
        return _colon_term(block.text)
    if form is Form.SHORT:
        found = SHORT.match(block.text)
        return Opening(found["term"], found.end()) if found else None
    if block.kind is BlockKind.ITEM:
        return None
    if _stands_alone(block, below):
        return Opening(_clean(block.text), len(block.text))
    return _beside(block)


def _colon_term(text: str) -> Opening | None:
    start = number.width if (number := number_of(text)) else 0
    found = COLON.match(text[start:])
    if found is None or not _is_term(found["term"]) or not text[start + found.end() :].strip():
        return None
    return Opening(_clean(found["term"]), start + found.end())


def _stands_alone(block: Block, below: Block | None) -> bool:
    """A short text without a full stop, and a paragraph below it: a term above its meaning."""
    text = block.text
    if below is None or below.kind is BlockKind.TABLE or text.endswith((".", ":", ";", ",")):
        return False
    explains = below.kind is BlockKind.PARAGRAPH and not _is_bare(below.text)
    return explains and _is_bare(text) and (block.kind is BlockKind.HEADING or len(block.pieces) <= 3)


def _is_bare(text: str) -> bool:
    return _is_term(text) and not re.search(r"[.;:]$|€|\d{3}", text)


def _beside(block: Block) -> Opening | None:
    """Split "Term The meaning" where a capital or an article begins the meaning."""
    words = list(re.finditer(r"\S+", block.pieces[0].line.text[block.pieces[0].skip :] if block.pieces else block.text))
    for index, word in enumerate(words[1 : MOST_WORDS_BESIDE + 1], start=1):
        begins = word[0][:1].isupper() or DETERMINER.match(word[0]) or word[0][:1] == "€"
        if not begins or word[0].isupper():
            continue
        term = block.text[: word.start()].strip()
        is_split = (
            _is_term(term)
            and words[0][0].lower() not in ARTICLES
            and len(words) > index + 1
            and term.split()[-1].lower() not in FUNCTION_WORD
        )
        return Opening(_clean(term), word.start()) if is_split else None
    return None


def _is_term(text: str) -> bool:
    """Say whether a text may be a term: few words, none of them a finite verb, no function word in front."""
    words = re.findall(r"[\w’'/-]+", text)
    if not words or len(text) > LONGEST_TERM or len(words) > MOST_WORDS:
        return False
    if words[0].lower() in FUNCTION_WORD and len(words) > 1 and words[0].lower() not in ARTICLES:
        return False
    if words[0].isdigit() or any(word.lower() in RELATIVE for word in words):
        return False
    return not any(pattern.match(word) for word in words[1:] for pattern in NO_TERM)


def _clean(term: str) -> str:
    return re.sub(r"^(?:[a-z]\)|[a-z]\.|\d+[.)])\s+", "", term).strip(" :;,.‘’'\"“”") or term.strip()
