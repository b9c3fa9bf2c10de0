"""Figures: targets with their measurements, and the limits of the law."""

from __future__ import annotations
