"""A statement that may be a commitment, before its parties, deadline and quantities are read."""

from __future__ import annotations

from samenspraak.core.extraction.certainty import IN_FORM
from samenspraak.core.extraction.outline import Place
from samenspraak.core.extraction.result import CommitmentKind, SourceSpan
from samenspraak.core.light_values import light_value
from samenspraak.core.vocabulary.traffic_light import TrafficLight


@light_value
class Candidate:
    """What is known of a statement from where and how it stands."""

    text: str
    span: SourceSpan
    place: Place
    kind: CommitmentKind
    code: str | None = None
    title: str | None = None
    column: str | None = None  # the parties as a table's column names them
    lead: str | None = None  # trekker, as written
    term: str | None = None  # the column "wanneer", as written
    priority: str | None = None
    progress: str | None = None
    rating: TrafficLight | None = None
    result: str | None = None  # what it shall bring about, on a line or in a column of its own
    rating_text: str | None = None  # the words in the column of ratings
    confidence: float = IN_FORM  # share 0-1 of statements found like this that are commitments
    order: int = 0  # the raw offset where it begins
    in_monitor: bool = False
