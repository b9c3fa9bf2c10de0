"""The register as a table: out and back without a difference, and back with some after a look at them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenspraak.apps.agreements.errors import (
    AlreadyApplied,
    NotAllowed,
    NotFound,
    NothingChanged,
    ReasonMissing,
    UnreadableTable,
)
from samenspraak.apps.agreements.exchange.actions import apply_table, offer_table
from samenspraak.apps.agreements.exchange.columns import COLUMNS, names_in, quantities_in
from samenspraak.apps.agreements.exchange.differences import Differences, RowKind
from samenspraak.apps.agreements.models import (
    Agreement,
    Commitment,
    CommitmentParty,
    CommitmentQuantity,
    CommitmentVersion,
    OfferedTable,
)
from samenspraak.apps.agreements.pages import CommitmentFilter
from samenspraak.apps.agreements.queries import export_table, table_page
from samenspraak.apps.agreements.revisions.actions import revise_commitment
from samenspraak.apps.audit.models import Event
from samenspraak.apps.parties.models import Person
from samenspraak.engines.writers.errors import UnreadableSheet
from samenspraak.engines.writers.reading_back import read_back
from tests.apps.cast import People

Nature = CommitmentVersion.Nature
FORMATS = ("csv", "xlsx", "ods")


def exported(person: Person, agreement: Agreement, kind: str = "csv", **wanted: Any) -> bytes:
    file = export_table(person, agreement.public_id, wanted=CommitmentFilter(**wanted), kind=kind)
    return b"".join(file.pieces)


def offered(by: Person, agreement: Agreement, content: bytes | str) -> OfferedTable:
    data = content.encode() if isinstance(content, str) else content
    return offer_table(agreement=agreement, name="tabel", content=data, by=by)


def compared(by: Person, agreement: Agreement, content: bytes | str) -> Differences:
    return table_page(by, offered(by, agreement, content).public_id).differences


def kinds(found: Differences) -> list[str]:
    return [str(row.kind) for row in found.rows]


@pytest.mark.parametrize("kind", FORMATS)
def test_what_goes_out_comes_back_without_a_difference(people: People, agreement: Agreement, kind: str) -> None:
    found = compared(people.noor, agreement, exported(people.noor, agreement, kind))
    assert kinds(found) == ["unchanged"] * 4
    assert (found.missing, found.unknown_columns) == ((), ())


ODD = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=40)
SAID = ("code", "title", "text", "heading", "priority", "progress", "rating_text")
ODD_ROW = st.fixed_dictionaries({**dict.fromkeys((*SAID, "unit"), ODD), "value": st.floats(-1e12, 1e12)})


@pytest.mark.slow  # three formats of ten registers of four commitments
@pytest.mark.parametrize("kind", FORMATS)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(odd=st.lists(ODD_ROW, min_size=4, max_size=4))
def test_whatever_the_words_a_table_comes_back_without_a_difference(
    people: People, agreement: Agreement, kind: str, odd: list[dict[str, Any]]
) -> None:
    for commitment, row in zip(agreement.commitments.order_by("order"), odd, strict=True):
        Commitment.objects.filter(pk=commitment.pk).update(**{name: row[name] for name in SAID})
        name, text = row["rating_text"], row["text"]
        leads = commitment.parties.filter(role="lead").values("pk")[:1]
        CommitmentParty.objects.filter(pk__in=leads).update(name=name)
        said = {"text": text, "unit": row["unit"], "subject": row["title"], "value": row["value"]}
        CommitmentQuantity.objects.filter(commitment=commitment).update(**said)
    assert kinds(compared(people.noor, agreement, exported(people.noor, agreement, kind))) == ["unchanged"] * 4


def test_the_table_holds_what_the_filter_leaves_in_its_order(people: People, agreement: Agreement) -> None:
    rows = read_back(exported(people.bas, agreement, "xlsx", theme="availability", sort="code"), name="t")
    assert [row[2] for row in rows] == ["Nummer", "K 1.9", "K 1.10"]
    assert rows[0] == [column.name for column in COLUMNS]
    assert rows[2][10] == date(2027, 12, 31)
    assert rows[2][5] == "ten minste | 80 | dwelling | woningen | ten minste 80"


def test_json_says_what_its_fields_mean(people: People, agreement: Agreement) -> None:
    found = json.loads(exported(people.bas, agreement, "json"))
    assert found["title"] == "Prestatieafspraken Waterhoven"
    assert len(found["commitments"]) == 4
    assert found["commitments"][0]["quantities"][0]["value"] == 80
    assert set(found["columns"]) <= set(found["commitments"][0])


def test_nobody_fetches_what_they_may_not_see(people: People, agreement: Agreement) -> None:
    for person, kind in ((people.carla, "csv"), (people.noor, "exe")):
        with pytest.raises(NotFound):
            exported(person, agreement, kind)


def line(commitment: Commitment, *cells: object) -> str:
    return ";".join(map(str, (commitment.public_id, *cells))) + "\n"


def test_changed_new_missing_and_wrong_are_told_apart_before_anything_changes(
    people: People, agreement: Agreement
) -> None:
    first, second, third, _fourth = agreement.commitments.order_by("order")
    before = list(agreement.commitments.order_by("pk").values())
    content = (
        "ID;Versie;Thema;Tekst;Soort afspraak;Kleur\n"
        + line(first, 1, "Leefbaarheid", first.text, "kaderafspraak", "x")
        + line(second, 1, "tuinieren", second.text, "procesafspraak", "")
        + line(first, 1, "", first.text, "kaderafspraak", "")
        + "00000000-0000-0000-0000-000000000000;1;;x;;\n"
        + ";;wonen en zorg;Er komt een nieuwe afspraak.;jaarafspraak;\n"
        + ";;;;;\n"
        + ";;;Zonder soort.;;\n"
        + line(third, 7, "", third.text, "jaarafspraak", "")
    )
    found = compared(people.noor, agreement, content)
    assert [(row.number, str(row.kind)) for row in found.rows] == [
        (2, "changed"),
        (3, "error"),
        (4, "error"),
        (5, "error"),
        (6, "new"),
        (8, "error"),
        (9, "error"),
    ]
    messages = [row.message for row in found.of(RowKind.ERROR)]
    assert messages[0].startswith("kolom Thema: “tuinieren” is geen keuze; kies uit beschikbaarheid")
    assert messages[1] == "kolom ID: dit ID staat ook in rij 2."
    assert messages[2] == "kolom ID: dit ID hoort niet bij deze afspraken."
    assert messages[3].startswith("kolom Soort afspraak")
    assert messages[4] == "kolom Versie: deze versie is er niet."
    assert len(found.missing) == 1
    assert found.unknown_columns == ("Kleur",)
    assert list(agreement.commitments.order_by("pk").values()) == before


def test_a_table_is_applied_as_one_with_one_event_and_reasons(people: People, agreement: Agreement) -> None:
    first, second = agreement.commitments.order_by("order")[:2]
    content = (
        "ID;Versie;Tekst;Trekker;Getallen;Uiterlijk;Soort afspraak;Reden\n"
        + line(first, 1, "Anders.", '"De Linde; gemeente"', "ongeveer | 1.090,5 | dwelling | huis | x", "30-06-2027")
        + line(second, 1, "Ook anders.", "gemeente", "", "", "procesafspraak", "Eigen reden")
        + ";;De gemeente antwoordt binnen acht weken.;;;;procesafspraak;\n"
    )
    table = offered(people.noor, agreement, content)
    before = Event.objects.count()
    counts = apply_table(table=table, nature=Nature.CORRECTION, reason="Besluit 3", by=people.noor)
    assert Event.objects.count() == before + 1
    assert (counts["changed"], counts["new"], counts["missing"]) == (2, 1, 2)
    first.refresh_from_db()
    assert (first.text, first.version, first.deadline_on) == ("Anders.", 2, date(2027, 6, 30))
    assert (first.quantities.get().value, first.quantities.get().bound) == (1090.5, "about")
    assert [one.name for one in first.parties.filter(role="lead")] == ["De Linde", "gemeente"]
    assert {one.version: one.reason for one in first.versions.all()} == {1: "Besluit 3"}
    assert second.versions.get().reason == "Eigen reden"
    new = agreement.commitments.latest("pk")
    # Where its text stands in the document is where it comes from.
    assert (new.accepted_by, new.page, new.end - new.start) == (people.noor, 1, len(new.text))
    with pytest.raises(AlreadyApplied):
        apply_table(table=table, nature=Nature.CORRECTION, reason="x", by=people.noor)


def test_one_row_without_a_reason_stops_the_whole_table(people: People, agreement: Agreement) -> None:
    first, second = agreement.commitments.order_by("order")[:2]
    content = "ID;Tekst;Reden\n" + line(first, "Anders.", "Typefout") + line(second, "Anders.", "")
    with pytest.raises(ReasonMissing):
        apply_table(table=offered(people.noor, agreement, content), nature=Nature.CORRECTION, reason="", by=people.noor)
    assert not CommitmentVersion.objects.exists()


def test_a_row_that_somebody_changed_since_is_a_conflict_and_is_left_alone(
    people: People, agreement: Agreement
) -> None:
    first, second = agreement.commitments.order_by("order")[:2]
    table = offered(
        people.noor,
        agreement,
        "ID;Versie;Thema\n" + line(first, 1, "leefbaarheid") + line(second, 1, "beschikbaarheid"),
    )
    for commitment in (first, second):
        revise_commitment(
            commitment=commitment, values={"theme": "care"}, seen=1, nature=Nature.CORRECTION, reason="", by=people.bas
        )
    # The second row says what stood there when it was fetched: nobody wanted to change that.
    assert kinds(table_page(people.noor, table.public_id).differences) == ["conflict", "unchanged"]
    with pytest.raises(NothingChanged):
        apply_table(table=table, nature=Nature.CORRECTION, reason="", by=people.noor)
    assert {one.theme for one in agreement.commitments.order_by("order")[:2]} == {"care"}


@pytest.mark.parametrize("content", ["Tekst\nx\n", "", "ID;Tekst;Tekst\n1;2;3\n"])
def test_a_table_whose_rows_cannot_be_told_apart_is_refused(people: People, agreement: Agreement, content: str) -> None:
    with pytest.raises(UnreadableTable if content else UnreadableSheet):
        offered(people.noor, agreement, content)


def test_who_may_not_change_the_register_brings_no_table(people: People, agreement: Agreement) -> None:
    people.bas.memberships.update(role="contributor")
    with pytest.raises(NotAllowed):
        offered(people.bas, agreement, "ID\n")
    table = offered(people.noor, agreement, "ID\n")
    with pytest.raises(NotAllowed):
        table_page(people.bas, table.public_id)
    with pytest.raises(NotFound):
        table_page(people.carla, table.public_id)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("A; B", ["A", "B"]),
        ("A;;B;", ["A", "B"]),
        ('"A;B"; C', ["A;B", "C"]),
        ("", []),
        ("  ", []),
    ],
)
def test_names_are_read_as_people_type_them(cell: str, names: Iterable[str]) -> None:
    assert names_in(cell) == names


def test_a_number_in_a_cell_is_read_as_it_is_written_here() -> None:
    (one,) = quantities_in("ten minste | 1.250 | woningen | woningen | 1.250 woningen")
    assert one["value"] == 1250


@pytest.mark.parametrize("cell", ["80", "veel | 80 | w | x | y", "precies | 1 | 2 | 3 | 4 | 5"])
def test_a_number_in_another_shape_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=r"vijf delen|geen grens"):
        quantities_in(cell)


def test_the_sheet_explains_its_columns(people: People, agreement: Agreement) -> None:
    from python_calamine import CalamineWorkbook

    for kind in ("xlsx", "ods"):
        book = CalamineWorkbook.from_filelike(io.BytesIO(exported(people.noor, agreement, kind)))
        assert book.sheet_names == ["Afspraken", "Uitleg"]
        rows = book.get_sheet_by_name("Uitleg").to_python()
        assert [row[0] for row in rows[1:]] == [column.name for column in COLUMNS]
