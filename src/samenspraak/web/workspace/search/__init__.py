"""Finding back: one box on every page, and what is like a commitment."""

from __future__ import annotations
