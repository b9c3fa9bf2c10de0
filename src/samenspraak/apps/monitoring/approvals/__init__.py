"""The coordinator's consent with what parties report: read, complete, ready for the meeting."""
