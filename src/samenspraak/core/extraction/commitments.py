"""From blocks to commitments: which way a document marks its statements, and then what each says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from samenspraak.core.extraction.actors import Actors
from samenspraak.core.extraction.blocks import Block, BlockKind, Piece, joined
from samenspraak.core.extraction.bracketed_parties import explained_letters, parties_at_end, with_parties_at_end
from samenspraak.core.extraction.candidate import Candidate
from samenspraak.core.extraction.certainty import BELOW_PROMISE, RUNNING, Steps, share_at
from samenspraak.core.extraction.coded import CodedReader
from samenspraak.core.extraction.flat_table import cells_of, flat_rows
from samenspraak.core.extraction.headings import Stance
from samenspraak.core.extraction.items import VOID_TEXT, Item, code_families, coded_items
from samenspraak.core.extraction.language import verb_group
from samenspraak.core.extraction.listed import promised, sections_promised
from samenspraak.core.extraction.numbered import numbered_items
from samenspraak.core.extraction.outline import PlacedBlock, outline
from samenspraak.core.extraction.party_phrase import PartyPhrase
from samenspraak.core.extraction.prose import Prose
from samenspraak.core.extraction.repetition import Repeated, fold, once_each
from samenspraak.core.extraction.result import CommitmentKind
from samenspraak.core.extraction.size import fewest
from samenspraak.core.extraction.table_commitments import columns_of, rows_of
from samenspraak.core.vocabulary.theme import Theme
from samenspraak.core.vocabulary.theme_finder import themes_named

FEWEST_PROMISED = 4  # statements under promising headings that make a system
LISTED_SHARE = 0.4  # of the statements under promising headings that must read as commitments
FEWEST_THROUGHOUT = 5  # statements in running text that make an agreement of a document
THROUGHOUT_SHARE = 0.1  # of its sentences and list items
REPORT_SHARE = 0.35  # the same for a document that calls itself minutes, a summary of the law or news
OPENING_BLOCKS = 6  # blocks at the top in which a document says what it is
LONGEST_TITLE = 120  # characters
REPORTS = re.compile(
    r"\b(?:notulen|verslag|besluitenlijst|handreiking|persbericht|nieuwsbericht|"
    r"wettelijk kader|factsheet|samenvatting van|brochure|"
    r"woonvisie|onderzoeksrapport|veelgestelde vragen)\b",
    re.IGNORECASE,
)
# The items of minutes and proposals are numbered as well.
MINUTES = re.compile(
    r"^(?:concept-?\s?)?(?:notulen|(?:kort )?verslag|besluitenlijst|agenda|raadsvoorstel|collegevoorstel|"
    r"persbericht|nieuwsbericht)\b",
    re.IGNORECASE,
)
# What a document calls itself that holds agreements, also when they are few.
AGREES = re.compile(r"afspraken|afspraak|akkoord|convenant|jaarschijf|overeenkomst|\bbod\b", re.IGNORECASE)
LOOSE_PART = 0.25  # of the text in sections without a promising heading, from which it is read as well
LOOSE_COMMITS = 0.15  # of the statements there that must commit
COMMITTING = 0.0  # log-odds from which a numbered item reads as a commitment
LISTED = -0.9  # and a statement under a promising heading
COMMITTING_SHARE = 0.5  # of numbered items that must read as commitments before all of them count


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates of a document and what stood in it twice."""

    candidates: list[Candidate]
    repeated: list[Repeated]


def find(placed: list[PlacedBlock], actors: Actors, prose: Prose) -> Found:
    """Return the statements that are commitments, in the order of the document."""
    parties = PartyPhrase(actors.cast.names)
    rows = _in_tables(placed, parties)
    blocks = [entry.block for entry in placed if entry.block.kind is not BlockKind.TABLE]
    found = _coded(blocks, actors, prose, parties)
    if found is None:
        found = _tabled(blocks, parties)
    if found is None:
        found = _numbered(blocks, actors, prose, parties)
    if found is None and len(rows) < FEWEST_PROMISED:
        found = _listed(placed if len(placed) == len(blocks) else outline(blocks, parties), prose)
    found = [candidate for candidate in _with_tables(found or [], rows) if candidate.text]
    found = with_parties_at_end(found, explained_letters(block.text for block in blocks), parties)
    kept, repeated = once_each(sorted(found, key=lambda candidate: candidate.order))
    return Found(kept, repeated)


def _in_tables(placed: list[PlacedBlock], parties: PartyPhrase) -> list[Candidate]:
    """Return the rows of the tables that hold commitments; a glossary or an annex of figures holds none."""
    result: list[Candidate] = []
    for entry in placed:
        table = entry.block.table
        if table is None or entry.place.promise is Stance.EXCLUDED:
            continue
        if columns := columns_of(table, parties):
            result += rows_of(table, columns, entry.place)
    return result


