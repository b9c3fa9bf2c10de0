"""How an organisation's reports look, and whether its colour can be read."""

from __future__ import annotations

import re
from typing import Any

from samenspraak.apps.agreements.models import Agreement
from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.reports.errors import UnreadableColour
from samenspraak.apps.reports.models import HouseStyle as Kept
from samenspraak.engines.writers.reports.house_style import HouseStyle

# WCAG 2.2, success criterion 1.4.3: letters on a colour. The heads of tables are white on it.
LEAST_CONTRAST = 4.5
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def checked_colour(colour: str) -> str:
    """Return a colour as #rrggbb on which white letters can be read; raises UnreadableColour."""
    colour = colour.strip().lower()
    if not _COLOUR.fullmatch(colour):
        raise UnreadableColour("Geef de kleur als # met zes cijfers of letters van a tot en met f, zoals #0a5c73.")
    if contrast_with_white(colour) < LEAST_CONTRAST:
        raise UnreadableColour("Witte letters zijn op deze kleur niet te lezen. Kies een donkerder kleur.")
    return colour


def contrast_with_white(colour: str) -> float:
    """Return the contrast of a colour with white (1-21), as WCAG defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def style_for(agreement: Agreement) -> tuple[HouseStyle, bytes | None]:
    """Return the look of an agreement's reports: that of its municipality, or the usual one (one query)."""
    kept = (
        Kept.objects.filter(
            organisation__agreement_parties__agreement=agreement, organisation__kind=Organisation.Kind.MUNICIPALITY
        )
        .select_related("organisation")
        .first()
    )
    if kept is None:
        return HouseStyle(), None
    return HouseStyle(accent=kept.accent, organisation=kept.organisation.name), _bytes(kept.template)


def _bytes(value: Any) -> bytes | None:  # noqa: ANN401 (a database gives bytes or a memoryview)
    return None if value is None else bytes(value)
