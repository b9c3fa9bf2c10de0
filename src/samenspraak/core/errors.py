"""The one base class of everything that can go wrong in a way a person can understand."""

from __future__ import annotations


class SamenspraakError(Exception):
    """A failure with a stable code and a Dutch sentence: what happened, where, what to do.

    Subclasses set `code` ("E101"); the codes are listed in docs/domain/codes.md.
    """

    code = "E000"

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where  # file, page, line or row, as a person would say it

    @property
    def sentence(self) -> str:
        """Where it went wrong, if that is known, and the message: what a page shows."""
        return f"{self.where}: {self.message}" if self.where else self.message

    def __str__(self) -> str:
        return f"{self.sentence} ({self.code})"
