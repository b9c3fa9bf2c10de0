"""One file: read, then understood."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from samenspraak.core.errors import SamenspraakError
from samenspraak.core.extraction import extract
from samenspraak.core.extraction.knowledge import ConfirmedOrganisation
from samenspraak.core.extraction.result import Extraction
from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.intake.opening import check_readable
from samenspraak.engines.knowledge.loading import load_knowledge
from samenspraak.engines.readers import read, read_bytes
from samenspraak.engines.readers.collecting import collecting_later

READING = "lezen"
UNDERSTANDING = "begrijpen"

Organisations = tuple[ConfirmedOrganisation, ...]
Progress = Callable[[str, int, int], None]  # what it is doing, pages done, pages in all


@dataclass(frozen=True, slots=True)
class Intake:
    """A document as read, and what was understood of it."""

    source: SourceText
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file gave no intake. A value and no exception: it has to travel between processes."""

    code: str
    message: str  # the whole sentence, with the place in front
    trace: str = ""  # only for a fault of ours


@dataclass(frozen=True, slots=True)
class Taken:
    """One file with what came of it; exactly one of `intake` and `refusal` is set."""

    path: Path
    intake: Intake | None = None
    refusal: Refusal | None = None


def take_in(path: Path, *, organisations: Organisations = (), on_progress: Progress | None = None) -> Intake:
    """Read and understand one file; raises only SamenspraakError.

    `organisations` are those that people confirmed before: a next document is recognised by their names.
    """
    check_readable(path)
    return _understood(read(path, on_progress=_pages_of(on_progress)), organisations, on_progress)


def take_in_bytes(
    data: bytes, *, name: str, organisations: Organisations = (), on_progress: Progress | None = None
) -> Intake:
    """Read and understand a file that is in memory; raises only SamenspraakError, with `name` as the place."""
    return _understood(read_bytes(data, name=name, on_progress=_pages_of(on_progress)), organisations, on_progress)


def _understood(source: SourceText, organisations: Organisations, on_progress: Progress | None) -> Intake:
    if on_progress:
        on_progress(UNDERSTANDING, source.page_count, source.page_count)
    with collecting_later():
        return Intake(source, extract(source, load_knowledge(organisations)))


def try_to_take_in(path: Path, organisations: Organisations = ()) -> Taken:
    """Read and understand one file; what goes wrong comes back as a value."""
    try:
        return Taken(path, intake=take_in(path, organisations=organisations))
    except SamenspraakError as error:
        return Taken(path, refusal=Refusal(error.code, str(error)))
    except Exception as error:  # noqa: BLE001  # the border: one bad file may not stop the others
        return Taken(path, refusal=Refusal("", f"{path.name}: {type(error).__name__}", traceback.format_exc()))


def _pages_of(on_progress: Progress | None) -> Callable[[int, int], None] | None:
    if on_progress is None:
        return None
    return lambda done, total: on_progress(READING, done, total)
