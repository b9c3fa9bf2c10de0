"""Organisations and the people who work for them."""

from __future__ import annotations
