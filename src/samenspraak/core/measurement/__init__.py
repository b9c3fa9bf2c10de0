"""What is counted: limits of the law per price year, targets with their measurements, what is to be expected."""

from __future__ import annotations
