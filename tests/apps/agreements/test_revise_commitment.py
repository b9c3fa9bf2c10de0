"""Changing what stands in the register: nothing is lost, nobody is overwritten, and the log says who and why."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import QuerySet
from pytest_django.fixtures import DjangoAssertNumQueries

from samenspraak.apps.agreements.errors import (
    ChangedMeanwhile,
    InvalidValue,
    NotAllowed,
    NotFound,
    NothingChanged,
    ReasonMissing,
)
from samenspraak.apps.agreements.models import Agreement, Commitment, CommitmentVersion
from samenspraak.apps.agreements.queries import collision_page, commitment_page, edit_page, version_page
from samenspraak.apps.agreements.revisions.actions import (
    revise_commitment,
    revise_commitments,
    undo_revision,
    undo_revisions,
)
from samenspraak.apps.agreements.revisions.values import values_of
from samenspraak.apps.audit.models import Event, EventKind
from samenspraak.apps.parties.models import Membership, Person
from tests.apps.cast import People, first_commitment

Nature = CommitmentVersion.Nature
SIGNED = "De Linde bouwt in 2027 ten minste 80 woningen."


@pytest.fixture
def commitment(agreement: Agreement) -> Commitment:
    return first_commitment(agreement)


def revise(commitment: Commitment, by: Person, *, seen: int = 1, reason: str = "Typefout", **values: Any) -> Commitment:
    return revise_commitment(
        commitment=commitment, values=values, seen=seen, nature=Nature.CORRECTION, reason=reason, by=by
    )


def test_a_change_is_a_new_version_and_what_was_signed_stays(people: People, commitment: Commitment) -> None:
    changed = revise(commitment, people.noor, text="De Linde bouwt 90 woningen.", leads=["De Linde", "gemeente"])
    assert (changed.version, changed.text) == (2, "De Linde bouwt 90 woningen.")
    kept = changed.versions.get()
    assert (kept.version, kept.values["text"], kept.reason, kept.replaced_by) == (1, SIGNED, "Typefout", people.noor)
    page = commitment_page(people.bas, commitment.public_id)
    assert [(one.name, one.before, one.after) for one in page.signed][:1] == [("text", SIGNED, changed.text)]
    assert [(one.by, one.reason) for one in page.changes] == [("Noor", "Typefout")]
    before = version_page(people.bas, commitment.public_id, 1)
    assert {one.name: one.words for one in before.fields}["text"] == SIGNED
    assert before.replaced is not None


def test_the_log_says_from_what_to_what_and_why(people: People, commitment: Commitment) -> None:
    revise(commitment, people.noor, theme="care", reason="Hoort bij zorg")
    event = Event.objects.latest("id")
    assert (event.kind, event.reason, event.actor_label) == (EventKind.COMMITMENT_REVISED, "Hoort bij zorg", "Noor")
    assert event.before == {"theme": "availability", "version": 1}
    assert event.after == {"theme": "care", "version": 2, "nature": "correction"}


def test_the_second_of_two_is_stopped_and_sees_both(people: People, commitment: Commitment) -> None:
    revise(commitment, people.noor, text="Noor schreef dit.", theme="care")
    mine = {**values_of(commitment), "text": "Bas schreef dat.", "title": "Meer bouwen"}
    with pytest.raises(ChangedMeanwhile, match="versie 1, nu staat er versie 2"):
        revise(commitment, people.bas, **mine)
    assert Commitment.objects.get(pk=commitment.pk).text == "Noor schreef dit."
    shown = collision_page(people.bas, commitment.public_id, mine=mine, seen=1)
    assert [(one.name, one.mine, one.theirs, one.both_changed) for one in shown.collisions] == [
        ("title", "Meer bouwen", "Bouwen", False),
        ("text", "Bas schreef dat.", "Noor schreef dit.", True),
    ]
    assert [(one.name, one.after) for one in shown.taken_over] == [("theme", "wonen en zorg")]
    assert (shown.by, shown.version) == ("Noor", 2)


def test_of_two_at_the_same_instant_one_is_stopped(
    people: People, commitment: Commitment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the database cannot hold a row, the version in the condition does it."""
    from samenspraak.apps.agreements.revisions import actions

    def read_too_early(rows: QuerySet[Commitment]) -> list[Commitment]:
        found = list(rows.select_related("elaborates"))
        Commitment.objects.filter(pk=commitment.pk).update(version=2, text="Iemand anders.")
        return found

    monkeypatch.setattr(actions, "locked", read_too_early)
    with pytest.raises(ChangedMeanwhile):
        revise(commitment, people.noor, text="Te laat.")
    assert not CommitmentVersion.objects.exists()


