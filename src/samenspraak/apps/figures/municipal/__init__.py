"""Numbers of a whole municipality: entered with their source, kept as versions, and divided by."""

from __future__ import annotations
