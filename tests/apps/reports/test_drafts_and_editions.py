"""A draft is proposed from a round and written in; an edition never changes."""

from __future__ import annotations

import io

import docx
import pytest
from django.utils import timezone

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.monitoring import actions as monitoring
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.reports import actions, queries
from samenspraak.apps.reports.errors import (
    DraftChangedMeanwhile,
    MayNotWriteReports,
    NoSuchPassage,
    UnreadableColour,
)
from samenspraak.apps.reports.house_styles import contrast_with_white
from samenspraak.apps.reports.models import Draft, Edition, ReportKind
from samenspraak.engines.writers.reports.errors import TemplateNotUsable
from tests.apps.monitoring.board import Board, report

LETTER, MONITOR = ReportKind.COUNCIL_LETTER, ReportKind.MONITOR
OCCASION = "Aanleiding#1"


def write(board: Board, text: str, *, seen: int = 0) -> Draft:
    return actions.write_passages(
        round_=board.round, kind=LETTER, texts={OCCASION: text}, seen_version=seen, by=board.people.noor
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
            round_=board.round,
            kind=LETTER,
            texts={OCCASION: "Wel", "Verzonnen#9": "Niet"},
            seen_version=0,
            by=board.people.noor,
        )
    assert not Draft.objects.exists()


def test_only_a_coordinator_of_a_party_writes_and_adopts(board: Board) -> None:
    for person in (board.rik, board.people.carla):
        with pytest.raises(MayNotWriteReports):
            actions.adopt_edition(round_=board.round, kind=LETTER, seen_version=0, by=person)


def test_a_stranger_finds_no_report(board: Board) -> None:
    edition = actions.adopt_edition(round_=board.round, kind=LETTER, seen_version=0, by=board.people.noor)
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
    edition = actions.adopt_edition(round_=board.round, kind=LETTER, seen_version=0, by=board.people.noor)
    first = queries.edition_file(board.people.noor, edition.public_id, form).content
    write(board, "Nu staat er iets anders.")
    report(board, text="De bouw ligt stil.", light="red")
    actions.set_house_style(
        organisation=Organisation.objects.get(name="Waterhoven"),
        accent="#7a1f5c",
        template=None,
        template_name="",
        by=board.people.noor,
    )
    second = actions.adopt_edition(round_=board.round, kind=LETTER, seen_version=1, by=board.people.noor)
    assert queries.edition_file(board.people.noor, edition.public_id, form).content == first
    assert queries.edition_file(board.people.noor, second.public_id, form).content != first
    assert [one.number for one in Edition.objects.order_by("number")] == [1, 2]


def test_what_is_adopted_is_what_was_read(board: Board) -> None:
    write(board, "Intussen geschreven.")
    with pytest.raises(DraftChangedMeanwhile):
        actions.adopt_edition(round_=board.round, kind=LETTER, seen_version=0, by=board.people.noor)


def test_an_adopted_round_is_told_as_it_was_adopted(board: Board) -> None:
    report(board, text="De bouw is begonnen.", light="green")
    monitoring.lock_round(round_=board.round, by=board.people.noor)
    monitoring.adopt_round(round_=board.round, adopted_in="bestuurlijk overleg", by=board.people.noor)
    content = queries.draft_file(board.people.noor, board.round.public_id, MONITOR, "html").content.decode()
    assert "Vastgesteld op" in content
    assert str(timezone.localdate().year) in content


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
            organisation=municipality, accent="#123456", template=own, template_name="a.docx", by=board.people.noor
        )
    actions.set_house_style(
        organisation=municipality,
        accent="#123456",
        template=template("Briefhoofd {{ organisatie }}: {{ inhoud }}").replace(b"", b""),
        template_name="brief.docx",
        by=board.people.noor,
    )
    content = queries.draft_file(board.people.noor, board.round.public_id, LETTER, "docx").content
    assert "Aanleiding" in [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]


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
            template=None,
            template_name="",
            by=board.people.noor,
        )
