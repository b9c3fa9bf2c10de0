"""What a person sees: sentences on standard error, results on standard output, a bar for what takes long."""

from __future__ import annotations

import sys
import time
import unicodedata
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE_SECONDS = 1.0


def warn(sentence: str) -> None:
    """Say something on standard error."""
    print(harmless(sentence), file=sys.stderr)


def show(text: str) -> None:
    """Print a result as UTF-8, whatever the machine's own character set."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def harmless(text: str) -> str:
    """Return text without what could steer a terminal: documents and file names come from outside."""
    return "".join(char if char == "\n" or unicodedata.category(char) not in {"Cc", "Cf"} else " " for char in text)


class ProgressBar:
    """A bar on standard error, only when a person is watching and only after a second."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._started = time.monotonic()
        self._bar: Progress | None = None
        self._is_watched = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self, doing: str, done: int, total: int) -> None:
        """Say how far it is."""
        if self._bar is None and (not self._is_watched or time.monotonic() - self._started < PATIENCE_SECONDS):
            return
        if self._bar is None:
            self._bar = _new_bar()
            self._bar.add_task("", total=total)
            self._bar.start()
        self._bar.update(
            self._bar.task_ids[0], description=harmless(f"{self._label}: {doing}"), completed=done, total=total
        )


def _new_bar() -> Progress:
    # Loaded late: most commands never show a bar.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
