"""Which municipality a cell names: by its CBS code, with or without GM, or by its name."""

from __future__ import annotations

import re
from functools import cache

from samenspraak.engines.knowledge.municipalities import municipalities

_CODE = re.compile(r"(?:GM)?(\d{1,4})", re.IGNORECASE)


def code_of_municipality(text: str) -> str:
    """Return the CBS code; raises ValueError for a name that is not known, or that two municipalities have."""
    if match := _CODE.fullmatch(text.strip()):
        # Codes of municipalities that are no more are kept: old editions have them.
        return f"GM{int(match[1]):04d}"
    return _by_name()[text.strip().lower()]


class _Names(dict[str, str]):
    def __missing__(self, name: str) -> str:
        raise ValueError(name)


@cache
def _by_name() -> _Names:
    names: dict[str, set[str]] = {}
    for each in municipalities():
        for name in (each.name, *each.names):
            names.setdefault(name.lower(), set()).add(each.cbs_code)
    return _Names({name: next(iter(codes)) for name, codes in names.items() if len(codes) == 1})
