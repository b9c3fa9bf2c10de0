"""The texts that can be found, read from the records as they are now."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from samenspraak.apps.agreements.models import Agreement, AgreementParty, Commitment, CommitmentParty
from samenspraak.apps.documents.models import SourcePage
from samenspraak.apps.documents.queries import Letters, mended_letters
from samenspraak.apps.search.models import SearchEntry

# Raise when words are taken apart differently: every text is then indexed again.
ANALYSIS = "1"

_DIVIDED = re.compile(r"(?<=[^\W\d_])(?:[-\u00ad\ufffe]|\u00ad)\s*\n\s*(?=[a-zà-ÿ])")
_ROWS_AT_ONCE = 500
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Source:
    """A text with what it is narrowed down by; exactly one of the numbers behind the agreement's may be given."""

    kind: SearchEntry.Kind
    agreement_id: int
    text: str
    commitment_id: int | None = None
    page_id: int | None = None
    theme: str = ""
    commitment_kind: str = ""
    year: int | None = None

    @property
    def key(self) -> Key:
        """What makes it the same text as before, whatever it says now."""
        return self.kind.value, self.commitment_id or self.page_id or self.agreement_id

    @property
    def digest(self) -> str:
        """What changes when anything that is indexed changes."""
        whole = (ANALYSIS, str(self.agreement_id), self.theme, self.commitment_kind, str(self.year), self.text)
        return hashlib.blake2b("\x00".join(whole).encode("utf-8", "replace"), digest_size=16).hexdigest()


def sources_of(agreements: Collection[int], *, with_pages: bool = True) -> Iterator[Source]:
    """Yield everything that can be found of some agreements, by their numbers (at most six queries)."""
    rows = list(Agreement.objects.filter(pk__in=agreements).order_by("pk"))
    yield from _agreements(rows)
    yield from _commitments(rows)
    if with_pages:
        pages = SourcePage.objects.filter(document__agreement_source__agreement__in=agreements).order_by("pk")
        years = {row.pk: row.period_start for row in rows}
        letters = mended_letters(pages.order_by().values_list("document", flat=True))
        rows_of_pages = pages.values_list("pk", "raw", "document", "document__agreement_source__agreement")
        for pk, raw, document, agreement in rows_of_pages.iterator():
            if raw.strip():
                text = readable(raw, letters.get(document, ()))
                yield Source(SearchEntry.Kind.PAGE, agreement, text, page_id=pk, year=years[agreement])


def readable(raw: str, letters: Letters = ()) -> str:
    """Return a page as people read it: on one line, its letters mended, divided words in one piece."""
    for before, after in letters:
        raw = raw.replace(before, after)
    return " ".join(_DIVIDED.sub("", raw.replace("\x00", " ")).replace("\u00ad", "").split())


def commitment_text(commitment: Commitment, names: Iterable[str]) -> str:
    """Return what a commitment is found by."""
    return _lines(commitment.code, commitment.title, commitment.heading, commitment.text, *names)


def agreement_text(agreement: Agreement, names: Iterable[str]) -> str:
    """Return what an agreement is found by."""
    return _lines(agreement.title, *names)


def _lines(*texts: str) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _agreements(rows: list[Agreement]) -> Iterator[Source]:
    parties = AgreementParty.objects.filter(agreement__in=rows).order_by("order")
    names = _by_record(parties.values_list("agreement_id", "name", "organisation__name"))
    for row in rows:
        yield Source(
            SearchEntry.Kind.AGREEMENT, row.pk, agreement_text(row, names.get(row.pk, ())), year=row.period_start
        )


def _commitments(agreements: list[Agreement]) -> Iterator[Source]:
    years = {row.pk: row.period_start for row in agreements}
    accepted = Commitment.objects.filter(agreement__in=agreements, state=Commitment.State.ACCEPTED)
    parties = CommitmentParty.objects.filter(commitment__in=accepted.order_by()).order_by("order")
    names = _by_record(parties.values_list("commitment_id", "name", "organisation__name"))
    for row in accepted.order_by("pk").iterator(_ROWS_AT_ONCE):
        source = Source(
            SearchEntry.Kind.COMMITMENT,
            row.agreement_id,
            commitment_text(row, names.get(row.pk, ())),
            commitment_id=row.pk,
            theme=row.theme,
            commitment_kind=row.kind,
            year=row.year or years[row.agreement_id],
        )
        yield source
        if row.progress.strip():
            yield replace(source, kind=SearchEntry.Kind.PROGRESS, text=row.progress)


def _by_record(rows: Iterable[tuple[int, str, str | None]]) -> dict[int, list[str]]:
    names: defaultdict[int, list[str]] = defaultdict(list)
    for record, name, known_as in rows:
        names[record].extend(dict.fromkeys((name, known_as or name)))
    return names
