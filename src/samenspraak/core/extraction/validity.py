"""For how long agreements hold: a rule that all of them agree on by its very words."""

from __future__ import annotations

import re

_HOLDS = re.compile(
    r"^(?:(?:Deze|De|Dit|Het) )?(?:prestatie|jaar|meerjaren|raam|samenwerkings)?-?"
    r"(?:afspraken|overeenkomst|akkoord|jaarschijf|woondeal|convenant) "
    r"(?:geldt|gelden|loopt|lopen|treedt|treden|eindigt|eindigen|(?:heeft|hebben) een looptijd)\b",
    re.IGNORECASE,
)


def says_how_long(sentence: str) -> bool:
    """Say whether a sentence tells from when to when the agreements hold ("Deze afspraken gelden tot en met 2029")."""
    return bool(_HOLDS.match(sentence))
