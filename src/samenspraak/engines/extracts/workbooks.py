"""The first sheet of an XLSX as rows of texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from samenspraak.core.errors import SamenspraakError
from samenspraak.engines.extracts.errors import ExtractTooLarge, ExtractUnreadable
from samenspraak.engines.readers.errors import ZipBomb
from samenspraak.engines.readers.zip_guard import Limits, unpack

_FORMULA = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*><f(?:\s[^>]*)?(?:/>|>[^<]*</f>)(?:<v></v>|<v/>)?</c>')
# A cell that shows a fault, such as #DIV/0!; #N/A is how people write that something is not known.
_FAULT = re.compile(
    rb'<c r="([A-Z]+\d+)"[^>]*\bt="e"[^>]*>(?:<f(?:\s[^>]*)?(?:/>|>[^<]*</f>))?<v>(#(?!N/A)[^<]*)</v></c>'
)
_SHEET = "xl/worksheets/sheet1.xml"
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+\d+:[A-Z]+(\d+)"')
_HEAD_BYTES = 4096
_MOST_UNPACKED = Limits(declared=600_000_000, unpacked=200_000_000)
_TOLD = 10_000  # rows


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that are one: where they begin and on which row they end, as a sheet program counts."""

    row: int
    column: int
    last_row: int


def rows_of_workbook(
    path: Path, tell: Callable[[int, int], None] = lambda _done, _total: None, *, merged: list[Merged] | None = None
) -> Iterator[list[str]]:
    """Yield the rows; formulas without an outcome and cells that show a fault are refused, with their place.

    `tell` gets how many rows were read, of how many the sheet says that it has; 0 where it does not say. Which cells
    are merged is added to `merged` before the first row.
    """
    name = path.name
    try:
        data = path.read_bytes()
        parts = unpack(data, name=name, kind="rekenblad", wanted=lambda part: part == _SHEET, limits=_MOST_UNPACKED)
        sheet_text = parts.get(_SHEET, b"")
        said = _DIMENSION.search(sheet_text[:_HEAD_BYTES])
        total = int(said[1]) if said else 0
        tell(0, total)
        _refuse_empty_formulas(sheet_text, name)
        del parts, sheet_text, data
        with CalamineWorkbook.from_path(str(path)) as book:
            sheet = book.get_sheet_by_index(0)
            if merged is not None:
                merged.extend(_merged(sheet))
            for number, cells in enumerate(sheet.to_python(skip_empty_area=False), start=1):
                yield [_text(cell) for cell in cells]
                if number % _TOLD == 0:
                    tell(number, total)
    except PasswordError as error:
        raise ExtractUnreadable("Het bestand is beveiligd met een wachtwoord. Haal dat eraf.", where=name) from error
    except ExtractUnreadable:
        raise
    except ZipBomb as error:
        raise ExtractTooLarge(
            f"Dit rekenblad is uitgepakt groter dan {_MOST_UNPACKED.unpacked // 1_000_000} MB. Bewaar het als CSV of"
            " Parquet, of laat kolommen weg die u niet nodig hebt.",
            where=name,
        ) from error
    except SamenspraakError as error:
        raise ExtractUnreadable(error.message, where=name) from error
    except (CalamineError, IndexError, ValueError, OSError) as error:
        raise ExtractUnreadable(
            "Dit bestand kan niet als tabel worden gelezen. Bewaar het als XLSX of CSV.", where=name
        ) from error


def _refuse_empty_formulas(sheet: bytes, name: str) -> None:
    for cell in _FORMULA.findall(sheet):
        raise ExtractUnreadable(
            f"In cel {cell.decode()} staat een formule zonder uitkomst. Open het bestand, laat het rekenen en"
            " bewaar het, of plak de waarden.",
            where=name,
        )
    for cell, fault in _FAULT.findall(sheet):
        raise ExtractUnreadable(
            f"In cel {cell.decode()} staat een fout ({fault.decode(errors='replace')[:20]}). Verbeter de formule, of"
            " maak de cel leeg als u de waarde niet weet.",
            where=name,
        )


def _merged(sheet: CalamineSheet) -> Iterator[Merged]:
    for (row, column), (last_row, _last_column) in sheet.merged_cell_ranges or ():
        yield Merged(row + 1, column + 1, last_row + 1)


def refuse_merged(merged: Iterable[Merged], head_row: int, name: str) -> None:
    """Raise ExtractUnreadable for merged cells in the head or below it; a title above it may be as it likes."""
    for cells in merged:
        if cells.last_row >= head_row:
            raise ExtractUnreadable(
                f"Op rij {cells.row}, kolom {cells.column} zijn cellen samengevoegd. Hef dat op, en vul elke cel.",
                where=name,
            )


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(round(cell, 6))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    # A row of the sheet stays one line of the file, so that row numbers keep their meaning.
    return " ".join(str(cell).splitlines())
