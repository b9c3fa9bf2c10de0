"""How the PDF files look: fonts, colours, styles, and the letters that a broken export damages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path("/usr/share/fonts/truetype")
FILES = {
    "Carlito": ("crosextra/Carlito-Regular.ttf", "crosextra/Carlito-Bold.ttf"),
    "Liberation Sans": ("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf"),
}

# A ligature of Carlito: its letters, the character that the text layer gives for it, the glyph and its width in the
# regular and the bold font, in 2048ths of the size. An export that writes glyph numbers for characters does this.
LIGATURES = (
    ("tti", "\u01c2", 2224, (1753, 1832)),
    ("ti", "\u01b1", 2210, (1141, 1199)),
    ("tt", "\u01be", 130, (1299, 1344)),
    ("ft", "\u0166", 91, (1261, 1302)),
    ("fb", "\u0183", 62, (1690, 1730)),
    ("fi", "\ufb01", 67, (1084, 1135)),
)
UNITS = 2048


@dataclass(frozen=True, slots=True)
class Look:
    """The house style of one document."""

    font: str
    dark: Color
    light: Color
    size: float
    footer: str  # beside the page number
    header: str = ""
    is_damaged: bool = False

    @property
    def bold(self) -> str:
        """The name of the bold font."""
        return f"{self.font} Bold"

    def text(self, plain: str) -> str:
        """Return the characters that the text layer gets."""
        if self.is_damaged:
            for letters, character, _, _ in LIGATURES:
                plain = plain.replace(letters, character)
        return plain

    def markup(self, plain: str) -> str:
        """Return the text for a paragraph, with its references to notes as small raised digits."""
        safe = self.text(plain).replace("&", "&amp;").replace("<", "&lt;")
        return re.sub(r"\[(\d+)\]", r"<super size=7>\1</super>", safe)

    def style(self, name: str, **changes: object) -> ParagraphStyle:
        """Return body text, with these changes."""
        given = {"fontName": self.font, "fontSize": self.size, "leading": self.size * 1.35, "spaceAfter": 6}
        return ParagraphStyle(name, **{**given, **changes})

    def heading(self, level: int) -> ParagraphStyle:
        """Return the style of a heading."""
        size, before, after, color = {
            1: (self.size + 11, 0, 12, self.dark),
            2: (self.size + 3.5, 13, 4, self.dark),
            3: (self.size + 0.5, 7, 3, HexColor("#3a3a3a")),
        }[level]
        return self.style(
            f"heading{level}",
            fontName=self.bold,
            fontSize=size,
            leading=size * 1.2,
            spaceBefore=before,
            spaceAfter=after,
            textColor=color,
            keepWithNext=1,
        )

    def small(self, **changes: object) -> ParagraphStyle:
        """Return the style of notes and table cells."""
        size = self.size - 1.5
        return self.style("small", **{"fontSize": size, "leading": size * 1.3, "spaceAfter": 2, **changes})


def register_fonts() -> None:
    """Make the fonts known, with the ligatures of Carlito under their wrong characters."""
    for family, files in FILES.items():
        for name, file, weight in zip((family, f"{family} Bold"), files, (0, 1), strict=True):
            font = TTFont(name, str(FONTS / file))
            if family == "Carlito":
                _add_ligatures(font, weight)
            registerFont(font)
        registerFontFamily(family, normal=family, bold=f"{family} Bold", italic=family, boldItalic=f"{family} Bold")


def _add_ligatures(font: TTFont, weight: int) -> None:
    for _, character, glyph, widths in LIGATURES:
        font.face.charToGlyph[ord(character)] = glyph
        font.face.charWidths[ord(character)] = widths[weight] * 1000 / UNITS


TEAL = Look(
    "Carlito", HexColor("#0b4f6c"), HexColor("#e3f0f4"), 11, "Prestatieafspraken Duinrode 2026-2029", is_damaged=True
)
BRICK = Look(
    "Liberation Sans",
    HexColor("#8f3b1b"),
    HexColor("#f7ebe4"),
    10,
    footer="Wijken in beweging | Duinrode 2025-2030",
    header="Gemeente Duinrode",
)
PAPER = Look("Liberation Sans", HexColor("#33592f"), white, 10.5, "Jaarschijf 2026 Duinrode")
PLUM = Look("Carlito", HexColor("#3b2f6b"), HexColor("#eceaf4"), 11, "")
MOSS = Look("Liberation Sans", HexColor("#33592f"), HexColor("#e8efe3"), 11, "")
