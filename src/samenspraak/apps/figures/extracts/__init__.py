"""Lists of stock and allocations: delivered, looked at, confirmed, counted and fed to targets; the rows are let go."""

from __future__ import annotations
