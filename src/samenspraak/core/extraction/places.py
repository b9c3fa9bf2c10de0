"""The municipalities that a document names: those of the list, and others where the word "gemeente" says so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from samenspraak.core.extraction.name_patterns import NAME, is_name
from samenspraak.core.vocabulary.municipality import Municipality

# "de gemeente X", "de gemeenten X, Y en Z"; of "de raad van X" the words alone do not say that X is a municipality.
# A pattern that begins with a set of characters is looked for at the speed of the characters; hence no \b in front.
LEAD = re.compile(
    r"[GgRrCcWw](?<!\w.)(?:(?P<one>(?<=[Gg])(?:emeente|EMEENTE)(?:raad)?)|(?P<many>(?<=[Gg])(?:emeenten|EMEENTEN))|"
    r"(?P<office>(?:(?<=[Rr])aad|(?<=[Cc])olleges?|(?<=[Ww])ethouders) van))\s+(?:van )?(?=['’A-ZÀ-Ý])"
)
SEPARATOR = re.compile(r"\s*(?:, en|,|\||/|\ben\b|;)\s+(?=['’A-ZÀ-Ý])")
FIRST_WORD = re.compile(r"(?:(?:De|Den|Het) )?['’A-ZÀ-Ý][\w’'-]*")
SEVERAL = re.compile(NAME)
PLACE_NAME = re.compile(r"^[^\W\d]{2}[^\W\d][^\d]*$")  # at least three letters and no digit
MOST_WORDS = 6  # of a municipality's name
LONGEST = 60  # characters
SHARE = 1 / 3  # of the mentions of the municipality that is named most, from which another takes part as well


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    end: int
    is_listed: bool


def municipalities_in(text: str, known: Iterable[Municipality]) -> tuple[str, ...]:
    """Return the municipalities that a text names most, most often named first, as the text writes them."""
    owners = _owners(tuple(known))
    counts: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    in_office: list[str] = []
    for lead in LEAD.finditer(text):
        found = list(_enumerated(text, lead.end(), owners, is_list=lead["one"] is None))
        for place in found:
            key = owners[_plain(place.name)][0] if place.is_listed else _plain(place.name)
            forms[key][place.name] += 1
            if lead["office"] is None or len(found) > 1:
                counts[key] += 1
            elif place.is_listed:
                in_office.append(key)
    most = max(counts.values(), default=0)
    keys = [key for key, count in counts.most_common() if count >= max(1, most * SHARE)] or dict.fromkeys(in_office)
    return tuple(_usual(forms[key]) for key in keys)


@lru_cache(maxsize=2)
def _owners(known: tuple[Municipality, ...]) -> dict[str, tuple[str, str]]:
    """Return, by every name written plainly, whose it is; the list is the same for every document."""
    return {_plain(name): (_plain(owner.names[0]), name) for owner in known for name in owner.names}


def _enumerated(text: str, start: int, owners: Mapping[str, tuple[str, str]], *, is_list: bool) -> Iterator[_Found]:
    """Yield the name at `start`, and those joined to it where a list is announced."""
    while found := _listed(text, start, owners) or _unlisted(text, start, is_list=is_list):
        yield found
        joint = SEPARATOR.match(text, found.end)
        if not is_list or not joint:
            return
        start = joint.end()


def _listed(text: str, start: int, owners: Mapping[str, tuple[str, str]]) -> _Found | None:
    """Return the longest name of the list that stands here: "Bergen op Zoom" and not "Bergen"."""
    words = list(re.finditer(r"\S+", text[start : start + LONGEST]))[:MOST_WORDS]
    for last in reversed(words):
        written = text[start : start + last.end()].rstrip(".,;:)?!|/\"'’”")
        if _plain(written) in owners:
            return _Found(owners[_plain(written)][1], start + len(written), is_listed=True)
    return None


def _unlisted(text: str, start: int, *, is_list: bool) -> _Found | None:
    """Return a name that the list does not have (merged, or made up); of one municipality the first word counts."""
    if text[start - 1] != " ":
        return None  # on a line of its own anything may follow: "Trekker: gemeente", "Planning: 2026"
    found = (SEVERAL if is_list else FIRST_WORD).match(text, start)
    if not found or not is_name(found[0]) or not PLACE_NAME.match(found[0]):
        return None
    return _Found(found[0], found.end(), is_listed=False)


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").lower().split())


def _usual(forms: Counter[str]) -> str:
    """Return the form used most; capitals throughout ("WATERHOVEN", in a title) only when there is no other."""
    return max(forms, key=lambda form: (not form.isupper(), forms[form]))
