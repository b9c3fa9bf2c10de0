from __future__ import annotations

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from samenspraak.apps.agreements.models import Agreement, Commitment
from samenspraak.apps.agreements.pages import NO_THEME, PAGE_LENGTH, AgreementPage, CommitmentFilter, SignatoryView
from samenspraak.apps.agreements.queries import agreement_page, agreements_for
from tests.apps.cast import TEXT, People, registered, source

MOST_QUERIES = 13


def page(people: People, agreement: Agreement, **wanted: object) -> AgreementPage:
    return agreement_page(people.bas, agreement.public_id, wanted=CommitmentFilter(**wanted))


def codes(people: People, agreement: Agreement, **wanted: object) -> list[str]:
    return [row.code for row in page(people, agreement, **wanted).rows]


def test_the_page_counts_the_whole_agreement_whatever_the_filter(people: People, agreement: Agreement) -> None:
    shown = page(people, agreement, theme="affordability")
    assert [(row.theme, row.count) for row in shown.theme_counts] == [
        (Commitment.Theme.AVAILABILITY, 2),
        (Commitment.Theme.AFFORDABILITY, 1),
        (None, 1),
    ]
    assert [(row.kind.value, row.count) for row in shown.kind_counts] == [
        ("framework", 2),
        ("annual", 1),
        ("process", 1),
    ]
    assert {row.name: row.count for row in shown.party_counts} == {"gemeente": 2, "De Linde": 1, "partijen": 1}
    head = shown.agreement
    assert (head.commitment_count, head.finding_count, head.table_count, head.glossary_count) == (4, 2, 1, 1)
    assert (shown.total, shown.page, shown.page_count) == (1, 1, 1)


def test_a_row_says_who_leads_and_who_takes_part(people: People, agreement: Agreement) -> None:
    row = page(people, agreement).rows[0]
    assert (row.leads, row.partners) == (("De Linde",), ("gemeente",))
    assert row.deadline is not None
    assert row.deadline.text == "in 2027"


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        ({}, ["K 1.10", "K 1.9", "J 2.1", ""]),
        ({"theme": "availability"}, ["K 1.10", "K 1.9"]),
        ({"theme": NO_THEME}, [""]),
        ({"theme": "care"}, []),
        ({"theme": "' OR 1=1"}, []),
        ({"kind": "annual"}, ["J 2.1"]),
        ({"party": "gemeente"}, ["K 1.10", "K 1.9"]),
        ({"party": "niemand"}, []),
        ({"year": "2026"}, ["J 2.1"]),
        ({"year": "²026"}, []),
        ({"due_from": "2027-12-31"}, ["K 1.10"]),
        ({"due_from": "2028-01-01"}, []),
        ({"due_until": "2027-12-31"}, ["K 1.10"]),
        ({"due_until": "2027-02-30"}, []),
        ({"has_finding": True}, ["K 1.10", "J 2.1", ""]),
        ({"has_finding": True, "kind": "annual"}, ["J 2.1"]),
        ({"text": "k1.9"}, ["K 1.9"]),
        ({"text": "K 1"}, ["K 1.10", "K 1.9"]),
        ({"text": "WONINGEN"}, ["K 1.10"]),
        ({"text": "65%"}, ["J 2.1"]),
        ({"text": "\x00"}, ["K 1.10", "K 1.9", "J 2.1", ""]),
        ({"text": "x" * 10_000}, []),
        ({"theme": "availability", "party": "De Linde", "kind": "framework"}, ["K 1.10"]),
    ],
)
def test_a_filter_leaves_what_was_asked_for(
    people: People, agreement: Agreement, wanted: dict[str, str], left: list[str]
) -> None:
    assert codes(people, agreement, **wanted) == left


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("document", ["K 1.10", "K 1.9", "J 2.1", ""]),
        ("code", ["J 2.1", "K 1.9", "K 1.10", ""]),
        ("theme", ["K 1.10", "K 1.9", "J 2.1", ""]),
        ("deadline", ["K 1.10", "K 1.9", "J 2.1", ""]),
        ("nonsense", ["K 1.10", "K 1.9", "J 2.1", ""]),
    ],
)
def test_a_register_is_sorted_as_asked(people: People, agreement: Agreement, sort: str, order: list[str]) -> None:
    assert codes(people, agreement, sort=sort) == order


@pytest.mark.parametrize(
    ("sort", "up", "down"),
    [
        ("code", ["J 2.1", "K 1.9", "K 1.10", ""], ["K 1.10", "K 1.9", "J 2.1", ""]),
        ("who", ["K 1.10", "K 1.9", "J 2.1", ""], ["J 2.1", "K 1.9", "K 1.10", ""]),
        ("deadline", ["K 1.10", "K 1.9", "J 2.1", ""], ["K 1.10", "K 1.9", "J 2.1", ""]),
        ("year", ["J 2.1", "K 1.10", "K 1.9", ""], ["J 2.1", "K 1.10", "K 1.9", ""]),
        ("document", ["K 1.10", "K 1.9", "J 2.1", ""], ["", "J 2.1", "K 1.9", "K 1.10"]),
    ],
)
def test_every_column_sorts_both_ways_and_what_is_empty_comes_last(
    people: People, agreement: Agreement, sort: str, up: list[str], down: list[str]
) -> None:
    assert codes(people, agreement, sort=sort) == up
    assert codes(people, agreement, sort=sort, is_descending=True) == down


