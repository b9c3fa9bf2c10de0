"""What cannot be done to a proposal."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class NothingToSplit(SamenspraakError):
    """One of the two parts would be empty."""

    code = "E471"


class NoWordsThere(SamenspraakError):
    """A passage without words cannot become a commitment."""

    code = "E472"
