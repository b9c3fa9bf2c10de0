"""Values that are made by the ten thousand: a document's lines, blocks and places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_Value = TypeVar("_Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def light_value(cls: type[_Value]) -> type[_Value]:
    """Make a class a dataclass that is compared and hashed by its fields and that nobody changes.

    It is mypy that sees to it that nobody does. Where Python does (`frozen=True`), each field is set by a detour,
    and making a line takes seven times as long.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
