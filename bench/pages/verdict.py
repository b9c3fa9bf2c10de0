"""What is demanded of a page, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

MOST_QUERIES = 15
FRAME_QUERIES = 3  # the session, the person, the organisations in the menu
MOST_TIMES_DATABASE = 4.0
MOST_GROWTH = 1.2
MOST_BYTES = 150_000
MOST_P95 = 150.0
# Under so many milliseconds a difference between two countries is the machine's own unrest.
UNREST = 1.5

Page = dict[str, Any]
HEAD = f"{'page':44} {'queries':>7} {'p50':>6} {'p95':>6} {'database':>8} {'times':>7} {'growth':>6} {'kB':>5}"


def page_rows(vendor: str, small: dict[str, Any], large: dict[str, Any]) -> list[str]:
    """Return a table of the pages in the larger country, with how much slower than in the smaller one."""
    before = {page["name"]: page for page in small["pages"]}
    rows = [f"{vendor}, milliseconds in the country", HEAD]
    failing = 0
    for page in large["pages"]:
        wrong = list(faults(page, before.get(page["name"])))
        failing += bool(wrong)
        rows.append(_row(page, before.get(page["name"])) + ("  ← " + ", ".join(wrong) if wrong else ""))
    rows += [f"NOT MEASURED: {name}" for name in large["unknown"]]
    return [*rows, f"{len(large['pages']) - failing} of {len(large['pages'])} pages hold all demands"]


def first_visit_rows(result: dict[str, Any]) -> list[str]:
    """Return what a first visit to the heaviest page sends."""
    sent = result["sent"]
    total = sum(sent.values())
    verdict = "holds" if total <= MOST_BYTES else "DOES NOT HOLD"
    parts = ", ".join(f"{name.rpartition('/')[2] or 'page'} {size:,}" for name, size in sent.items())
    return [f"a first visit ({result['heaviest']}): {total:,} bytes of at most {MOST_BYTES:,}: {verdict}", parts]


def faults(page: Page, small: Page | None) -> Iterator[str]:
    """Yield what a page does not hold."""
    if page["status"] != 200:
        yield f"answers {page['status']}"
    if page["queries"] > MOST_QUERIES:
        yield f"{page['queries']} queries"
    if _asks(page) and page["p50"] > MOST_TIMES_DATABASE * page["database"]:
        yield "times the database"
    if page["p95"] > MOST_P95:
        yield "p95"
    if small is not None and page["p50"] > MOST_GROWTH * small["p50"] and page["p50"] - small["p50"] > UNREST:
        yield "growth"


def _asks(page: Page) -> bool:
    """Whether a page asks more than who signed in: else there is no database to compare its words with."""
    return bool(page["queries"] > FRAME_QUERIES)


def _row(page: Page, small: Page | None) -> str:
    growth = "" if small is None else f"{page['p50'] / small['p50']:.2f}"
    times = f"{page['p50'] / max(page['database'], 0.01):.1f}" if _asks(page) else "no data"
    return (
        f"{page['name']:44} {page['queries']:7} {page['p50']:6.1f} {page['p95']:6.1f} {page['database']:8.1f} "
        f"{times:>7} {growth:>6} {page['sent'] / 1000:5.1f}"
    )
