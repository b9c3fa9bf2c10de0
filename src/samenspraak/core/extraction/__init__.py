"""Extraction: text blocks in; commitments, parties, quantities and coded findings out, each with its place."""

from __future__ import annotations

from samenspraak.core.extraction.understand import extract

__all__ = ["extract"]
