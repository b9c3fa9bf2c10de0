"""How an action is tried: made ready first, done later, so that only its own event is counted."""

from __future__ import annotations

from collections.abc import Callable

from tests.apps.cast import People

Act = Callable[[People], Callable[[], object]]


def later(action: Callable[..., object], **arguments: object) -> Callable[[], object]:
    """Return the action with everything it needs."""
    return lambda: action(**arguments)
