"""The page about key figures, written from their declarations."""

# ruff: noqa: E501 - prose of a page

from __future__ import annotations

from pathlib import Path

from samenspraak.core.measurement.key_figures.columns import COLUMNS, ColumnKind, Subject
from samenspraak.core.measurement.key_figures.declaration import KeyFigure
from samenspraak.engines.knowledge.key_figures import load_key_figures

PATH = Path(__file__).parents[2] / "docs" / "domain" / "key-figures.md"

_HEAD = """# Key figures

Written from `engines/knowledge/data/key_figures.toml` by `python -m scripts.write_key_figures`; a test checks that it is up to date. Every
figure has cases that can be checked by hand in `tests/specs/test_key_figures.py`; why it works this way stands in
[a decision](../adr/0021-one-text-many-engines.md).

## How it counts

- **A stock** has one row per rental unit and year, with whether the unit was there at the start and at the end of the year. It is classified by the
  limits of 31 December of that year.
- **Allocations** have one row per allocation, classified by the limits of its own day: on 30 June 2024 the liberalisation limit was
  879.66, on 1 July 1,157.95.
- **On a limit.** Whether an amount that is exactly a limit falls under it stands with the limit (`parameters.toml`). Where that is not
  known, the class of that row is unknown.
- **Price classes.** Five: GOE (to the quality discount limit), BETL (to the lower capping limit), BETH (to the upper one), DUU (to the maximum
  of rent allowance), BOV (above). VERA's four are GOE, BET (BETL and BETH together), DUU and BOV.
- **Social rent** is a rent to the maximum of rent allowance, not to the liberalisation limit: since 1 July 2024 these differ.
- **Units owned in part** count in proportion (half owned is a half), or as one where that is asked for. The law's rule for this was not
  found: the choice is shown with the figure and has to be agreed.
- **Unknown** is not nought. A row that cannot be placed is left out of the whole and counted beside the figure; a figure of which the data
  or a limit are missing is unknown, with the reason.
- **Vacant for more than three months** at the end of the year: vacant since 30 September or earlier.
- **Bridges** close whatever the data say: steps cut the rows into parts that do not overlap.
- **Small numbers.** Figures about people hide counts of 1 to 4, and as many more as it takes that these cannot be computed back, for all
  groupings of one question together. Nought is shown.

## A figure of one's own

The same form: `code`, `subject`, `unit`, `name`, `definition`, `count`, `of`, and if wanted `left_out`, `total`. A condition is made of the columns
below: `eind en zelfstandig en prijsklasse in (GOE, BETL)`, `toegankelijkheid is niet onbekend`, `niet begin`, `gemeente is 'Bergen (NH.)'`. Words are
Dutch or English: en/and, of/or, niet/not, is, in, onbekend/unknown. What divides by nought is unknown.
"""


def as_page() -> str:
    """Return the page."""
    parts = [_HEAD]
    for subject in Subject:
        parts.append(f"\n## Columns of {subject}\n\n| column | in Dutch | holds |\n| --- | --- | --- |")
        parts.extend(
            f"| `{c.name}` | `{c.dutch}` | {_HOLDS.get(c.kind) or ', '.join(c.codes)} |" for c in COLUMNS[subject]
        )
    for subject in Subject:
        parts.append(
            f"\n## Figures of {subject}\n\n| code | name | counts | among | left out | basis |\n| --- | --- | --- | --- | --- | --- |"
        )
        parts.extend(_row(figure) for figure in load_key_figures() if figure.subject is subject)
    return "\n".join(parts) + "\n"


_HOLDS = {ColumnKind.FLAG: "yes or no", ColumnKind.PLACE: "a name or code", ColumnKind.TOTAL: "a number to be summed"}


def _row(figure: KeyFigure) -> str:
    texts = figure.texts
    among = texts.get("of") or {"dwellings": "all dwellings of the municipality"}.get(
        texts.get("of_outside", ""), "all new dwellings of the municipality" if texts.get("of_outside") else ""
    )
    counts = texts.get("count", "") or "all"
    counted = f"sum of {texts['total']}, {counts}" if texts.get("total") else counts
    return f"| `{figure.code}` | {figure.name} | {counted} | {among} | {texts.get('left_out', '')} | {figure.legal_basis} |"
