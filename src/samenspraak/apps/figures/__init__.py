"""What is counted: targets of commitments, their measurements, and limits of the law that an office added."""

from __future__ import annotations
