"""How a document speaks of an organisation once it has been introduced in full. All names are invented."""

from __future__ import annotations

import pytest

from samenspraak.core.extraction.cast import Cast, cast_of
from samenspraak.core.extraction.party_lists import listed_beside
from tests.core.extraction.documents import WATERHOVEN

OPENING = "De gemeente Waterhoven, Woningstichting {name}, hierna te noemen '{short}'; en Huurdersraad De Linde."


def cast(*texts: str) -> Cast:
    """Return the cast of a document of these texts."""
    return cast_of(texts, (WATERHOVEN,))


def test_a_name_that_the_document_gives_itself_is_kept() -> None:
    opening = OPENING.format(name="Rietzoom Thuis", short="Rietzoom")
    found = cast(opening, "Rietzoom bouwt 40 woningen.", "Rietzoom sloopt niets.", "De gemeente helpt Rietzoom.")
    assert found.housing_associations == ("Rietzoom",)


def test_the_first_word_stands_for_the_whole_where_the_whole_is_used_seldom() -> None:
    texts = ["Woonstichting Rietzoom Thuis", *(f"Rietzoom bouwt {count} woningen." for count in range(2, 6))]
    assert cast("Gemeente Waterhoven", *texts).housing_associations == ("Rietzoom",)


def test_a_short_form_used_beside_the_whole_name_means_the_same_organisation() -> None:
    texts = ["De woningcorporatie Rietzoom Thuis bouwt."] * 3 + ["Rietzoom sloopt."] * 4
    found = cast("Gemeente Waterhoven", *texts)
    assert (found.housing_associations, found.aliases) == (("Rietzoom Thuis",), {"Rietzoom": "Rietzoom Thuis"})


def test_a_word_that_is_also_an_ordinary_word_is_no_short_form() -> None:
    texts = ["Woonstichting Thuis Aan Zee", *(["Thuis is waar je je veilig voelt, thuis is rust."] * 4)]
    assert cast("Gemeente Waterhoven", *texts).housing_associations == ("Woonstichting Thuis Aan Zee",)


def test_a_tenants_organisation_is_not_called_by_the_name_of_its_association() -> None:
    texts = ["Woonstichting Rietzoom", "Huurdersplatform Rietzoom", *(["Rietzoom bouwt."] * 5)]
    found = cast("Gemeente Waterhoven", *texts)
    assert found.tenants_organisations == ("Huurdersplatform Rietzoom",)


LISTS = {
    "in one line": ["Rietzoom Thuis | Gemeente Waterhoven | De Berk"],
    "one by one": ["de gemeente Waterhoven, hier vertegenwoordigd;", "• Rietzoom Thuis;", "• De Berk;", "en"],
    "line by line": ["Gemeente Waterhoven\nRietzoom Thuis\nDe Berk"],
    "in a sentence": ["Afspraken van gemeente Waterhoven, Rietzoom Thuis en De Berk"],
}


@pytest.mark.parametrize("texts", LISTS.values(), ids=LISTS.keys())
def test_the_parties_are_found_beside_the_municipality(texts: list[str]) -> None:
    assert set(listed_beside(texts, ("Waterhoven",))) == {"Rietzoom Thuis", "De Berk"}
