"""The whole of extraction: a document as read goes in, a document understood comes out."""

from __future__ import annotations

from samenspraak.core.extraction.actors import Actors
from samenspraak.core.extraction.agreement_facts import facts_of
from samenspraak.core.extraction.blocks import Block, BlockKind
from samenspraak.core.extraction.cast import cast_of
from samenspraak.core.extraction.commitments import find
from samenspraak.core.extraction.data_tables import tables_of
from samenspraak.core.extraction.fields import Setting, annual_year, commitment_of
from samenspraak.core.extraction.findings import Material, findings_of
from samenspraak.core.extraction.footnote_marks import without_footnote_marks
from samenspraak.core.extraction.glossary import glossary_of
from samenspraak.core.extraction.glued_titles import without_glued_titles
from samenspraak.core.extraction.headings import mark_headings
from samenspraak.core.extraction.knowledge import Knowledge
from samenspraak.core.extraction.outline import outline
from samenspraak.core.extraction.paragraphs import blocks_of
from samenspraak.core.extraction.party_phrase import PartyPhrase
from samenspraak.core.extraction.prose import Prose
from samenspraak.core.extraction.result import DocumentKind, Extraction
from samenspraak.core.extraction.source import RepairKind, SourceText
from samenspraak.core.extraction.table_layout import without_layout_tables

RUNNING = 160  # characters: longer blocks are running text


def extract(source: SourceText, knowledge: Knowledge) -> Extraction:
    """Understand a document. Pure: the same source and knowledge give the same answer, always."""
    blocks = without_glued_titles(blocks_of(without_footnote_marks(without_layout_tables(source.flow))))
    texts = [_as_set(block) for block in blocks if block.kind is not BlockKind.TABLE]
    cast = cast_of(texts, knowledge.municipalities, knowledge.organisations)
    actors = Actors(cast)
    blocks = mark_headings(blocks, PartyPhrase(cast.names))
    placed = outline(blocks, PartyPhrase(cast.names))
    prose = Prose(actors, knowledge.weights)
    found = find(placed, actors, prose)
    heads = [repair.before for repair in source.repairs if repair.kind is RepairKind.RUNNING_HEAD]
    facts = facts_of(blocks, cast, found.candidates, heads)
    speaker = (
        cast.housing_associations[0] if facts.kind is DocumentKind.BID and len(cast.housing_associations) == 1 else None
    )
    setting = Setting(actors, facts.period, annual_year(found.candidates, facts.period), speaker)
    commitments = tuple(commitment_of(candidate, setting) for candidate in found.candidates)
    tables = tables_of(placed, cast)
    findings = findings_of(Material(source, placed, cast, facts, commitments, tables, found.repeated, prose.sentences))
    return Extraction(facts, commitments, tables, glossary_of(placed), findings, source.repairs)


def _as_set(block: Block) -> str:
    """Return a short block line by line, as in a signature block, and running text as one line."""
    if len(block.text) > RUNNING:
        return block.text
    return "\n".join(piece.line.text for piece in block.pieces)
