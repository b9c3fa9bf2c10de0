"""Which agreement a letter or a progress report is about: its heading says so, where its title only says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A title that names the message, not what was agreed.
MESSAGE = re.compile(
    r"^(?:raadsinformatie\w+|raadsbrief|collegebrief|voortgangs(?:bericht|rapportage))\b", re.IGNORECASE
)
# The agreement by its name: the word for it, what stands before it as part of the name, and a place or years behind it.
NAME = re.compile(
    r"\b(?:(?:meerjarige|lokale|regionale) )?"
    r"(?:prestatieafspraken|kaderafspraken|samenwerkingsafspraken|woonakkoord|woondeal|woonconvenant)"
    r" .+",
    re.IGNORECASE,
)
A_NAME_BEHIND = re.compile(r" (?:[A-ZÀ-Ý]|20\d\d)")  # what makes it one agreement among others


def agreement_it_is_about(title: str | None, opening: Iterable[str]) -> str | None:
    """Return the name of the agreement that a message is about; None where it is no message or names none.

    `opening` are the short texts at the top. A sentence is no name: what ends in a full stop is passed over.
    """
    if title is None or not MESSAGE.match(title):
        return None
    for text in opening:
        found = NAME.search(text)
        if found and not text.endswith(".") and A_NAME_BEHIND.search(found[0]):
            return found[0][0].upper() + found[0][1:]
    return None
