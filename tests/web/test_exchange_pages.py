"""Fetching the register as a table and bringing it back, in the browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samenspraak.apps.agreements.models import Commitment
from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast
from tests.web.markup import faults, text_of

pytestmark = pytest.mark.slow  # each builds a register first


@pytest.fixture
def noor(cast: Cast, signed_in: Callable[[Person], Client]) -> Client:
    return signed_in(cast.noor)


def bring_back(browser: Client, cast: Cast, content: bytes, name: str = "t.csv") -> bytes:
    file = SimpleUploadedFile(name, content)
    response = browser.post(f"/afspraken/{cast.agreement.public_id}/terugbrengen/", {"table": file}, follow=True)
    return bytes(response.content)


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [
        ("csv", "text/csv"),
        ("json", "application/json"),
        ("xlsx", "application/vnd.openxml"),
        ("ods", "application/vnd.oasis"),
    ],
)
def test_a_table_is_sent_as_a_file(cast: Cast, noor: Client, kind: str, media_type: str) -> None:
    response = noor.get(f"/afspraken/{cast.agreement.public_id}/ophalen/{kind}/?thema=beschikbaarheid")
    assert response["Content-Type"].startswith(media_type)
    assert f'.{kind}"' in response["Content-Disposition"]
    assert len(b"".join(response.streaming_content)) > 500


def test_the_list_offers_the_table_with_its_filters(cast: Cast, noor: Client) -> None:
    page = noor.get(f"/afspraken/{cast.agreement.public_id}/?thema=beschikbaarheid").content.decode()
    assert "/ophalen/xlsx/?thema=beschikbaarheid" in page


def test_a_change_is_shown_first_and_then_applied(cast: Cast, noor: Client) -> None:
    content = f"ID;Thema;Kleur\n{cast.first.public_id};leefbaarheid;rood\nonzin;x;y\n".encode()
    shown = bring_back(noor, cast, content)
    assert faults(shown) == []
    words = text_of(shown)
    for said in ("Er is nog niets veranderd", "Thema: van “beschikbaarheid” naar “leefbaarheid”", "Kleur", "Rij 3"):
        assert said in words
    assert cast.first.theme == "availability"
    table = cast.agreement.offered_tables.get()
    done = noor.post(f"/tabel/{table.public_id}/", {"nature": "classification", "reason": ""}, follow=True)
    assert "1 rij is doorgevoerd." in text_of(done.content)
    assert Commitment.objects.get(pk=cast.first.pk).theme == "liveability"
    again = noor.post(f"/tabel/{table.public_id}/", {}, follow=True)
    assert "al doorgevoerd" in text_of(again.content)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "Kies eerst een bestand|leeg"), (b"Tekst\nx", "De kolom ID ontbreekt"), (b"PK\x03\x04x", "beschadigd")],
)
def test_a_file_that_is_no_table_is_refused_in_words(cast: Cast, noor: Client, content: bytes, said: str) -> None:
    shown = bring_back(noor, cast, content)
    assert faults(shown) == []
    assert any(part in text_of(shown) for part in said.split("|"))
    assert not cast.agreement.offered_tables.exists()


def test_a_name_that_is_a_path_or_markup_is_a_name(cast: Cast, noor: Client) -> None:
    shown = bring_back(noor, cast, b"ID\n", "<b>x<b>.csv")
    assert faults(shown) == []
    assert "<b>x<b>.csv" in text_of(shown)
