"""Statements that stand under a heading which promises them: paragraphs and list items under "Afspraken"."""

from __future__ import annotations

import re
from dataclasses import replace

from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.headings import Stance, lead_in_stance
from samenspraak.core.extraction.language import verb_group
from samenspraak.core.extraction.outline import PlacedBlock
from samenspraak.core.extraction.paragraphs import is_footnote
from samenspraak.core.extraction.result import CommitmentKind, SourceSpan
from samenspraak.core.extraction.signatures import opens_signing

# A lead-in that only announces the list; its items are statements of their own.
ANNOUNCES = re.compile(
    r"\b(?:spreken (?:\w+ ){0,6}af|afgesproken|(?:de |het )?volgende|afspraken|acties|"
    r"maatregelen|uitgangspunten|als volgt|hieronder|"
    r"gaan (?:\w+ ){0,3}doen|zeg(?:t|gen) (?:\w+ ){0,3}toe|verplicht\w*|zal|zullen|doet|doen|dat)\s*\S*:$",
    re.IGNORECASE,
)
LABEL = re.compile(r"^(?P<label>[A-ZÀ-Ý][\w/-]*(?: [\w/-]+){0,3}): (?=[A-ZÀ-Ý])")
# "Hieronder staan per thema de wijzigingen." says where to read on.
POINTS_BELOW = re.compile(
    r"^(?:hieronder|onderstaande?|de volgende \w+ (?:staan|zijn|volgen)|het betreft de volgende)\b", re.IGNORECASE
)
# "... hebben op 3 juni 2025 de volgende afspraken vastgesteld."
SIGNED_BELOW = re.compile(
    r"\bde (?:volgende|onderstaande) \w*afspraken "
    r"(?:hebben |zijn )?(?:vastgesteld|gemaakt|overeengekomen|ondertekend|getekend)\b",
    re.IGNORECASE,
)
# Beside "Wat gaan we doen?" the section "Wat willen we bereiken?" holds the aims.
DOES = re.compile(r"^wat (?:gaan|doen) (?:we|wij)\b", re.IGNORECASE)
AIMS = re.compile(r"^wat (?:willen|gaan) (?:we|wij) (?:\w+ )?bereiken\b", re.IGNORECASE)
LONGEST_LEAD_IN = 160  # characters
LEADS_IN = re.compile(r":$")
FEWEST_LETTERS = 15
LONGEST_FRAGMENT = 9  # words


def _says_what_is_done(placed: list[PlacedBlock]) -> bool:
    return any(e.block.kind is BlockKind.HEADING and DOES.search(e.block.text) for e in placed)


def promised(placed: list[PlacedBlock]) -> list[Candidate]:
    """Return every paragraph and list item under a promising heading, in order."""
    result: list[Candidate] = []
    says_what_is_done = _says_what_is_done(placed)
    has_parts = False  # the last statement ended in a colon, and the items below it are its parts
    for entry in placed:
        block = entry.block
        if not _is_promised(entry) or (
            says_what_is_done and AIMS.search(entry.place.structural or entry.place.section)
        ):
            has_parts = False
        elif block.kind is BlockKind.ITEM and has_parts:
            result[-1] = with_block(result[-1], block)
        elif _states_something(block):
            leads_in = block.kind is BlockKind.PARAGRAPH and bool(LEADS_IN.search(block.text))
            has_parts = leads_in and not _announces(block.text)
            if has_parts or not leads_in:
                result.append(of_block(entry))
    return result


def _is_promised(entry: PlacedBlock) -> bool:
    has_words = entry.block.kind not in (BlockKind.HEADING, BlockKind.TABLE)
    return has_words and entry.place.promise is Stance.COMMITTING and not entry.place.is_annex


def _states_something(block: Block) -> bool:
    if len(block.text) < FEWEST_LETTERS or is_footnote(block) or _is_fragment(block) or opens_signing(block.text):
        return False
    is_lead_in = block.kind is BlockKind.PARAGRAPH and len(block.text) < LONGEST_LEAD_IN
    return not (is_lead_in and (POINTS_BELOW.search(block.text) or SIGNED_BELOW.search(block.text)))


def _announces(text: str) -> bool:
    """Say whether a lead-in only announces its list, whose items are then statements of their own."""
    return bool(ANNOUNCES.search(text)) or lead_in_stance(text) is Stance.COMMITTING


def _is_fragment(block: Block) -> bool:
    """A few loose words without a verb (a name in a signature, a cell of a table) state nothing."""
    words = block.text.split()
    if block.kind is BlockKind.ITEM or len(words) > LONGEST_FRAGMENT or LEADS_IN.search(block.text):
        return False
    return not any(verb_group(word.strip(",.;:()")) for word in words)


def sections_promised(placed: list[PlacedBlock]) -> list[Candidate]:
    """Return each section below a promising heading as one candidate ("Wat wij in 2025 willen realiseren")."""
    result: list[Candidate] = []
    current: tuple[str, str] | None = None
    for entry in placed:
        block, place = entry.block, entry.place
        inherits = place.stance is Stance.NEUTRAL and place.wide is Stance.COMMITTING and not place.is_annex
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE) or not inherits or is_footnote(block):
            continue
        if current == (place.chapter, place.section):
            result[-1] = with_block(result[-1], block)
        else:
            current = (place.chapter, place.section)
            result.append(of_block(entry))
    return result


def of_block(entry: PlacedBlock, kind: CommitmentKind = CommitmentKind.FRAMEWORK) -> Candidate:
    """Return a whole block as one candidate."""
    block = entry.block
    place = entry.place
    return Candidate(
        block.text,
        block.span(),
        place,
        kind,
        title=_label(block) or place.heading or None,
        column=place.party or None,
        order=block.start,
    )


def _label(block: Block) -> str | None:
    """Return the word before the colon with which a list item begins: "Woningbouw: ..."."""
    found = LABEL.match(block.text) if block.kind is BlockKind.ITEM else None
    return found["label"] if found else None


def with_block(candidate: Candidate, block: Block) -> Candidate:
    """Return the candidate with one more block (a list item under it) added to its text."""
    marker = f"{block.marker} " if block.marker else ""
    span = SourceSpan(candidate.span.page, candidate.span.start, max(candidate.span.end, block.end))
    return replace(candidate, text=f"{candidate.text}\n{marker}{block.text}", span=span)
