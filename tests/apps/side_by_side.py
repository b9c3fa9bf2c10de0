"""Two people who write at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from typing import TypeVar

from django.db import connections, transaction

from samenspraak.core.errors import SamenspraakError

T = TypeVar("T")
LONG_ENOUGH = 0.5  # seconds, in which the second comes as far as it can


def while_not_yet_kept(first: Callable[[], object], second: Callable[[], T]) -> T | SamenspraakError:
    """Do the second when the first has written and its transaction is not over; returns what came of the second."""
    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            first()
            waiting: Future[T | SamenspraakError] = other.submit(_in_a_thread, second)
            wait_for([waiting], LONG_ENOUGH)
        return waiting.result()


def _in_a_thread(act: Callable[[], T]) -> T | SamenspraakError:
    try:
        return act()
    except SamenspraakError as error:
        return error
    finally:
        connections.close_all()
