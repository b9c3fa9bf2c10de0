"""The page where documents are handed in, and how far reading them is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from samenspraak.apps.agreements import jobs
from samenspraak.apps.documents.actions import fail_import
from samenspraak.apps.documents.models import Document, ImportRun
from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast
from tests.web.markup import text_of

SignedIn = Callable[[Person], Client]
LETTER = b"De gemeente antwoordt in 2027 binnen acht weken.\n"


def hand_in(browser: Client, *files: tuple[str, bytes], **more: str) -> tuple[int, str]:
    """Return the status and the words of the page that follows."""
    sent = [SimpleUploadedFile(name, content, content_type="application/pdf") for name, content in files]
    response = browser.post("/documenten/toevoegen/", {"bestanden": sent, **more}, follow=True)
    return response.status_code, text_of(response.content)


def test_several_files_at_once_are_put_in_line(cast: Cast, signed_in: SignedIn) -> None:
    browser = signed_in(cast.noor)
    status, words = hand_in(
        browser, ("een.txt", LETTER), ("twee.txt", LETTER * 2), afspraken=str(cast.agreement.public_id)
    )
    assert status == 200
    assert words.count("Wacht op een beurt") == 2
    assert set(ImportRun.objects.filter(status="queued").values_list("into_agreement", flat=True)) == {
        cast.agreement.public_id
    }


def test_what_is_refused_is_said_and_the_rest_goes_on(cast: Cast, signed_in: SignedIn) -> None:
    status, words = hand_in(
        signed_in(cast.noor), ("goed.txt", LETTER), ("leeg.pdf", b""), ("p.exe", b"MZ\x90\x00\x03\xff")
    )
    assert status == 200
    assert "leeg.pdf: Het bestand is leeg." in words
    assert "p.exe: Dit soort bestand kan niet worden gelezen." in words
    assert ImportRun.objects.filter(status="queued").count() == 1


def test_when_nothing_is_left_the_form_stays_with_the_choice_made(cast: Cast, signed_in: SignedIn) -> None:
    browser, before = signed_in(cast.noor), Document.objects.count()
    status, words = hand_in(browser, ("leeg.pdf", b""), afspraken=str(cast.agreement.public_id))
    assert status == 422
    assert "Niet toegevoegd" in words
    response = browser.post("/documenten/toevoegen/", {"afspraken": str(cast.agreement.public_id)})
    assert response.status_code == 422
    assert "Kies eerst een of meer bestanden." in response.content.decode()
    assert f'value="{cast.agreement.public_id}" selected' in response.content.decode()
    assert Document.objects.count() == before


def test_a_file_over_the_limit_is_refused_without_filling_the_disk(
    cast: Cast, signed_in: SignedIn, settings: Settings
) -> None:
    settings.UPLOAD_BYTES = 1_000_000
    status, words = hand_in(signed_in(cast.noor), ("groot.pdf", b"%PDF-1.7" + b"0" * 5_000_000))
    assert status == 422
    assert "groot.pdf: Het bestand is 6 MB groot; hier mag het ten hoogste 1 MB zijn." in words


def test_a_known_file_leads_to_where_it_stands(cast: Cast, signed_in: SignedIn) -> None:
    content = Path(cast.letter.file.path).read_bytes()
    browser = signed_in(cast.noor)
    response = browser.post(
        "/documenten/toevoegen/", {"bestanden": [SimpleUploadedFile("x.txt", content)]}, follow=True
    )
    page = response.content.decode()
    assert "dit bestand is op" in page
    assert f'<a href="/documenten/{cast.letter.public_id}/">Prestatieafspraken Waterhoven</a>' in page


def test_of_a_file_of_others_a_stranger_learns_nothing_more(cast: Cast, signed_in: SignedIn) -> None:
    status, words = hand_in(signed_in(cast.carla), ("mijn.txt", Path(cast.letter.file.path).read_bytes()))
    assert status == 422
    assert "mijn.txt: dit bestand is hier al aangeleverd" in words
    assert "Waterhoven" not in words
    assert "Noor" not in words


@pytest.mark.parametrize("name", ["<script>alert(1)</script>.txt", "../../x.txt", "\u202etxt.exe", "n" * 10_000])
def test_a_strange_name_is_only_text(cast: Cast, signed_in: SignedIn, name: str) -> None:
    browser = signed_in(cast.noor)
    response = browser.post("/documenten/toevoegen/", {"bestanden": [SimpleUploadedFile(name, LETTER)]}, follow=True)
    assert response.status_code in {200, 422}
    assert b"<script>alert" not in response.content
    assert b"\xe2\x80\xae" not in response.content


@pytest.mark.parametrize("chosen", ["geen-nummer", "00000000-0000-0000-0000-000000000000"])
def test_agreements_that_are_not_there_are_not_found(cast: Cast, signed_in: SignedIn, chosen: str) -> None:
    assert hand_in(signed_in(cast.noor), ("een.txt", LETTER), afspraken=chosen)[0] == 404
    assert hand_in(signed_in(cast.carla), ("een.txt", LETTER), afspraken=str(cast.agreement.public_id))[0] == 404


def test_how_far_it_is_is_asked_again_while_it_is_open_and_said_once_when_over(cast: Cast, signed_in: SignedIn) -> None:
    browser = signed_in(cast.noor)
    hand_in(browser, ("een.txt", LETTER))
    run = ImportRun.objects.get(status="queued")
    waiting = browser.get("/documenten/bezig/").content.decode()
    assert f"/documenten/bezig/?open={run.public_id}" in waiting
    assert "hx-swap-oob" not in waiting
    jobs.run_import(str(run.public_id))
    answer = browser.get(f"/documenten/bezig/?open={run.public_id}&open=onzin")
    over = answer.content.decode()
    assert "een.txt is ingelezen." in over
    assert 'hx-swap-oob="innerHTML:#meldingen"' in over
    assert "hx-get" not in over
    assert answer["HX-Trigger"] == "read-over"  # the table of documents asks for itself again
    assert "een.txt is ingelezen." not in browser.get("/documenten/").content.decode()


def test_what_is_over_stays_in_the_list_while_others_are_read(cast: Cast, signed_in: SignedIn) -> None:
    browser = signed_in(cast.noor)
    hand_in(browser, ("een.txt", LETTER))
    first = ImportRun.objects.get(status="queued")
    jobs.run_import(str(first.public_id))
    hand_in(browser, ("twee.txt", LETTER + b"\nNog een regel."))
    second = ImportRun.objects.get(status="queued")
    answer = browser.get(f"/documenten/bezig/?open={second.public_id}&klaar={first.public_id}")
    page = answer.content.decode()
    assert f"klaar={first.public_id}" in page
    assert "een.txt" in page
    assert "is ingelezen" not in page
    assert "HX-Trigger" not in answer


def test_progress_says_which_page_of_how_many(cast: Cast, signed_in: SignedIn) -> None:
    browser = signed_in(cast.noor)
    hand_in(browser, ("een.txt", LETTER))
    ImportRun.objects.filter(status="queued").update(
        status="running", started_at="2026-01-01T00:00Z", doing="lezen", done_count=11, total_count=38
    )
    page = browser.get("/documenten/").content.decode()
    assert "26%: bladzijde 11 van 38 is gelezen" in page
    assert 'value="26"' in page


def test_a_failed_run_says_why_and_is_tried_again(cast: Cast, signed_in: SignedIn) -> None:
    browser = signed_in(cast.noor)
    hand_in(browser, ("een.txt", LETTER))
    run = ImportRun.objects.get(status="queued")
    fail_import(run=run, code="E104", message="een.txt: Het bestand is beveiligd. (E104)", by=cast.noor)
    page = browser.get("/documenten/").content.decode()
    assert "een.txt: Het bestand is beveiligd. (E104)" in page
    address = f"/documenten/{run.document.public_id}/opnieuw/"
    assert address in page
    assert "Wacht op een beurt" in text_of(browser.post(address, follow=True).content)


def test_a_run_is_stopped_by_who_asked_for_it(cast: Cast, signed_in: SignedIn) -> None:
    browser = signed_in(cast.noor)
    hand_in(browser, ("een.txt", LETTER), afspraken=str(cast.agreement.public_id))
    address = f"/documenten/{ImportRun.objects.get(status='queued').document.public_id}/stoppen/"
    assert "Alleen wie het document aanleverde" in text_of(signed_in(cast.bas).post(address, follow=True).content)
    assert "Het inlezen is gestopt." in text_of(browser.post(address, follow=True).content)
    assert "wordt niet meer gelezen" in text_of(browser.post(address, follow=True).content)
