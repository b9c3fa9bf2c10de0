"""From entries of the index to what a person reads: the sentence with the words marked, and where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from samenspraak.apps.agreements.models import AgreementParty, Commitment, CommitmentParty
from samenspraak.apps.documents.queries import Letters, mended_letters
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.search.models import SearchEntry
from samenspraak.apps.search.pages import Hit
from samenspraak.apps.search.sources import commitment_text, readable
from samenspraak.core.search.marks import Piece, marked, snippet
from samenspraak.core.search.question import Question
from samenspraak.engines.knowledge.word_forms import word_forms

_SHOWN = (
    *("kind", "theme", "year", "agreement__public_id", "agreement__title"),
    *(f"commitment__{name}" for name in ("public_id", "code", "title", "heading", "text", "progress")),
    *("page__number", "page__raw", "page__document__public_id", "page__document__name"),
)


class Party(NamedTuple):
    """A party as an agreement names it; `side` is an Organisation.Kind."""

    name: str
    side: str


@dataclass(frozen=True)
class Records:
    """What stands behind a page of hits and not in its entries."""

    entries: Sequence[SearchEntry]
    parties: Mapping[int, Sequence[Party]]  # by agreement
    letters: Mapping[int, Letters]  # by document

    @cached_property
    def names(self) -> dict[int, list[str]]:
        """Who takes part in the commitments, by number; asked only when one is found by that (one query)."""
        names: dict[int, list[str]] = {}
        rows = CommitmentParty.objects.filter(commitment__in=[entry.commitment_id for entry in self.entries])
        for number, name, known_as in rows.values_list("commitment_id", "name", "organisation__name"):
            names.setdefault(number, []).extend((name, known_as or ""))
        return names


def entries_of(numbers: Collection[int]) -> list[SearchEntry]:
    """Return the entries with these numbers and what a hit shows of their records, in the same order (one query)."""
    if not numbers:
        return []
    rows = SearchEntry.objects.select_related("agreement", "commitment", "page__document").only(*_SHOWN)
    found = rows.in_bulk(numbers)
    return [found[number] for number in numbers if number in found]


def hits_of(entries: Sequence[SearchEntry], question: Question) -> tuple[Hit, ...]:
    """Return entries of `entries_of` as hits, in the same order (at most three queries)."""
    documents = {entry.page.document_id for entry in entries if entry.page is not None}
    records = Records(
        entries,
        parties_of({entry.agreement_id for entry in entries}),
        mended_letters(documents) if documents else {},
    )
    return tuple(_hit(entry, records, question) for entry in entries)


def parties_of(agreements: Collection[int]) -> dict[int, list[Party]]:
    """Return the parties of agreements by the agreement's number (one query)."""
    found: dict[int, list[Party]] = {}
    parties = AgreementParty.objects.filter(agreement__in=agreements).order_by("order")
    for number, name, side in parties.values_list("agreement_id", "name", "side"):
        found.setdefault(number, []).append(Party(name, side))
    return found


def place_of(parties: Iterable[Party]) -> str:
    """Return the municipalities of an agreement, as it names them."""
    names = [party.name for party in parties if party.side == Organisation.Kind.MUNICIPALITY]
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


def _hit(entry: SearchEntry, records: Records, question: Question) -> Hit:
    agreement, commitment, page = entry.agreement, entry.commitment, entry.page
    title, sentence = _words(entry, records, question)
    return Hit(
        kind=SearchEntry.Kind(entry.kind),
        public_id=(commitment or agreement).public_id if page is None else page.document.public_id,
        code="" if commitment is None else commitment.code,
        title=title,
        sentence=sentence,
        agreement_title=agreement.title,
        place=place_of(records.parties.get(agreement.pk, ())),
        year=entry.year,
        theme=Commitment.Theme(entry.theme) if entry.theme else None,
        page=None if page is None else page.number,
        document_name="" if page is None else page.document.name,
    )


def _words(entry: SearchEntry, records: Records, question: Question) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the title and the sentence of a hit."""
    agreement, commitment, page = entry.agreement, entry.commitment, entry.page
    if page is not None:
        text = readable(page.raw, records.letters.get(page.document_id, ()))
        return (Piece(page.document.name, is_marked=False),), snippet(text, question, word_forms)
    if commitment is None:
        named = ", ".join(dict.fromkeys(party.name for party in records.parties.get(agreement.pk, ())))
        return marked(agreement.title, question, word_forms), snippet(named, question, word_forms)
    title = marked(commitment.title, question, word_forms)
    if entry.kind == SearchEntry.Kind.PROGRESS:
        return title, snippet(commitment.progress, question, word_forms)
    sentence = snippet(commitment.text, question, word_forms)
    if any(piece.is_marked for piece in (*title, *sentence)):
        return title, sentence
    # Found by its heading, its code or a party.
    names = records.names.get(commitment.pk, ())
    return title, snippet(commitment_text(commitment, names), question, word_forms)
