"""The pages about mail: how often somebody wants it, and what did not arrive."""

from __future__ import annotations
