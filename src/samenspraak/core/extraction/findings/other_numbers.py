"""The same sentence elsewhere in the document with other numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.findings.codes import OTHER_NUMBERS
from samenspraak.core.extraction.findings.material import Material, cut
from samenspraak.core.extraction.headings import Stance
from samenspraak.core.extraction.outline import Place
from samenspraak.core.extraction.party_phrase import PartyPhrase
from samenspraak.core.extraction.repetition import fold, letters_of
from samenspraak.core.extraction.result import Finding, SourceSpan
from samenspraak.core.light_values import light_value
from samenspraak.core.vocabulary.numbers import find_numbers
from samenspraak.core.vocabulary.sentences import Sentence

FEWEST_WORDS = 8  # of a sentence; shorter ones are rows of a list
MOST_VERSIONS = 2  # more versions of one sentence are a list with a fixed wording
NEAR = 0.85  # of the words of two versions that must be the same
WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with numbers: its letters, its numbers as printed, and whose it is."""

    text: str
    letters: str
    numbers: tuple[str, ...]
    span: SourceSpan
    owner: str
    years: frozenset[str]  # in the headings above it


@light_value
class NumberedSentence:
    """A sentence with a digit, its letters, and where it stands."""

    sentence: Sentence
    wording: str
    block: Block
    place: Place
    owner: str


Versions = tuple[list[Statement], list[Statement]]


def findings(material: Material) -> Iterator[Finding]:
    """Yield a finding for every pair of numbers that sentences with the same words disagree on."""
    differing: dict[tuple[str, str], list[Versions]] = defaultdict(list)
    taken: list[SourceSpan] = []
    for first, again in (*_by_letters(material), *_by_beginning(material)):
        spans = [statement.span for statement in (*first, *again)]
        if any(_overlap(span, other) for span in spans for other in taken):
            continue
        taken += spans
        differing[_difference(first[0].numbers, again[0].numbers)].append((first, again))
    for (number, other), versions in differing.items():
        yield _finding(material, number, other, versions)


def _finding(material: Material, number: str, other: str, versions: Sequence[Versions]) -> Finding:
    first = [statement.span for version in versions for statement in version[0]]
    again = [statement.span for version in versions for statement in version[1]]
    here, there = material.at_both(first, again)
    words = cut(versions[0][0][0].text)
    return OTHER_NUMBERS.finding(*first, *again, first=here, again=there, number=number, other=other, words=words)


def _by_letters(material: Material) -> Iterator[Versions]:
    """Yield sentences with the same letters and as many, but other, numbers."""
    versions: dict[tuple[str, str, frozenset[str]], dict[tuple[str, ...], list[Statement]]] = defaultdict(dict)
    for statement in _statements(material):
        group = versions[(statement.letters, statement.owner, statement.years)]
        group.setdefault(statement.numbers, []).append(statement)
    for group in versions.values():
        if len(group) == MOST_VERSIONS:
            first, again = group.values()
            if len(first[0].numbers) == len(again[0].numbers):
                yield first, again


def _by_beginning(material: Material) -> Iterator[Versions]:
    """Yield commitments that begin with the same words and are nearly the same, but for a number."""
    for pair in material.repeated:
        if not pair.differs:
            continue
        first, again = _whole(pair.first), _whole(pair.again)
        same_place = pair.first.place.party == pair.again.place.party and first.years == again.years
        if same_place and len(first.numbers) == len(again.numbers) and _is_near(first, again):
            yield [first], [again]


def _whole(candidate: Candidate) -> Statement:
    letters, numbers = _parted(candidate.text)
    return Statement(candidate.text, letters, numbers, candidate.span, "", _years(candidate.place))


def _is_near(first: Statement, again: Statement) -> bool:
    ours, theirs = (set(WORD.findall(each.text.lower())) for each in (first, again))
    return first.numbers != again.numbers and len(ours & theirs) >= NEAR * len(ours | theirs)


def _overlap(a: SourceSpan, b: SourceSpan) -> bool:
    return a.start < b.end and b.start < a.end


def _difference(numbers: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, str]:
    pairs = [pair for pair in zip(numbers, others, strict=True) if pair[0] != pair[1]]
    return ", ".join(pair[0] for pair in pairs), ", ".join(pair[1] for pair in pairs)


def _statements(material: Material) -> Iterator[Statement]:
    sentences = list(_sentences(material))
    wordings: dict[str, set[str]] = defaultdict(set)
    for each in sentences:
        wordings[each.wording].add(each.sentence.text)
    for each in sentences:
        if len(wordings[each.wording]) == 1:
            continue  # stands alone, or everywhere with the same numbers
        letters, numbers = _parted(each.sentence.text)
        if numbers:
            span = each.block.span(each.sentence.start, each.sentence.end)
            yield Statement(each.sentence.text, letters, numbers, span, each.owner, _years(each.place))


def _sentences(material: Material) -> Iterator[NumberedSentence]:
    """Yield the sentences with a digit, long enough to be no row of a list."""
    names = (*material.cast.housing_associations, *material.cast.tenants_organisations)
    parties = PartyPhrase(names)
    owner = ""
    for entry in material.texts:
        block, place = entry.block, entry.place
        if parties.is_whole(block.text):
            owner = block.text
        elif block.kind is BlockKind.HEADING:
            owner = next((name for name in names if name in block.text), "")
        if place.promise is Stance.EXCLUDED or not DIGIT.search(block.text):
            continue
        for sentence in material.sentences_in(block.text):
            if DIGIT.search(sentence.text) and len(sentence.text.split()) >= FEWEST_WORDS:
                yield NumberedSentence(sentence, letters_of(sentence.text), block, place, owner)


def _years(place: Place) -> frozenset[str]:
    return frozenset(YEAR.findall(f"{place.chapter} {place.section} {place.structural}"))


def _parted(sentence: str) -> tuple[str, tuple[str, ...]]:
    """Return the letters of a sentence, with its years, and its other numbers."""
    letters: list[str] = []
    numbers: list[str] = []
    end = 0
    for number in find_numbers(sentence):
        if number.is_year_like or number.in_words:
            continue
        letters.append(sentence[end : number.start])
        numbers.append(" ".join(number.text.split()))
        end = number.end
    return fold("#".join([*letters, sentence[end:]])), tuple(numbers)
