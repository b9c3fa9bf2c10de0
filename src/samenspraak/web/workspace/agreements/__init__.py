"""Agreements, their commitments, findings, tables and terms."""

from __future__ import annotations
