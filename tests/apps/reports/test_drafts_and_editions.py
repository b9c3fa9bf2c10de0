"""A draft is proposed from a round and written in; an edition never changes."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from unittest import mock

import docx
import pytest
from PIL import Image

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.documents.jobs import waiting
from samenspraak.apps.monitoring import actions as monitoring
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.reports import actions, composing, queries
from samenspraak.apps.reports.errors import (
    DraftChangedMeanwhile,
    MayNotWriteReports,
    NoSuchPassage,
    UnreadableColour,
)
from samenspraak.apps.reports.house_styles import Upload, checked_colour, contrast_with_white, darker
from samenspraak.apps.reports.jobs import keep_files
from samenspraak.apps.reports.models import Draft, Edition, ReportKind
from samenspraak.apps.reports.pages import FORMATS
from samenspraak.engines.writers.reports.errors import LogoNotUsable, PdfNotPossible, TemplateNotUsable
from tests.apps.monitoring.board import Board, report
from tests.apps.side_by_side import while_not_yet_kept

LETTER, MONITOR = ReportKind.COUNCIL_LETTER, ReportKind.MONITOR
OCCASION = "Aanleiding#1"


def write(board: Board, text: str, *, seen: int = 0) -> Draft:
    return actions.write_passages(
        about=board.round, kind=LETTER, texts={OCCASION: text}, seen_version=seen, by=board.people.noor
    )


def shown(board: Board) -> str:
    return queries.draft_file(board.people.noor, board.round.public_id, LETTER, "html").content.decode()


def test_a_report_is_proposed_from_what_the_round_says(board: Board) -> None:
    report(board, text="De bouw is begonnen.", light="green")
    content = queries.draft_file(board.people.bas, board.round.public_id, MONITOR, "html").content.decode()
    assert "De bouw is begonnen." in content
    assert "Concept, stand op" in content


def test_what_was_written_stands_in_every_file_and_the_rest_follows_the_data(board: Board) -> None:
    write(board, "Wij schrijven u over onze afspraken.")
    assert "Wij schrijven u over onze afspraken." in shown(board)
    report(board, text="De bouw ligt stil.", light="red")
    assert "Wij schrijven u over onze afspraken." in shown(board)
    assert "De bouw ligt stil." in shown(board)


def test_a_text_as_proposed_is_no_longer_an_edit(board: Board) -> None:
    proposed = queries.draft_page(board.people.noor, board.round.public_id, LETTER).passages[0].proposed
    write(board, "Anders.")
    assert write(board, proposed, seen=1).edits == {}


def test_two_people_at_once_never_overwrite_each_other(board: Board) -> None:
    write(board, "De eerste.")
    with pytest.raises(DraftChangedMeanwhile):
        write(board, "De tweede, die dat niet zag.")
    assert "De eerste." in shown(board)
    assert "De tweede" not in shown(board)


def test_a_paragraph_that_is_not_there_is_refused_and_nothing_is_kept(board: Board) -> None:
    with pytest.raises(NoSuchPassage):
        actions.write_passages(
            about=board.round,
            kind=LETTER,
            texts={OCCASION: "Wel", "Verzonnen#9": "Niet"},
            seen_version=0,
            by=board.people.noor,
        )
    assert not Draft.objects.exists()


def test_only_a_coordinator_of_a_party_writes_and_adopts(board: Board) -> None:
    for person in (board.rik, board.people.carla):
        with pytest.raises(MayNotWriteReports):
            actions.adopt_edition(about=board.round, kind=LETTER, seen_version=0, by=person)


def test_a_stranger_finds_no_report(board: Board) -> None:
    edition = actions.adopt_edition(about=board.round, kind=LETTER, seen_version=0, by=board.people.noor)
    for ask in (
        lambda: queries.reports_for(board.people.carla, board.round.public_id),
        lambda: queries.draft_file(board.people.carla, board.round.public_id, LETTER, "html"),
        lambda: queries.edition_file(board.people.carla, edition.public_id, "html"),
    ):
        with pytest.raises(NotFound):
            ask()


@pytest.mark.slow  # a PDF is laid out twice
@pytest.mark.parametrize("form", ["docx", "odt", "html", "pdf"])
def test_an_edition_gives_the_same_bytes_whatever_happens_after_it(board: Board, form: str) -> None:
    edition = actions.adopt_edition(about=board.round, kind=LETTER, seen_version=0, by=board.people.noor)
    first = queries.edition_file(board.people.noor, edition.public_id, form).content
    write(board, "Nu staat er iets anders.")
    report(board, text="De bouw ligt stil.", light="red")
    actions.set_house_style(
        organisation=Organisation.objects.get(name="Waterhoven"),
        accent="#7a1f5c",
        by=board.people.noor,
    )
    second = actions.adopt_edition(about=board.round, kind=LETTER, seen_version=1, by=board.people.noor)
    assert queries.edition_file(board.people.noor, edition.public_id, form).content == first
    assert queries.edition_file(board.people.noor, second.public_id, form).content != first
    assert [one.number for one in Edition.objects.order_by("number")] == [1, 2]


@pytest.mark.slow  # a PDF is laid out
def test_a_newer_version_of_the_software_gives_the_files_that_were_kept(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = actions.adopt_edition(about=board.round, kind=LETTER, seen_version=0, by=board.people.noor)
    assert keep_files(str(edition.public_id)) == 4
    first = {form: queries.edition_file(board.people.noor, edition.public_id, form) for form in FORMATS}
    monkeypatch.setattr(composing, "write_html", lambda report, _style: f"<p>Een nieuwe opmaak van {report.title}")
    monkeypatch.setattr(composing, "write_docx", lambda *_, **__: b"een nieuwe opmaak")
    assert keep_files(str(edition.public_id)) == 0
    assert {form: queries.edition_file(board.people.noor, edition.public_id, form) for form in FORMATS} == first
    assert {one.form: one.sha256 for one in edition.files.all()} == {
        form: sha256(file.content).hexdigest() for form, file in first.items()
    }


def test_a_form_that_cannot_be_written_here_does_not_hold_up_the_others(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_pango(*_: object) -> bytes:
        raise PdfNotPossible("Pango ontbreekt.")

    monkeypatch.setattr(composing, "write_pdf", without_pango)
    edition = actions.adopt_edition(about=board.round, kind=LETTER, seen_version=0, by=board.people.noor)
    assert keep_files(str(edition.public_id)) == 3
    assert set(edition.files.values_list("form", flat=True)) == {"docx", "odt", "html"}


def test_an_adopted_report_is_put_in_line_to_be_kept(
    board: Board, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[list[Callable[[], None]]]]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        edition = actions.adopt_edition(about=board.round, kind=LETTER, seen_version=0, by=board.people.noor)
    assert waiting(actions.KEEP_FILES) == {str(edition.public_id)}


def test_what_is_adopted_is_what_was_read(board: Board) -> None:
    write(board, "Intussen geschreven.")
    with pytest.raises(DraftChangedMeanwhile):
        actions.adopt_edition(about=board.round, kind=LETTER, seen_version=0, by=board.people.noor)


def test_an_adopted_round_is_told_as_it_was_adopted(board: Board) -> None:
    report(board, text="De bouw is begonnen.", light="green")
    monitoring.lock_round(round_=board.round, by=board.people.noor)
    half_past_midnight = datetime(2026, 9, 30, 22, 30, tzinfo=UTC)
    with mock.patch("django.utils.timezone.now", return_value=half_past_midnight):
        monitoring.adopt_round(round_=board.round, adopted_in="bestuurlijk overleg", by=board.people.noor)
    content = queries.draft_file(board.people.noor, board.round.public_id, MONITOR, "html").content.decode()
    assert "Vastgesteld op" in content
    assert "1 oktober 2026" in content


def template(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_report_stands_in_the_municipalitys_own_template(board: Board) -> None:
    municipality = Organisation.objects.get(name="Waterhoven")
    own = template("Briefhoofd van {{ organisatie }}")
    with pytest.raises(TemplateNotUsable, match="inhoud"):
        actions.set_house_style(
            organisation=municipality, accent="#123456", template=Upload("a.docx", own), by=board.people.noor
        )
    actions.set_house_style(
        organisation=municipality,
        accent="#123456",
        template=Upload("brief.docx", template("Briefhoofd {{ organisatie }}: {{ inhoud }}")),
        by=board.people.noor,
    )
    content = queries.draft_file(board.people.noor, board.round.public_id, LETTER, "docx").content
    assert "Aanleiding" in [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]


def dots(size: tuple[int, int] = (300, 90)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#0a5c73").save(out, "PNG")
    return out.getvalue()


@pytest.mark.slow  # a PDF is laid out
@pytest.mark.parametrize("form", ["docx", "odt", "html", "pdf"])
def test_the_logo_stands_in_every_format_and_in_editions_as_it_was(board: Board, form: str) -> None:
    municipality = Organisation.objects.get(name="Waterhoven")

    def wear(logo: Upload | None) -> None:
        actions.set_house_style(organisation=municipality, accent="#123456", logo=logo, by=board.people.noor)

    def letter() -> bytes:
        return queries.draft_file(board.people.noor, board.round.public_id, LETTER, form).content

    wear(None)
    bare = letter()
    wear(Upload("logo.png", dots()))
    with_logo = letter()
    assert len(with_logo) > len(bare)
    edition = actions.adopt_edition(about=board.round, kind=LETTER, seen_version=0, by=board.people.noor)
    wear(Upload("", b""))
    assert letter() == bare
    assert queries.edition_file(board.people.noor, edition.public_id, form).content == with_logo


def test_a_logo_that_is_none_changes_nothing(board: Board) -> None:
    municipality = Organisation.objects.get(name="Waterhoven")
    with pytest.raises(LogoNotUsable):
        actions.set_house_style(
            organisation=municipality, accent="#123456", logo=Upload("a.png", b"GIF89a"), by=board.people.noor
        )
    assert queries.house_style_for(board.people.noor, municipality.pk)[1].accent == "#0a5c73"


def test_a_colour_that_is_too_light_is_refused_with_one_that_will_do() -> None:
    with pytest.raises(UnreadableColour, match=r"het contrast is 1,1 op 1, en 4,5 op 1 is nodig\. #\w{6} lijkt"):
        checked_colour("#ffff00")
    assert all(contrast_with_white(darker(colour)) >= 4.5 for colour in ("#ffff00", "#ffffff", "#ff0000", "#8899aa"))
    assert darker("#0a5c73") == "#0a5c73"


COLOURS = [
    ("#0a5c73", True),
    ("#000000", True),
    ("#767676", True),  # 4.54 to 1: just enough
    ("#777777", False),  # 4.48 to 1: just too light
    ("#ffff00", False),
]


@pytest.mark.parametrize(("colour", "is_readable"), COLOURS)
def test_white_letters_can_be_read_on_the_colour(colour: str, is_readable: bool) -> None:  # noqa: FBT001
    assert (contrast_with_white(colour) >= 4.5) is is_readable


@pytest.mark.parametrize("colour", ["rood", "#12345", "#ffffff", "url(x)", ""])
def test_what_is_no_readable_colour_is_refused(board: Board, colour: str) -> None:
    with pytest.raises(UnreadableColour):
        actions.set_house_style(
            organisation=Organisation.objects.get(name="Waterhoven"),
            accent=colour,
            by=board.people.noor,
        )


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_who_adopt_at_the_same_moment_make_two_editions(board: Board) -> None:
    adopt = partial(actions.adopt_edition, about=board.round, kind=LETTER, seen_version=0, by=board.people.noor)
    second = while_not_yet_kept(adopt, adopt)
    assert isinstance(second, Edition)
    assert second.number == 2
