"""Checking what was found in a document: page on the left, proposal on the right, everything by keyboard."""

from __future__ import annotations
