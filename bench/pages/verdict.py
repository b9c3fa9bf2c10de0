"""What is demanded of a page, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

MOST_QUERIES = 15
FRAME_QUERIES = 3  # the session, the person, the organisations in the menu
MOST_TIMES_DATABASE = 4.0
MOST_GROWTH = 1.2
MOST_BYTES = 150_000
MOST_P95 = 150.0
MOST_OPENING = 1.2  # seconds
# Under so many milliseconds a difference between two countries is the machine's own unrest.
UNREST = 1.5

# The lists of who sees the whole country: with one municipality in it they are another page, with fewer rows. What they
# take there is shown, and the demand is held against a country just large enough to fill the page.
EVERYTHING = "(all)"

Page = dict[str, Any]
HEAD = f"{'page':44} {'queries':>7} {'p50':>6} {'p95':>6} {'database':>8} {'times':>7} {'growth':>6} {'kB':>5}"


@dataclass(frozen=True, slots=True)
class Visited:
    """A page in the country, in one municipality, and for a list of everything where as many rows stand on it."""

    page: Page
    small: Page | None = None
    filled: Page | None = None


def page_row(visited: Visited) -> str:
    """Return a page in the larger country, with how much slower than in the smaller one, and what does not hold."""
    wrong = [f"{demand} {figure}" for demand, figure in faults(visited)]
    beside = "" if visited.filled is None else f"  ({_growth(visited.page, visited.filled)} with as many rows)"
    return _row(visited.page, visited.small) + beside + ("  ← " + ", ".join(wrong) if wrong else "")


def holds(visited: Visited) -> bool:
    """Whether a page holds all that is demanded of it."""
    return not any(faults(visited))


def floor_row(page: Page) -> str:
    """Return what a page takes that only asks who signed in: no page can be under it."""
    return (
        f"a page with only who signed in: {page['p50']:.1f} ms, of which the database {page['database']:.2f}: "
        f"{page['p50'] / max(page['database'], 0.01):.1f} times, before a word is written"
    )


def summary(measured: Sequence[Visited], floor: Page) -> Iterator[str]:
    """Yield how many kinds of page hold everything, what no page can be under, and by demand what does not hold."""
    missed: dict[str, list[str]] = {}
    for visited in measured:
        for demand, figure in faults(visited):
            missed.setdefault(demand, []).append(f"{visited.page['name']} {figure}")
    count = sum(holds(visited) for visited in measured)
    yield f"{count} of {len(measured)} pages hold all demands"
    yield floor_row(floor)
    yield from (f"{demand}, {len(found)}: {', '.join(found)}" for demand, found in missed.items())


def opening_row(opened: dict[str, float]) -> str:
    """Return what opening a round takes, and whether that is about a second."""
    verdict = "holds" if opened["seconds"] <= MOST_OPENING else "DOES NOT HOLD"
    return (
        f"opening a round over {opened['commitments']:.0f} commitments: {opened['queries']:.0f} queries, "
        f"{opened['seconds']:.2f} s: {verdict}"
    )


def first_visit_rows(result: dict[str, Any]) -> list[str]:
    """Return what a first visit to the heaviest page sends."""
    sent = result["sent"]
    total = sum(sent.values())
    verdict = "holds" if total <= MOST_BYTES else "DOES NOT HOLD"
    parts = ", ".join(f"{name.rpartition('/')[2] or 'page'} {size:,}" for name, size in sent.items())
    return [f"a first visit ({result['heaviest']}): {total:,} bytes of at most {MOST_BYTES:,}: {verdict}", parts]


def faults(visited: Visited) -> Iterator[tuple[str, str]]:
    """Yield which demands a page does not hold, and the figure that it has instead."""
    page = visited.page
    if page["status"] != 200:
        yield "answers", str(page["status"])
    if page["queries"] > MOST_QUERIES:
        yield "queries", str(page["queries"])
    if _asks(page) and page["p50"] > MOST_TIMES_DATABASE * page["database"]:
        yield "times the database", f"{page['p50'] / max(page['database'], 0.01):.1f}"
    if page["p95"] > MOST_P95:
        yield "p95", f"{page['p95']:.0f}"
    same = visited.filled if page["name"].endswith(EVERYTHING) else visited.small
    if same is not None and page["p50"] > MOST_GROWTH * same["p50"] and page["p50"] - same["p50"] > UNREST:
        yield "growth", f"{page['p50'] / same['p50']:.1f}"


def _asks(page: Page) -> bool:
    """Whether a page asks more than who signed in: else there is no database to compare its words with."""
    return bool(page["queries"] > FRAME_QUERIES)


def _row(page: Page, small: Page | None) -> str:
    growth = "" if small is None else _growth(page, small)
    times = f"{page['p50'] / max(page['database'], 0.01):.1f}" if _asks(page) else "no data"
    return (
        f"{page['name']:44} {page['queries']:7} {page['p50']:6.1f} {page['p95']:6.1f} {page['database']:8.1f} "
        f"{times:>7} {growth:>6} {page['sent'] / 1000:5.1f}"
    )


def _growth(page: Page, smaller: Page) -> str:
    return f"{page['p50'] / smaller['p50']:.2f}"
