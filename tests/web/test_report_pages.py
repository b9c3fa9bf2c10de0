"""The pages of reports: the pictures with their numbers, the annex on request, and what is refused."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from samenspraak.apps.reports.models import Edition
from tests.web.cast import Cast
from tests.web.rounds import of_round


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
