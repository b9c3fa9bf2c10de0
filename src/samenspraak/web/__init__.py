"""The pages of Samenspraak: the design room and the signed-in workspace."""

from __future__ import annotations
