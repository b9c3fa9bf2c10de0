"""What a document says of itself: its title, what it is about, sort, period, parties, signatories and date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from samenspraak.core.extraction.blocks import Block
from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.cast import Cast
from samenspraak.core.extraction.result import AgreementFacts, CommitmentKind, DocumentKind, Period
from samenspraak.core.extraction.signatures import signatories_in, signing_blocks
from samenspraak.core.extraction.subject import agreement_it_is_about
from samenspraak.core.vocabulary.dates import find_dates
from samenspraak.core.vocabulary.hints import has_any
from samenspraak.core.vocabulary.period import find_periods

OPENING = 14  # blocks at the top in which a document says what it is
LONGEST_TITLE = 140  # characters
IN_TITLE = 6  # how many times a period in the title counts
FEWEST_FRAMEWORK = 10  # framework commitments that make an annex the document's main part
# In lower case: what a document calls itself, and what it says of being signed.
OWN_NAMES = ("afspraken", "akkoord", "woondeal", "jaarschijf", "looptijd", "convenant", "overeenkomst")
TITLE = re.compile(
    r"afspraken|akkoord|woondeal|jaarschijf|raadsinformatie\w+|raadsbrief|monitor|"
    r"\bbod\b|bieding|voortgangsbericht|"
    r"overeenkomst|convenant|activiteitenoverzicht|uitvoeringsagenda|werkplan|uitvoeringsprogramma",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    r"^(?:\d+[. ]|basis |waarom |wat |over |doel |aanleiding|nationale |landelijke )|[.:;,]$", re.IGNORECASE
)
SUBJECT = re.compile(r"^(?:onderwerp|betreft|betreffende)\s*:\s*", re.IGNORECASE)
# What the running heads have besides a title; a number in the middle was left out by the reader.
PAGE_NUMBER = re.compile(r"^[\W\d]+(?=\D)|\s*(?:pagina|blz\.?)?\s*(?:‹nummer›|#?\d{0,3})$")
BAR = re.compile(r"\s+[|│]\s+")  # between a title and the parties behind it
TITLES = 5  # blocks among which the title stands
ONE_YEAR = re.compile(
    r"jaarschijf|jaarafspraken|jaarplan|werkplan|uitvoerings(?:afspraken|programma|agenda)|\bmonitor\b|voortgangsrapportage|\bbod\b|bieding",
    re.IGNORECASE,
)
NAMED_AFTER_A_YEAR = re.compile(
    r"^(?!meerjar)(?:\w+ )?\w*afspraken (?:[\w’'-]+ ){0,6}(?<!januari )(?<!december )(?P<year>20\d\d)$",
    re.IGNORECASE,
)
# A line that is nothing but the place and the day of signing: "Tiel, 9 december 2025".
PLACE_AND_DAY = re.compile(
    r"^(?:(?:[Oo]nder)?[Gg]etekend te [A-ZÀ-Ý'’][^,.:;\d]{1,40},? op |"
    r"(?:[Tt]e )?[A-ZÀ-Ý'’][^,.:;\d]{1,40}, (?:d\.d\. )?)"
    r"\d{1,2} [a-z]+ 20\d\d\.?$|"
    r"^(?:Aldus )?(?:[Vv]astgesteld|[Oo]vereengekomen|[Oo]pgemaakt|(?:[Oo]nder)?[Gg]etekend) (?:\w+ ){0,4}"
    r"op \d{1,2} [a-z]+ 20\d\d\b"
)
CENTURY = "20"  # in every year that a document of ours speaks of
YEAR = re.compile(r"\b20\d\d\b")
SIGNED_WORDS = ("getekend", "overeengekomen", "aangegaan", "vastgesteld op", "afspraken vastgesteld")
SIGNED = re.compile(
    r"\b(?:onder)?getekend\b|overeengekomen|aangegaan|vastgesteld op|afspraken vastgesteld", re.IGNORECASE
)
KINDS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (
        DocumentKind.COUNCIL_LETTER,
        re.compile(r"raadsinformatie|raadsbrief|collegebrief|brief aan de (?:gemeente)?raad", re.IGNORECASE),
    ),
    (
        DocumentKind.REGIONAL,
        re.compile(
            r"woonakkoord|woondeal|regiona\w+ (?:prestatie)?(?:afspraken|akkoord)|bestuursakkoord", re.IGNORECASE
        ),
    ),
    (DocumentKind.MONITOR, re.compile(r"^monitor|voortgangsrapportage|monitor prestatieafspraken", re.IGNORECASE)),
    (
        DocumentKind.BID,
        re.compile(r"^(?:het )?bod\b|bieding|activiteitenoverzicht|voorgenomen werkzaamheden", re.IGNORECASE),
    ),
    (DocumentKind.YEAR_SLICE, re.compile(r"jaarschijf|jaarafspraken|jaarplan|uitvoeringsafspraken", re.IGNORECASE)),
    (
        DocumentKind.MULTI_YEAR,
        re.compile(r"prestatieafspraken|meerjar\w+|raamovereenkomst|kaderafspraken", re.IGNORECASE),
    ),
)


def facts_of(
    blocks: Sequence[Block], cast: Cast, candidates: Sequence[Candidate], heads: Sequence[str]
) -> AgreementFacts:
    """Return the facts; what the document does not say is None or empty. `heads` are its running heads."""
    first = _first_line(blocks)
    opening = [*first, *(block.text for block in blocks[:OPENING] if 0 < len(block.text) <= LONGEST_TITLE)]
    title = _title([*first, *_front(blocks)], heads, opening)
    about = [*(text for text in opening[:3] if not text.endswith(".")), *([title] if title else []), *heads]
    period = _period(blocks, about)
    signing = signing_blocks(blocks)
    return AgreementFacts(
        title=title,
        about=agreement_it_is_about(title, opening),
        kind=_kind(title, opening, period, cast, candidates),
        period=period,
        municipalities=cast.municipalities,
        housing_associations=cast.housing_associations,
        tenants_organisations=cast.tenants_organisations,
        signatories=signatories_in(signing, cast),
        signed_on=_signed_on(blocks, signing),
    )


def _first_line(blocks: Sequence[Block]) -> list[str]:
    """Return the title that a careless reader would take with the names below it: the first line in capitals."""
    if not blocks or not blocks[0].pieces or len(blocks[0].pieces) == 1:
        return []
    line = blocks[0].pieces[0].line.text
    return [line] if line.isupper() and TITLE.search(line) else []


def _front(blocks: Sequence[Block]) -> list[str]:
    """Return the short texts above the first running text, where a title stands."""
    above = takewhile(lambda block: len(block.text) <= 2 * LONGEST_TITLE, blocks[:OPENING])
    return [SUBJECT.sub("", block.text) for block in above if 0 < len(block.text) <= LONGEST_TITLE]


def _title(front: Sequence[str], heads: Sequence[str], opening: Sequence[str]) -> str | None:
    """Return what stands on top as a title, what runs along above the pages, or the first title among the text."""
    above = [*(BAR.split(text)[0] for text in front), *(PAGE_NUMBER.sub("", head).strip() for head in heads)]
    return next((text for text in (*above, *opening) if TITLE.search(text) and not NO_TITLE.search(text)), None)


def _period(blocks: Sequence[Block], titles: Sequence[str]) -> Period | None:
    """Return the period that the document speaks of most where it speaks of itself; its title counts more."""
    for title in titles:
        if ONE_YEAR.search(title) and len(years := set(YEAR.findall(title))) == 1:
            year = int(years.pop())
            return Period(year, year)
    counts: Counter[tuple[int, int]] = Counter()
    if not any(find_periods(title) for title in titles):
        counts.update({(year, year): IN_TITLE for year in filter(None, map(_year_at_end, titles))})
    for weight, texts in (
        (IN_TITLE, titles),
        (1, [block.text for block in blocks if CENTURY in block.text and _speaks_of_itself(block.text)]),
    ):
        for text in texts:
            for found in find_periods(text):
                counts[(found.first_year, found.last_year)] += weight
    if not counts:
        return None
    best = max(counts.values())
    start, end = next(period for period, count in counts.items() if count == best)
    return Period(start, end)


def _year_at_end(title: str) -> int | None:
    """Return the year with which a title ends: "Prestatieafspraken Waterhoven 2026"."""
    found = NAMED_AFTER_A_YEAR.search(title)
    return int(found["year"]) if found else None


def _kind(
    title: str | None, opening: Sequence[str], period: Period | None, cast: Cast, candidates: Sequence[Candidate]
) -> DocumentKind:
    kinds = Counter(candidate.kind for candidate in candidates)
    if kinds[CommitmentKind.FRAMEWORK] >= FEWEST_FRAMEWORK and kinds[CommitmentKind.ANNUAL]:
        return DocumentKind.MULTI_YEAR
    if kinds[CommitmentKind.MONITOR] > sum(kinds.values()) / 2:
        return DocumentKind.MONITOR
    if not candidates:
        return DocumentKind.OTHER
    for text in ([title] if title else []), opening[:TITLES] if title else []:
        for kind, pattern in KINDS:
            if any(pattern.search(line) for line in text):
                is_one_year = kind is DocumentKind.MULTI_YEAR and period and period.start == period.end
                return DocumentKind.YEAR_SLICE if is_one_year else kind
    if len(cast.municipalities) > 2:
        return DocumentKind.REGIONAL
    if period:
        return DocumentKind.YEAR_SLICE if period.start == period.end else DocumentKind.MULTI_YEAR
    return DocumentKind.OTHER


def _speaks_of_itself(text: str) -> bool:
    return has_any(text.lower(), OWN_NAMES)


def _says_signed(text: str) -> bool:
    return has_any(text.lower(), SIGNED_WORDS) and bool(SIGNED.search(text))


def _signed_on(blocks: Sequence[Block], signing: Sequence[Block]) -> date | None:
    """Return the day beside the signatures, or the day on which the text says that it was signed."""
    said = [
        b
        for b in reversed(blocks)
        if CENTURY in b.text and len(b.text) <= LONGEST_TITLE and PLACE_AND_DAY.match(b.text)
    ]
    for block in (*signing, *said, *(b for b in blocks if CENTURY in b.text and _says_signed(b.text))):
        days = [found.on for found in find_dates(block.text) if found.on]
        if days and (block in signing or block in said or _speaks_of_itself(block.text)):
            return days[-1]
    return None
