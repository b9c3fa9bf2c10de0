"""Reads about parties that come and go."""

from __future__ import annotations

from samenspraak.apps.monitoring.successions.reading import (
    candidates_for,
    chosen_for,
    merger_of,
    merger_preview,
    mergers_of,
    parties_for,
)

__all__ = ["candidates_for", "chosen_for", "merger_of", "merger_preview", "mergers_of", "parties_for"]
