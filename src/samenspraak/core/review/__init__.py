"""Checking what was found: proposals cut in two, put together, or made from a passage that was missed."""
