"""Load a country: `python -m bench.country postgres://…/name --municipalities 10`.

A database on PostgreSQL is dropped and created; a file of SQLite has to be a new one. With `--keep` a database that is
there already is brought up to date instead.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from bench.country.databases import create, exists
from bench.country.places import COUNTRY
from samenspraak.config.django_start import start_django


def main() -> None:
    """Create the database, load it, print how long that took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", help="postgres://user@host/name or sqlite:////path/to/a/new/file")
    parser.add_argument("--municipalities", type=int, default=COUNTRY)
    parser.add_argument("--years", type=int, default=12)
    parser.add_argument("--keep", action="store_true", help="use the database of an earlier run where there is one")
    wanted = parser.parse_args()
    is_there = wanted.keep and exists(wanted.database)
    if not is_there:
        create(wanted.database)
    os.environ["SAMENSPRAAK_DATABASE_URL"] = wanted.database
    os.environ.setdefault("SAMENSPRAAK_DATA_DIR", tempfile.mkdtemp())
    start_django()
    if is_there:
        from django.core.management import call_command  # noqa: PLC0415

        call_command("migrate", verbosity=0)
        print("kept from an earlier run", flush=True)
        return
    from bench.country.loading import load  # noqa: PLC0415 records can be imported once Django knows its settings

    print(load(wanted.municipalities, wanted.years), flush=True)
    if wanted.database.startswith("sqlite:///"):
        size = Path(wanted.database.removeprefix("sqlite:///")).stat().st_size
        print(f"{size / 2**20:,.0f} MB", flush=True)


if __name__ == "__main__":
    main()
