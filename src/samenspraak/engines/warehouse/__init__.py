"""Keeps snapshots of stock and allocations, and runs the SQL of key figures on DuckDB, PostgreSQL or Spark."""

from __future__ import annotations
