"""The matrix as a page for people: docs/domain/rights.md."""

from __future__ import annotations

from pathlib import Path

from samenspraak.apps.parties.rights import GRANTS, Right
from tests.web.rights.matrix import ROOMS
from tests.web.rights.row import Answers, Row, Visitor

PATH = Path(__file__).resolve().parents[3] / "docs/domain/rights.md"

HEAD = """# Who may do what

Written from the code by `python -m scripts.write_rights`; a test checks that it is up to date, and another asks every
address as every visitor.

## Rights of a role

Rights hold within the agreements that one's organisation is a party to, or that it brought in.
"""
VISITORS = """
## Every address

Each cell says what reading the page gives, then what sending its form gives. *ja*: allowed; *onvindbaar*: not found,
as if it does not exist; *geen recht*: refused; *aanmelden*: led to the page to sign in; *–*: no such form or page.
The roles are those of somebody whose organisation is a party to the agreement.
"""


def as_page() -> str:
    """Return the text of docs/domain/rights.md."""
    parts = [HEAD, _table(["right", *(str(role.value) for role in GRANTS)], _grants()), VISITORS]
    for room, rows in ROOMS.items():
        parts += [f"\n### {room}\n", _table(["address", *Visitor], [_cells(row) for row in rows])]
    return "\n".join(parts) + "\n"


def _grants() -> list[list[str]]:
    return [[f"`{right}`", *("ja" if right in rights else "–" for rights in GRANTS.values())] for right in Right]


def _cells(row: Row) -> list[str]:
    return [f"`{row.name}`", *(_both(row.get, row.post, visitor) for visitor in Visitor)]


def _both(get: Answers, post: Answers, visitor: Visitor) -> str:
    return f"{get[visitor]} / {post[visitor]}"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
