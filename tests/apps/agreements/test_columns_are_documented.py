"""The columns of the table are an interface: docs/domain/columns.md lists them with what they mean."""

from __future__ import annotations

from pathlib import Path

from samenspraak.apps.agreements.exchange.columns import COLUMNS

PAGE = Path(__file__).resolve().parents[3] / "docs/domain/columns.md"


def test_every_column_is_documented_in_order() -> None:
    rows = [line.split("|")[1:3] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    told = [(name.strip(), meaning.strip().replace("\\", "")) for name, meaning in rows[1:]]
    meant = [(column.name, column.meaning.replace(" | ", " / ")) for column in COLUMNS]
    assert [row for row in told if row[0] != "---"] == meant
