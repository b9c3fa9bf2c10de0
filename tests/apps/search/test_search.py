"""Searching: what is found, in which order, by whom, and whatever is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from samenspraak.apps.agreements.actions import register_extraction
from samenspraak.apps.documents.models import SourcePage
from samenspraak.apps.parties.models import Person
from samenspraak.apps.search.jobs import catch_up, rebuild
from samenspraak.apps.search.models import SearchEntry
from samenspraak.apps.search.pages import Hit, Piece, SearchPage, Wanted
from samenspraak.apps.search.queries import search
from samenspraak.core.extraction.result import Extraction
from tests.apps.cast import People, extraction, registered, source, store

TEXTS = (
    "De Linde bouwt sociale-huurwoningen aan de Dorpsstraat.",
    "Partijen versnellen de energietransitie in de wijken.",
    "De woningcorporatie en de gemeente overleggen elk kwartaal over de coördinatie.",
    "De corporatie verkoopt geen woningen.",
)


@pytest.fixture
def found_by(people: People) -> People:
    """Return the people, with an agreement of Waterhoven and one of Zandhoek in the index."""
    registered(people.noor)
    register_extraction(document=store(people.carla, b"ander"), extraction=_elsewhere(), by=people.carla)
    catch_up()
    return people


def _elsewhere() -> Extraction:
    found = extraction(source())
    facts = replace(
        found.agreement,
        title="Prestatieafspraken Zandhoek",
        municipalities=("Zandhoek",),
        housing_associations=("De Duin",),
        tenants_organisations=(),
    )
    commitments = tuple(replace(row, text=text) for row, text in zip(found.commitments, TEXTS, strict=True))
    return replace(found, agreement=facts, commitments=commitments)


def look(person: Person, text: str, **wanted: object) -> SearchPage:
    """Return what a person finds."""
    return search(person, Wanted(text, **wanted))  # type: ignore[arg-type]


def said(pieces: tuple[Piece, ...]) -> str:
    """Return pieces as text, with what is marked between brackets."""
    return "".join(f"[{piece.text}]" if piece.is_marked else piece.text for piece in pieces)


def kinds(page: SearchPage) -> dict[str, int]:
    """Return how many hits there are of each kind."""
    return {facet.value: facet.count for facet in page.facets.kinds}


def test_a_hit_is_shown_in_its_sentence_with_the_words_marked(found_by: People) -> None:
    (hit,) = look(found_by.carla, "huurwoning").hits
    assert said(hit.sentence) == "De Linde bouwt sociale-[huurwoningen] aan de Dorpsstraat."
    assert (hit.kind, hit.place, hit.agreement_title) == (
        SearchEntry.Kind.COMMITMENT,
        "Zandhoek",
        "Prestatieafspraken Zandhoek",
    )


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("energie", 1),
        ("energie-transitie", 1),
        ("corporatie", 2),
        ("woningcorporatie", 2),
        ("coordinatie", 1),
        ("woningen -corporatie", 1),
        ('"geen woningen"', 1),
        ('"woningen geen"', 0),
        ("K 1.10", 1),
        ("1.10", 1),
        ("zandhoek", 1),
    ],
)
def test_what_is_found_in_dutch(found_by: People, typed: str, count: int) -> None:
    assert look(found_by.carla, typed, kind="").total == count


def test_both_words_must_occur(found_by: People) -> None:
    page = look(found_by.carla, "energietransitie wijk")
    assert [said(hit.sentence) for hit in page.hits] == ["Partijen versnellen de [energietransitie] in de [wijken]."]


def test_the_word_itself_comes_before_its_parts(found_by: People) -> None:
    page = look(found_by.carla, "corporatie")
    assert [said(hit.sentence) for hit in page.hits] == [
        "De [corporatie] verkoopt geen woningen.",
        "De [woningcorporatie] en de gemeente overleggen elk kwartaal over de coördinatie.",
    ]


def test_pages_and_progress_are_found_too(found_by: People) -> None:
    page = look(found_by.noor, "woonlasten")
    assert kinds(page) == {"commitment": 1, "page": 1}
    leaf = next(hit for hit in page.hits if hit.kind is SearchEntry.Kind.PAGE)
    assert (leaf.page, leaf.document_name) == (2, "afspraken.pdf")
    assert "[woonlasten]" in said(leaf.sentence)


def test_a_party_is_found_with_its_agreement_and_its_commitments(found_by: People) -> None:
    page = look(found_by.noor, "huurdersplatform")
    assert [said(hit.sentence) for hit in page.hits] == ["Waterhoven, De Linde, [Huurdersplatform] De Linde"]


def everything(page: SearchPage) -> str:
    """Return all that a page says, counts and facets included."""
    return repr(replace(page, wanted=Wanted()))


@pytest.mark.parametrize("typed", ["energietransitie", "zandhoek", "duin", "energietransite", "corporatie", "verkoopt"])
def test_what_one_may_not_see_is_not_found_not_counted_and_not_suggested(found_by: People, typed: str) -> None:
    page = look(found_by.noor, typed)
    assert (page.total, page.hits, page.meant) == (0, (), ())
    assert everything(page) == everything(look(found_by.noor, "xqzwv"))
    assert look(found_by.carla, typed).total or look(found_by.carla, typed).meant


def test_facets_count_only_what_one_may_see(found_by: People) -> None:
    parties = {facet.value for facet in look(found_by.noor, "partijen").facets.parties}
    assert parties == {"Waterhoven", "De Linde", "Huurdersplatform De Linde"}


def test_who_may_not_sign_in_any_more_finds_nothing(found_by: People) -> None:
    found_by.noor.is_active = False
    found_by.noor.save()
    assert look(found_by.noor, "woonlasten").total == 0


def test_the_administrator_finds_everything(found_by: People) -> None:
    places = {hit.place for hit in look(found_by.ada, "gemeente").hits}
    assert places == {"Waterhoven", "Zandhoek"}


@pytest.mark.parametrize(
    ("facet", "argument"),
    [
        ("kinds", "kind"),
        ("themes", "theme"),
        ("parties", "party"),
        ("years", "year"),
        ("commitment_kinds", "commitment_kind"),
    ],
)
def test_a_facet_gives_as_many_hits_as_it_promises(found_by: People, facet: str, argument: str) -> None:
    facets = getattr(look(found_by.ada, "de gemeente linde partijen -verkoopt", sort="newest").facets, facet)
    facets = facets or getattr(look(found_by.ada, "linde").facets, facet)
    assert facets
    for row in getattr(look(found_by.ada, "linde").facets, facet):
        assert look(found_by.ada, "linde", **{argument: row.value}).total == row.count


@pytest.mark.parametrize("argument", ["kind", "theme", "party", "year", "commitment_kind"])
@pytest.mark.parametrize("value", ["onzin", "\x00", "99999999999", "'"])
def test_narrowing_by_what_does_not_exist_finds_nothing(found_by: People, argument: str, value: str) -> None:
    assert look(found_by.ada, "linde", **{argument: value}).total == 0


def test_a_slip_of_the_pen_gives_what_was_meant(found_by: People) -> None:
    page = look(found_by.carla, "energietransite")
    assert page.meant == ("energietransitie",)


def test_when_no_text_has_all_words_those_with_some_come(found_by: People) -> None:
    page = look(found_by.carla, "energietransitie dorpsstraat")
    assert page.is_looser
    assert page.total == 2
    assert not look(found_by.carla, "energietransitie").is_looser


def test_sorting_by_year(found_by: People) -> None:
    years = [hit.year for hit in look(found_by.ada, "partijen", sort="oldest").hits]
    assert years == sorted(years)  # type: ignore[type-var]


@pytest.mark.parametrize("page", [-3, 1, 99, 10**9])
def test_a_page_out_of_range_gives_the_nearest(found_by: People, page: int) -> None:
    assert look(found_by.ada, "linde", page=page).page == 1


def test_nothing_is_asked_when_there_are_no_words(found_by: People) -> None:
    for typed in ("", " ", "-", '"', "()", "-corporatie", "🏠"):
        assert not look(found_by.ada, typed).is_asked


ODD = [
    "NEAR(a b)",
    'a" OR "b',
    "exact:woning",
    "woning*",
    "a:* & !b | (",
    "'; DROP TABLE search_words; --",
    "x" * 10_000,
    "woning\x00en",
    "\u202eneginow",
    "🏠 woning",
    "“woning” ‘wijk’",
    "AND OR NOT",
    "^woning",
    "\ud800",
    "%s %(a)s {}",
    "-" * 400,
    '"' * 400,
    "a-" * 300,
    "K 3.5.",
    "ﬁ Ɵ ß ǆ ʼn",
]


@pytest.mark.parametrize("typed", ODD, ids=range(len(ODD)))
def test_whatever_is_typed_is_no_error(found_by: People, typed: str) -> None:
    look(found_by.ada, typed)
    look(found_by.noor, typed, party=typed, kind=typed, year=typed, theme=typed)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=60))
def test_no_text_is_an_error(found_by: People, typed: str) -> None:
    page = look(found_by.ada, typed)
    assert page.total >= len(page.hits)


def test_every_hit_has_a_mark(found_by: People) -> None:
    for typed in ("linde", "gemeente", "woning", "65", "K 1.9", "waterhoven", "energie"):
        for hit in look(found_by.ada, typed).hits:
            assert any(piece.is_marked for piece in (*hit.title, *hit.sentence)) or _is_by_code(hit, typed)


def _is_by_code(hit: Hit, typed: str) -> bool:
    return hit.code == typed


def test_a_search_takes_few_queries_however_much_is_found(
    found_by: People, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(10):
        look(found_by.noor, "gemeente")
    with django_assert_max_num_queries(14):
        look(found_by.noor, "gemeentte linnde partijn")


def test_a_page_is_found_and_shown_by_the_letters_that_were_mended(found_by: People) -> None:
    page = SourcePage.objects.select_related("document")[0]
    SourcePage.objects.filter(pk=page.pk).update(raw=page.raw + "\nEen bijzondere verdich\u019fng.")
    repairs = [{"kind": "ligature", "from": "\u019f", "to": "ti", "count": 1}]
    page.document.runs.update(extraction={"source": {"repairs": repairs}})
    rebuild()
    (hit,) = look(found_by.ada, "verdichting").hits
    assert said(hit.sentence).endswith("Een bijzondere [verdichting].")
