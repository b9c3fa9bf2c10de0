"""Nothing that is written is missed: after every action that exists the index says what the records say."""

from __future__ import annotations

import pytest
from django.db import connection
from pytest_django import DjangoCaptureOnCommitCallbacks

from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.audit.models import Event
from samenspraak.apps.documents.actions import finish_import, request_import, start_import
from samenspraak.apps.documents.models import SourcePage
from samenspraak.apps.search.jobs import catch_up, differences, rebuild
from samenspraak.apps.search.models import SearchEntry, SearchTask, SearchWord
from samenspraak.apps.search.refresh import Differences, refresh
from tests.apps.cast import People, extraction, registered, source
from tests.apps.test_every_action import ACTS


def word_rows() -> int:
    """Return how many texts have words in the index of the database itself."""
    on_sqlite = "SELECT count(*) FROM search_words"
    on_postgresql = "SELECT count(*) FROM search_searchentry WHERE words != ''"
    with connection.cursor() as cursor:
        cursor.execute(on_sqlite if connection.vendor == "sqlite" else on_postgresql)
        return int(cursor.fetchone()[0])


@pytest.mark.parametrize("name", ACTS)
def test_after_every_action_the_index_says_what_the_records_say(people: People, name: str) -> None:
    act = ACTS[name](people)
    catch_up()
    assert differences() == Differences()
    act()
    catch_up()
    assert differences() == Differences()
    assert not SearchTask.objects.exists()


def test_the_comparison_sees_what_is_missing_changed_and_gone(agreement: Agreement) -> None:
    catch_up()
    first, second, *_ = agreement.commitments.order_by("order")
    # Past the actions, as nobody should.
    Commitment.objects.filter(pk=first.pk).update(text="Een andere tekst.")
    SearchEntry.objects.filter(commitment=second).delete()
    Commitment.objects.filter(pk=agreement.commitments.last().pk).update(
        state="proposed", accepted_at=None, accepted_by=None
    )
    assert differences() == Differences(missing=1, changed=1, gone=1)
    assert refresh([agreement.pk]) == Differences(missing=1, changed=1, gone=1)
    assert differences().total == 0


def test_what_is_indexed_are_agreements_commitments_progress_and_pages(agreement: Agreement) -> None:
    catch_up()
    kinds = [str(kind) for kind in SearchEntry.objects.order_by("pk").values_list("kind", flat=True)]
    progress = agreement.commitments.exclude(progress="").count()
    assert progress
    assert sorted(kinds) == ["agreement"] + ["commitment"] * 4 + ["page"] * 2 + ["progress"] * progress
    assert word_rows() == len(kinds)


def test_only_what_was_taken_over_is_found(agreement: Agreement) -> None:
    agreement.commitments.update(state="proposed", accepted_at=None, accepted_by=None)
    catch_up()
    assert not SearchEntry.objects.filter(kind__in=("commitment", "progress")).exists()


def test_once_more_changes_nothing(agreement: Agreement) -> None:
    catch_up()
    before = set(SearchEntry.objects.values_list("pk", flat=True))
    assert refresh([agreement.pk]) == Differences()
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == before


def test_reading_a_document_again_gives_its_new_pages(agreement: Agreement, people: People) -> None:
    catch_up()
    document = agreement.sources.get().document
    run = start_import(run=request_import(document=document, by=people.noor), by=people.noor)
    finish_import(run=run, source=source(), extraction=extraction(source()), by=people.noor)
    catch_up()
    assert set(SearchEntry.objects.filter(kind="page").values_list("page", flat=True)) == set(
        SourcePage.objects.values_list("pk", flat=True)
    )
    assert differences().total == 0


def test_an_agreement_that_goes_takes_its_words_along(agreement: Agreement) -> None:
    catch_up()
    agreement.delete()
    assert SearchEntry.objects.count() == 0
    assert word_rows() == 0


def test_indexing_follows_once_when_the_transaction_is_safe(
    people: People, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    connection.run_on_commit.clear()  # what making the people left waiting
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        registered(people.noor)
        assert SearchTask.objects.exists()
        assert not SearchEntry.objects.exists()
    assert len(callbacks) == 1
    assert SearchEntry.objects.filter(kind="commitment").count() == 4
    assert not SearchTask.objects.exists()


def test_a_fault_in_indexing_harms_no_one_and_is_made_good_later(
    people: People,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    connection.run_on_commit.clear()
    with monkeypatch.context() as broken, django_capture_on_commit_callbacks(execute=True):
        broken.setattr("samenspraak.apps.search.jobs.refresh", None)
        agreement = registered(people.noor)
    assert "could not be brought up to date" in caplog.text
    assert Event.objects.exists()
    assert SearchTask.objects.exists()
    assert catch_up() > 0
    assert SearchEntry.objects.filter(agreement=agreement).exists()


def test_after_a_rebuild_the_database_knows_how_large_the_index_is(agreement: Agreement) -> None:
    rebuild()
    on_sqlite = "SELECT max(CAST(stat AS integer)) FROM sqlite_stat1 WHERE tbl = 'search_searchentry'"
    on_postgresql = "SELECT reltuples FROM pg_class WHERE relname = 'search_searchentry'"
    with connection.cursor() as cursor:
        cursor.execute(on_sqlite if connection.vendor == "sqlite" else on_postgresql)
        assert int(cursor.fetchone()[0]) == SearchEntry.objects.count() > 0


def test_a_rebuild_makes_all_of_it_anew_and_counts_words_exactly(agreement: Agreement) -> None:
    catch_up()
    kept = SearchEntry.objects.count()
    SearchEntry.objects.filter(kind="page").delete()
    SearchWord.objects.create(word="verdwenen", is_stem=False, count=7)
    seen: list[tuple[int, int]] = []
    assert rebuild(lambda done, total: seen.append((done, total))) == kept
    assert seen == [(1, 1)]
    assert differences().total == 0
    words = dict(SearchWord.objects.filter(is_stem=False).values_list("word", "count"))
    assert "verdwenen" not in words
    assert words["bouwt"] == 2  # in the commitment and on its page
