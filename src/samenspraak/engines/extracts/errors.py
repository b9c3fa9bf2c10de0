"""Why an extract cannot be taken in as a whole. What is wrong with its cells is a `Problem`."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class ExtractUnreadable(SamenspraakError):
    """A file that cannot be read as a table."""

    code = "E831"


class HeaderNotFound(SamenspraakError):
    """No row of the first ten names columns that are known."""

    code = "E832"


class NamesOfPeople(SamenspraakError):
    """A file of allocations with columns that tell who somebody is."""

    code = "E833"


class MappingWrong(SamenspraakError):
    """A mapping that names a column of the file, or of ours, that does not exist."""

    code = "E834"


class ExtractRefused(SamenspraakError):
    """A file with problems that have to be mended first; nothing of it was kept."""

    code = "E835"


class ExtractTooLarge(SamenspraakError):
    """More rows, or a larger sheet, than an installation takes in."""

    code = "E838"


class RowsKeyWrong(SamenspraakError):
    """A key for kept rows that is no key, or no key at all where rows should be kept."""

    code = "E836"


class KeptRowsUnreadable(SamenspraakError):
    """Kept rows that are gone, damaged, or of which the key is gone."""

    code = "E837"
