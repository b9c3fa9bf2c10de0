"""Key figures as declarations: what is counted, over what, and the one SQL text that every engine runs."""

from __future__ import annotations
