"""The pages of reports: the pictures with their numbers, the annex on request, and what is refused."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samenspraak.apps.reports.models import Edition, ReportKind
from samenspraak.apps.reports.subjects import kinds_of
from tests.web.cast import Cast
from tests.web.figures import target_in
from tests.web.rounds import first_item, of_round, round_of
from tests.web.test_query_counts import MOST_QUERIES

WITH_TARGETS = {ReportKind.MONITOR, ReportKind.EVALUATION}


def address(cast: Cast, name: str = "report-draft", *more: str) -> str:
    return reverse(name, args=[*of_round(cast), "monitor", *more])


@pytest.fixture
def noor(client: Client, cast: Cast) -> Client:
    client.force_login(cast.noor)
    return client


@pytest.mark.slow  # draws
def test_a_picture_has_words_and_the_numbers_behind_it(noor: Client, cast: Cast) -> None:
    page = noor.get(address(cast)).content.decode()
    assert re.search(r'<img src="data:image/svg\+xml;base64,[^"]+" alt="Staafdiagram[^"]+"', page)
    assert '<th scope="col">Thema</th>' in page


@pytest.mark.parametrize("asked", [True, False])
def test_the_annex_comes_when_it_is_asked_for(noor: Client, cast: Cast, asked: bool) -> None:  # noqa: FBT001
    where = address(cast, "report-draft-file", "html") + ("?verloop=1" if asked else "")
    assert ("Bijlage: het verloop" in noor.get(where).content.decode()) is asked
    noor.post(address(cast, "report-adopt"), {"versie": "0", **({"verloop": "1"} if asked else {})})
    assert ("Bijlage: het verloop" in str(Edition.objects.get().report)) is asked


@pytest.mark.slow  # draws
def test_no_draft_asks_the_database_more_than_a_page_may_also_where_there_are_targets(noor: Client, cast: Cast) -> None:
    made = target_in(cast)
    made.commitment = first_item(cast).commitment
    made.save()
    kinds = kinds_of(round_of(cast))
    assert ReportKind.MONITOR in kinds
    for kind in kinds:
        where = reverse("report-draft", args=[*of_round(cast), kind.value])
        with CaptureQueriesContext(connection) as asked:
            page = noor.get(where).content.decode()
        assert len(asked) <= MOST_QUERIES, kind
        assert ("woningen met label E, F of G: doel en meting" in page) is (kind in WITH_TARGETS)
