"""Numbers in Dutch running text, as digits and in words, with their sign (€, %) and as ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from samenspraak.core.vocabulary.fractions import find_fractions
from samenspraak.core.vocabulary.hints import DIGIT, matches_after
from samenspraak.core.vocabulary.number_words import number_word, number_words_in


class NumberKind(StrEnum):
    """What sign a number carries."""

    PLAIN = "plain"
    PERCENT = "percent"
    EUR = "EUR"


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number with its place in the text; `upper` is the upper end of a range. Amounts are in full."""

    text: str
    start: int
    end: int
    value: float
    upper: float | None = None
    kind: NumberKind = NumberKind.PLAIN
    in_words: bool = False
    scale: float = 1.0  # what miljoen, mln. and the like multiplied it with

    @property
    def is_year_like(self) -> bool:
        """Four digits without a point that may be a calendar year."""
        digits = self.text[:4]
        return self.kind is NumberKind.PLAIN and digits.isdecimal() and 1900 <= self.value <= 2100


_NUMERAL = (
    r"(?:[0-9]{1,3}(?:[.\u00a0\u202f][0-9]{3}){1,4}(?:,[0-9]{1,2})?"
    # An English decimal point is believed only beside a sign; elsewhere 2.5 is the number of an item.
    r"|[0-9]{1,4}\.[0-9]{1,2}(?=\s?(?:%|procent|miljoen|mln|miljard|mld))"
    r"|(?:(?<=€)|(?<=€\s))[0-9]{1,6}\.[0-9]{2}(?![0-9])"
    r"|[0-9]{1,9}(?:,[0-9]{1,4})?)"
)
_ENGLISH = re.compile(r"[0-9]+\.[0-9]{1,2}")
_THOUSANDS = re.compile(r"[.\u00a0\u202f]")
_SCALES = {"duizend": 1e3, "mln": 1e6, "miljoen": 1e6, "mld": 1e9, "miljard": 1e9}
_SUFFIX = re.compile(
    r"(?P<cents>,(?:--?|–|—|=))?"
    r"(?:\s?(?P<scale>duizend|mln|miljoen|mld|miljard)\b\.?)?"
    r"(?:\s{0,2}(?:(?P<percent>%|procent(?:punt(?:en)?)?\b|pct\b)|(?P<euro>euro'?s?\b|EUR\b|€(?!\s?\d))))?",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    # Not inside a word or a code (K1, CO2, wijken3), a date (1-2-2024), a time or an item number (3.2).
    r"(?<![^\W_])(?<![0-9][.,:/–-])(?<![^\W\d_][-–/.&])(?<!['’#])"
    r"(?P<euro>(?:€|\bEUR)\s{0,2})?"
    rf"(?P<first>{_NUMERAL})(?P<tail>(?P<percent>\s?%)?\s?[-–—]\s?(?:€\s?)?(?P<last>{_NUMERAL}))?"
    # Not an ordinal (2e), an age (55+), a compound (2-kamer), a chain (3-30-300); 50m² and 2x are numbers.
    r"(?:(?![^\W_])|(?=m[2²]|x\b))(?!\s?\+)(?![-–/.,:][^\W_])",
)
_DIGITS_BEGIN = re.compile(r"[0-9€E]")  # the E of EUR
# "Een" is nearly always the article; it counts where a bound stands before it or "keer" after it.
_ONE_BEFORE = re.compile(
    r"(?:minimaal|maximaal|minstens|ten\sminste|tenminste|ten\shoogste|hooguit|hoogstens)\s$", re.IGNORECASE
)
_ONE_AFTER = re.compile(r"\s(?:keer|maal)\b", re.IGNORECASE)
_TAKEN_INTO_ACCOUNT = re.compile(r"\s(?:te\s)?(?:nem|neem|genomen|gesl|slaan|worden\sgenomen)", re.IGNORECASE)

_UPPER_WORD = r"(?:maximaal|max\.?|hooguit|hoogstens|ten\shoogste|niet\smeer\sdan)\s"
_RANGE_GAP = re.compile(
    rf"\s?[-–—]\s?|\s(?:tot(?:\sen\smet)?|t/m|[àáa]|of)\s(?:{_UPPER_WORD}|circa\s|ca\.\s)?", re.IGNORECASE
)
_BETWEEN_GAP = re.compile(r"\sen\s(?:de\s|circa\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\btussen\s(?:de\s|circa\s|ca\.\s)?$", re.IGNORECASE)
_TWO_BOUNDS_GAP = re.compile(rf"(?:\skeer)?(?:\sen|,|\stot|\sof)?\s{_UPPER_WORD}", re.IGNORECASE)
_LOWER_WORD = re.compile(r"(?:minimaal|min\.|minstens|ten\sminste|tenminste)\s$", re.IGNORECASE)


