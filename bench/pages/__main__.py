"""Visit every kind of page in the database of SAMENSPRAAK_DATABASE_URL; print what was measured as JSON."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import asdict
from http import HTTPStatus
from pathlib import Path

from samenspraak.config.django_start import start_django

# Pages of signing in send somebody who did so on, or say that there is no second factor to change.
ELSEWHERE = {HTTPStatus.FOUND, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}


def main() -> None:
    """Serve as `samenspraak serve` does, with the static files collected, and visit."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "SAMENSPRAAK_DATA_DIR": folder,
            "SAMENSPRAAK_STATIC_COLLECTED": "true",
            "SAMENSPRAAK_LOG_LEVEL": "ERROR",
        }
        start_django()
        from django.core.management import call_command  # noqa: PLC0415

        Path(folder, "static").mkdir()
        call_command("collectstatic", interactive=False, verbosity=0)
        from bench.pages.kinds import kinds  # noqa: PLC0415
        from bench.pages.timing import measure  # noqa: PLC0415
        from bench.pages.visitor import Visitor  # noqa: PLC0415
        from bench.pages.weight import first_visit  # noqa: PLC0415

        only = sys.argv[1:]
        found, unknown = kinds()
        pages, weights = [], {}
        for kind in found:
            if only and kind.name not in only:
                continue
            visitor = Visitor(kind.person)
            status = visitor.get(kind.address).status
            if status == HTTPStatus.METHOD_NOT_ALLOWED:
                continue  # what a form is sent to
            if status in ELSEWHERE:
                unknown.append(f"{kind.name} (answers {status})")
                continue
            pages.append(asdict(measure(kind, visitor)))
            if "?" not in kind.name:
                weights[kind.name] = sum(first_visit(visitor, kind.address).values())
        heaviest = max(weights, key=lambda name: weights[name])
        address = next(kind.address for kind in found if kind.name == heaviest)
        person = next(kind.person for kind in found if kind.name == heaviest)
        print(json.dumps({
            "pages": pages,
            "unknown": unknown,
            "heaviest": heaviest,
            "sent": first_visit(Visitor(person), address),
        }))  # fmt: skip


if __name__ == "__main__":
    main()
