"""A mail before it is text or HTML: what it says, in the language of who reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)  # kept for a thing, and written out once
class Item:
    """A line with a link to the thing itself, and smaller ones beneath it."""

    text: str
    link: str = ""
    notes: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """What there is on behalf of one organisation."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says."""

    language: str
    subject: str
    opening: str
    sections: tuple[Section, ...]
    closing: str  # in front of the choices
    choices: tuple[Item, ...]
