"""Lists hold what one may see and nothing else; what each address gives to whom stands in test_rights_matrix.py."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from samenspraak.apps.parties.models import Person
from tests.web.cast import Cast


def test_a_stranger_sees_an_empty_list_that_tells_how_to_begin(
    cast: Cast, signed_in: Callable[[Person], Client]
) -> None:
    page = signed_in(cast.carla).get("/afspraken/").content.decode()
    assert "Er zijn nog geen prestatieafspraken" in page
    assert "Documenten toevoegen" in page
    assert "Waterhoven" not in page


def test_a_stranger_sees_none_of_the_documents(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    page = signed_in(cast.carla).get("/documenten/").content.decode()
    assert "Er zijn nog geen documenten" in page
    assert "waterhoven" not in page
