"""Measure with the database of SAMENSPRAAK_DATABASE_URL; print the rows as JSON."""

from __future__ import annotations

import json

from samenspraak.config.django_start import start_django


def main() -> None:
    """Measure in this process."""
    start_django()
    from bench.exchange.timing import measured  # noqa: PLC0415 records need Django

    print(json.dumps(list(measured())))


if __name__ == "__main__":
    main()
