"""What can be wrong with a sheet that comes back: one error per cause, with the row and the column."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class UnreadableSheet(SamenspraakError):
    """A file that is no CSV, XLSX or ODS, or a damaged one."""

    code = "E461"


class MergedCells(SamenspraakError):
    """A sheet in which cells are merged: nobody can say to which row the value belongs."""

    code = "E462"


class SheetTooLarge(SamenspraakError):
    """A sheet with more rows or columns than a register has."""

    code = "E463"
