"""Which measures are counted together: those of the same rows that look at the same few columns.

To try seventy conditions on every row costs far more than to count rows per combination of a few columns, and then to
look at the combinations. What all measures of a set ask of a row (it is there at the end of the year) chooses the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from samenspraak.core.measurement.key_figures.columns import COLUMNS, ColumnKind, Subject
from samenspraak.core.measurement.key_figures.conditions import All, Condition, IsYes, Not, columns_in, simplified
from samenspraak.core.measurement.key_figures.declaration import Measure

# How many combinations columns may have: measured on the stock of the country. To read rows once more costs as much as
# a few thousand combinations, so sets of which one counts some of the rows of another are put together more readily.
MOST_ALIKE, MOST_UNALIKE, MOST_NESTED = 1_000, 50, 5_000
_FLAG, _PLACE = 2, 100  # what a flag can hold, and a guess of how many places somebody names

Conditions = tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Measures of the same rows, each with what it asks besides, and the columns that this looks at."""

    rows: Conditions
    columns: frozenset[str]
    measures: tuple[tuple[Measure, Conditions], ...]


def put_together(measures: Iterable[Measure], subject: Subject) -> list[Together]:
    """Return every measure in one set; columns are in one set when they have few combinations."""
    sizes = {column.name: _size(column.kind, len(column.codes)) for column in COLUMNS[subject]}
    by_rows: dict[Conditions, list[tuple[Measure, Conditions]]] = {}
    for measure in dict.fromkeys(measures):
        parts = _parts(measure)
        rows = tuple(sorted((part for part in parts if _is_flag(part)), key=repr))
        besides = tuple(part for part in parts if not _is_flag(part))
        by_rows.setdefault(rows, []).append((measure, besides))
    sets = [together for rows, asked in by_rows.items() for together in _of_the_same_rows(rows, asked, sizes)]
    return _nested(sorted(sets, key=lambda together: len(together.rows)), sizes)


def _of_the_same_rows(
    rows: Conditions, asked: Sequence[tuple[Measure, Conditions]], sizes: Mapping[str, int]
) -> Iterable[Together]:
    looked_at = {besides: _columns(besides) for _, besides in asked}
    sets: list[frozenset[str]] = []
    for columns in sorted(set(looked_at.values()), key=lambda each: (-_count(each, sizes), sorted(each))):
        fits = [place for place, known in enumerate(sets) if _may_join(columns, known, sizes)]
        if fits:
            sets[fits[0]] |= columns
        else:
            sets.append(columns)
    found: dict[frozenset[str], list[tuple[Measure, Conditions]]] = {}
    for measure, besides in asked:
        fitting = [known for known in sets if looked_at[besides] <= known]
        found.setdefault(min(fitting, key=lambda known: _count(known, sizes)), []).append((measure, besides))
    return (Together(rows, columns, tuple(each)) for columns, each in found.items())


def _nested(sets: Iterable[Together], sizes: Mapping[str, int]) -> list[Together]:
    """Let a set join one that counts all its rows and more; what else it asks is then asked of a combination."""
    found: list[Together] = []
    for together in sets:
        joined = [(place, _joined(wider, together)) for place, wider in enumerate(found) if _is_wider(wider, together)]
        counts = [(_count(both.columns, sizes), place) for place, both in joined]
        if counts and min(counts)[0] <= MOST_NESTED:
            place = min(counts)[1]
            found[place] = dict(joined)[place]
        else:
            found.append(together)
    return found


def _is_wider(wider: Together, narrower: Together) -> bool:
    return set(wider.rows) < set(narrower.rows)


def _joined(wider: Together, narrower: Together) -> Together:
    besides = tuple(part for part in narrower.rows if part not in wider.rows)
    measures = tuple((measure, besides + parts) for measure, parts in narrower.measures)
    return Together(wider.rows, wider.columns | narrower.columns | _columns(besides), wider.measures + measures)


def _may_join(columns: frozenset[str], known: frozenset[str], sizes: Mapping[str, int]) -> bool:
    """Tell whether columns may be counted with others; those that share one have fewer combinations than they could."""
    return columns <= known or _count(columns | known, sizes) <= (MOST_ALIKE if columns & known else MOST_UNALIKE)


def _parts(measure: Measure) -> Conditions:
    if measure.where is None:
        return ()
    condition = simplified(measure.where)
    return condition.parts if isinstance(condition, All) else (condition,)


def _is_flag(part: Condition) -> bool:
    return isinstance(part.part if isinstance(part, Not) else part, IsYes)


def _columns(parts: Conditions) -> frozenset[str]:
    return frozenset(column for part in parts for column in columns_in(part))


def _size(kind: ColumnKind, codes: int) -> int:
    """Return how many values a column can have, with not known."""
    return 1 + {ColumnKind.FLAG: _FLAG, ColumnKind.PLACE: _PLACE}.get(kind, codes)


def _count(columns: Iterable[str], sizes: Mapping[str, int]) -> int:
    return prod(sizes[column] for column in columns)