def fill(agreement: Agreement, count: int) -> None:
    """Add commitments to the agreement's document."""
    model = agreement.commitments.order_by("order")[0]
    rows = []
    for order in range(100, 100 + count):
        row = Commitment.objects.get(pk=model.pk)
        row.pk, row.public_id, row.order = None, Commitment._meta.get_field("public_id").get_default(), order
        rows.append(row)
    Commitment.objects.bulk_create(rows)


@pytest.mark.parametrize(("asked", "given", "rows"), [(1, 1, 50), (2, 2, 14), (0, 1, 50), (-5, 1, 50), (10**30, 2, 14)])
def test_a_page_out_of_range_gives_the_nearest(
    people: People, agreement: Agreement, asked: int, given: int, rows: int
) -> None:
    fill(agreement, PAGE_LENGTH + 10)
    shown = page(people, agreement, page=asked)
    assert (shown.page, len(shown.rows), shown.page_count) == (given, rows, 2)


def test_a_page_asks_the_database_the_same_number_of_questions_whatever_its_size(
    people: People, agreement: Agreement, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    registered(people.noor, source("monitor.txt", TEXT), content=b"monitor", into=agreement)
    fill(agreement, PAGE_LENGTH)
    with django_assert_max_num_queries(MOST_QUERIES):
        page(people, agreement, text="woningen", party="gemeente", sort="code")


def test_the_list_shows_each_agreement_with_its_counts(
    people: People, agreement: Agreement, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        registered(people.noor, source(f"{number}.pdf"), content=b"%d" % number)
    with django_assert_max_num_queries(6):
        shown = agreements_for(people.noor)
    assert shown.total == 4
    row = shown.rows[-1]
    assert (row.commitment_count, row.finding_count, row.document_count) == (4, 2, 1)
    assert [party.name for party in row.parties] == ["Waterhoven", "De Linde", "Huurdersplatform De Linde"]
    assert [party.is_confirmed for party in row.parties] == [True, True, False]
    assert [(share.theme and share.theme.value, share.count) for share in row.theme_counts] == [
        ("availability", 2),
        ("affordability", 1),
        (None, 1),
    ]


def test_the_head_says_who_signed_and_names_nobody_twice(people: People, agreement: Agreement) -> None:
    registered(people.noor, source("monitor.txt", TEXT), content=b"monitor", into=agreement)
    head = page(people, agreement).agreement
    assert head.signatories == (SignatoryView("A. de Wit", "wethouder", ""),)
    assert head.commitment_count == 8


def test_a_row_says_in_which_document_it_stands(people: People, agreement: Agreement) -> None:
    registered(people.noor, source("monitor.txt", TEXT), content=b"monitor", into=agreement)
    rows = page(people, agreement).rows
    assert [(row.document.name, row.document.has_pages, row.page) for row in (rows[2], rows[6])] == [
        ("afspraken.pdf", True, 2),
        ("monitor.txt", False, 1),
    ]


def test_a_title_that_others_share_is_not_a_rows_own(people: People, agreement: Agreement) -> None:
    agreement.commitments.update(title="Huren")
    assert [row.has_own_title for row in page(people, agreement).rows] == [True, True, True, True]
    agreement.commitments.filter(order__gte=2).update(code="")
    assert [row.has_own_title for row in page(people, agreement, theme="").rows] == [True, True, False, False]


@pytest.mark.parametrize(("text", "total"), [("waterhoven", 1), ("huurdersplatform", 1), ("de", 1), ("zandhoek", 0)])
def test_the_list_is_searched_by_title_and_party(people: People, agreement: Agreement, text: str, total: int) -> None:
    assert agreements_for(people.noor, text=text).total == total


@pytest.mark.parametrize("sort", ["document", "code", "title", "theme", "deadline"])
def test_documents_stand_in_the_order_in_which_they_came(people: People, agreement: Agreement, sort: str) -> None:
    agreement.commitments.update(
        code="", code_key="", title="", theme="", deadline_text="", deadline_kind="", deadline_on=None
    )
    registered(people.noor, source("monitor.txt", TEXT), content=b"monitor", into=agreement)
    agreement.commitments.filter(document__name="monitor.txt").update(
        code="", code_key="", title="", theme="", deadline_text="", deadline_kind="", deadline_on=None
    )
    rows = page(people, agreement, sort=sort).rows
    assert [row.text for row in rows[:4]] == [row.text for row in rows[4:]]
    numbers = dict(agreement.commitments.values_list("public_id", "document_id"))
    assert [numbers[row.public_id] for row in rows] == sorted(numbers.values())


def test_the_page_says_how_far_checking_is_while_proposals_wait(people: People, agreement: Agreement) -> None:
    assert page(people, agreement).checked == ()
    first = agreement.commitments.order_by("order")[0]
    Commitment.objects.filter(pk=first.pk).update(state=Commitment.State.PROPOSED, accepted_at=None, accepted_by=None)
    (share,) = page(people, agreement).checked
    assert (share.checked, share.total, share.may_review) == (3, 4, False)
    (share,) = agreement_page(people.noor, agreement.public_id, wanted=CommitmentFilter()).checked
    assert share.may_review
