"""Measure and print: `make bench`, or `python -m bench reading starting`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from functools import partial

from bench import digest, exchange, figures, pages, reading, reports, search, starting
from bench.machine import machine

SECTIONS: dict[str, Callable[[], Iterable[str]]] = {
    "reading": reading.measure,
    "starting": starting.measure,
    "pages": pages.measure,
    "reports": reports.measure,
    "search": search.measure,
    "exchange": exchange.measure,
    "digest": digest.measure,
    "figures": figures.measure,
}


def main() -> None:
    """Run the sections asked for, all by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []], help="what to measure (all by default)")
    of_pages = parser.add_argument_group("pages")
    of_pages.add_argument("--database", action="append", choices=pages.VENDORS, help="on which (both by default)")
    of_pages.add_argument("--municipalities", type=int, default=pages.COUNTRY, help="how large the country is")
    of_pages.add_argument("--requests", type=int, default=pages.REQUESTS, help="how often a page is visited at most")
    of_pages.add_argument("--page", action="append", default=[], help="only the page of this name")
    of_pages.add_argument("--name", default="", help="a word in the names of the databases, to share them with nobody")
    of_pages.add_argument("--keep", action="store_true", help="keep the databases, and use those of the run before")
    asked = parser.parse_args()
    vendors = tuple(asked.database or pages.VENDORS)
    wanted = pages.Wanted(vendors, asked.municipalities, asked.requests, tuple(asked.page), asked.name, asked.keep)
    sections = SECTIONS | {"pages": partial(pages.measure, wanted)}
    print(machine(), flush=True)
    for name in asked.sections or sections:
        print(f"\n{name}", flush=True)
        for row in sections[name]():
            print(f"  {row}", flush=True)


if __name__ == "__main__":
    main()
