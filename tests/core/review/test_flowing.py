"""Text that was broken off at the edge of a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from samenspraak.core.review.flowing import flowing

FULL = "De gemeente en de corporaties bouwen samen aan de haven en aan de oude wijk"


def test_a_full_line_goes_on_on_the_next() -> None:
    assert flowing(f"{FULL}\nvan de stad.\n\nDaarna rust.") == f"{FULL} van de stad.\n\nDaarna rust."


def test_what_begins_something_new_stays_on_a_line_of_its_own() -> None:
    for new in ("• Een punt", "- Een punt", "2. Een punt", "2.3 Een punt", "a) Een punt", "K 1.2 Een punt", "☒ Ja"):
        assert flowing(f"{FULL}\n{new}") == f"{FULL}\n{new}"


def test_a_list_of_short_lines_stays_a_list() -> None:
    names = "Gemeente Waterhoven\nDe Linde\nHuurdersraad"
    assert flowing(names) == names
    assert flowing(f"{FULL}\n\n{names}") == f"{FULL}\n\n{names}"


def test_a_divided_word_is_not_put_together() -> None:
    assert flowing(f"{FULL} ver-\nder") == f"{FULL} ver-\nder"


@given(st.text(alphabet="ab \n-•1.", max_size=300))
def test_every_place_stays_the_same(raw: str) -> None:
    assert [one if one != "\n" else " " for one in flowing(raw)] == [one if one != "\n" else " " for one in raw]
