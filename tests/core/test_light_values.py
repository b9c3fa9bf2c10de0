"""Values that are made by the ten thousand."""

from __future__ import annotations

from dataclasses import replace

from samenspraak.core.light_values import light_value


@light_value
class Mark:
    """A value for these tests."""

    text: str
    place: int = 0


def test_values_with_the_same_fields_are_the_same() -> None:
    assert Mark("a", 1) == Mark("a", 1) != Mark("a", 2)
    assert {Mark("a"), Mark("a", 0)} == {Mark("a")}


def test_a_value_carries_nothing_but_its_fields() -> None:
    assert not hasattr(Mark("a"), "__dict__")


def test_another_value_is_made_from_one() -> None:
    mark = Mark("a", 1)
    assert replace(mark, place=2) == Mark("a", 2)
    assert mark == Mark("a", 1)