def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Return the numbers in reading order; a range ("2 à 3", "tussen 10 en 15") is one number with an upper end."""
    others = [*_in_digits(text), *_in_words(text)]
    shares = [
        FoundNumber(text[f.start : f.end], f.start, f.end, f.percent, kind=NumberKind.PERCENT, in_words=True)
        for f in find_fractions(text)
    ]
    if shares:
        others = [n for n in others if not any(s.start < n.end and n.start < s.end for s in shares)]
    return tuple(_join_ranges(sorted((*shares, *others), key=lambda number: number.start), text))


def format_number(value: float) -> str:
    """Write a number the Dutch way, with at most two decimals ("2.250", "1.250,5", "92,5")."""
    whole, _, decimals = f"{value:,.2f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


def _read(numeral: str) -> float:
    if numeral.isdecimal() or _ENGLISH.fullmatch(numeral):
        return float(numeral)
    return float(_THOUSANDS.sub("", numeral).replace(",", "."))


def _in_digits(text: str) -> list[FoundNumber]:
    found: list[FoundNumber] = []
    if not DIGIT.search(text):
        return found
    for match in matches_after(_DIGITS_BEGIN, _DIGITS, text):
        first = match["first"]
        if len(first) > 1 and first[0] == "0" and first[1] != ",":
            continue  # a telephone number, or a day in a list
        upper = _read(match["last"]) if match["last"] else None
        value = _read(first)
        if upper is not None and upper <= value:
            continue  # 5-3 is a score or an address, no range
        kind = NumberKind.EUR if match["euro"] else NumberKind.PLAIN
        number = FoundNumber(match[0], match.start(), match.end(), value, upper, kind)
        found.append(_with_suffix(number, text))
    return found


def _in_words(text: str) -> list[FoundNumber]:
    """Return the number words that count, in no order."""
    found: list[FoundNumber] = []
    for match in number_words_in(text):
        value = number_word(match[0])
        if value is not None and _is_counted(match, text):
            number = FoundNumber(match[0], match.start(), match.end(), float(value), in_words=True)
            found.append(_with_suffix(number, text))
    return found


def _is_counted(match: re.Match[str], text: str) -> bool:
    word = match[0].lower()
    if word == "een":
        before = text[max(0, match.start() - 12) : match.start()]
        return bool(_ONE_BEFORE.search(before) or _ONE_AFTER.match(text, match.end()))
    return not (word == "acht" and _TAKEN_INTO_ACCOUNT.match(text, match.end()))


def _with_suffix(number: FoundNumber, text: str) -> FoundNumber:
    """Return the number with what follows it: ",-", "mln", "%", "euro"."""
    suffix = _SUFFIX.match(text, number.end)
    if suffix is None or suffix.end() == number.end:
        return number
    scale = _SCALES[suffix["scale"].lower()] if suffix["scale"] else 1.0
    kind = number.kind
    if suffix["percent"]:
        kind = NumberKind.PERCENT
    elif suffix["euro"] or suffix["cents"]:
        kind = NumberKind.EUR
    return replace(
        number,
        text=text[number.start : suffix.end()],
        end=suffix.end(),
        value=number.value * scale,
        upper=None if number.upper is None else number.upper * scale,
        kind=kind,
        scale=scale,
    )


def _join_ranges(numbers: list[FoundNumber], text: str) -> list[FoundNumber]:
    joined: list[FoundNumber] = []
    for number in numbers:
        if joined and _is_range(joined[-1], number, text):
            joined[-1] = _range(joined[-1], number, text)
        else:
            joined.append(number)
    return joined


def _is_range(low: FoundNumber, high: FoundNumber, text: str) -> bool:
    if low.upper is not None or high.upper is not None or low.kind not in (NumberKind.PLAIN, high.kind):
        return False
    if high.is_year_like and not low.is_year_like:
        return False  # "maximaal 15 tot 2030": the second number is a year
    if not _scaled_low(low, high) < high.value:
        return False
    gap = text[low.end : high.start]
    before = text[max(0, low.start - 16) : low.start]
    return bool(
        _RANGE_GAP.fullmatch(gap)
        or (_BETWEEN_GAP.fullmatch(gap) and _BETWEEN.search(before))
        or (_TWO_BOUNDS_GAP.fullmatch(gap) and _LOWER_WORD.search(before))
    )


def _scaled_low(low: FoundNumber, high: FoundNumber) -> float:
    """Return the lower end in full: "1 à 2 miljoen" begins at one million."""
    return low.value * high.scale if low.scale == 1.0 and low.value < 1000 else low.value


def _range(low: FoundNumber, high: FoundNumber, text: str) -> FoundNumber:
    return replace(
        high,
        text=text[low.start : high.end],
        start=low.start,
        value=_scaled_low(low, high),
        upper=high.value,
        in_words=low.in_words and high.in_words,
    )
