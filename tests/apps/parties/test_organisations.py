from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from samenspraak.apps.parties.actions import add_organisation, confirm_organisation
from samenspraak.apps.parties.errors import OrganisationKnown
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.parties.queries import confirmed_organisations, fold_name, known_names, organisation_named
from samenspraak.core.extraction.knowledge import OrganisationKind
from tests.apps.cast import People

ASSOCIATION = Organisation.Kind.HOUSING_ASSOCIATION


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gemeente Waterhoven", "Waterhoven"),
        ("de gemeente WATERHOVEN", "Waterhoven"),
        ("Woonstichting  'De Linde'", "woonstichting de linde"),
        ("Súdwesthoek", "Sudwesthoek"),
        ("Berg en Dal (Gld.)", "Berg-en-Dal Gld"),
    ],
)
def test_two_spellings_are_one_name(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_an_association_keeps_its_legal_form() -> None:
    assert fold_name("Stichting De Linde") != fold_name("De Linde")


def test_an_organisation_is_known_by_all_its_names_once_confirmed(people: People) -> None:
    organisation = add_organisation(kind=ASSOCIATION, name="Woonstichting De Es", by=people.ada)
    assert known_names().find("De Es") is None
    confirm_organisation(organisation=organisation, by=people.ada, other_names=("De Es",))
    assert known_names().find("de es") == organisation
    assert known_names().find("De Es", ASSOCIATION) == organisation
    assert known_names().find("De Es", Organisation.Kind.MUNICIPALITY) is None


def test_a_name_that_two_share_belongs_to_neither(people: People) -> None:
    for name in ("Woonstichting De Es", "Stichting De Es"):
        organisation = add_organisation(kind=ASSOCIATION, name=name, by=people.ada)
        confirm_organisation(organisation=organisation, by=people.ada, other_names=("De Es",))
    assert known_names().find("De Es") is None
    assert known_names().find("Stichting De Es") is not None


def test_extraction_gets_the_confirmed_names_of_the_three_sides(people: People) -> None:
    add_organisation(kind=ASSOCIATION, name="Onbevestigd", by=people.ada)
    province = add_organisation(kind=Organisation.Kind.PROVINCE, name="Provincie Kustland", by=people.ada)
    confirm_organisation(organisation=province, by=people.ada)
    assert [(known.name, known.kind) for known in confirmed_organisations()] == [
        ("Woonstichting De Linde", OrganisationKind.HOUSING_ASSOCIATION),
        ("De Linde", OrganisationKind.HOUSING_ASSOCIATION),
        ("Waterhoven", OrganisationKind.MUNICIPALITY),
        ("Zandhoek", OrganisationKind.MUNICIPALITY),
    ]


@pytest.mark.parametrize(("name", "code"), [("Waterhoven", ""), ("Waterhoven-Oost", "GM9999")])
def test_the_same_organisation_is_not_added_twice(people: People, name: str, code: str) -> None:
    add_organisation(kind=Organisation.Kind.MUNICIPALITY, name="Oosthoven", by=people.ada, cbs_code="GM9999")
    with pytest.raises(OrganisationKnown):
        add_organisation(kind=Organisation.Kind.MUNICIPALITY, name=name, by=people.ada, cbs_code=code)


def test_two_organisations_may_both_lack_a_code(people: People) -> None:
    assert Organisation.objects.filter(cbs_code="").count() > 1


def test_an_organisation_is_found_by_another_name_also_before_it_is_confirmed(people: People) -> None:
    organisation = add_organisation(kind=ASSOCIATION, name="Woonstichting De Es", by=people.ada)
    assert organisation_named("WOONSTICHTING de es", ASSOCIATION) == organisation
    assert organisation_named("de linde", ASSOCIATION) is not None
    assert organisation_named("de linde", Organisation.Kind.MUNICIPALITY) is None


def test_the_database_wants_who_and_when_of_a_confirmation_together(people: People) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(kind=ASSOCIATION, name="Half", confirmed_by=people.ada)
