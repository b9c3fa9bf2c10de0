"""The design room: tokens, components, words on the screen, and the gallery that shows them all."""

from __future__ import annotations
