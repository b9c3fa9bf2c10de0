"""Every kind of page in one municipality and in the country, on both databases, held against what is demanded.

Both sizes are loaded first; then each page is visited in the small country and right after it in the large one, so
that what else the machine does weighs on both. What was measured is kept line by line, as JSON, in
bench/results/pages.jsonl: a run that is stopped keeps what it has.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from bench.country.databases import PREFIX, drop
from bench.country.places import COUNTRY
from bench.pages.asking import REQUESTS, Visits
from bench.pages.verdict import EVERYTHING, HEAD, Visited, first_visit_rows, opening_row, page_row, summary

SERVER = os.environ.get("SAMENSPRAAK_BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432")
VENDORS = ("sqlite", "postgresql")
KEPT = Path("bench/results/pages.jsonl")
COUNTRIES = Path("bench/results/countries")  # files of SQLite, for a run that keeps them
# So many municipalities fill two pages of the lists of everything: as many rows stand on a page as in the country.
FULL = 9
Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to measure: on which databases, beside one municipality in how many, with how many visits a page."""

    vendors: tuple[str, ...] = VENDORS
    municipalities: int = COUNTRY
    requests: int = REQUESTS
    pages: tuple[str, ...] = ()  # the names of the pages; all when empty
    name: str = ""  # of databases of one's own, where others measure on the same server
    keep: bool = False  # leave the databases for the next run, and use those of the run before


def measure(wanted: Wanted | None = None) -> Iterator[str]:
    """Yield the rows as they come: load times, a table of pages per database, the first visit; then what holds."""
    wanted = wanted or Wanted()
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text("", encoding="utf-8")
    held: list[str] = []
    for vendor in wanted.vendors:
        if vendor == "postgresql" and not _answers():
            yield f"postgresql: no server answers at {SERVER}"
            continue
        with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
            sizes = [size for size in (1, FULL) if size < wanted.municipalities] + [wanted.municipalities]
            place = COUNTRIES.absolute() if wanted.keep else Path(folder)
            place.mkdir(exist_ok=True)
            addresses = {size: _address(vendor, place, wanted.name, size) for size in sizes}
            for size, address in addresses.items():
                if vendor == "postgresql" and not wanted.keep:
                    stack.callback(drop, address)
                yield _loaded(address, size, *(["--keep"] if wanted.keep else []))
            visits = {
                size: stack.enter_context(closing(Visits(address, wanted.requests)))
                for size, address in addresses.items()
            }
            found = yield from _measured(vendor, visits, wanted)
            held += [f"in short, {vendor}", *(f"  {row}" for row in found)]
    yield from held


def _measured(vendor: str, visits: dict[int, Visits], wanted: Wanted) -> Generator[str, None, tuple[str, ...]]:
    """Yield a row per page, visited in the small countries and then in the large one; return what holds, in short."""
    small, large = visits[min(visits)], visits[wanted.municipalities]
    yield f"{vendor}, milliseconds in the country"
    yield HEAD
    measured: list[Visited] = []
    for name in large.names:
        if wanted.pages and name not in wanted.pages:
            continue
        before = small.ask(name) if name in small.names else None
        filled = visits[FULL].ask(name) if name.endswith(EVERYTHING) and FULL in visits else None
        page = large.ask(name)
        if page is None:
            continue
        _keep({"vendor": vendor, "page": page, "small": before, "filled": filled})
        measured.append(Visited(page, before, filled))
        yield page_row(measured[-1])
    opened = large.ask_opening()
    _keep({"vendor": vendor, "opening": opened})
    yield opening_row(opened)
    yield from (f"NOT MEASURED: {name}" for name in large.unknown)
    sent = large.ask_first_visit()
    _keep({"vendor": vendor, "first_visit": sent})
    yield from first_visit_rows(sent)
    floor = large.ask_floor()
    _keep({"vendor": vendor, "floor": floor})
    return tuple(summary(measured, floor))


def _keep(result: Result) -> None:
    with KEPT.open("a", encoding="utf-8") as file:
        file.write(json.dumps(result) + "\n")


def _loaded(address: str, size: int, *options: str) -> str:
    """Load a country of this size in a process of its own: Django knows one database per process."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.country", address, "--municipalities", str(size), *options],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return ", ".join(done.stdout.splitlines())


def _address(vendor: str, folder: Path, own: str, size: int) -> str:
    name = "_".join(filter(None, (PREFIX, own, str(size))))
    return f"sqlite:///{folder / name}.sqlite3" if vendor == "sqlite" else f"{SERVER}/{name}"


def _answers() -> bool:
    try:
        psycopg.connect(f"{SERVER}/postgres", connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True
