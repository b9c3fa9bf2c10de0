"""Keeping the index what the records say: by comparing, so that doing it once too often does no harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import transaction

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.search import store
from samenspraak.apps.search.models import SearchEntry, SearchTask
from samenspraak.apps.search.sources import Key, Source, sources_of

AGREEMENTS_AT_ONCE = 20
TEXTS_AT_ONCE = 500

Progress = Callable[[int, int], None]  # agreements done, and how many there are


@dataclass(frozen=True, slots=True)
class Differences:
    """How the index differs from the records: texts that are not in it, that changed, and that are gone."""

    missing: int = 0
    changed: int = 0
    gone: int = 0

    @property
    def total(self) -> int:
        """How many texts are not as they should be."""
        return self.missing + self.changed + self.gone

    def __add__(self, other: Differences) -> Differences:
        return Differences(self.missing + other.missing, self.changed + other.changed, self.gone + other.gone)


@transaction.atomic
def refresh(agreements: Collection[int], *, with_pages: bool = True) -> Differences:
    """Make the index what the records say about some agreements; return what was different."""
    # Two processes at the same agreement wait for each other.
    list(Agreement.objects.select_for_update(no_key=True).filter(pk__in=agreements).order_by("pk").values_list("pk"))
    kept = _kept(agreements, with_pages=with_pages)
    found: set[Key] = set()
    different: list[Source] = []
    missing = changed = 0
    outdated: list[int] = []
    for source in sources_of(agreements, with_pages=with_pages):
        found.add(source.key)
        pk, digest = kept.get(source.key, (0, ""))
        if digest == source.digest:
            continue
        if pk:
            outdated.append(pk)
        missing, changed = missing + (not pk), changed + bool(pk)
        different.append(source)
    gone = [pk for key, (pk, _) in kept.items() if key not in found]
    store.remove([*outdated, *gone])
    for batch in _batches(different):
        store.count_words(store.add(batch))
    return Differences(missing, changed, len(gone))


def compare(agreements: Collection[int]) -> Differences:
    """Return how the index differs from what the records say about some agreements."""
    kept = {key: digest for key, (_, digest) in _kept(agreements, with_pages=True).items()}
    missing = changed = 0
    for source in sources_of(agreements):
        digest = kept.pop(source.key, None)
        missing += digest is None
        changed += digest is not None and digest != source.digest
    return Differences(missing, changed, len(kept))


def differences() -> Differences:
    """Return how the whole index differs from the records, in bounded memory."""
    total = Differences()
    for numbers in _batches(_agreements(), AGREEMENTS_AT_ONCE):
        total += compare(numbers)
    return total


def rebuild(on_progress: Progress | None = None) -> int:
    """Make the whole index anew, a few agreements at a time; return how many texts can be found.

    Meanwhile everything that was found before is found still.
    """
    counts: store.WordCounts = Counter()
    total = Agreement.objects.count()
    done = texts = 0
    for numbers in _batches(_agreements(), AGREEMENTS_AT_ONCE):
        with transaction.atomic():
            SearchEntry.objects.filter(agreement__in=numbers).delete()
            for batch in _batches(sources_of(numbers)):
                counts.update(store.add(batch))
                texts += len(batch)
        done += len(numbers)
        if on_progress is not None:
            on_progress(done, total)
    with transaction.atomic():
        store.replace_words(counts)
        SearchTask.objects.filter(target_type=Agreement._meta.label_lower).delete()
    store.let_database_look()
    return texts


def _kept(agreements: Collection[int], *, with_pages: bool) -> dict[Key, tuple[int, str]]:
    entries = SearchEntry.objects.filter(agreement__in=agreements)
    if not with_pages:
        entries = entries.exclude(kind=SearchEntry.Kind.PAGE)
    rows = entries.values_list("kind", "commitment_id", "page_id", "agreement_id", "pk", "digest")
    return {
        (kind, commitment or page or agreement): (pk, digest) for kind, commitment, page, agreement, pk, digest in rows
    }


def _agreements() -> list[int]:
    # Numbers in a list: an open cursor would keep SQLite from ever emptying its write-ahead log.
    return list(Agreement.objects.order_by("pk").values_list("pk", flat=True))


def _batches(rows: Iterable, length: int = TEXTS_AT_ONCE) -> Iterator[list]:
    iterator = iter(rows)
    while batch := list(islice(iterator, length)):
        yield batch
