"""The signed-in pages, one package per app noun."""

from __future__ import annotations
