"""Rounds, the monitor, my desk."""

from __future__ import annotations
