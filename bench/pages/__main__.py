"""Visit pages in the database of SAMENSPRAAK_DATABASE_URL: a name per line comes in, a line of JSON goes out."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from http import HTTPStatus
from pathlib import Path
from typing import Any

from bench.pages.asking import FIRST_VISIT, FLOOR, OPENING
from samenspraak.config.django_start import start_django

# Pages of signing in send somebody who did so on, or say that there is no second factor to change; what a form is
# sent to cannot be visited.
ELSEWHERE = {HTTPStatus.FOUND, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}
FLOOR_VISITS = 200  # of the page that everything is held against: it takes a few milliseconds
NO_PAGE = ELSEWHERE | {HTTPStatus.METHOD_NOT_ALLOWED}


def main() -> None:
    """Serve as `samenspraak serve` does, with the static files collected, and visit what is asked for."""
    requests = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "SAMENSPRAAK_DATA_DIR": folder,
            "SAMENSPRAAK_STATIC_COLLECTED": "true",
            "SAMENSPRAAK_LOG_LEVEL": "ERROR",
        }
        start_django()
        from django.conf import settings  # noqa: PLC0415
        from django.core.management import call_command  # noqa: PLC0415

        settings.ROOT_URLCONF = "bench.pages.floor"
        Path(folder, "static").mkdir()
        call_command("collectstatic", interactive=False, verbosity=0)
        for answer in _answers(requests):
            print(json.dumps(answer), flush=True)


def _answers(requests: int) -> Iterator[dict[str, Any]]:
    from bench.pages.kinds import kinds, lowest  # noqa: PLC0415
    from bench.pages.opening import opening  # noqa: PLC0415
    from bench.pages.timing import measure  # noqa: PLC0415
    from bench.pages.visitor import Visitor  # noqa: PLC0415
    from bench.pages.weight import first_visit  # noqa: PLC0415

    found, unknown = kinds()
    by_name = {kind.name: kind for kind in found}
    elsewhere = {
        kind.name: status for kind in found if (status := Visitor(kind.person).get(kind.address).status) in NO_PAGE
    }
    unknown += [f"{name} (answers {status})" for name, status in elsewhere.items() if status in ELSEWHERE]
    yield {"names": [name for name in by_name if name not in elsewhere], "unknown": unknown}
    heaviest, most = "", 0
    for line in sys.stdin:
        name = line.strip()
        if name == OPENING:
            yield opening()
        elif name == FLOOR:
            yield {"page": asdict(measure(lowest(), Visitor(lowest().person), FLOOR_VISITS))}
        elif name == FIRST_VISIT:
            kind = by_name[heaviest or next(iter(by_name))]
            yield {"heaviest": kind.name, "sent": first_visit(Visitor(kind.person), kind.address)}
        else:
            kind = by_name[name]
            visitor = Visitor(kind.person)
            yield {"page": asdict(measure(kind, visitor, requests))}
            weight = sum(first_visit(visitor, kind.address).values())
            if "?" not in name and weight > most:
                heaviest, most = name, weight


if __name__ == "__main__":
    main()
