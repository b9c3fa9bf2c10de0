"""What a page answers when an action refuses: a sentence where the person was, or 403 when it is not theirs to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from samenspraak.apps.monitoring.errors import ChangedMeanwhile, NotYourWords
from samenspraak.apps.monitoring.pages import ReportView
from samenspraak.core.errors import SamenspraakError


@dataclass(frozen=True, slots=True)
class Refused:
    """What somebody typed and was not kept: why, the words themselves, and what another wrote meanwhile."""

    sentence: str
    text: str = ""
    party: int = 0  # whose report it was; 0 for anything else
    typed: dict[str, str] = field(default_factory=dict)
    theirs: ReportView | None = None


def refused_report(
    error: SamenspraakError, typed: dict[str, str], *, party: int, now: ReportView | None = None
) -> Refused:
    """Return why a report was not kept; where somebody was first, with what stands there now."""
    theirs = now if isinstance(error, ChangedMeanwhile) else None
    return Refused(error.message, typed.get("text", ""), party, typed, theirs)


@contextmanager
def said_on_page(request: HttpRequest, done: str = "") -> Iterator[None]:
    """Say on the next page what was done, or why it was not."""
    try:
        yield
    except NotYourWords as error:
        raise PermissionDenied(error.message) from error
    except SamenspraakError as error:
        if isinstance(error, Http404):
            raise
        messages.error(request, str(error))
    else:
        if done:
            messages.success(request, done)
