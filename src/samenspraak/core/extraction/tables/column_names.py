"""A header that became one line: the names of the columns, told apart by what is known of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

LEGAL_FORM = (
    r"(?:(?:[Gg]emeente|[Ss]tichting|[Ww]oningstichting|[Ww]oonstichting|[Ww]oningbouwvereniging|[Vv]ereniging)\s+)?"
)
PERIOD = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?|[QKT][1-4](?:\s(?:19|20)\d\d)?")
NEW_NAME = re.compile(r"\s+(?=[A-ZÀ-Ý%€#]|(?:19|20)\d\d\b)")


def column_names(
    lines: Sequence[str], count: int, names: Sequence[str], *, stands_apart: bool = False
) -> tuple[str, ...]:
    """Return count + 1 names, that of the labels first; all empty when the header cannot be told apart.

    `lines` are the printed lines of the header, `names` the organisations that the document names. White space
    below a line makes it a title as easily as a header: then its words alone do not tell.
    """
    header = " ".join(lines)
    ways = [*_marked(header, names), lambda: list(lines)]
    if not stands_apart and not _holds_long_name(header, names):
        ways.append(header.split)
    return _fitting(count, *ways)


def names_columns(heading: str, count: int, names: Sequence[str]) -> bool:
    """Say whether a line that stands as a heading names the columns of the table below it."""
    return any(_fitting(count, *_marked(heading, names)))


def _marked(header: str, names: Sequence[str]) -> tuple[Callable[[], list[str]], ...]:
    """Return the ways to take a header apart by what marks its names: years, known names, capitals."""
    by_capitals = () if _holds_long_name(header, names) else (lambda: NEW_NAME.split(header),)
    return (lambda: _periods(header), lambda: _by_names(header, names), *by_capitals)


def _holds_long_name(header: str, names: Sequence[str]) -> bool:
    """Say whether a header names an organisation by more than one word, which may not be taken apart."""
    return any(" " in name and name in header for name in names)


def _fitting(count: int, *ways: Callable[[], list[str]]) -> tuple[str, ...]:
    for way in ways:
        found = [name for name in way() if name]
        if len(found) == count:
            return ("", *found)
        if len(found) == count + 1:
            return tuple(found)
    return ("",) * (count + 1)


def _periods(header: str) -> list[str]:
    """Return the years of a header that ends in nothing else, after the name of the labels where it has one."""
    found = list(PERIOD.finditer(header))
    if len(found) < 2 or PERIOD.sub("", header[found[0].start() :]).strip():
        return []
    label = header[: found[0].start()].strip()
    return [*([label] if label else []), *(match[0] for match in found)]


def _by_names(header: str, names: Sequence[str]) -> list[str]:
    """Return the known names and what stands between them."""
    if not names:
        return []
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)({LEGAL_FORM}(?:{known}))(?!\w)")
    if not pattern.search(header):
        return []
    result: list[str] = []
    for index, part in enumerate(pattern.split(header)):
        words = part.strip()
        result += [words] if index % 2 else NEW_NAME.split(words)
    return [part for part in result if part]
