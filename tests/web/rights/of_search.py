"""Rights on searching: everybody may search, and finds what they may see."""

from __future__ import annotations

from tests.web.rights.row import PARTY, SIGNED_IN, Row, of_commitment

ROWS = (
    Row("search", get=SIGNED_IN),
    Row("similar", get=PARTY, arguments=of_commitment),
    Row("similar-beside", get=PARTY, arguments=of_commitment, is_page=False),
)
