"""What a person should know about a document that was read, beside its result."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samenspraak.engines.intake.taking_in import Intake


def sentences_about(path: Path, intake: Intake) -> Iterator[str]:
    """Yield what could not be read, and that there are no commitments when there are none."""
    for notice in intake.source.notices:
        yield f"{path.name}: {notice}"
    if not intake.extraction.commitments:
        yield f"{path.name}: gelezen, maar er staan geen afspraken in die Samenspraak herkent."
