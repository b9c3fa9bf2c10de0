"""Takes in extracts of stock and allocations (CSV, XLSX, Parquet): recognised, checked, counted; the rows go."""

from __future__ import annotations
