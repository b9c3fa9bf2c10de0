"""Rows as JSON: an object with what they are, and each row as an object on a line of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

ROWS_AT_ONCE = 200
_written = json.JSONEncoder(ensure_ascii=False).encode  # made once, not for every row


def json_pieces(head: Mapping[str, Any], name: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield one JSON object in pieces: `head`, and under `name` the rows."""
    opening = _written(dict(head))[:-1]
    piece = [opening, ", " if head else "", _written(name), ": ["]
    between = "\n"
    for number, row in enumerate(rows, start=1):
        piece += (between, _written(row if row.__class__ is dict else dict(row)))
        between = ",\n"
        if number % ROWS_AT_ONCE == 0:
            yield "".join(piece).encode()
            piece = []
    yield "".join([*piece, "\n]}\n"]).encode()
