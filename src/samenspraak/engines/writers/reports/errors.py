"""What can go wrong while a report is written."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class PdfNotPossible(SamenspraakError):
    """The machine lacks what lays out a PDF."""

    code = "E711"


class LogoNotUsable(SamenspraakError):
    """A logo that cannot be shown: what is wrong with it."""

    code = "E713"


class TemplateNotUsable(SamenspraakError):
    """A municipality's template that cannot be filled: what is wrong, and where."""

    code = "E712"
