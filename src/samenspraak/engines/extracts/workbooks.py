"""The first sheet of an XLSX as rows of texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from samenspraak.core.errors import SamenspraakError
from samenspraak.engines.extracts.errors import ExtractTooLarge, ExtractUnreadable
from samenspraak.engines.readers.errors import ZipBomb
from samenspraak.engines.readers.zip_guard import Limits, unpack

_FORMULA = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*><f>[^<]*</f>(?:<v></v>|<v/>)?</c>')
_SHEET = "xl/worksheets/sheet1.xml"
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+\d+:[A-Z]+(\d+)"')
_HEAD_BYTES = 4096
_MOST_UNPACKED = Limits(declared=600_000_000, unpacked=200_000_000)
_TOLD = 10_000  # rows


def rows_of_workbook(path: Path, tell: Callable[[int, int], None] = lambda _done, _total: None) -> Iterator[list[str]]:
    """Yield the rows; merged cells and formulas without an outcome are refused, with their place.

    `tell` gets how many rows were read, of how many the sheet says that it has; 0 where it does not say.
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
            _refuse_merged(sheet, name)
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


def _refuse_merged(sheet: CalamineSheet, name: str) -> None:
    for (row, column), _end in sheet.merged_cell_ranges or ():
        raise ExtractUnreadable(
            f"Op rij {row + 1}, kolom {column + 1} zijn cellen samengevoegd. Hef dat op, en vul elke cel.",
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
