"""What the reader needs to know, at hand."""

from __future__ import annotations
