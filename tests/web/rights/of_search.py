"""Rights on searching: everybody may search, and finds what they may see."""

from __future__ import annotations

from tests.web.rights.row import SIGNED_IN, Row

ROWS = (Row("search", get=SIGNED_IN),)
