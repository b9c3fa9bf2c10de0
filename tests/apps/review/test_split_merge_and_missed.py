from __future__ import annotations

import pytest

from samenspraak.apps.agreements.models import AgreementDocument, Commitment
from samenspraak.apps.review import actions
from samenspraak.apps.review.errors import CannotUndo, NothingToMerge
from samenspraak.apps.review.models import ReviewStep
from samenspraak.apps.review.snapshots import snapshot
from samenspraak.core.review.errors import NothingToSplit, NoWordsThere
from tests.apps.cast import People, proposed

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(people: People) -> AgreementDocument:
    return proposed(people.noor).sources.get()


def row(source: AgreementDocument) -> list[Commitment]:
    return list(source.document.commitments.order_by("order"))


def texts(source: AgreementDocument) -> list[str]:
    return [one.text for one in row(source)]


def contents(source: AgreementDocument) -> list[dict[str, object]]:
    """Return everything that the proposals say, but not which version and place that is."""
    return [{name: value for name, value in snapshot(one).items() if name != "order"} for one in row(source)]


def undo(people: People, source: AgreementDocument) -> None:
    last = source.review_steps.filter(undone_at=None).order_by("-pk").first()
    assert last is not None
    actions.undo_review_step(step=last, by=people.noor)


def test_a_split_gives_two_neighbours_with_their_own_spans(people: People, source: AgreementDocument) -> None:
    first = row(source)[0]
    cut = first.text.index("ten minste")
    actions.split_proposal(proposal=first, version=1, position=cut, by=people.noor)
    one, two, *_ = row(source)
    assert (one.text, two.text) == ("De Linde bouwt in 2027", "ten minste 80 woningen.")
    assert (one.start, one.end, two.start, two.end) == (first.start, first.start + cut, first.start + cut, first.end)
    assert [list(part.quantities.values_list("value", flat=True)) for part in (one, two)] == [[], [80]]
    assert one.deadline_on is not None
    assert two.state == Commitment.State.PROPOSED


def test_there_must_be_words_on_both_sides_of_a_split(people: People, source: AgreementDocument) -> None:
    with pytest.raises(NothingToSplit):
        actions.split_proposal(proposal=row(source)[0], version=1, position=0, by=people.noor)
    assert ReviewStep.objects.count() == 0


def test_a_proposal_is_merged_with_the_next_that_is_open(people: People, source: AgreementDocument) -> None:
    first, second, third, _ = row(source)
    actions.skip_proposal(proposal=second, version=1, by=people.noor)
    actions.merge_proposals(proposal=first, version=1, by=people.noor)
    assert texts(source)[0] == f"{first.text} {third.text}"
    assert (row(source)[0].start, row(source)[0].end) == (first.start, third.end)
    assert len(row(source)) == 3


def test_nothing_is_merged_with_what_stands_in_the_register(people: People, source: AgreementDocument) -> None:
    first, second, *_, last = row(source)
    actions.accept_proposal(proposal=second, version=1, by=people.noor)
    for proposal in (first, last):
        with pytest.raises(NothingToMerge):
            actions.merge_proposals(proposal=proposal, version=1, by=people.noor)


def test_a_chosen_passage_becomes_a_proposal_at_its_place(people: People, source: AgreementDocument) -> None:
    page = source.document.pages.get(number=2)
    actions.add_missed_commitment(source=source, start=page.start, end=page.start + 15, by=people.noor)
    added = next(one for one in row(source) if one.text == "Betaalbaarheid")
    assert [one.text[:14] for one in row(source)].index("Betaalbaarheid") == 2
    assert (added.page, added.state, added.confidence) == (2, "proposed", 1.0)


def test_white_space_is_no_commitment(people: People, source: AgreementDocument) -> None:
    end = source.document.pages.get(number=1).end
    with pytest.raises(NoWordsThere):
        actions.add_missed_commitment(source=source, start=end - 1, end=end, by=people.noor)


def test_all_steps_can_be_taken_back_one_by_one(people: People, source: AgreementDocument) -> None:
    seen = [contents(source)]
    first, second, third, fourth = row(source)
    actions.split_proposal(proposal=first, version=1, position=9, by=people.noor)
    seen.append(contents(source))
    actions.merge_proposals(proposal=second, version=1, by=people.noor)
    seen.append(contents(source))
    actions.add_missed_commitment(source=source, start=0, end=15, by=people.noor)
    seen.append(contents(source))
    actions.skip_proposal(proposal=fourth, version=1, by=people.noor)
    seen.append(contents(source))
    versions = dict(source.document.commitments.values_list("public_id", "version"))
    actions.accept_proposals(source=source, versions=versions, by=people.noor)
    for before in reversed(seen):
        undo(people, source)
        assert contents(source) == before
    assert third.public_id in {one.public_id for one in row(source)}  # merged away and back, under the same number


def test_a_step_is_not_taken_back_when_somebody_went_on(people: People, source: AgreementDocument) -> None:
    first = row(source)[0]
    actions.split_proposal(proposal=first, version=1, position=9, by=people.noor)
    split = ReviewStep.objects.get()
    actions.skip_proposal(proposal=row(source)[1], version=row(source)[1].version, by=people.ada)
    before = contents(source)
    with pytest.raises(CannotUndo):
        actions.undo_review_step(step=split, by=people.noor)
    assert contents(source) == before


def test_a_step_is_taken_back_once(people: People, source: AgreementDocument) -> None:
    actions.skip_proposal(proposal=row(source)[0], version=1, by=people.noor)
    undo(people, source)
    with pytest.raises(CannotUndo):
        actions.undo_review_step(step=ReviewStep.objects.get(), by=people.noor)


def test_an_undone_proposal_has_a_new_version(people: People, source: AgreementDocument) -> None:
    """Or a form from before could overwrite what was put back."""
    actions.skip_proposal(proposal=row(source)[0], version=1, by=people.noor)
    undo(people, source)
    assert row(source)[0].version == 3
