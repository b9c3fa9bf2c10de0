"""The number of an entry says of which agreement it is and what it is narrowed down by, so that counting needs no row.

From the left: 24 bits for the agreement, 19 for its shape, 20 to tell entries of one shape apart. What a full-text
index gives is a number and nothing more; with this it can be counted and judged without looking each hit up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from samenspraak.apps.search.models import SearchEntry, SearchShape
from samenspraak.apps.search.sources import Source

_PLACES = 20
_SHAPES = 19
LAST_SHAPE = 2**_SHAPES - 1

# In SQL, of an expression that gives a number.
GROUP_OF = f"({{}} >> {_PLACES})"  # the agreement and the shape together
AGREEMENT_OF_GROUP = f"({{}} >> {_SHAPES})"
SHAPE_OF_GROUP = f"({{}} & {LAST_SHAPE})"

Narrowed = tuple[str, str, str, int | None]


def numbers_for(sources: Iterable[Source]) -> Iterator[int]:
    """Yield a free number for each text (at most three queries)."""
    sources = list(sources)
    shapes = _shapes_for({_narrowed(source) for source in sources})
    agreements = {source.agreement_id for source in sources}
    taken = set(SearchEntry.objects.filter(agreement__in=agreements).values_list("pk", flat=True))
    free: dict[int, Iterator[int]] = {}
    for source in sources:
        group = source.agreement_id << _SHAPES | shapes[_narrowed(source)]
        places = free.setdefault(group, count(group << _PLACES))
        yield next(number for number in places if number not in taken)


def _narrowed(source: Source) -> Narrowed:
    return source.kind.value, source.theme, source.commitment_kind, source.year


def _shapes_for(wanted: set[Narrowed]) -> dict[Narrowed, int]:
    known = _known_shapes()
    new = [shape for shape in wanted if shape not in known]
    if not new:
        return known
    # Somebody else may make the same at the same moment.
    SearchShape.objects.bulk_create(
        (SearchShape(kind=kind, theme=theme, commitment_kind=sort, year=year) for kind, theme, sort, year in new),
        ignore_conflicts=True,
    )
    return _known_shapes()


def _known_shapes() -> dict[Narrowed, int]:
    rows = SearchShape.objects.values_list("kind", "theme", "commitment_kind", "year", "pk")
    return {(kind, theme, sort, year): pk for kind, theme, sort, year, pk in rows}
