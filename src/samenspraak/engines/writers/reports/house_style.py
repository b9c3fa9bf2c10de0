"""How a municipality looks on paper: its colours, its letters and its logo."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class HouseStyle:
    """What differs per municipality. Colours as #rrggbb; the accent must be readable on white."""

    accent: str = "#0a5c73"
    ink: str = "#16212b"
    muted: str = "#4a5a68"
    line: str = "#c3ccd3"
    font: str = "Arial"  # on nearly every machine, or one of the same measures
    organisation: str = ""
    logo_png: bytes | None = None
    logo_alternative: str = ""

    @cached_property
    def has_logo(self) -> bool:
        """Whether there is a logo, with words for who cannot see it."""
        return bool(self.logo_png and self.logo_alternative)
