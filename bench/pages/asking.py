"""A process that visits the pages of one database, and answers what it measured line by line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

REQUESTS = 50  # of each page
OPENING, FIRST_VISIT, FLOOR = "opening a round", "first visit", "who signed in"
Answer = dict[str, Any]


class Visits:
    """The process, from the outside: ask for a page by its name."""

    def __init__(self, address: str, requests: int) -> None:
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.pages", str(requests)],
            env=os.environ | {"SAMENSPRAAK_DATABASE_URL": address},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("A process without pipes cannot be asked anything.")
        self._process, self._to, self._from = process, process.stdin, process.stdout
        known = self._next()
        self.names: list[str] = known["names"]
        self.unknown: list[str] = known["unknown"]

    def close(self) -> None:
        """Let the process end."""
        self._to.close()
        self._process.wait()
        self._from.close()

    def ask(self, name: str) -> Answer | None:
        """Return what was measured of a page; None for what is no page to whoever visits it."""
        return self._ask(name).get("page")

    def ask_opening(self) -> Answer:
        """Return what opening a round takes."""
        return self._ask(OPENING)

    def ask_floor(self) -> Answer:
        """Return what was measured of a page that only asks who signed in."""
        found: Answer = self._ask(FLOOR)["page"]
        return found

    def ask_first_visit(self) -> Answer:
        """Return what a first visit to the heaviest page sends."""
        return self._ask(FIRST_VISIT)

    def _ask(self, name: str) -> Answer:
        self._to.write(name + "\n")
        return self._next()

    def _next(self) -> Answer:
        line = self._from.readline()
        if not line:
            raise RuntimeError(f"The process that visits pages ended with {self._process.wait()}.")
        answer: Answer = json.loads(line)
        return answer
