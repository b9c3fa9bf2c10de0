"""What a person may find. The right stands in the same query as the words: what is not theirs is not counted either."""

from __future__ import annotations

from samenspraak.apps.search.read_hits import search
from samenspraak.apps.search.read_similar import similar_beside, similar_commitments

__all__ = ["search", "similar_beside", "similar_commitments"]
