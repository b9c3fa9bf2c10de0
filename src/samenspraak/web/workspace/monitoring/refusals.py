"""What a page answers when an action refuses: a sentence where the person was, or 403 when it is not theirs to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from samenspraak.apps.monitoring.errors import NotYourWords
from samenspraak.core.errors import SamenspraakError


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
