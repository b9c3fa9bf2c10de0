"""What a person may find. The right stands in the same query as the words: what is not theirs is not counted either."""

from __future__ import annotations

from samenspraak.apps.search.read_hits import search

__all__ = ["search"]
