"""Measure and print: `make bench`, or `python -m bench reading starting`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from bench import digest, pages, reading, reports, search, starting
from bench.machine import machine

SECTIONS: dict[str, Callable[[], list[str]]] = {
    "reading": reading.measure,
    "starting": starting.measure,
    "pages": pages.measure,
    "reports": reports.measure,
    "search": search.measure,
    "digest": digest.measure,
}


def main() -> None:
    """Run the sections asked for, all by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []], help="what to measure (all by default)")
    print(machine(), flush=True)
    for name in parser.parse_args().sections or SECTIONS:
        print(f"\n{name}", flush=True)
        for row in SECTIONS[name]():
            print(f"  {row}", flush=True)


if __name__ == "__main__":
    main()
