"""What can be wrong with a key figure, or with the question for one."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class UnknownKeyFigure(SamenspraakError):
    """A code that no key figure has."""

    code = "E861"


class ConditionUnreadable(SamenspraakError):
    """A condition that is not written as the language of key figures wants it."""

    code = "E862"


class NoSuchColumn(SamenspraakError):
    """A condition asks for a column that key figures do not have."""

    code = "E863"


class NoSuchCode(SamenspraakError):
    """A condition asks for a code that its column cannot hold."""

    code = "E864"


class KeyFigureIncomplete(SamenspraakError):
    """A declaration without a name, a definition, or something to count."""

    code = "E865"


class NoSuchGrouping(SamenspraakError):
    """A wish to group by something that figures are not kept by."""

    code = "E866"
