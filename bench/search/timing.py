"""How long a search takes, beside what the database alone needs to count the hits and rank the first twenty."""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable, Iterator

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.country.people import ADMINISTRATOR, coordinator_of
from bench.country.places import places
from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.parties.models import Person
from samenspraak.apps.search.jobs import rebuild
from samenspraak.apps.search.matching import fts5, tsquery
from samenspraak.apps.search.models import SearchEntry
from samenspraak.apps.search.pages import Wanted
from samenspraak.apps.search.queries import search, similar_beside
from samenspraak.core.search.question import asked
from samenspraak.engines.knowledge.word_forms import word_forms

TIMES = 20
QUESTIONS = ("woningen", "wijk", "huurwoning", "sociale huurwoningen", "woonlasten ouderen", '"sociale huurwoningen"')
# The words as our index keeps them, asked as one would without us: no rights, no facets, no sentences.
COUNT = {
    "sqlite": "SELECT count(*) FROM search_words WHERE search_words MATCH %s",
    "postgresql": "SELECT count(*) FROM search_searchentry WHERE words @@ %s::tsquery",
}
RANKED = {
    "sqlite": "SELECT rowid FROM search_words WHERE search_words MATCH %s "
    "ORDER BY bm25(search_words, 8.0, 3.0, 1.0) LIMIT 20",
    "postgresql": "SELECT id FROM search_searchentry, (SELECT %s::tsquery AS q) AS asked WHERE words @@ q "
    "ORDER BY ts_rank('{0.0, 0.1, 0.4, 1.0}', words, q, 1) DESC LIMIT 20",
}
Row = tuple[object, ...]


def indexed() -> str:
    """Index everything unless all agreements are indexed; return how much there is and what it took."""
    if SearchEntry.objects.order_by().values("agreement").distinct().count() == Agreement.objects.count():
        return f"{connection.vendor}: {SearchEntry.objects.count():,} texts in the index"
    begin = time.monotonic()
    count = rebuild()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{connection.vendor}: {count:,} texts indexed in {time.monotonic() - begin:.0f} s, peak {peak:.0f} MB"


def measured() -> Iterator[Row]:
    """Yield a row per question and person, and one for what stands beside a commitment."""
    coordinator = Person.objects.get(email=coordinator_of(places(1)[0].municipality.cbs_code))
    people = {"everything": Person.objects.get(email=ADMINISTRATOR), "one municipality": coordinator}
    for text in QUESTIONS:
        for who, person in people.items():
            yield _row(text, who, person)
    commitment = Commitment.objects.filter(state="accepted").first()
    if commitment is not None:
        for who, person in people.items():
            yield _similar(commitment, who, person)


def _row(text: str, who: str, person: Person) -> Row:
    question = asked(text, word_forms)
    typed = fts5(question) if connection.vendor == "sqlite" else tsquery(question)
    total = search(person, Wanted(text)).total
    with CaptureQueriesContext(connection) as queries:
        search(person, Wanted(text))
    bare, ours = [], []
    for _ in range(TIMES):
        bare.append(_milliseconds(lambda: _bare(typed)))
        ours.append(_milliseconds(lambda: search(person, Wanted(text))))
    median, own = statistics.median(bare), statistics.median(ours)
    return (text, who, total, _shown(median), _shown(own), _shown(_p95(ours)), f"{own / median:.1f}", len(queries))


def _similar(commitment: Commitment, who: str, person: Person) -> Row:
    try:
        found = similar_beside(person, commitment.public_id)
    except Exception as error:  # noqa: BLE001 the first commitment may be another municipality's
        return ("(similar)", who, type(error).__name__)
    with CaptureQueriesContext(connection) as queries:
        similar_beside(person, commitment.public_id)
    ours = [_milliseconds(lambda: similar_beside(person, commitment.public_id)) for _ in range(TIMES)]
    return ("(similar)", who, found.total, "", _shown(statistics.median(ours)), _shown(_p95(ours)), "", len(queries))


def _bare(typed: str) -> None:
    with connection.cursor() as cursor:
        for statement in (COUNT[connection.vendor], RANKED[connection.vendor]):
            cursor.execute(statement, [typed])
            cursor.fetchall()


def _milliseconds(what: Callable[[], object]) -> float:
    begin = time.perf_counter()
    what()
    return 1000 * (time.perf_counter() - begin)


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def _shown(milliseconds: float) -> str:
    return f"{milliseconds:.0f} ms"