@pytest.mark.parametrize("values", [{"text": "x"}, {"title": "x"}, {"quantities": []}, {"deadline_on": "2027-01-01"}])
def test_what_was_signed_changes_only_with_a_reason(
    people: People, commitment: Commitment, values: dict[str, Any]
) -> None:
    with pytest.raises(ReasonMissing):
        revise(commitment, people.noor, reason="  ", **values)
    assert Commitment.objects.get(pk=commitment.pk).version == 1


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"text": " "}, "Tekst"),
        ({"text": "x" * 100_001}, "Tekst"),
        ({"title": "x" * 1001}, "Titel"),
        ({"kind": ""}, "Soort afspraak"),
        ({"theme": "tuinieren"}, "Thema"),
        ({"year": "vorig jaar"}, "Jaar"),
        ({"year": 20}, "Jaar"),
        ({"deadline_on": "2027-02-30"}, "Uiterlijk"),
        ({"deadline_kind": ""}, "Soort termijn"),
        ({"deadline_text": ""}, "Termijn zoals geschreven"),
        ({"quantities": [{"value": "n.t.b."}]}, "Getallen"),
        ({"quantities": [{"value": "inf"}]}, "Getallen"),
        ({"quantities": [{"value": 1, "bound": "wel"}]}, "Getallen"),
        ({"leads": ["x" * 301]}, "Trekker"),
        ({"elaborates": "geen nummer"}, "Werkt uit"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_its_field(
    people: People, commitment: Commitment, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        revise(commitment, people.noor, **values)
    assert refused.value.where == field
    assert Commitment.objects.get(pk=commitment.pk).version == 1


def test_saving_without_a_change_is_no_version(people: People, commitment: Commitment) -> None:
    with pytest.raises(NothingChanged):
        revise(commitment, people.noor, **values_of(commitment))
    assert not Event.objects.filter(kind=EventKind.COMMITMENT_REVISED).exists()


@pytest.mark.parametrize("role", [Membership.Role.READER, Membership.Role.CONTRIBUTOR])
def test_only_a_coordinator_changes_the_register(people: People, commitment: Commitment, role: str) -> None:
    people.bas.memberships.update(role=role)
    with pytest.raises(NotAllowed):
        revise(commitment, people.bas, theme="care")
    with pytest.raises(NotAllowed):
        edit_page(people.bas, commitment.public_id)
    assert not commitment_page(people.bas, commitment.public_id).may_edit


def test_a_stranger_finds_nothing_to_change(people: People, commitment: Commitment) -> None:
    for read in (edit_page, commitment_page):
        with pytest.raises(NotFound):
            read(people.carla, commitment.public_id)
    with pytest.raises(NotAllowed):
        revise(commitment, people.carla, theme="care")


def test_the_last_change_can_be_undone_and_stays_in_the_history(people: People, commitment: Commitment) -> None:
    before = values_of(commitment)
    revise(commitment, people.noor, text="Anders.", leads=["gemeente"], quantities=[], theme="")
    undone = undo_revision(commitment=commitment, seen=2, by=people.bas)
    assert values_of(Commitment.objects.get(pk=commitment.pk)) == before
    assert undone.version == 3
    page = commitment_page(people.bas, commitment.public_id)
    assert [change.nature for change in page.changes] == [Nature.UNDO, Nature.CORRECTION]
    assert page.signed == ()
    with pytest.raises(ChangedMeanwhile):
        undo_revision(commitment=commitment, seen=2, by=people.noor)


def test_nothing_to_undo_is_said(people: People, commitment: Commitment) -> None:
    with pytest.raises(NothingChanged):
        undo_revision(commitment=commitment, seen=1, by=people.noor)


def all_seen(agreement: Agreement) -> dict[Any, int]:
    return dict(agreement.commitments.values_list("public_id", "version"))


def test_a_selection_changes_as_one_with_one_event(people: People, agreement: Agreement) -> None:
    before = Event.objects.count()
    change = revise_commitments(
        agreement=agreement,
        seen=all_seen(agreement),
        values={"theme": "availability"},
        nature=Nature.CLASSIFICATION,
        reason="",
        by=people.noor,
    )
    assert Event.objects.count() == before + 1
    # Two were in this theme already: they keep their version.
    assert sorted(agreement.commitments.values_list("version", flat=True)) == [1, 1, 2, 2]
    assert len(Event.objects.latest("id").after["commitments"]) == 2
    later = agreement.commitments.get(code="J 2.1")
    revise(later, people.bas, seen=2, theme="care")
    assert undo_revisions(agreement=agreement, change=change, by=people.noor) == (1, 1)
    assert agreement.commitments.get(code="J 2.1").theme == "care"
    assert agreement.commitments.get(code="").theme == ""


def test_a_selection_with_one_stale_row_changes_nothing(people: People, agreement: Agreement) -> None:
    seen = all_seen(agreement)
    revise(first_commitment(agreement), people.bas, theme="care")
    with pytest.raises(ChangedMeanwhile, match="Bouwen"):
        revise_commitments(
            agreement=agreement,
            seen=seen,
            values={"theme": "liveability"},
            nature=Nature.CLASSIFICATION,
            reason="",
            by=people.noor,
        )
    assert not agreement.commitments.filter(theme="liveability").exists()


def test_what_elaborates_what_is_proposed_set_and_shown_from_both_sides(people: People, agreement: Agreement) -> None:
    annual = agreement.commitments.get(code="J 2.1")
    framework = agreement.commitments.get(code="K 1.10")
    framework.code, framework.code_key = "K 2.4", "k000002.000004"
    framework.save()
    proposed = commitment_page(people.bas, annual.public_id).relatives.proposed_above
    assert proposed is not None
    assert proposed.code == "K 2.4"
    revise(annual, people.noor, elaborates=str(framework.public_id))
    above = commitment_page(people.bas, annual.public_id).relatives.above
    assert above is not None
    assert above.public_id == framework.public_id
    below = commitment_page(people.bas, framework.public_id).relatives.below
    assert [one.public_id for one in below] == [annual.public_id]
    with pytest.raises(InvalidValue, match="zichzelf"):
        revise(framework, people.noor, elaborates=str(annual.public_id))


def test_the_same_number_elsewhere_is_shown_and_a_clash_named(people: People, agreement: Agreement) -> None:
    first = first_commitment(agreement)
    agreement.commitments.filter(order=1).update(code=first.code, code_key=first.code_key)
    relatives = commitment_page(people.bas, first.public_id).relatives
    assert [one.is_here for one in relatives.same_code] == [True]
    assert len(relatives.clashing) == 1
    agreement.commitments.filter(order=1).update(text=first.text, title=first.title)
    assert commitment_page(people.bas, first.public_id).relatives.clashing == ()


def test_a_commitments_page_asks_few_questions(
    people: People, commitment: Commitment, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for version in range(1, 6):
        revise(commitment, people.noor, seen=version, text=f"Tekst {version}")
    with django_assert_max_num_queries(15):
        commitment_page(people.bas, commitment.public_id)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\u202eomgekeerd \u0627", "lang " * 2000, "a\x00b"])
def test_odd_text_is_kept_as_it_is(people: People, commitment: Commitment, text: str) -> None:
    changed = revise(commitment, people.noor, text=text, leads=[text[:200]])
    assert changed.text == text.replace("\x00", "").strip()


def test_a_name_that_only_this_agreement_knows_keeps_its_organisation(people: People, commitment: Commitment) -> None:
    party = commitment.agreement.parties.get(name="De Linde")
    party.name = "onze corporatie"
    party.save()
    revise(commitment, people.noor, leads=["onze corporatie", "iemand"])
    named = commitment.parties.order_by("order").values_list("name", "organisation__name")
    assert list(named)[:2] == [("onze corporatie", "Woonstichting De Linde"), ("iemand", None)]
