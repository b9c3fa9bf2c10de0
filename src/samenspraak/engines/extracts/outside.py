"""All dwellings and all new ones per municipality and year, from a small CSV (as CBS table 81955NED gives them)."""

from __future__ import annotations

import csv
from pathlib import Path

from samenspraak.core.measurement.key_figures.results import OutsideNumbers
from samenspraak.engines.extracts.cells import whole_in
from samenspraak.engines.extracts.errors import ExtractUnreadable, HeaderNotFound
from samenspraak.engines.extracts.matching import plain
from samenspraak.engines.extracts.municipalities import code_of_municipality

_NAMES = {
    "municipality": {"municipality", "gemeente", "gemeentecode"},
    "year": {"year", "jaar", "edition"},
    "dwellings": {"dwellings", "woningen", "woningvoorraad"},
    "new_dwellings": {"newdwellings", "nieuwbouw", "nieuwewoningen"},
}


def outside_totals(path: Path) -> dict[int, dict[str, OutsideNumbers]]:
    """Return the numbers per year and municipality; raises HeaderNotFound, or ExtractUnreadable with the row."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ExtractUnreadable("Dit bestand is niet te lezen. Lever CSV in UTF-8 aan.", where=path.name) from error
    separator = max(";,\t", key=text.partition("\n")[0].count)
    rows = list(csv.reader(text.splitlines(), delimiter=separator))
    head = {plain(cell): place for place, cell in enumerate(rows[0] if rows else [])}
    places = {ours: next((head[n] for n in names if n in head), None) for ours, names in _NAMES.items()}
    if places["municipality"] is None or places["year"] is None:
        raise HeaderNotFound("De kolommen gemeente en jaar ontbreken. Noem ook woningen en nieuwbouw.", where=path.name)
    found: dict[int, dict[str, OutsideNumbers]] = {}
    for number, row in enumerate(rows[1:], start=2):
        cells = {
            ours: row[place].strip() if place is not None and place < len(row) else "" for ours, place in places.items()
        }
        if not any(cells.values()):
            continue
        where = f"{path.name}, rij {number}"
        try:
            numbers = OutsideNumbers(_count_in(cells["dwellings"]), _count_in(cells["new_dwellings"]))
            year, code = whole_in(cells["year"]), code_of_municipality(cells["municipality"])
        except ValueError as error:
            raise ExtractUnreadable(
                f"“{error}” is niet te lezen. Schrijf hele getallen en CBS-codes.", where=where
            ) from None
        if code in found.setdefault(year, {}):
            raise ExtractUnreadable(f"{code} staat er voor {year} al. Laat één rij staan.", where=where)
        found[year][code] = numbers
    return found


def _count_in(text: str) -> int | None:
    """Return a number of dwellings, None for an empty cell; raises ValueError for what is below nought."""
    if not text:
        return None
    count = whole_in(text)
    if count < 0:
        raise ValueError(text)
    return count
