"""Writes rows as CSV, JSON, XLSX and ODS, a row at a time, and reads such a sheet back."""
