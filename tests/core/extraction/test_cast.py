"""The cast: which organisations a document names, told by how they stand in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.extraction.cast import Cast, cast_of
from samenspraak.core.extraction.knowledge import ConfirmedOrganisation, OrganisationKind
from samenspraak.core.extraction.places import municipalities_in
from samenspraak.core.vocabulary.municipality import Municipality
from tests.core.extraction.documents import WATERHOVEN, ZANDHOEK

LIST = (
    WATERHOVEN,
    ZANDHOEK,
    Municipality("GM9903", "De Plas", "ZH"),
    Municipality("GM9904", "'s-Heerenbosch", "NB", ("Den Heerenbosch",)),
    Municipality("GM9905", "Meer en Dam", "LI"),
    Municipality("GM9906", "Berg", "LI"),
    Municipality("GM9907", "Berg aan de Vaart", "ZH"),
)

PLACES = """
De gemeente Waterhoven bouwt.                                   | Waterhoven
De gemeenteraad van Waterhoven besluit.                         | Waterhoven
PRESTATIEAFSPRAKEN GEMEENTE WATERHOVEN                          | Waterhoven
De gemeente De Plas bouwt.                                      | De Plas
Gemeente 's-Heerenbosch bouwt.                                  | 's-Heerenbosch
De gemeente ’s-Heerenbosch bouwt.                               | 's-Heerenbosch
De gemeente Den Heerenbosch bouwt.                              | Den Heerenbosch
De gemeente Meer en Dam bouwt.                                  | Meer en Dam
De gemeente Berg aan de Vaart bouwt.                            | Berg aan de Vaart
De gemeente Berg bouwt.                                         | Berg
De raad van Meer en Dam besluit.                                | Meer en Dam
De gemeenten Waterhoven, Zandhoek en Meer en Dam bouwen.        | Waterhoven, Zandhoek, Meer en Dam
De gemeente Nieuwland bouwt.                                    | Nieuwland
De raad van Nieuwland besluit.                                  |
De gemeente Waterhoven en Zandhoek                              | Waterhoven
De gemeente bouwt.                                              |
De gemeente Wethouder Jansen                                    |
De gemeente 2026                                                |
"""
CASES = [tuple(part.strip() for part in line.split("|")) for line in PLACES.strip().splitlines()]


@pytest.mark.parametrize(("text", "places"), CASES)
def test_municipalities_are_told_by_the_list_and_by_the_word(text: str, places: str) -> None:
    assert ", ".join(municipalities_in(text, LIST)) == places


def test_a_municipality_named_in_passing_takes_no_part() -> None:
    text = "De gemeente Waterhoven bouwt. " * 4 + "De gemeente Zandhoek ligt verder weg."
    assert municipalities_in(text, LIST) == ("Waterhoven",)


def test_a_name_is_written_as_the_text_does_and_not_in_capitals() -> None:
    assert municipalities_in("GEMEENTE NIEUWLAND\nDe gemeente Nieuwland", LIST) == ("Nieuwland",)


def test_what_stands_on_the_next_line_is_no_name_unless_the_list_has_it() -> None:
    assert municipalities_in("Trekker: gemeente\nPlanning: 2026", LIST) == ()
    assert municipalities_in("de gemeente\nWaterhoven bouwt", LIST) == ("Waterhoven",)


def cast(*texts: str, confirmed: tuple[ConfirmedOrganisation, ...] = ()) -> Cast:
    """Return the cast of a document of these texts."""
    return cast_of(texts, LIST, confirmed)


ASSOCIATIONS = {
    "a list of parties": ("Gemeente Waterhoven, De Linde en Rietveld Wonen maken deze afspraken.",),
    "a list with the word for it": (
        "Gemeente Waterhoven, woningcorporatie De Linde en woningcorporatie Rietveld Wonen",
    ),
    "a list with tenants": ("Gemeente Waterhoven | De Linde | Rietveld Wonen | Huurdersraad De Linde",),
    "the title page": ("Gemeente Waterhoven\nDe Linde\nRietveld Wonen\nHuurdersraad De Linde\n2026",),
    "their legal form": (
        "Woningstichting De Linde bouwt. Dat doet De Linde niet alleen: De Linde bouwt met Rietveld Wonen.",
        "Rietveld Wonen verhuurt.",
    ),
    "their kind": (
        "Woningcorporatie De Linde bouwt en corporatie De Linde verhuurt.",
        "Rietveld Wonen en Rietveld Wonen",
    ),
}


@pytest.mark.parametrize("texts", ASSOCIATIONS.values(), ids=ASSOCIATIONS)
def test_a_housing_association_is_known_by_its_company(texts: tuple[str, ...]) -> None:
    assert set(cast(*texts).housing_associations) == {"De Linde", "Rietveld Wonen"}


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente Waterhoven bouwt. Sociale Huur en Betaalbaar Wonen zijn nodig.",
        "De Woonvisie Waterhoven. De Woonvisie Waterhoven. Het Woonakkoord Kust. Het Woonakkoord Kust.",
        "De Minister bouwt. De Minister bouwt.",
        "",
    ],
)
def test_other_capitals_are_no_association(text: str) -> None:
    assert cast(text).housing_associations == ()


TENANTS = [
    ("Huurdersraad De Linde geeft advies.", ("Huurdersraad De Linde",)),
    ("Huurdersbelangenvereniging Rietveld geeft advies.", ("Huurdersbelangenvereniging Rietveld",)),
    ("Stichting Huurdersplatform Waterhoven geeft advies.", ("Stichting Huurdersplatform Waterhoven",)),
    ("Huurdersvereniging van De Linde geeft advies.", ("Huurdersvereniging van De Linde",)),
    ("De huurdersorganisaties geven advies.", ()),
    ("De Huurdersraad geeft advies.", ()),
    ("Huurders De Linde", ()),
]


@pytest.mark.parametrize(("text", "names"), TENANTS)
def test_a_tenants_organisation_is_known_by_its_name(text: str, names: tuple[str, ...]) -> None:
    assert cast(text).tenants_organisations == names


def test_a_confirmed_organisation_is_known_wherever_it_stands() -> None:
    known = (
        ConfirmedOrganisation("Onderdak", OrganisationKind.HOUSING_ASSOCIATION),
        ConfirmedOrganisation("De Stem", OrganisationKind.TENANTS_ORGANISATION),
        ConfirmedOrganisation("Elders", OrganisationKind.HOUSING_ASSOCIATION),
    )
    found = cast("Dan bouwt Onderdak, na advies van De Stem.", confirmed=known)
    assert (found.housing_associations, found.tenants_organisations) == (("Onderdak",), ("De Stem",))
    assert cast("Dan bouwt Onderdak.").housing_associations == ()


def test_an_abbreviation_in_brackets_stands_for_the_name_before_it() -> None:
    text = "Gemeente Waterhoven, De Linde en Huurdersvereniging Rietveld (HVR) maken deze afspraken."
    assert cast(text).aliases == {"HVR": "Huurdersvereniging Rietveld"}


def test_a_name_that_does_duties_twice_is_somebody() -> None:
    text = (
        "Gemeente Waterhoven en De Linde.\nZorgbaken levert hulp.\nZorgbaken biedt begeleiding.\nBakker levert brood."
    )
    assert cast(text).others == ("Zorgbaken",)


def test_an_association_named_far_more_often_stands_out() -> None:
    names = "Gemeente Waterhoven, De Linde en Rietveld Wonen maken deze afspraken."
    assert cast(names).sole_association is None
    assert cast(names, *["De Linde bouwt hier. "] * 8).sole_association == "De Linde"


def test_a_long_name_is_looked_for_before_its_beginning() -> None:
    names = Cast(("Waterhoven",), ("De Linde",), ("Huurdersraad De Linde",), (), {"HRL": "Huurdersraad De Linde"}).names
    assert names == tuple(sorted(names, key=len, reverse=True))
    assert set(names) == {"Huurdersraad De Linde", "Waterhoven", "De Linde", "HRL"}


WORDS = "Gemeente Waterhoven , en De Linde Rietveld Wonen Huurdersraad ( HRL ) de raad van \n Stichting bouwt .".split(
    " "
)


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=15).map(" ".join) | st.text(max_size=60), max_size=4))
def test_every_name_stands_in_the_text_and_has_one_side(texts: list[str]) -> None:
    found = cast(*texts)
    sides = (*found.municipalities, *found.housing_associations, *found.tenants_organisations)
    assert len(set(sides)) == len(sides)
    whole = " ".join("\n".join(texts).replace("’", "'").lower().split())
    assert all(" ".join(name.lower().split()) in whole for name in sides)


def test_a_name_and_its_continuation_are_one_organisation() -> None:
    text = "Huurdersraad De Linde geeft advies. " * 4 + "Huurdersraad De Linde Noord ook."
    assert cast(text).tenants_organisations == ("Huurdersraad De Linde",)


def test_a_party_that_does_duties_is_no_other() -> None:
    text = (
        "Gemeente Waterhoven en Rietveld Wonen.\nRietveld bouwt hier.\nRietveld bouwt daar.\nRietveld Wonen verhuurt."
    )
    assert cast(text).others == ()


def test_a_name_without_the_words_for_what_it_is_means_the_same_organisation() -> None:
    texts = ["Gemeente Waterhoven, Woningstichting Het Anker en Huurdersplatform De Sleutel", "Het Anker", "De Sleutel"]
    assert cast_of(texts, LIST).aliases == {
        "Het Anker": "Woningstichting Het Anker",
        "De Sleutel": "Huurdersplatform De Sleutel",
    }


def test_a_tenants_organisation_called_after_its_place_does_not_take_the_name_of_the_place() -> None:
    texts = ["Gemeente Waterhoven, Woonstichting Anker en Huurdersvereniging Waterhoven", "In Waterhoven wonen wij."]
    assert "Waterhoven" not in cast_of(texts, LIST).aliases


@pytest.mark.parametrize(
    "texts",
    [
        ["Gemeente Waterhoven - Stichting Thuisvast - Huurdersvereniging Waterhoven"],
        ["Onderwerp: bod 2026 van Stichting Wonen Linde"],
        ["1. de gemeente Waterhoven, hierna te noemen: de gemeente;", "2. Woningcorporatie Veenland, te Waterhoven;"],
    ],
)
def test_one_mention_is_enough_where_it_says_what_the_organisation_is(texts: list[str]) -> None:
    assert len(cast_of(texts, LIST).housing_associations) == 1
