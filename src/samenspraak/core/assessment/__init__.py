"""How it stands: the traffic light and its reason, and how well a commitment and an agreement are made."""

from __future__ import annotations
