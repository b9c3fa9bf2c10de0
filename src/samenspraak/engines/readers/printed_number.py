"""Automatic numbers and bullets as a word processor prints them."""

from __future__ import annotations

# Bullets from symbol fonts live in the private-use area and mean nothing outside that font (Symbol, Wingdings).
_SYMBOLS = {
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x76: "❖",
    0xA7: "▪",
    0xA8: "□",
    0xB7: "•",
    0xD8: "➢",
    0xE0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_PRIVATE_USE = range(0xE000, 0xF900)
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = 26
_MOST_ROMAN = 4999


def bullet(glyph: str) -> str:
    """Return a bullet that reads the same in every font; "•" when the file gives none."""
    return symbol_text(glyph.strip()) or "•"


def symbol_text(text: str) -> str:
    """Replace the private-use characters of symbol fonts by ordinary ones."""
    return "".join(symbol(ord(character)) if ord(character) in _PRIVATE_USE else character for character in text)


def symbol(code: int) -> str:
    """Return the ordinary character for a place in a symbol font; "•" for one we do not know."""
    return _SYMBOLS.get(code & 0xFF, "•")


def letters(number: int) -> str:
    """Return a, b … z, aa, bb … as word processors count (after z the letter is doubled)."""
    if number < 1:
        return str(number)
    turns, index = divmod(number - 1, _LETTERS)
    return chr(ord("a") + index) * min(turns + 1, _LETTERS)


def roman(number: int) -> str:
    """Return a small Roman numeral; plain digits outside 1 to 4,999."""
    if not 1 <= number <= _MOST_ROMAN:
        return str(number)
    numeral = ""
    for value, sign in _ROMAN + _ROMAN_SMALL:
        numeral += sign * (number // value)
        number %= value
    return numeral
