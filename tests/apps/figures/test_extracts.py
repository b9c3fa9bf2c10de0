"""Lists of stock and allocations: looked at, confirmed, counted, taken back. Nothing is half kept."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from samenspraak.apps.agreements.errors import NotFound
from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.figures import actions as targets
from samenspraak.apps.figures import queries as figures
from samenspraak.apps.figures.errors import (
    AlreadyCounted,
    ExtractBlocked,
    ExtractMoved,
    FigureNotPossible,
    MayNotDeliver,
    MayNotSetTargets,
)
from samenspraak.apps.figures.extracts import actions, door, jobs, queries
from samenspraak.apps.figures.extracts.counting import forget, snapshots_of
from samenspraak.apps.figures.models import Extract, KeyFigureValue, Observation, OwnKeyFigure, Target
from samenspraak.apps.parties.models import Organisation
from samenspraak.core.measurement.indicators import Nature
from samenspraak.core.measurement.key_figures.errors import ConditionUnreadable, NoSuchCode, NoSuchColumn
from tests.apps.acts.figures import SHARE
from tests.apps.cast import People, first_commitment
from tests.apps.figures.lists import (
    CODE,
    OWN_FORM,
    TEN,
    allocations,
    counted,
    delivered,
    in_a_real_place,
    looked_at,
    place_of,
    stock,
)

pytestmark = pytest.mark.slow  # each reads a file with the engine that counts


@pytest.fixture
def association(agreement: Agreement) -> Organisation:
    return in_a_real_place(agreement)


NAMED = b"id;gemeente;datum;naam huurder\n1;GM0399;2024-01-02;X\n"


def value_of(extract: Extract, code: str, level: str = "municipality") -> KeyFigureValue:
    return KeyFigureValue.objects.get(extract=extract, code=code, level=level)


def test_a_list_is_looked_at_and_counts_nothing_yet(people: People, association: Organisation) -> None:
    extract = looked_at(delivered(association, people.bas))
    page = queries.extract_page(people.bas, extract.public_id)
    assert (page.row.status, page.row_count, page.blocking) == ("looked", 10, ())
    assert page.preview[0][:2] == ("de gemeente", "de wijk")
    assert page.preview[1][:2] == (CODE, "Noord")
    assert not KeyFigureValue.objects.exists()
    assert snapshots_of(extract) == []


def test_a_confirmed_list_becomes_figures_and_its_rows_go(
    people: People, association: Organisation, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=False) as after:
        extract = counted(delivered(association, people.bas), people.bas)
    for call in after:
        if "let_go" in str(call.__code__.co_names):
            call()
    assert extract.status == Extract.Status.DONE
    assert not door.file_of(extract).exists()
    assert door.preview_of(extract) == []
    efg = value_of(extract, "EFG.SHARE")
    assert (efg.value, efg.numerator, efg.denominator, efg.municipality) == (Decimal("0.3"), 3, 10, CODE)
    assert value_of(extract, "STOCK.COUNT", "district").district == "Noord"
    assert value_of(extract, "STOCK.COUNT", "whole").value == 10


def test_rows_are_kept_encrypted_where_an_installation_has_a_key_and_go_with_their_list(
    people: People, association: Organisation, settings: Settings
) -> None:
    assert not queries.extract_page(
        people.bas, counted(delivered(association, people.bas), people.bas).public_id
    ).rows_kept
    settings.ROWS_KEYS = [urlsafe_b64encode(bytes(range(32))).decode()]
    extract = counted(delivered(association, people.bas, year=2023), people.bas)
    assert queries.extract_page(people.bas, extract.public_id).rows_kept
    kept = door.kept_rows_of(association)
    assert kept is not None
    (name,) = kept.names()
    assert name.startswith("stock-2023-")
    assert b"".join(kept.pieces(name)).startswith(b"PAR1")
    settings.ROWS_KEYS = []
    forget(extract)
    assert kept.names() == [], "they go as well when nobody can read them any more"


def test_kept_rows_go_after_their_days_and_follow_the_newest_key(
    people: People, association: Organisation, settings: Settings
) -> None:
    first, second = (urlsafe_b64encode(bytes([number] * 32)).decode() for number in (1, 2))
    settings.ROWS_KEYS, settings.ROWS_DAYS = [first], 30
    counted(delivered(association, people.bas), people.bas)
    settings.ROWS_KEYS = [second, first]
    assert door.look_after_kept_rows(timezone.localdate()) == []
    settings.ROWS_KEYS = [second]
    kept = door.kept_rows_of(association)
    assert kept is not None
    assert b"".join(kept.pieces(kept.names()[0])).startswith(b"PAR1")
    assert len(door.look_after_kept_rows(timezone.localdate() + timedelta(days=32))) == 1
    assert kept.names() == []


def test_a_cell_that_cannot_be_read_blocks_with_its_row_and_column(people: People, association: Organisation) -> None:
    extract = looked_at(delivered(association, people.bas, stock([("550,00", "A"), ("veel", "B"), ("600,00", "C")])))
    (problem,) = queries.extract_page(people.bas, extract.public_id).blocking
    assert (problem.column, problem.rows) == ("netto huur", (3,))
    with pytest.raises(ExtractBlocked):
        actions.confirm_extract(extract=extract, by=people.bas)
    assert Extract.objects.get().status == Extract.Status.LOOKED


def test_a_mapping_is_kept_for_the_next_list(people: People, association: Organisation) -> None:
    strange = stock(TEN, head="sleutel;plaats;kwartier;prijs;klasse;primo;ultimo;zelfstandig;daeb")
    extract = looked_at(delivered(association, people.bas, strange))
    assert queries.extract_page(people.bas, extract.public_id).blocking
    columns = {"unit": "sleutel", "municipality": "plaats", "rent_cents": "prijs", "energy_label": "klasse"}
    actions.map_columns(extract=extract, columns=columns, by=people.bas)
    assert not queries.extract_page(people.bas, looked_at(extract).public_id).blocking
    following = looked_at(delivered(association, people.bas, strange, year=2025))
    assert not queries.extract_page(people.bas, following.public_id).blocking


def test_a_list_without_any_known_name_shows_its_first_row_to_choose_from(
    people: People, association: Organisation
) -> None:
    extract = looked_at(delivered(association, people.bas, b"aa;bb\n1;2\n"))
    page = queries.extract_page(people.bas, extract.public_id)
    assert page.names == ("aa", "bb")
    assert [one.code for one in page.blocking] == ["E832"]


def test_names_of_tenants_are_refused_and_let_go(people: People, association: Organisation) -> None:
    extract = delivered(association, people.bas, NAMED, subject="allocations")
    looked_at(extract)
    assert (extract.status, extract.error_code) == (Extract.Status.FAILED, "E833")


def test_the_opening_is_compared_with_last_years_closing(people: People, association: Organisation) -> None:
    counted(delivered(association, people.bas, stock(TEN)), people.bas)
    same = looked_at(delivered(association, people.bas, stock(TEN), year=2025))
    less = looked_at(delivered(association, people.bas, stock(TEN[:8]), year=2025))
    assert queries.extract_page(people.bas, same.public_id).opening == "equal"
    page = queries.extract_page(people.bas, less.public_id)
    assert page.opening == "differs"
    assert any("Woonstichting De Linde begint 2025 met 8" in one.message for one in page.problems)


def test_small_numbers_of_people_are_not_kept(people: People, association: Organisation) -> None:
    content = allocations([20_000] * 12 + [60_000] * 2)
    extract = counted(delivered(association, people.bas, content, subject="allocations"), people.bas)
    found = value_of(extract, "ALLOCATED.TARGET_INCOME")
    assert (found.state, found.value, found.numerator) == (KeyFigureValue.State.SUPPRESSED, None, None)


def test_a_list_taken_back_takes_its_figures_with_it(
    people: People, agreement: Agreement, association: Organisation
) -> None:
    extract = counted(delivered(association, people.bas), people.bas)
    with pytest.raises(AlreadyCounted):
        delivered(association, people.bas)
    actions.withdraw_extract(extract=extract, reason="verkeerd bestand", by=people.bas)
    assert queries.key_figures_for(people.noor, agreement.public_id, year=None, municipality="").groups == ()
    again = counted(delivered(association, people.bas, stock(TEN[:9])), people.bas)
    assert value_of(again, "STOCK.COUNT").value == 9


def test_a_target_follows_its_key_figure(people: People, agreement: Agreement, association: Organisation) -> None:
    values = replace(SHARE, key_figure="EFG.SHARE", signal_value=None, path=(), nature=Nature.FLOW)
    first = counted(delivered(association, people.bas), people.bas)
    target = targets.set_target(commitment=first_commitment(agreement), values=values, by=people.noor)
    assert (target.unit, target.nature, target.definition_version) == ("percent", Target.Nature.STOCK, "EFG.SHARE 1")
    counted(delivered(association, people.bas, stock(TEN[:8]), year=2025, is_final=False), people.bas)
    made = Observation.objects.filter(target=target, withdrawn_at=None).order_by("on")
    assert [(one.on, one.value, one.is_final) for one in made] == [
        (date(2024, 12, 31), Decimal(30), True),
        (date(2025, 12, 31), Decimal("12.5"), False),
    ]
    actions.withdraw_extract(extract=first, reason="verkeerd bestand", by=people.bas)
    assert list(made.values_list("value", flat=True)) == [Decimal("12.5")]


def test_limits_of_another_price_year_are_said_to_count_otherwise(
    people: People, agreement: Agreement, association: Organisation
) -> None:
    values = replace(SHARE, key_figure="PRICE.GOE", price_year=2023, signal_value=None, path=())
    target = targets.set_target(commitment=first_commitment(agreement), values=values, by=people.noor)
    counted(delivered(association, people.bas), people.bas)
    assert Observation.objects.get(target=target).definition_version == "PRICE.GOE 1, prijspeil 2024"


def test_only_the_association_itself_delivers_and_others_see_what_was_counted(
    people: People, association: Organisation
) -> None:
    with pytest.raises(MayNotDeliver):
        delivered(association, people.noor)
    extract = delivered(association, people.bas)
    with pytest.raises(NotFound):
        queries.extract_page(people.noor, extract.public_id)
    counted(extract, people.bas)
    page = queries.extract_page(people.noor, extract.public_id)
    assert (page.may_handle, page.preview) == (False, ())
    with pytest.raises(NotFound):
        queries.extract_page(people.carla, extract.public_id)
    with pytest.raises(MayNotDeliver):
        actions.withdraw_extract(extract=extract, reason="zomaar", by=people.noor)


def test_a_worker_that_stopped_is_followed_up_and_leaves_nothing_double(
    people: People, association: Organisation
) -> None:
    extract = looked_at(delivered(association, people.bas))
    actions.confirm_extract(extract=extract, by=people.bas)
    half = door.counts_of(association) / "stock-2024-half.parquet"
    half.parent.mkdir(parents=True, exist_ok=True)
    half.write_bytes(b"PAR1")
    Extract.objects.update(heartbeat_at=timezone.now() - timedelta(minutes=1), attempt=1)
    assert jobs.take_up_left_behind() == 1
    jobs.count_extract(str(extract.public_id))
    assert value_of(extract, "STOCK.COUNT").value == 10
    assert [path.name for path in snapshots_of(extract)] != [half.name]
    assert not Path(half).exists()


def test_what_nobody_confirmed_in_a_day_is_let_go(people: People, association: Organisation) -> None:
    extract = looked_at(delivered(association, people.bas))
    Extract.objects.update(delivered_at=timezone.now() - timedelta(hours=25))
    jobs.take_up_left_behind()
    extract.refresh_from_db()
    assert extract.status == Extract.Status.DISCARDED
    with pytest.raises(ExtractMoved):
        actions.confirm_extract(extract=extract, by=people.bas)


def test_what_is_confirmed_at_that_very_moment_can_still_be_counted(
    people: People, association: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract = looked_at(delivered(association, people.bas))
    Extract.objects.update(delivered_at=timezone.now() - timedelta(hours=25))
    discard = jobs.discard_extract

    def just_too_late(**said: object) -> Extract:
        actions.confirm_extract(extract=extract, by=people.bas)
        return discard(**said)  # type: ignore[arg-type]

    monkeypatch.setattr(jobs, "discard_extract", just_too_late)
    jobs.take_up_left_behind()
    jobs.count_extract(str(extract.public_id))
    extract.refresh_from_db()
    assert extract.status == Extract.Status.DONE


def test_an_own_figure_is_tried_kept_and_counted_for_its_municipality_only(
    people: People, agreement: Agreement, association: Organisation
) -> None:
    extract = counted(delivered(association, people.bas), people.bas)
    place = place_of(agreement)
    ((_, year, cell),) = queries.tried(place, OWN_FORM).cells
    assert cell.amount is not None
    assert (year, cell.amount.value, KeyFigureValue.objects.filter(own__isnull=False).count()) == (2024, 40.0, 0)
    made = actions.set_own_figure(organisation=place, form=OWN_FORM, by=people.noor)
    jobs.recount_lists(str(made.pk))
    levels = KeyFigureValue.objects.filter(extract=extract, own=made).values_list("level", "value")
    assert set(levels) == {("municipality", Decimal("0.4")), ("district", Decimal("0.4"))}
    changed = actions.set_own_figure(organisation=place, form=OWN_FORM | {"of": ""}, instead_of=made, by=people.noor)
    assert (changed.code, changed.version) == ("OWN.GOED", 2)
    with pytest.raises(FigureNotPossible):
        actions.set_own_figure(organisation=place, form=OWN_FORM, by=people.noor)
    with pytest.raises(MayNotSetTargets):
        actions.set_own_figure(organisation=place, form=OWN_FORM | {"code": "X"}, by=people.carla)
    with pytest.raises(FigureNotPossible, match="intussen gewijzigd"):
        actions.withdraw_own_figure(figure=made, by=people.noor)
    actions.withdraw_own_figure(figure=changed, by=people.noor)
    with pytest.raises(FigureNotPossible, match="ingetrokken"):
        actions.withdraw_own_figure(figure=changed, by=people.noor)


def test_an_own_figure_that_is_no_longer_understood_keeps_nothing_from_being_counted(
    people: People, agreement: Agreement, association: Organisation
) -> None:
    old = OWN_FORM | {"count": "eind en een kolom die er niet meer is"}
    OwnKeyFigure.objects.create(organisation=place_of(agreement), code="OWN.OUD", form=old, made_by=people.noor)
    extract = counted(delivered(association, people.bas), people.bas)
    assert value_of(extract, "STOCK.COUNT").value == 10
    assert "OWN.OUD" not in queries.figures_of(agreement)
    (row,) = queries.own_figures_for(people.noor)
    assert row.code == "OWN.OUD"
    assert "De kolom “een” is er niet" in row.trouble


def test_what_two_municipalities_call_the_same_is_one_figure_only_when_it_counts_the_same(
    people: People, agreement: Agreement, association: Organisation
) -> None:
    other = Organisation.objects.create(name="Bergen", kind=Organisation.Kind.MUNICIPALITY, cbs_code="GM0373")
    agreement.parties.create(name="Bergen", side=other.kind, organisation=other, order=9)
    actions.set_own_figure(organisation=Organisation.objects.get(cbs_code=CODE), form=OWN_FORM, by=people.noor)
    theirs = OwnKeyFigure.objects.create(organisation=other, code="OWN.GOED", form=OWN_FORM, made_by=people.ada)
    assert "OWN.GOED" in queries.figures_of(agreement)
    theirs.form = OWN_FORM | {"of": ""}
    theirs.save()
    assert "OWN.GOED" not in queries.figures_of(agreement), "two definitions are never added"
    here, there = (queries.figures_of(agreement, code)["OWN.GOED"] for code in (CODE, "GM0373"))
    assert (here.texts["of"], there.texts["of"]) == ("eind", "")
    page = queries.key_figure_for(people.noor, agreement.public_id, "OWN.GOED", municipality="GM0373")
    assert page.figure.texts["of"] == ""


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ({"count": "eind en inkomen"}, NoSuchColumn, "teller, teken 9: De kolom “inkomen” is er niet"),
        ({"of": "eind en inkomen"}, NoSuchColumn, "noemer, teken 9: De kolom “inkomen” is er niet"),
        ({"count": "prijsklasse in (GOEDKOOP)"}, NoSuchCode, "GOEDKOOP"),
        ({"count": "eind en (zelfstandig"}, ConditionUnreadable, "haakje|voorwaarde|eind"),
    ],
)
def test_what_an_own_figure_cannot_ask_is_said(
    agreement: Agreement, association: Organisation, change: dict[str, str], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        queries.tried(place_of(agreement), OWN_FORM | change)


def test_an_own_figure_that_divides_by_nothing_is_unknown_with_the_reason(
    people: People, agreement: Agreement, association: Organisation
) -> None:
    counted(delivered(association, people.bas), people.bas)
    ((_, _, cell),) = queries.tried(place_of(agreement), OWN_FORM | {"of": "niet eind"}).cells
    assert (cell.amount, cell.reason) == (None, "er is niets om door te delen: het geheel is nul")


def test_two_targets_beside_each_other_say_why_they_do_not_compare(people: People, agreement: Agreement) -> None:
    growth = replace(
        SHARE, label="netto groei", unit="dwelling", value=Decimal(11_650), first_year=2020, last_year=2029,
        signal_value=None, path=(),
    )  # fmt: skip
    built = replace(growth, label="nieuw te bouwen woningen", value=Decimal(18_350), first_year=2019, last_year=2030)
    commitment = first_commitment(agreement)
    one, other = (targets.set_target(commitment=commitment, values=each, by=people.noor) for each in (growth, built))
    page = figures.target_page(people.bas, one.public_id, beside=str(other.public_id))
    assert page.beside is not None
    assert page.beside.more is None
    assert "zij tellen iets anders" in page.beside.refused
    assert figures.target_page(people.bas, one.public_id, beside="x").beside is None