def _with_tables(found: list[Candidate], rows: list[Candidate]) -> list[Candidate]:
    """Add the tables' rows; those of a monitor are laid upon the commitments they follow."""
    agreed = [*found, *(row for row in rows if not row.in_monitor)]
    return _with_rows(agreed, [row for row in rows if row.in_monitor])


def _tabled(blocks: list[Block], parties: PartyPhrase) -> list[Candidate] | None:
    rows, outside = flat_rows(blocks, parties)
    if not rows:
        return None
    heads = [Block(BlockKind.PARAGRAPH, "", (Piece(row.lines[0][0], 0),)) for row in rows if row.lines]
    places = _places(heads, outside, parties)
    result = []
    for row in rows:
        if not row.lines:
            continue
        cells = cells_of(row, parties)
        text, pieces = joined(cells.text)
        span = Block(BlockKind.PARAGRAPH, text, pieces).span()
        place = places[row.lines[0][0].start].place
        result.append(
            Candidate(
                text,
                span,
                place,
                CommitmentKind.ANNUAL,
                code=row.number or None,
                column=cells.parties,
                term=cells.term,
                result=cells.result,
                order=span.start,
            )
        )
    return result


def _coded(blocks: list[Block], actors: Actors, prose: Prose, parties: PartyPhrase) -> list[Candidate] | None:
    families = code_families(blocks)
    if not families:
        return None
    items, outside = coded_items(blocks, families)
    places = _places([item.head for item in items], outside, parties)
    reader = CodedReader(actors.cast.names)
    result: list[Candidate] = []
    rows: list[Candidate] = []
    for item in items:
        place = places[item.head.start].place
        if item.in_monitor:
            title = next((c.title for c in reversed(result) if c.code == item.code.normal), None)
            rows.append(reader.candidate(item, place, CommitmentKind.MONITOR, title))
        elif place.promise not in (Stance.CONTEXT, Stance.EXCLUDED):
            candidate = reader.candidate(item, place, _kind(item))
            if not VOID_TEXT.match(candidate.text):
                result.append(candidate)
    coded = {(entry.place.chapter, entry.place.section) for entry in places.values()}
    around = outline(outside, parties)
    sections = _read_at(
        sections_promised(around), BELOW_PROMISE, prose
    )  # text above the items of a section introduces them
    result = _with_rows(result, rows) + [c for c in sections if (c.place.chapter, c.place.section) not in coded]
    return result + _on_cooperation(around, result, prose)


def _with_rows(agreed: list[Candidate], rows: list[Candidate]) -> list[Candidate]:
    """Lay a monitor's rows upon the commitments they follow; a row that follows none stands for itself."""
    result = list(agreed)
    for row in rows:
        same = [i for i, c in enumerate(result) if c.code == row.code and not c.in_monitor]
        exact = [i for i in same if fold(result[i].title or "") == fold(row.title or "")]
        if not same:
            result.append(row)
            continue
        index = (exact or same)[0]
        result[index] = replace(
            result[index],
            lead=row.lead,
            priority=row.priority,
            progress=row.progress,
            rating=row.rating,
            rating_text=row.rating_text,
        )
    return result


def _kind(item: Item) -> CommitmentKind:
    letter = item.code.family[:1].upper()
    return CommitmentKind.ANNUAL if letter == "J" else CommitmentKind.FRAMEWORK


def _places(heads: list[Block], outside: list[Block], parties: PartyPhrase) -> dict[int, PlacedBlock]:
    """Return the place of every item by its head's offset: the headings outside items that stand above it."""
    starts = {head.start for head in heads}
    stream = sorted([*outside, *(replace(head, kind=BlockKind.PARAGRAPH) for head in heads)], key=lambda b: b.start)
    return {entry.block.start: entry for entry in outline(stream, parties) if entry.block.start in starts}


def _numbered(blocks: list[Block], actors: Actors, prose: Prose, parties: PartyPhrase) -> list[Candidate] | None:
    items, outside = numbered_items(blocks)
    if not items or any(MINUTES.match(block.text) for block in blocks[:OPENING_BLOCKS]):
        return None
    places = _places([item.head for item in items], outside, parties)
    reader = CodedReader(actors.cast.names)
    candidates = [reader.candidate(item, places[item.head.start].place, CommitmentKind.FRAMEWORK) for item in items]
    local = [c for c in candidates if c.place.promise not in (Stance.EXCLUDED, Stance.CONTEXT) and not c.place.is_annex]
    letters = explained_letters(block.text for block in blocks)
    committing = sum(
        prose.opening(candidate.text) >= COMMITTING or parties_at_end(candidate.text, letters, parties) is not None
        for candidate in local
    )
    if committing < max(fewest(FEWEST_PROMISED, len(blocks)), COMMITTING_SHARE * len(local)):
        return None
    kept = [c for c in local if not prose.is_context(c.text) and not VOID_TEXT.match(c.text)]
    return kept + _on_cooperation(outline(outside, parties), kept, prose)


