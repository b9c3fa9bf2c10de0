"""From entries of the index to what a person reads: the sentence with the words marked, and where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from samenspraak.apps.agreements.models import Agreement, AgreementParty, Commitment
from samenspraak.apps.documents.models import SourcePage
from samenspraak.apps.documents.queries import Letters, mended_letters
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.search.models import SearchEntry
from samenspraak.apps.search.pages import Hit
from samenspraak.apps.search.sources import commitment_text, readable
from samenspraak.core.search.marks import Piece, marked, snippet
from samenspraak.core.search.question import Question
from samenspraak.engines.knowledge.word_forms import word_forms


@dataclass(frozen=True, slots=True)
class Records:
    """The records behind a page of hits, by number."""

    agreements: dict[int, Agreement]
    parties: dict[int, list[AgreementParty]]
    commitments: dict[int, Commitment]
    pages: dict[int, SourcePage]
    letters: dict[int, Letters]  # by document


def hits_of(entries: Sequence[SearchEntry], question: Question) -> tuple[Hit, ...]:
    """Return entries as hits, in the same order (at most six queries)."""
    records = _records(entries)
    return tuple(_hit(entry, records, question) for entry in entries)


def _records(entries: Sequence[SearchEntry]) -> Records:
    agreements = {entry.agreement_id for entry in entries}
    pages = _pages({entry.page_id for entry in entries if entry.page_id})
    return Records(
        agreements=Agreement.objects.in_bulk(agreements),
        parties=parties_of(agreements),
        commitments=_commitments({entry.commitment_id for entry in entries if entry.commitment_id}),
        pages=pages,
        letters=mended_letters({page.document_id for page in pages.values()}) if pages else {},
    )


def _commitments(numbers: Collection[int]) -> dict[int, Commitment]:
    if not numbers:
        return {}
    rows = Commitment.objects.filter(pk__in=numbers).prefetch_related("parties__organisation")
    return {row.pk: row for row in rows}


def _pages(numbers: Collection[int]) -> dict[int, SourcePage]:
    if not numbers:
        return {}
    rows = SourcePage.objects.filter(pk__in=numbers).select_related("document").defer("lines")
    return {row.pk: row for row in rows}


def parties_of(agreements: Collection[int]) -> dict[int, list[AgreementParty]]:
    """Return the parties of agreements by the agreement's number (one query)."""
    found: dict[int, list[AgreementParty]] = {}
    parties = AgreementParty.objects.filter(agreement__in=agreements).order_by("order")
    for party in parties.only("agreement_id", "name", "side"):
        found.setdefault(party.agreement_id, []).append(party)
    return found


def place_of(parties: Iterable[AgreementParty]) -> str:
    """Return the municipalities of an agreement, as it names them."""
    names = [party.name for party in parties if party.side == Organisation.Kind.MUNICIPALITY]
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


def _hit(entry: SearchEntry, records: Records, question: Question) -> Hit:
    agreement = records.agreements[entry.agreement_id]
    parties = records.parties.get(agreement.pk, [])
    commitment = records.commitments.get(entry.commitment_id or 0)
    page = records.pages.get(entry.page_id or 0)
    title, sentence = _words(entry, records, commitment, page, question)
    return Hit(
        kind=SearchEntry.Kind(entry.kind),
        public_id=(commitment or agreement).public_id if page is None else page.document.public_id,
        code="" if commitment is None else commitment.code,
        title=title,
        sentence=sentence,
        agreement_title=agreement.title,
        place=place_of(parties),
        year=entry.year,
        theme=Commitment.Theme(entry.theme) if entry.theme else None,
        page=None if page is None else page.number,
        document_name="" if page is None else page.document.name,
    )


def _words(
    entry: SearchEntry, records: Records, commitment: Commitment | None, page: SourcePage | None, question: Question
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the title and the sentence of a hit."""
    if page is not None:
        text = readable(page.raw, records.letters.get(page.document_id, ()))
        return (Piece(page.document.name, is_marked=False),), snippet(text, question, word_forms)
    if commitment is None:
        agreement = records.agreements[entry.agreement_id]
        named = ", ".join(dict.fromkeys(party.name for party in records.parties.get(agreement.pk, ())))
        return marked(agreement.title, question, word_forms), snippet(named, question, word_forms)
    title = marked(commitment.title, question, word_forms)
    if entry.kind == SearchEntry.Kind.PROGRESS:
        return title, snippet(commitment.progress, question, word_forms)
    sentence = snippet(commitment.text, question, word_forms)
    if any(piece.is_marked for piece in (*title, *sentence)):
        return title, sentence
    # Found by its heading, its code or a party.
    names = (name for party in commitment.parties.all() for name in (party.name, str(party.organisation or "")))
    return title, snippet(commitment_text(commitment, names), question, word_forms)
