"""How an organisation's reports look, and whether its colour can be read."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Any

from samenspraak.apps.parties.models import Organisation
from samenspraak.apps.reports.errors import UnreadableColour
from samenspraak.apps.reports.models import HouseStyle as Kept
from samenspraak.apps.reports.subjects import Subject, Year
from samenspraak.engines.writers.reports.house_style import HouseStyle

# WCAG 2.2, success criterion 1.4.3: letters on a colour. The heads of tables are white on it.
LEAST_CONTRAST = 4.5
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody hands in; without content: what is there is taken away."""

    name: str
    content: bytes


def checked_colour(colour: str) -> str:
    """Return a colour as #rrggbb on which white letters can be read; raises UnreadableColour."""
    colour = colour.strip().lower()
    if not _COLOUR.fullmatch(colour):
        raise UnreadableColour("Geef de kleur als # met zes cijfers of letters van a tot en met f, zoals #0a5c73.")
    contrast = contrast_with_white(colour)
    if contrast < LEAST_CONTRAST:
        raise UnreadableColour(
            f"Witte letters zijn op {colour} niet te lezen: het contrast is {_ratio(contrast)} op 1,"
            f" en {_ratio(LEAST_CONTRAST)} op 1 is nodig. {darker(colour)} lijkt erop en voldoet wel."
        )
    return colour


def darker(colour: str) -> str:
    """Return the lightest shade of a colour on which white letters can be read."""
    channels = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    shades = ("#" + "".join(f"{channel * part // 256:02x}" for channel in channels) for part in range(256, 0, -1))
    return next((shade for shade in shades if contrast_with_white(shade) >= LEAST_CONTRAST), "#000000")


def _ratio(contrast: float) -> str:
    return f"{contrast:.1f}".replace(".", ",")


def contrast_with_white(colour: str) -> float:
    """Return the contrast of a colour with white (1-21), as WCAG defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def style_for(about: Subject) -> tuple[HouseStyle, bytes | None]:
    """Return the look of a report: that of the organisation, or of the agreement's municipality, or the usual one.

    One query.
    """
    if isinstance(about, Year):
        of_whom: dict[str, Any] = {"organisation": about.organisation}
    else:
        of_whom = {
            "organisation__agreement_parties__agreement": about.agreement,
            "organisation__kind": Organisation.Kind.MUNICIPALITY,
        }
    kept = Kept.objects.filter(**of_whom).select_related("organisation").first()
    if kept is None:
        return HouseStyle(), None
    return look_of(kept), _bytes(kept.template)


def look_of(kept: Kept) -> HouseStyle:
    """Return the look that an organisation set."""
    return HouseStyle(
        accent=kept.accent,
        organisation=kept.organisation.name,
        logo_png=_bytes(kept.logo),
        logo_alternative=f"Logo van {kept.organisation.name}",
    )


def kept_look(style: HouseStyle) -> dict[str, str]:
    """Return a look as an edition keeps it."""
    found = {"accent": style.accent, "organisation": style.organisation}
    if style.logo_png:
        found |= {"logo": base64.b64encode(style.logo_png).decode(), "logo_alternative": style.logo_alternative}
    return found


def look_from(kept: dict[str, str]) -> HouseStyle:
    """Return the look that an edition kept."""
    logo = kept.get("logo")
    return HouseStyle(
        accent=kept["accent"],
        organisation=kept["organisation"],
        logo_png=base64.b64decode(logo) if logo else None,
        logo_alternative=kept.get("logo_alternative", ""),
    )


def _bytes(value: Any) -> bytes | None:  # noqa: ANN401 (a database gives bytes or a memoryview)
    return None if value is None else bytes(value)