def _on_cooperation(around: list[PlacedBlock], found: list[Candidate], prose: Prose) -> list[Candidate]:
    """Return what running text behind the items says of working together; it seldom has codes of its own."""
    last = max((candidate.order for candidate in found), default=0)
    taken = {(candidate.place.chapter, candidate.place.section) for candidate in found}
    behind = [
        entry
        for entry in around
        if entry.block.start > last
        and (entry.place.chapter, entry.place.section) not in taken
        and entry.place.promise is not Stance.CONTEXT
        and themes_named(entry.place.heading) == (Theme.COOPERATION,)
    ]
    return _read_at(prose.candidates(behind), RUNNING, prose)


def _listed(placed: list[PlacedBlock], prose: Prose) -> list[Candidate]:
    listed = promised(placed)
    # What stands in the articles of a contract is agreed, however it is worded.
    reading = sum(each.place.is_contract or prose.best(_with_doer(each)) >= LISTED for each in listed)
    if reading < max(fewest(FEWEST_PROMISED, len(placed)), LISTED_SHARE * len(listed)):
        return _read_at(_throughout(placed, prose), RUNNING, prose)
    loose = _loose(placed, {candidate.order for candidate in listed}, prose)
    return _read_at(listed, BELOW_PROMISE, prose) + _read_at(loose, RUNNING, prose)


def _read_at(candidates: list[Candidate], steps: Steps, prose: Prose) -> list[Candidate]:
    """Return statements that only their words tell, each as sure as such words were in labelled documents."""
    return [replace(each, confidence=share_at(prose.best(each.text), steps)) for each in candidates]


def _with_doer(candidate: Candidate) -> str:
    """Return a statement with its subject, which stands above the list: "De provincie:" and "- betaalt mee"."""
    if not candidate.place.party:
        return candidate.text
    first = candidate.text.split(" ", 1)[0]
    if first[:1].islower() or (first.endswith("t") and verb_group(first.lower())):
        return f"{candidate.place.party} {candidate.text[:1].lower()}{candidate.text[1:]}"
    return candidate.text


def _loose(placed: list[PlacedBlock], taken: set[int], prose: Prose) -> list[Candidate]:
    """Return the statements outside the promising sections.

    Sections that have statements of their own are read no further: the rest of them is introduction. The other sections
    count where they are a good part of the document and commit as well; else only their lists, and what they say of
    working together.
    """
    # A list that its own lead-in promises stands among running text that may commit as well.
    covered = {(e.place.chapter, e.place.section) for e in placed if e.block.start in taken and e.place.lead_in is None}
    rest = [e for e in placed if e.block.start not in taken and e.block.kind is not BlockKind.HEADING]
    apart = [e for e in rest if (e.place.chapter, e.place.section) not in covered]
    first = min(taken)
    begun = next((e.place.chapter, e.place.section) for e in placed if e.block.start == first)
    later = [e for e in apart if e.block.start > first or (e.place.chapter, e.place.section) == begun]
    part = sum(len(e.block.text) for e in later) / max(1, sum(len(e.block.text) for e in placed))
    if part >= LOOSE_PART:
        found = prose.candidates(later)
        if len(found) / max(1, sum(prose.size(e.block) for e in later)) >= LOOSE_COMMITS:
            return found
    return prose.candidates([entry for entry in apart if _is_item_or_about_cooperation(entry)])


def _is_item_or_about_cooperation(entry: PlacedBlock) -> bool:
    """Goals in a list and arrangements about working together often stand outside the sections that promise."""
    return entry.block.kind is BlockKind.ITEM or themes_named(entry.place.heading) == (Theme.COOPERATION,)


def _throughout(placed: list[PlacedBlock], prose: Prose) -> list[Candidate]:
    """Read running text; a document in which hardly anything commits is a report, not an agreement."""
    found = prose.candidates(placed)
    size = sum(prose.size(entry.block) for entry in placed)
    opening = [entry.block.text for entry in placed[:OPENING_BLOCKS] if len(entry.block.text) < LONGEST_TITLE]
    is_report = any(REPORTS.search(text) for text in opening)
    if len(found) < FEWEST_THROUGHOUT and (is_report or not any(AGREES.search(text) for text in opening)):
        return []
    share = REPORT_SHARE if is_report or len(found) < FEWEST_THROUGHOUT else THROUGHOUT_SHARE
    return found if len(found) >= share * size else []
