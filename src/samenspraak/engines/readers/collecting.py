"""Python's search for circular garbage, put off while a document is read or understood.

A document becomes some hundred thousand small objects that all stay and none of which is circular. Python would look
through them again and again as they grow in number, for a tenth of the time that reading takes, and find nothing.
What others leave behind in the meantime is found as soon as the last reading ends.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_readings = 0  # that go on at this moment, in any thread
_was_on = False


@contextmanager
def collecting_later() -> Iterator[None]:
    """Put the search off; with several readings at once until the last of them ends."""
    global _readings, _was_on  # noqa: PLW0603 - as there is one collector, there is one count
    with _lock:
        if not _readings:
            _was_on = gc.isenabled()
            gc.disable()
        _readings += 1
    try:
        yield
    finally:
        with _lock:
            _readings -= 1
            if not _readings and _was_on:
                gc.enable()
