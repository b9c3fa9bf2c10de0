from __future__ import annotations

from pytest_django.fixtures import DjangoAssertNumQueries

from samenspraak.apps.agreements.models import Agreement, CommitmentQuantity, CommitmentVersion
from samenspraak.apps.agreements.pages import CommitmentPage, Mark
from samenspraak.apps.agreements.queries import commitment_page
from samenspraak.apps.agreements.revisions.actions import revise_commitment
from tests.apps.cast import TEXT, People, registered, source

MOST_QUERIES = 12  # beside them the page asks for the session, the person, their organisations and the progress


def page(people: People, agreement: Agreement, order: int = 0) -> CommitmentPage:
    commitment = agreement.commitments.order_by("order")[order]
    return commitment_page(people.bas, commitment.public_id)


def test_a_commitment_stands_with_everything_it_says(people: People, agreement: Agreement) -> None:
    shown = page(people, agreement)
    assert (shown.code, shown.title, shown.progress) == ("K 1.10", "Bouwen", "De vergunning is aangevraagd.")
    assert [(player.name, player.role.value, player.organisation) for player in shown.parties] == [
        ("De Linde", "lead", "Woonstichting De Linde"),
        ("gemeente", "partner", None),
    ]
    assert [(one.value, one.bound) for one in shown.quantities] == [(80, CommitmentQuantity.Bound.MIN)]
    assert shown.accepted_by == "Noor"


def test_a_light_stands_with_the_words_that_the_document_has_for_it(people: People, agreement: Agreement) -> None:
    assert page(people, agreement).rating_text == "vraagt aandacht"
    assert page(people, agreement, 1).rating_text == ""


def test_the_passage_stands_between_the_words_around_it(people: People, agreement: Agreement) -> None:
    passage = page(people, agreement).passage
    assert passage.before == "Beschikbaarheid\n"
    assert passage.marked == "De Linde bouwt in 2027 ten minste 80 woningen."
    assert passage.after.startswith("\nDe gemeente antwoordt")
    assert passage.after.endswith("woonlasten.\n")


def test_the_passage_is_marked_on_its_own_page(people: People, agreement: Agreement) -> None:
    (first,) = page(people, agreement).passage.pages
    assert (first.number, first.width, first.height) == (1, 595, 842)
    assert first.marks == (Mark(left=70, top=120, width=430, height=12),)
    (second,) = page(people, agreement, 2).passage.pages
    assert second.number == 2


def test_of_a_line_that_is_touched_in_part_the_part_is_marked(people: People, agreement: Agreement) -> None:
    commitment = agreement.commitments.order_by("order")[0]
    half = (commitment.start + commitment.end) // 2
    commitment.end = half
    commitment.save()
    (left,) = page(people, agreement).passage.pages[0].marks
    assert left == Mark(left=70, top=120, width=215, height=12)
    commitment.start, commitment.end = half, commitment.start + 46
    commitment.save()
    (right,) = page(people, agreement).passage.pages[0].marks
    assert right == Mark(left=285, top=120, width=215, height=12)


def test_of_a_cell_of_several_lines_the_whole_is_marked(people: People, agreement: Agreement) -> None:
    commitment = agreement.commitments.order_by("order")[0]
    first = commitment.document.pages.get(number=1)
    first.lines = [[0, first.end, 10, 20, 110, 80]]
    first.save()
    (mark,) = page(people, agreement).passage.pages[0].marks
    assert mark == Mark(left=10, top=20, width=100, height=60)


def test_a_passage_over_two_pages_is_marked_on_both(people: People, agreement: Agreement) -> None:
    commitment = agreement.commitments.order_by("order")[1]
    commitment.end = agreement.commitments.order_by("order")[2].end
    commitment.save()
    passage = page(people, agreement, 1).passage
    assert [(part.number, len(part.marks)) for part in passage.pages] == [(1, 1), (2, 2)]
    assert "Betaalbaarheid" in passage.marked


def test_a_letter_shows_its_passage_in_the_text(people: People) -> None:
    letter = registered(people.noor, source("brief.txt", TEXT), content=b"brief")
    passage = page(people, letter).passage
    assert passage.marked == "De Linde bouwt in 2027 ten minste 80 woningen."
    assert not passage.document.has_pictures
    assert [part.marks for part in passage.pages] == [()]


def test_neighbours_follow_the_document(people: People, agreement: Agreement) -> None:
    links = [(page(people, agreement, order).previous, page(people, agreement, order).next) for order in range(4)]
    assert [(before and before.code, after and after.code) for before, after in links] == [
        (None, "K 1.9"),
        ("K 1.10", "J 2.1"),
        ("K 1.9", ""),
        ("J 2.1", None),
    ]


def test_a_neighbour_without_a_title_goes_by_its_text(people: People, agreement: Agreement) -> None:
    after = page(people, agreement, 2).next
    assert after is not None
    assert after.title == "Er komt een onderzoek naar woonlasten."


def test_the_neighbours_are_of_the_same_document(people: People, agreement: Agreement) -> None:
    registered(people.noor, source("monitor.txt", TEXT), content=b"monitor", into=agreement)
    last = agreement.commitments.filter(document__name="afspraken.pdf").order_by("order")[3]
    assert commitment_page(people.bas, last.public_id).next is None


def test_findings_stand_with_the_commitment_they_touch(people: People, agreement: Agreement) -> None:
    assert [[finding.code for finding in page(people, agreement, order).findings] for order in range(4)] == [
        ["E601"],
        [],
        ["E601"],
        ["W601"],
    ]


def test_a_page_asks_the_database_a_bounded_number_of_questions(
    people: People, agreement: Agreement, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Also of the page that shows all there can be: versions, a framework above, a neighbour without a number."""
    framework, _, annual, last = agreement.commitments.order_by("order")
    last.title = "Wonen en zorg"
    last.save()
    revise_commitment(
        commitment=annual,
        values={"elaborates": str(framework.public_id)},
        seen=1,
        nature=CommitmentVersion.Nature.CORRECTION,
        reason="Hoort bij het kader",
        by=people.noor,
    )
    with django_assert_max_num_queries(MOST_QUERIES):
        shown = page(people, agreement, 2)
    assert (len(shown.changes), shown.relatives.above is None, shown.next is None) == (1, False, False)
