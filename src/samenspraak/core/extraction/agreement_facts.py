"""What a document says of itself: its title, sort, period, parties, signatories and date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from samenspraak.core.extraction.blocks import Block
from samenspraak.core.extraction.cast import Cast
from samenspraak.core.extraction.result import AgreementFacts, DocumentKind, Period
from samenspraak.core.vocabulary.period import find_period

OPENING = 12


def facts_of(blocks: Sequence[Block], cast: Cast) -> AgreementFacts:
    """Return the facts; what the document does not say is None or empty."""
    period = None
    for block in blocks:
        if re.search(r"afspraken|akkoord|jaarschijf", block.text, re.IGNORECASE) and (found := find_period(block.text)):
            period = Period(*found)
            break
    title = next((block.text for block in blocks[:OPENING] if len(block.text) < 120), None)
    kind = DocumentKind.YEAR_SLICE if period and period.start == period.end else DocumentKind.MULTI_YEAR
    return AgreementFacts(
        title, kind, period, cast.municipalities, cast.housing_associations, cast.tenants_organisations, (), None
    )
