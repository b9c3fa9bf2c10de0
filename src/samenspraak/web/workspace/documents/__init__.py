"""What was imported, and each page of it with the commitments that stand there."""

from __future__ import annotations
