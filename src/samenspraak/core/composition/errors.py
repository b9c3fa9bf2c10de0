"""What can be wrong with a report before it is written."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class MalformedReport(SamenspraakError):
    """A report that no reader could follow: a level of headings left out, a row too short, a figure without words."""

    code = "E701"
